/** The unit that a command works on. */
import { invalid, ok, type Problem, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { findUnit, isClosed, listUnits, type Unit } from '../store/units.ts'
import { type Args, textOption } from './command.ts'

/** `--unit`, or the only unit that there is. */
export async function unitOfArgs(args: Args, db: Db): Promise<Result<Unit>> {
  const code = textOption(args, 'unit')
  if (code !== undefined) {
    const unit = await findUnit(db, code)
    return unit ? ok(unit) : invalid(`Không có đơn vị "${code}". ${inWords(await listUnits(db))}`)
  }
  const units = await listUnits(db)
  const [only] = units
  if (only && units.length === 1) return ok(only)
  return invalid(`${only ? 'Hãy thêm --unit. ' : ''}${inWords(units)}`)
}

/** In a closed unit nothing more is recorded, from here neither. */
export const closedProblem = async (db: Db, code: string, now: Instant): Promise<Problem | null> =>
  (await isClosed(db, code, now))
    ? invalid(`Đơn vị "${code}" đã đóng, không ghi thêm được. Mở lại bằng: nhip-song unit open ${code}`)
        .problem
    : null

/** More would fill the terminal. */
const LISTED = 10

function inWords(units: readonly Unit[]): string {
  if (!units.length) return 'Chưa có đơn vị nào: hãy thêm một kế hoạch (adopt) hoặc mở đường dẫn thiết lập.'
  const codes = units.slice(0, LISTED).map(({ code }) => code)
  return `Các đơn vị đang có: ${codes.join(', ')}${units.length > LISTED ? `, … (${units.length} đơn vị)` : ''}.`
}

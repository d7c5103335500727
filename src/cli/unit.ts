/** The unit that a command works on. */
import { invalid, ok, type Result } from '../core/problem.ts'
import type { Db } from '../store/db.ts'
import { findUnit, listUnits, type Unit } from '../store/units.ts'
import { type Args, textOption } from './command.ts'

/** `--unit`, or the only unit that there is. */
export async function unitOfArgs(args: Args, db: Db): Promise<Result<Unit>> {
  const code = textOption(args, 'unit')
  if (code !== undefined) {
    const unit = await findUnit(db, code)
    return unit ? ok(unit) : invalid(`Không có đơn vị "${code}".`)
  }
  const units = await listUnits(db)
  const [only] = units
  if (!only) return invalid('Chưa có đơn vị nào: hãy nhận một kế hoạch (adopt) hoặc thiết lập lần đầu.')
  if (units.length === 1) return ok(only)
  return invalid(`Có ${units.length} đơn vị, hãy thêm --unit: ${units.map((unit) => unit.code).join(', ')}.`)
}

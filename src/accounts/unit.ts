/** Which unit a command is about. */
import { invalid, ok, type Result } from '../core/problem.ts'
import type { Db } from '../store/db.ts'
import { units } from '../store/schema.ts'
import { findUnit, listUnits, type Unit } from '../store/units.ts'

/** The unit with this code; without a code, the only one there is. */
export async function chosenUnit(db: Db, code: string | undefined): Promise<Result<Unit>> {
  if (code !== undefined) {
    const unit = await findUnit(db, code)
    return unit ? ok(unit) : invalid(`Không có đơn vị “${code}”. ${await unitsInWords(db)}`)
  }
  const all = await listUnits(db)
  if (all.length === 1) return ok(all[0] as Unit)
  return invalid(all.length === 0 ? await unitsInWords(db) : `Hãy nêu --unit. ${await unitsInWords(db)}`)
}

async function unitsInWords(db: Db): Promise<string> {
  const codes = (await listUnits(db)).map((unit) => unit.code)
  if (codes.length === 0)
    return 'Chưa có đơn vị nào: hãy nhận một kế hoạch (adopt) hoặc mở đường dẫn thiết lập.'
  const more = codes.length > 10 ? `, … (${codes.length} đơn vị)` : ''
  return `Các đơn vị đang có: ${codes.slice(0, 10).join(', ')}${more}.`
}

export async function hasSeveralUnits(db: Db): Promise<boolean> {
  return (await db.select({ code: units.code }).from(units).limit(2)).length > 1
}

/** A plan from an .xlsx workbook, with what is wrong by sheet, row and column. */
import { type ReadBook, readBook } from '../core/form/plan-book.ts'
import type { Plan } from '../core/plan.ts'
import { fail, invalid, type Result } from '../core/problem.ts'
import { type Excess, readWorkbook } from './read-workbook.ts'
import { zipEntries } from './zip-entries.ts'

const MIB = 1024 * 1024
/** A plan has at most 2,000 obligations; the longest quote has 4,000 letters. */
const LIMITS = { rows: 10_000, columns: 200, cells: 400_000, letters: 10_000, unfolded: 32 * MIB }

const EXCESS: Record<Excess, string> = {
  rows: 'Tệp Excel có quá 10.000 dòng: hãy xoá các dòng trống ở cuối.',
  columns: 'Tệp Excel có quá 200 cột: hãy dùng mẫu Excel của chương trình.',
  cells: 'Tệp Excel có quá nhiều ô: hãy dùng mẫu Excel của chương trình.',
  unfolded: 'Tệp Excel quá lớn: hãy dùng mẫu Excel của chương trình.',
}

/** By what is in it, whatever its name says. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  return [...(zipEntries(bytes)?.keys() ?? [])].some((name) => /(^|\/)xl\/workbook\.xml$/.test(name))
}

export function readPlanBook(bytes: Uint8Array, unit: Plan['unit']): Result<ReadBook> {
  const read = readWorkbook(bytes, LIMITS)
  if (read === 'broken')
    return invalid('Tệp Excel hỏng hoặc không phải .xlsx: hãy mở bằng Excel rồi lưu lại.')
  if ('excess' in read) return fail({ kind: 'too-large', detail: EXCESS[read.excess] })
  return readBook(read.pages, unit)
}

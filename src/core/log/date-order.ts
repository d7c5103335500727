/** Which comes first in a column of days, the day or the month: one cell cannot say it, the column often does. */

import { daysBetween, type LocalDate } from '../wall-clock.ts'
import { isHeadedInEnglish, type PlayColumns, type Sheet } from './play-columns.ts'
import { type Cell, type DateOrder, dayNumbers, momentOf } from './play-time.ts'

/** What the numbers prove: 13 and more is no month. Null where every number could be either. */
export function provenOrder(cells: readonly Cell[]): DateOrder | 'both' | null {
  const pairs = cells.map(dayNumbers).filter((pair) => pair !== null)
  const dayFirst = pairs.some(([first, second]) => first > 12 && second <= 12)
  const monthFirst = pairs.some(([first, second]) => second > 12 && first <= 12)
  return dayFirst && monthFirst ? 'both' : dayFirst ? 'day-month' : monthFirst ? 'month-day' : null
}

export const cellsOf = (sheet: Sheet, column: number): Cell[] => sheet.map((row) => row[column] ?? null)

/** As the column proves, or as somebody said, or else as Vietnam writes, unless `orderTrouble` asks. */
export function orderOf(cells: readonly Cell[], said: DateOrder | null): DateOrder {
  const proven = provenOrder(cells)
  return proven === null || proven === 'both' ? (said ?? 'day-month') : proven
}

const BOTH =
  'Cột ngày có dòng ghi ngày trước tháng, có dòng ghi tháng trước ngày, nên không dòng nào chắc. Hãy xuất lại tệp với một kiểu ngày.'
const HALF_READ =
  'Cột ngày lẫn ngày thật của Excel với chữ ghi tháng trước ngày: Excel đã đọc ngược ngày và tháng của một số dòng. Hãy xuất lại tệp, rồi nhập mà không mở bằng Excel.'
const TWO_WAYS =
  'Cột ngày đọc được hai cách, ngày trước tháng hoặc tháng trước ngày. Hãy nhập tệp này ở trang Sổ nhật ký › Nhập nhật ký phát và chọn thứ tự.'

/** Why the days of a log must not be read as they are; null where they may. */
export function orderTrouble(sheet: Sheet, { date, dateOrder }: PlayColumns): string | null {
  const cells = cellsOf(sheet, date)
  const proven = provenOrder(cells)
  if (proven === 'both') return BOTH
  if (
    proven === 'month-day' &&
    cells.some((cell) => typeof cell === 'number' && momentOf(cell).date !== null)
  )
    return HALF_READ
  if (proven !== null || dateOrder !== null) return null
  const isOpen = isHeadedInEnglish(sheet, date) ? cells.some(readsTwoWays) : isLikelierMonthFirst(cells)
  return isOpen ? TWO_WAYS : null
}

function readsTwoWays(cell: Cell): boolean {
  const [first, second] = dayNumbers(cell) ?? []
  return first !== second
}

/** A log is of some weeks on end: days that lie close together one way and months apart the other. */
function isLikelierMonthFirst(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => dayNumbers(cell) !== null)
  const dayFirst = spanOf(texts, 'day-month')
  return dayFirst > 27 && spanOf(texts, 'month-day') * 3 < dayFirst
}

function spanOf(cells: readonly Cell[], order: DateOrder): number {
  const days = cells.map((cell) => momentOf(cell, order).date).filter((day): day is LocalDate => day !== null)
  const [first, last] = [days.reduce(earliest, days[0] ?? ''), days.reduce(latest, '')]
  return first && last ? daysBetween(first, last) : 0
}

const earliest = (a: LocalDate, b: LocalDate): LocalDate => (b < a ? b : a)
const latest = (a: LocalDate, b: LocalDate): LocalDate => (b > a ? b : a)

/** Which comes first in a column of days, the day or the month: one cell cannot say it, the column often does. */

import { daysBetween, type LocalDate, weekdayIndex } from '../wall-clock.ts'
import { isHeadedInEnglish, type PlayColumns, type Sheet } from './play-columns.ts'
import { type Cell, type DateOrder, dayNumbers, momentOf, weekdaySaid } from './play-time.ts'

/** What the numbers prove: 13 and more is no month, and 08/03 is no Monday. Null where every cell could be either. */
export function provenOrder(cells: readonly Cell[]): DateOrder | 'both' | null {
  const pairs = cells.map(dayNumbers).filter((pair) => pair !== null)
  const dayFirst = pairs.some(([first, second]) => first > 12 && second <= 12)
  const monthFirst = pairs.some(([first, second]) => second > 12 && first <= 12)
  if (dayFirst && monthFirst) return 'both'
  return dayFirst ? 'day-month' : monthFirst ? 'month-day' : orderByWeekdays(cells)
}

/** The one order in which each weekday is its day's. */
function orderByWeekdays(cells: readonly Cell[]): DateOrder | null {
  const named = cells.filter((cell) => weekdaySaid(cell) !== null && dayNumbers(cell) !== null)
  const isOn = (order: DateOrder) => (cell: Cell) => {
    const day = momentOf(cell, order).date
    return day !== null && weekdayIndex(day) + 1 === weekdaySaid(cell)
  }
  const [fits, others] = (['day-month', 'month-day'] as const).map((order) => named.every(isOn(order)))
  return named.length === 0 || fits === others ? null : fits ? 'day-month' : 'month-day'
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
const TURNED =
  'Cột ngày lẫn ngày thật của Excel với ngày còn là chữ: Excel đã đọc ngược ngày và tháng của một số dòng. Hãy xuất lại tệp, rồi nhập mà không mở bằng Excel.'
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
  if (proven === 'day-month' && isTurnedAround(cells)) return TURNED
  if (proven !== null || dateOrder !== null) return null
  const isOpen = isHeadedInEnglish(sheet, date) ? cells.some(readsTwoWays) : isLikelierMonthFirst(cells)
  return isOpen ? TWO_WAYS : null
}

/** An Excel that reads the month first makes days of 03/08 to 12/08 and leaves 13/08 as text. */
function isTurnedAround(cells: readonly Cell[]): boolean {
  const days = (read: (cell: Cell) => LocalDate | null) => cells.map(read).filter((day) => day !== null)
  const asTheyAre = days((cell) => momentOf(cell).date)
  const serials = days((cell) => (typeof cell === 'number' ? momentOf(cell).date : null))
  const texts = cells.map(dayNumbers).filter((pair) => pair !== null)
  if (!serials.length || serials.some((day) => Number(day.slice(8)) > 12)) return false
  if (texts.some(([first]) => first <= 12)) return false
  const turned = days((cell) => {
    const day = momentOf(cell).date
    return typeof cell === 'number' && day !== null ? turnedAround(day) : day
  })
  return isLikelier(turned, asTheyAre)
}

const turnedAround = (day: LocalDate): LocalDate => `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`

function readsTwoWays(cell: Cell): boolean {
  const [first, second] = dayNumbers(cell) ?? []
  return first !== second
}

function isLikelierMonthFirst(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => dayNumbers(cell) !== null)
  const read = (order: DateOrder) =>
    texts.map((cell) => momentOf(cell, order).date).filter((day) => day !== null)
  return isLikelier(read('month-day'), read('day-month'))
}

/** A log is of some weeks on end: days that lie close together one way and months apart the other. */
const isLikelier = (days: readonly LocalDate[], others: readonly LocalDate[]): boolean =>
  spanOf(others) > 27 && spanOf(days) * 3 < spanOf(others)

function spanOf(days: readonly LocalDate[]): number {
  const [first, last] = [days.reduce(earliest, days[0] ?? ''), days.reduce(latest, '')]
  return first && last ? daysBetween(first, last) : 0
}

const earliest = (a: LocalDate, b: LocalDate): LocalDate => (b < a ? b : a)
const latest = (a: LocalDate, b: LocalDate): LocalDate => (b > a ? b : a)

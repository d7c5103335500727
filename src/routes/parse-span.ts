/** Weeks, months and years as addresses name them. */
import { YEARS, yearOfText } from '../core/plan.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { type DateRange, isoWeekRange, monthRange } from '../core/wall-clock.ts'

const notFound = (detail: string) => fail({ kind: 'not-found', detail })

/** `2025-W32` → Monday to Sunday. A week that the year does not have is `invalid`; what names no week, `not-found`. */
export function parseWeek(text: string): Result<DateRange> {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? []
  if (year === undefined || yearOfText(year) === null)
    return notFound('Địa chỉ của một tuần viết như 2025-W32: năm, rồi W và số của tuần.')
  const range = isoWeekRange(Number(year), Number(week))
  const last = isoWeekRange(Number(year), 53) ? 53 : 52
  return range
    ? ok(range)
    : invalid(`Năm ${year} có các tuần từ 1 đến ${last}, không có tuần ${Number(week)}.`)
}

/** `2025-08` → its first to its last day. */
export function parseMonth(text: string): Result<DateRange> {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || yearOfText(year) === null)
    return notFound('Địa chỉ của một tháng viết như 2025-08: năm, rồi số của tháng.')
  const number = Number(month)
  if (number < 1 || number > 12) return invalid(`Không có tháng ${number}: các tháng từ 1 đến 12.`)
  return ok(monthRange(`${text}-01`))
}

export function parseYear(text: string): Result<number> {
  const year = yearOfText(text)
  return year === null
    ? notFound(`Địa chỉ của một năm viết như 2025, từ ${YEARS.from} đến ${YEARS.to}.`)
    : ok(year)
}

/** Days and spans as a Vietnamese office writes them. Never ISO on a page. */
import {
  type DateRange,
  daysBetween,
  isLocalDate,
  type LocalDate,
  monthOf,
  weekdayIndex,
  yearOf,
} from '../wall-clock.ts'

/** From Monday, as `weekdayIndex` counts. */
export const WEEKDAY_NAMES = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** `thứ Hai` */
export const weekdayName = (date: LocalDate): string => WEEKDAY_NAMES[weekdayIndex(date)] as string

/** `4/8` */
export const shortDay = (date: LocalDate): string => `${Number(date.slice(8))}/${monthOf(date)}`

/** `04/8/2025`, as documents write it: a zero before days under 10 and months under 3 (NĐ 30/2020/NĐ-CP). */
export function documentDay(date: LocalDate): string {
  const month = monthOf(date)
  return `${date.slice(8)}/${month < 3 ? `0${month}` : month}/${yearOf(date)}`
}

/** `thứ Hai 4/8/2025` */
export const dayInWords = (date: LocalDate): string =>
  `${weekdayName(date)} ${shortDay(date)}/${yearOf(date)}`

/** `tháng 8/2025` */
export const monthInWords = (date: LocalDate): string => `tháng ${monthOf(date)}/${yearOf(date)}`

/** `01/7 – 30/9/2025`, with both years when they differ. */
export function rangeInWords({ from, to }: DateRange): string {
  const start = documentDay(from)
  return `${yearOf(from) === yearOf(to) ? start.slice(0, start.lastIndexOf('/')) : start} – ${documentDay(to)}`
}

/** `còn 3 ngày`, `hôm nay`, `quá 2 ngày` */
export function daysLeft(today: LocalDate, day: LocalDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'hôm nay'
  return days > 0 ? `còn ${days} ngày` : `quá ${-days} ngày`
}

/** A day as people type it: `1/6/2026`, `01-06-2026`, `1.6.2026`; null for what is no day. */
export function parseDay(text: string): LocalDate | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}

/** Lists that nobody reads to their end: what a page shows of them, and how the rest is said and reached. */
import {
  type DateRange,
  type LocalDate,
  monthOf,
  monthRange,
  yearMonthOf,
  yearOf,
} from '../../core/wall-clock.ts'
import { figure } from '../../core/words/figures.ts'
import type { LeftOut, Link } from '../../templates/views.ts'

/** The year of a station with four airings a day is whole. */
export const MOST_LINES = 1500

/** Whole days while they fit, at least the first; `rows` by day. */
export function firstDays<R extends { day: LocalDate }>(
  rows: readonly R[],
  most = MOST_LINES,
): { shown: readonly R[]; left: readonly R[] } {
  const first = rows[most]
  if (!first) return { shown: rows, left: [] }
  const begins = rows.findIndex(({ day }) => day === first.day)
  const end = begins > 0 ? begins : rows.findIndex(({ day }) => day > first.day)
  return end < 0 ? { shown: rows, left: [] } : { shown: rows.slice(0, end), left: rows.slice(end) }
}

/** What is left, a link a month; the first one from the day on which the page ends. */
export function leftByMonth(
  left: readonly { day: LocalDate }[],
  hrefOf: (range: DateRange) => string,
): LeftOut | null {
  if (!left.length) return null
  const months = Map.groupBy(left, ({ day }) => yearMonthOf(day))
  const links = [...months.values()].map((rows): Link => {
    const { day } = rows[0] as { day: LocalDate }
    const words = `tháng ${monthOf(day)}/${yearOf(day)} (${figure(rows.length)} dòng)`
    return { href: hrefOf({ from: day, to: monthRange(day).to }), words }
  })
  return { words: `Trang này dừng ở đây, còn ${figure(left.length)} dòng. Xem tiếp theo tháng:`, links }
}

/** `page` from 1; beyond the last one, the last. */
export function pageOf<R>(
  rows: readonly R[],
  page: number,
  hrefOf: (page: number) => string,
): { shown: readonly R[]; rest: LeftOut | null } {
  const pages = Math.ceil(rows.length / MOST_LINES)
  if (pages < 2) return { shown: rows, rest: null }
  const at = (Math.min(Math.max(page, 1), pages) - 1) * MOST_LINES
  const shown = rows.slice(at, at + MOST_LINES)
  const links = Array.from({ length: pages }, (_, i) => ({ href: hrefOf(i + 1), words: `trang ${i + 1}` }))
  return {
    shown,
    rest: {
      words: `Trang này có dòng ${figure(at + 1)} đến ${figure(at + shown.length)} trong ${figure(rows.length)} dòng. Các trang khác:`,
      links: links.filter((_, i) => i * MOST_LINES !== at),
    },
  }
}

/** The first ones; `words` of how many there are beside them. */
export function firstOf<R>(
  rows: readonly R[],
  words: (left: string) => string,
  links: Link[] = [],
): { shown: readonly R[]; rest: LeftOut | null } {
  const left = rows.length - MOST_LINES
  if (left <= 0) return { shown: rows, rest: null }
  return { shown: rows.slice(0, MOST_LINES), rest: { words: words(figure(left)), links } }
}

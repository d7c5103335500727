/**
 * The spans over which a count is made. Two bases: the plan year (01/01–31/12) and the state report year
 * (15/12–14/12, NĐ 09/2019/NĐ-CP Điều 12). Which days they cover is data in `content/calendars/report-periods.json`.
 */
import { z } from 'zod'
import { REPORT_KINDS, type ReportKind } from './cadence.ts'
import { invalid, ok, type Result } from './problem.ts'
import {
  addDays,
  type DateRange,
  isLocalDate,
  type LocalDate,
  monthOf,
  monthRange,
  yearMonthOf,
  yearOf,
} from './wall-clock.ts'

export const BASES = ['plan-year', 'report-year'] as const
export type Basis = (typeof BASES)[number]

/** A day relative to a year: `{year: -1, month: 12, day: 15}` is 15 December of the year before. */
const yearDay = z.object({ year: z.int(), month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
const span = z.object({ name: z.string(), from: yearDay, to: yearDay, due: yearDay.nullable() })
const month = z.object({ fromDay: z.int().min(1).max(28), toDay: z.union([z.int(), z.literal('last')]) })
const basisSpans = z.object({
  Q1: span,
  Q2: span,
  H1: span,
  Q3: span,
  M9: span,
  Q4: span,
  H2: span,
  Y: span,
  month,
})

export const reportPeriods = z.object({
  bases: z.object({ 'plan-year': basisSpans, 'report-year': basisSpans }),
})
export type ReportPeriods = z.infer<typeof reportPeriods>

export type Period = DateRange & {
  basis: Basis
  /** `Y`, `Q3`, `2025-08`, or `2025-01-01..2025-03-31` */
  key: string
  name: string
}

const resolve = (year: number, at: z.infer<typeof yearDay>): LocalDate =>
  `${year + at.year}-${String(at.month).padStart(2, '0')}-${String(at.day).padStart(2, '0')}`

/** A report period of a year, with the day by which its report is due where the rule says one. */
export function reportPeriod(
  periods: ReportPeriods,
  basis: Basis,
  kind: ReportKind,
  year: number,
): DateRange & { name: string; due: LocalDate | null } {
  const { name, from, to, due } = periods.bases[basis][kind]
  return { name, from: resolve(year, from), to: resolve(year, to), due: due && resolve(year, due) }
}

export const isReportKind = (key: string): key is ReportKind =>
  (REPORT_KINDS as readonly string[]).includes(key)

/** A period by its key: `Y`, `Q1`…`Q4`, `H1`, `H2`, `M9` (nine months), `YYYY-MM`, or two days `YYYY-MM-DD..YYYY-MM-DD`. */
export function parsePeriod(periods: ReportPeriods, basis: Basis, key: string, year: number): Result<Period> {
  if (isReportKind(key)) {
    const { name, from, to } = reportPeriod(periods, basis, key, year)
    return ok({ basis, key, name, from, to })
  }
  if (isLocalDate(`${key}-01`)) return ok(monthPeriod(periods, basis, key))
  const [from = '', to = '', ...more] = key.split('..')
  if (isLocalDate(from) && isLocalDate(to) && from <= to && !more.length)
    return ok({ basis, key, name: 'khoảng ngày', from, to })
  const message = `Kỳ "${key.slice(0, 40)}" không có: dùng Y, Q1…Q4, H1, H2, M9, YYYY-MM hoặc YYYY-MM-DD..YYYY-MM-DD.`
  return invalid(message, [{ path: ['period'], code: 'unknown-period', message }])
}

function monthPeriod(periods: ReportPeriods, basis: Basis, key: string): Period {
  const { fromDay, toDay } = periods.bases[basis].month
  const first = `${key}-01`
  const name = `tháng ${monthOf(first)}/${yearOf(first)}`
  if (toDay === 'last') return { basis, key, name, ...monthRange(first) }
  const lastMonth = yearMonthOf(addDays(first, -1))
  const day = (n: number) => String(n).padStart(2, '0')
  return { basis, key, name, from: `${lastMonth}-${day(fromDay)}`, to: `${key}-${day(toDay)}` }
}

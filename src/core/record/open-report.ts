/** The report that is to be closed now: the last of the year's four whose period is over. */
import { type ReportPeriods, reportPeriod } from '../period.ts'
import { addDays, type DateRange, type LocalDate, yearOf } from '../wall-clock.ts'
import { type Closing, closedKey, OFFICE } from './closing.ts'

/** The four that CCHC asks for. */
export const ASKED_REPORTS = ['Q1', 'H1', 'Q3', 'Y'] as const

export type OpenReport = DateRange & {
  key: (typeof ASKED_REPORTS)[number]
  year: number
  /** The day by which it is to be sent. */
  due: LocalDate | null
}

/** So long after its period a report that nobody closed is still spoken of. */
const SPOKEN_OF_DAYS = 60

/** Null when it is closed, for the office or for each of its plans, and when it lies far back. */
export function openReport(
  planIds: readonly string[],
  closings: readonly Closing[],
  periods: ReportPeriods,
  today: LocalDate,
): OpenReport | null {
  const over = [yearOf(today) - 1, yearOf(today)]
    .flatMap((year) =>
      ASKED_REPORTS.map((key) => ({ key, year, ...reportPeriod(periods, 'report-year', key, year) })),
    )
    .filter(({ to }) => to < today && addDays(to, SPOKEN_OF_DAYS) >= today)
  const last = over.at(-1)
  if (!last || !planIds.length) return null
  const isClosed = (planId: string | null) =>
    closings.some(
      (one) =>
        one.basis === 'report-year' &&
        one.planId === (planId ?? OFFICE) &&
        one.year === last.year &&
        one.period === closedKey(planId, last, last.year),
    )
  const { key, year, from, to, due } = last
  return isClosed(null) || planIds.every(isClosed) ? null : { key, year, from, to, due }
}

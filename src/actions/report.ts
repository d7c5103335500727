/** The report of a period, as of a day: made of what is recorded now, or as it was when the period was closed. */

import type { Calendars } from '../calendars.ts'
import type { Basis } from '../core/period.ts'
import { parsePeriod } from '../core/period.ts'
import { ok, type Result } from '../core/problem.ts'
import type { Moment } from '../core/standing.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import { buildReport, type Report } from '../reports/report.ts'
import type { Db } from '../store/db.ts'
import { choosePlan, countOf, type PlanReadings, type PlanRecords, readPlan, recordsOf } from './count.ts'
import { dutiesOf, pacesOf, periodOf } from './year-count.ts'

export type ReportOf = {
  /** Without it, the unit's only plan. */
  planId?: string | undefined
  basis: Basis
  /** `Q1`, `H1`, `Y`, `2025-08`, two days: see `parsePeriod`. */
  period: string
  asOf: LocalDate
  /** "ước thực hiện đến 31/12" */
  forecast: boolean
}

export async function makeReport(
  db: Db,
  unit: string,
  of: ReportOf,
  calendars: Calendars,
  moment: Moment,
): Promise<Result<{ report: Report; known: PlanReadings }>> {
  const records = await readRecords(db, unit, of.planId)
  if (!records.ok) return records
  const known = readPlan(records.value, of.asOf, moment)
  const report = reportOf(known, of, calendars)
  return report.ok ? ok({ report: report.value, known }) : report
}

/** What a report is made of, for whoever has something else to ask meanwhile. */
export async function readRecords(
  db: Db,
  unit: string,
  planId: string | undefined,
): Promise<Result<PlanRecords>> {
  const plan = await choosePlan(db, unit, planId)
  return plan.ok ? ok(await recordsOf(db, unit, plan.value)) : plan
}

/** A report of what was read already. */
export function reportOf(
  known: PlanReadings,
  of: Omit<ReportOf, 'asOf'>,
  calendars: Calendars,
): Result<Report> {
  const { plan, asOf } = known
  const period = parsePeriod(calendars.periods, of.basis, of.period, plan.year)
  if (!period.ok) return period
  const count = countOf(known, period.value)
  const year = countOf(known, periodOf(calendars, 'plan-year', 'Y', plan.year))
  return ok(
    buildReport({
      ...{ unit: plan.unit, plan, period: period.value, asOf, forecast: of.forecast },
      ...{ logged: known.logged, confirmed: known.confirmed },
      duties: dutiesOf(count),
      year: dutiesOf(year),
      paces: pacesOf(year, calendars),
    }),
  )
}

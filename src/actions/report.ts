/** The report of a period, as of a day: made of what is recorded now, or as it was when the period was closed. */
import type { Calendars } from '../calendars.ts'
import type { Basis } from '../core/period.ts'
import { parsePeriod } from '../core/period.ts'
import { ok, type Result } from '../core/problem.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import { buildReport, type Report } from '../reports/report.ts'
import type { Db } from '../store/db.ts'
import { choosePlan, countOf, type PlanRecords, recordsOf } from './count.ts'
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
): Promise<Result<{ report: Report; known: PlanRecords }>> {
  const known = await readRecords(db, unit, of.planId)
  if (!known.ok) return known
  const report = reportOf(known.value, of, calendars)
  return report.ok ? ok({ report: report.value, known: known.value }) : report
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
export function reportOf(known: PlanRecords, of: ReportOf, calendars: Calendars): Result<Report> {
  const { plan } = known
  const period = parsePeriod(calendars.periods, of.basis, of.period, plan.year)
  if (!period.ok) return period
  const count = countOf(known, period.value, of.asOf)
  const year = countOf(known, periodOf(calendars, 'plan-year', 'Y', plan.year), of.asOf)
  return ok(
    buildReport({
      ...{ unit: plan.unit, plan, period: period.value, asOf: of.asOf, forecast: of.forecast },
      ...{ logged: known.logged, confirmed: known.confirmed },
      duties: dutiesOf(count),
      year: dutiesOf(year),
      paces: pacesOf(year, calendars),
    }),
  )
}

/** The report of a period, as of a day: made of what is recorded now, or as it was when the period was closed. */

import type { Calendars } from '../calendars.ts'
import { yearOfBasis } from '../core/count/basis.ts'
import { isDone } from '../core/fact.ts'
import { logRow } from '../core/log/log-words.ts'
import { EXTRA } from '../core/outside-plans.ts'
import { type Basis, type Period, parsePeriod } from '../core/period.ts'
import type { AdoptedPlan } from '../core/plan/edition.ts'
import { ok, type Result } from '../core/problem.ts'
import { type Reading, read } from '../core/reading.ts'
import { type Closing, closedKey, OFFICE } from '../core/record/closing.ts'
import { plannedDay } from '../core/slot.ts'
import { isKept, momentOf } from '../core/standing.ts'
import { contains, isYear, type LocalDate } from '../core/wall-clock.ts'
import { inSteps, portions, type Steps, withoutBreath } from '../portions.ts'
import { nameInReport } from '../reports/plan-name.ts'
import { buildReport, type Report, reportEntries } from '../reports/report.ts'
import type { PlanPart, ReportQuestion } from '../reports/report-question.ts'
import { listClosings } from '../store/closings.ts'
import { findPapers, paperFor, type SaidPapers } from '../store/paper-words.ts'
import { listSlots } from '../store/slots.ts'
import { findUnit } from '../store/units.ts'
import type { Look } from './act.ts'
import {
  type Count,
  choosePlan,
  countOf,
  officeCountOf,
  officeRecords,
  type PlanReadings,
  readPlans,
  recordsOf,
} from './count.ts'
import { countsOf, pacesOf, periodOf } from './year-count.ts'

export type ReportOf = {
  /** Without it, the office's, of all its plans. */
  planId?: string | undefined
  basis: Basis
  /** `Q1`, `H1`, `Y`, `2025-08`, two days: see `parsePeriod`. */
  period: string
  /** Of which `Q1`, `Y`… is meant; without it a plan's own. */
  year?: number | undefined
  asOf: LocalDate
  /** "ước thực hiện đến 31/12" */
  forecast: boolean
}

/** What a report is made of, for whoever has something else to ask of it. */
export type ReportBasis = {
  unit: { code: string; name: string }
  planId: string | null
  period: Period
  year: number
  plans: PlanReadings[]
  /** What was closed before, of the plan or of any. */
  closings: Closing[]
  /** Of the period, outside any plan; none beside one plan's report. */
  extras: Reading[]
  /** What the office says its own way: on this report, on all. */
  papers: SaidPapers
}

export async function makeReport(
  look: Look,
  of: ReportOf,
): Promise<Result<{ report: Report; known: ReportBasis }>> {
  const known = await readBasis(look, of)
  if (!known.ok) return known
  return ok({
    report: await inSteps(reportOf(known.value, of, look.calendars), look.breathe ?? withoutBreath),
    known: known.value,
  })
}

export async function readBasis(look: Look, of: ReportOf): Promise<Result<ReportBasis>> {
  const { db, unit, calendars, moment } = look
  const { basis, asOf } = of
  const plan = of.planId === undefined ? ok(null) : await choosePlan(db, unit, of.planId)
  if (!plan.ok) return plan
  const asked = of.year ?? plan.value?.year ?? yearOfBasis(calendars.periods, basis, asOf)
  const period = parsePeriod(calendars.periods, basis, of.period, asked)
  if (!period.ok) return period
  const year = yearOfBasis(calendars.periods, basis, period.value.to)
  const planId = plan.value?.id ?? null
  const key = { planId: planId ?? OFFICE, basis, period: closedKey(planId, period.value, year) }
  const [records, named, closings, extras, papers] = await Promise.all([
    plan.value ? recordsOf(look, plan.value).then((one) => [one]) : officeRecords(look, period.value, year),
    findUnit(db, unit),
    listClosings(db, unit, planId ?? undefined),
    plan.value ? [] : listSlots(db, unit, { planId: EXTRA }),
    findPapers(db, unit, key),
  ])
  return ok({
    unit: { code: unit, name: named?.name ?? unit },
    ...{ planId, period: period.value, year, closings, papers },
    plans: await readPlans(records, asOf, look),
    extras: read(extras, momentOf(asOf, moment)).filter(
      ({ slot, at }) => !slot.withdrawn && contains(period.value, plannedDay(slot)) && isKept(at.standing),
    ),
  })
}

/** A report of what was read already. */
export function* reportOf(
  known: ReportBasis,
  of: Pick<ReportOf, 'asOf' | 'forecast'>,
  calendars: Calendars,
): Steps<Report> {
  const { unit, period, year, planId, extras } = known
  const { asOf, forecast } = of
  const counts =
    planId === null
      ? officeCountOf(known.plans, period, year, asOf).plans
      : known.plans.map((one) => countOf(one, period))
  const plans = counts.map(({ plan }) => plan)
  yield
  const ownYear = ({ plan }: Count) => planId !== null && isYear(period, plan.year)
  const partsOf = (some: readonly Count[]) =>
    some.map((count) => partOf(count, ownYear(count), plans, calendars))
  const parts = yield* portions(counts, partsOf, 1)
  yield
  const scope = planId === null ? 'office' : 'plan'
  const paper = paperFor(known.papers)
  const question: ReportQuestion = {
    ...{ unit, scope, period, year, asOf, forecast, parts, extras, paper },
  }
  const entries = reportEntries(question)
  yield
  return buildReport(question, yield* portions(entries, (some) => some.map(logRow)))
}

function partOf(count: Count, ownYear: boolean, plans: AdoptedPlan[], calendars: Calendars): PlanPart {
  const { plan, logged, confirmed, all, period } = count
  const year = countOf(count, periodOf(calendars, 'plan-year', 'Y', plan.year))
  return {
    ...{ plan, ownYear, logged, confirmed },
    name: nameInReport(plan, plans),
    counts: countsOf(count),
    year: countsOf(year),
    paces: pacesOf(year, calendars),
    outside: all.filter(
      ({ slot, at }) =>
        slot.withdrawn && contains(period, plannedDay(slot)) && at.outcome && isDone(at.outcome),
    ),
  }
}

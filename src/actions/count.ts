/** The count of a plan, or of an office, over a period, as of a day: command line, API, pages and reports share it. */

import { yearOfBasis } from '../core/count/basis.ts'
import {
  type CountRow,
  countRows,
  type OwnYear,
  rowKey,
  type Targets,
  withFormer,
} from '../core/count/count-rows.ts'
import type { ChosenTarget } from '../core/count/target.ts'
import type { Fact } from '../core/fact.ts'
import { type Basis, type Period, parsePeriod } from '../core/period.ts'
import type { AdoptedPlan } from '../core/plan/edition.ts'
import { planJson } from '../core/plan/plan-json.ts'
import type { Obligation } from '../core/plan.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { type Reading, read, type SlotRecord } from '../core/reading.ts'
import { plannedDay } from '../core/slot.ts'
import { type Moment, momentOf } from '../core/standing.ts'
import { contains, type DateRange, isYear, type LocalDate } from '../core/wall-clock.ts'
import { inPortions, withoutBreath } from '../portions.ts'
import { confirmedFacts } from '../store/confirmations.ts'
import type { Db } from '../store/db.ts'
import { listLogged } from '../store/facts.ts'
import { findPlan, listPlans, plansAskingIn } from '../store/plans.ts'
import { listSlots } from '../store/slots.ts'
import { listTargets } from '../store/targets.ts'
import type { Look } from './act.ts'

export type CountQuestion = {
  /** Without it, the office's count: of all its plans. */
  planId?: string | undefined
  basis: Basis
  /** Of which `Y`, `Q3`… are meant; without it, a plan's own year, an office's that holds `asOf`. */
  year?: number | undefined
  /** `Y`, `Q3`, `2025-08`…: see `parsePeriod`. */
  period: string
  asOf: LocalDate
}

/** All that is stored of a plan: what every count of it is made from. */
export type PlanRecords = {
  plan: AdoptedPlan
  /** Its obligations, and those that asked for something before an edition dropped them. */
  obligations: Obligation[]
  /** Every slot of the plan. */
  all: readonly SlotRecord[]
  /** The facts logged on obligations without slots. */
  logged: Fact[]
  /** What the office chose to hold itself to; the last one of an obligation holds. */
  chosen: ChosenTarget[]
  /** Ids of the facts that a leader vouches for. */
  confirmed: ReadonlySet<string>
}

/** The same as of a day: each slot is judged once, whatever is counted of them. */
export type PlanReadings = Omit<PlanRecords, 'all'> & { all: readonly Reading[]; asOf: LocalDate }

export type Count = PlanReadings & {
  period: Period
  rows: CountRow[]
  /** The slots that the rows count. */
  readings: readonly Reading[]
}

export async function count(look: Look, question: CountQuestion): Promise<Result<Count | OfficeCount>> {
  const { db, unit, calendars, moment } = look
  const { planId, basis, period: key, asOf } = question
  if (planId === undefined) return officeCount(look, question)
  const plan = await choosePlan(db, unit, planId)
  if (!plan.ok) return plan
  const period = parsePeriod(calendars.periods, basis, key, question.year ?? plan.value.year)
  if (!period.ok) return period
  return ok(countOf(readPlan(await recordsOf(look, plan.value), asOf, moment), period.value))
}

/** Whatever plan a slot comes from, it is counted in the period of its planned day. */
export type OfficeCount = {
  plan: null
  period: Period
  /** The year of the basis to which the period belongs. */
  year: number
  asOf: LocalDate
  /** Those that asked for something in the period. */
  plans: Count[]
  rows: (CountRow & { planId: string })[]
}

export async function officeCount(
  look: Look,
  { basis, period: key, asOf, year: asked }: Omit<CountQuestion, 'planId'>,
): Promise<Result<OfficeCount>> {
  const { periods } = look.calendars
  const period = parsePeriod(periods, basis, key, asked ?? yearOfBasis(periods, basis, asOf))
  if (!period.ok) return period
  const year = yearOfBasis(periods, basis, period.value.to)
  const known = await officeRecords(look, period.value, year)
  return ok(officeCountOf(await readPlans(known, asOf, look), period.value, year, asOf))
}

/** Of what was read already. A plan of another year is counted for what it asked in the period, and for nothing else. */
export function officeCountOf(
  known: readonly PlanReadings[],
  period: Period,
  year: number,
  asOf: LocalDate,
): OfficeCount {
  const plans = known
    .map((one) => countIn(one, period))
    .map((one) => (one.plan.year === year ? one : withoutIdle(one)))
    .filter(({ rows }) => rows.length)
  const rows = plans.flatMap(({ plan, rows }) => rows.map((row) => ({ planId: plan.id, ...row })))
  return { plan: null, period, year, asOf, plans, rows }
}

const withoutIdle = (one: Count): Count => ({
  ...one,
  rows: one.rows.filter(({ scheduled, logged }) => scheduled + logged > 0),
})

/** The plans of a year, and those of other years that asked for something, or were told of, in the period. */
export async function officeRecords(asked: Asked, period: DateRange, year: number): Promise<PlanRecords[]> {
  const { db, unit } = asked
  const [plans, asking] = await Promise.all([listPlans(db, unit), plansAskingIn(db, unit, period)])
  const counted = plans.filter((plan) => plan.year === year || asking.has(plan.id))
  return recordsOfAll(asked, counted)
}

/** Whose slots are read, and what others have their turn by meanwhile. */
type Asked = Pick<Look, 'db' | 'unit' | 'breathe'>

export async function recordsOf(asked: Asked, plan: AdoptedPlan): Promise<PlanRecords> {
  const [records] = await recordsOfAll(asked, [plan])
  return records as PlanRecords
}

/** As many questions for ten plans as for one. */
async function recordsOfAll(
  { db, unit, breathe = withoutBreath }: Asked,
  plans: readonly AdoptedPlan[],
): Promise<PlanRecords[]> {
  if (!plans.length) return []
  const planIds = plans.map(({ id }) => id)
  const [slots, facts, targets, confirmed] = await Promise.all([
    listSlots(db, unit, { planIds }, breathe),
    listLogged(db, unit, { planIds }),
    listTargets(db, unit, planIds),
    confirmedFacts(db, unit, planIds),
  ])
  const slotsOf = Map.groupBy(slots, ({ slot }) => slot.planId)
  return plans.map((plan) => {
    const all = slotsOf.get(plan.id) ?? []
    const asked = all.filter(({ slot }) => !slot.withdrawn).map(({ obligation }) => obligation)
    return {
      ...{ plan, obligations: withFormer(plan.obligations, asked), all, confirmed },
      logged: facts.filter(({ planId }) => planId === plan.id),
      chosen: targets.filter(({ planId }) => planId === plan.id),
    }
  })
}

/** As of a day, seen from `moment`. */
export const readPlan = (known: PlanRecords, asOf: LocalDate, moment: Moment): PlanReadings => ({
  ...known,
  all: read(known.all, momentOf(asOf, moment)),
  asOf,
})

/** Others have their turn between two plans. */
export const readPlans = (
  known: readonly PlanRecords[],
  asOf: LocalDate,
  { moment, breathe = withoutBreath }: Pick<Look, 'moment' | 'breathe'>,
): Promise<PlanReadings[]> =>
  inPortions(known, breathe, (some) => some.map((one) => readPlan(one, asOf, moment)), 1)

/** One period of what was read already; over the plan's own year, all its slots, those beyond it too. */
export const countOf = (known: PlanReadings, period: Period): Count =>
  counted(known, period, isYear(period, known.plan.year) ? 'plan' : null)

/** What is planned in a period, and nothing else. */
const countIn = (known: PlanReadings, period: Period): Count =>
  counted(known, period, isYear(period, known.plan.year) ? 'office' : null)

function counted(known: PlanReadings, period: Period, ownYear: OwnYear): Count {
  const { plan, all, logged, asOf } = known
  const options = { targets: targetsOf(known.chosen), inForceFrom: plan.inForceFrom, ownYear }
  const rows = countRows(known.obligations, all, logged, { period, asOf }, options)
  const readings = ownYear === 'plan' ? all : all.filter(({ slot }) => contains(period, plannedDay(slot)))
  return { ...known, period, rows, readings }
}

const targetsOf = (chosen: readonly ChosenTarget[]): Targets =>
  new Map(chosen.map((target) => [rowKey(target), target.value]))

export async function choosePlan(db: Db, unit: string, id: string | undefined): Promise<Result<AdoptedPlan>> {
  if (id !== undefined) {
    const plan = await findPlan(db, unit, id)
    return plan ? ok(plan) : fail({ kind: 'not-found', detail: `Không có kế hoạch "${id.slice(0, 80)}".` })
  }
  const plans = await listPlans(db, unit)
  const [first] = plans
  if (!first) return fail({ kind: 'not-found', detail: 'Đơn vị chưa có kế hoạch nào.' })
  if (plans.length === 1) return ok(first)
  const message = `Đơn vị có ${plans.length} kế hoạch, hãy chọn một: ${plans.map((plan) => plan.id).join(', ')}.`
  return invalid(message, [{ path: ['plan'], code: 'ambiguous-plan', message }])
}

/** The public shape: what `count --format json` prints and `/api/v1/compliance` answers. */
export const countJson = ({ plan, period: { basis, from, to }, asOf, rows }: Count | OfficeCount) => ({
  plan: plan && planJson(plan),
  period: { basis, from, to },
  asOf,
  rows: rows.map(asScheduled),
})

/** To whoever counts slots, one that waits for its condition is scheduled as well; a page leaves it out of every sum. */
export const asScheduled = <R extends CountRow>({ awaiting, ...row }: R): Omit<R, 'awaiting'> => ({
  ...row,
  scheduled: row.scheduled + awaiting,
})

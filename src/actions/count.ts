/** The count of a plan over a period, as of a day: the command line, the API, the pages and the reports share it. */
import type { Calendars } from '../calendars.ts'
import { type ComplianceRow, compliance, rowKey, type Targets, withFormer } from '../core/compliance.ts'
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
import { contains, type LocalDate } from '../core/wall-clock.ts'
import { confirmedFacts } from '../store/confirmations.ts'
import type { Db } from '../store/db.ts'
import { listLogged } from '../store/facts.ts'
import { findPlan, listPlans } from '../store/plans.ts'
import { listSlots } from '../store/slots.ts'
import { listTargets } from '../store/targets.ts'

export type CountQuestion = {
  /** Without it, the unit's only plan. */
  planId?: string | undefined
  basis: Basis
  /** `Y`, `Q3`, `2025-08`…: see `parsePeriod`. */
  period: string
  asOf: LocalDate
}

/** All that is stored of a plan: what every count of it is made from. */
export type PlanRecords = {
  plan: AdoptedPlan
  /** Its duties, and those that asked for something before an edition dropped them. */
  duties: Obligation[]
  /** Every slot of the plan. */
  all: SlotRecord[]
  /** The facts logged on duties without slots. */
  logged: Fact[]
  /** What the office chose to hold itself to; the last one of a duty holds. */
  chosen: ChosenTarget[]
  /** Ids of the facts that a leader vouches for. */
  confirmed: ReadonlySet<string>
}

/** The same as of a day: each slot is judged once, whatever is counted of them. */
export type PlanReadings = Omit<PlanRecords, 'all'> & { all: readonly Reading[]; asOf: LocalDate }

export type Count = PlanReadings & {
  period: Period
  rows: ComplianceRow[]
  /** The slots that the rows count. */
  readings: Reading[]
}

export async function count(
  db: Db,
  unit: string,
  { planId, basis, period: key, asOf }: CountQuestion,
  calendars: Calendars,
  moment: Moment,
): Promise<Result<Count>> {
  const plan = await choosePlan(db, unit, planId)
  if (!plan.ok) return plan
  const period = parsePeriod(calendars.periods, basis, key, plan.value.year)
  if (!period.ok) return period
  return ok(countOf(readPlan(await recordsOf(db, unit, plan.value), asOf, moment), period.value))
}

export async function recordsOf(db: Db, unit: string, plan: AdoptedPlan): Promise<PlanRecords> {
  const [all, logged, chosen, confirmed] = await Promise.all([
    listSlots(db, unit, { planId: plan.id }),
    listLogged(db, unit, { planId: plan.id }),
    listTargets(db, unit, plan.id),
    confirmedFacts(db, unit, plan.id),
  ])
  const asked = all.filter(({ slot }) => !slot.withdrawn).map(({ obligation }) => obligation)
  return { plan, duties: withFormer(plan.obligations, asked), all, logged, chosen, confirmed }
}

/** As of a day, seen from `moment`. */
export const readPlan = (known: PlanRecords, asOf: LocalDate, moment: Moment): PlanReadings => ({
  ...known,
  all: read(known.all, momentOf(asOf, moment)),
  asOf,
})

/** One period of what was read already. */
export function countOf(known: PlanReadings, period: Period): Count {
  const { plan, all, logged, asOf } = known
  const options = { targets: targetsOf(known.chosen), inForceFrom: plan.inForceFrom }
  const rows = compliance(known.duties, all, logged, period, asOf, options)
  const readings = all.filter(({ slot }) => contains(period, plannedDay(slot)))
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
  if (!first) return fail({ kind: 'not-found', detail: 'Đơn vị chưa nhận kế hoạch nào.' })
  if (plans.length === 1) return ok(first)
  const message = `Đơn vị có ${plans.length} kế hoạch, hãy chọn một: ${plans.map((plan) => plan.id).join(', ')}.`
  return invalid(message, [{ path: ['plan'], code: 'ambiguous-plan', message }])
}

/** The public shape: what `count --format json` prints and `/api/v1/compliance` answers. */
export const countJson = ({ plan, period: { basis, from, to }, asOf, rows }: Count) => ({
  plan: planJson(plan),
  period: { basis, from, to },
  asOf,
  rows,
})

/** What a plan asks for now: its slots with the days that people set for events, up to its end. */
import type { Fact } from '../fact.ts'
import type { ReportPeriods } from '../period.ts'
import type { Obligation, Plan } from '../plan.ts'
import { expand, plannedDay, type Slot } from '../slot.ts'
import type { LocalDate } from '../wall-clock.ts'
import { withTriggers } from './trigger.ts'

/**
 * The plan as it is counted: with the days of events, the very same plan when there are none. A total for a whole year
 * says nothing about the part of it up to an end.
 */
export function heldPlan(plan: Plan, ends: LocalDate | null, logged: readonly Fact[]): Plan {
  const dated = withTriggers(plan, logged)
  return ends === null ? dated : { ...dated, obligations: dated.obligations.map(withoutTotal) }
}

/** The slots of a held plan, up to its end. */
export const askedSlots = (plan: Plan, ends: LocalDate | null, periods: ReportPeriods): readonly Slot[] =>
  ends === null ? expand(plan, periods) : expand(plan, periods).filter((slot) => plannedDay(slot) < ends)

/** A total for a whole year says nothing about a part of it. */
export const withoutTotal = <D extends Pick<Obligation, 'cadence'>>(obligation: D): D =>
  'declared' in obligation.cadence
    ? { ...obligation, cadence: { ...obligation.cadence, declared: null } }
    : obligation

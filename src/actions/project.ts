/** An edition against what is stored: its slots, and what that changes. Pure but for its types. */
import type { ReportPeriods } from '../core/period.ts'
import { askedSlots, heldPlan } from '../core/plan/asked.ts'
import { type Changes, changesBetween } from '../core/plan/changes.ts'
import { firstDayOf, type Origin, type PlanEnd } from '../core/plan/edition.ts'
import { placeSlots } from '../core/plan/placing.ts'
import type { Plan } from '../core/plan.ts'
import { plannedDay } from '../core/slot.ts'
import { type LocalDate, localDateOf } from '../core/wall-clock.ts'
import type { Steps } from '../portions.ts'
import { digestAfter } from '../store/editions.ts'
import type { PlanState } from '../store/plan-state.ts'
import type { Projection } from '../store/projection.ts'
import type { Act } from './act.ts'

export type Projected = { projection: Projection; changes: Changes }

type Question = {
  unit: string
  /** The first day; null is the whole plan. */
  from: LocalDate | null
  edition: number
  origin: Origin
  ends: PlanEnd | null
  periods: ReportPeriods
  /** One obligation's slots alone; the others stay as they are. */
  only?: string
}

/** Each step takes some fifty milliseconds where a plan has ten thousand slots. */
export function* project(state: PlanState, plan: Plan, question: Question): Steps<Projected> {
  const { unit, from, edition, origin, ends, periods, only } = question
  const held = heldPlan(plan, ends?.from ?? null, state.logged)
  const asked = askedSlots(held, ends?.from ?? null, periods)
  yield
  const placing = only
    ? placeSlots(
        state.stored.filter(({ slot }) => slot.obligationId === only),
        asked.filter(({ obligationId }) => obligationId === only),
        from,
      )
    : placeSlots(state.stored, asked, from)
  yield
  const digest = digestAfter(state.digest, held, edition)
  yield
  return {
    projection: { unit, plan: held, edition, origin, ends, digest, placing, state },
    changes: changesBetween(state.adopted?.plan ?? null, plan, placing),
  }
}

/** From which day on it holds when nobody says. */
export function defaultFrom(
  act: Act,
  state: PlanState,
  { plan, origin }: { plan: Plan; origin: Origin },
): LocalDate {
  const days = state.stored.filter(({ gone }) => !gone).map(({ slot }) => plannedDay(slot))
  return firstDayOf({
    plan,
    before: state.plan ? (state.adopted?.from ?? null) : null,
    firstSlot: days.sort()[0] ?? null,
    recorded: state.recorded,
    restores: origin === 'restored',
    today: localDateOf(act.now),
  })
}

/** A correction by hand leaves a plan that nobody issued what it is. */
export const originAfter = ({ plan }: PlanState, origin: Origin): Origin =>
  plan && (origin === 'form' || origin === 'restored') ? plan.origin : origin

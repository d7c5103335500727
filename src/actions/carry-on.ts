/** Making the coming year of plans that run on, and ending it when a new plan takes its place. */
import type { Calendars } from '../calendars.ts'
import { carryOn as carriedPlans } from '../core/plan/carry-on.ts'
import { expand, plannedDay } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'
import { dropEmptyPlan, listKnownPlans } from '../store/continuations.ts'
import type { Db } from '../store/db.ts'
import { savePlan } from '../store/plans.ts'

/** A plan's coming year, as it stands now. */
export type Continuation = { planId: string; title: string; year: number; slots: number; adoptedAt: Instant }

/** Stores what should stand now; again changes nothing. Answers the years that are made and were not ended. */
export async function carryOn(
  db: Db,
  unit: string,
  calendars: Calendars,
  since: Instant,
  now: Instant,
): Promise<Continuation[]> {
  const carried = carriedPlans(await listKnownPlans(db, unit), since, now)
  for (const { plan, until } of carried) {
    const slots = expand(plan, calendars.periods).filter((slot) => until === null || plannedDay(slot) < until)
    await savePlan(db, unit, plan, slots, now)
    if (slots.length === 0) await dropEmptyPlan(db, unit, plan.id)
  }
  const known = await listKnownPlans(db, unit)
  return carried
    .filter(({ until }) => until === null)
    .map(({ plan }) => ({
      ...{ planId: plan.id, title: plan.title, year: plan.year },
      slots: expand(plan, calendars.periods).length,
      adoptedAt: known.find((one) => one.plan.id === plan.id)?.adoptedAt ?? now,
    }))
}

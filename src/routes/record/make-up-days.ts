/** The days that a page offers for a slot's make-up: the rules of `core/make-up.ts` on what the unit has planned. */
import { AIRINGS_PER_WEEK, makeUpDates } from '../../core/record/make-up.ts'
import { assess, hasDay } from '../../core/standing.ts'
import { addDays, type LocalDate, localDateOf, yearOf, yearRange } from '../../core/wall-clock.ts'
import { findPlan } from '../../store/plans.ts'
import { listSlots, type SlotRecord } from '../../store/slots.ts'
import type { Ctx } from '../env.ts'

/** Look this far ahead for days that are already taken, in days. */
const HORIZON = 60

export async function daysForMakeUp(c: Ctx, { slot }: SlotRecord): Promise<LocalDate[]> {
  const { deps, who, now } = c.var
  const today = localDateOf(now)
  const range = { from: addDays(today, -7), to: addDays(today, HORIZON) }
  const [plan, others] = await Promise.all([
    findPlan(deps.db, who.unit, slot.planId),
    listSlots(deps.db, who.unit, { range }),
  ])
  const taken = others
    .map((other) => ({ ...other, at: assess(other.slot, other.facts, now) }))
    .filter((other) => other.slot.id !== slot.id && hasDay(other.slot, other.at))
    .map(({ slot: { obligationId }, at }) => ({ obligationId, date: at.dueDay, time: at.dueTime }))
  const rules = {
    silentDays: plan?.silentDays ?? [],
    calendar: deps.calendars.work,
    within: yearRange(plan?.year ?? yearOf(today)),
    perWeek: AIRINGS_PER_WEEK,
  }
  return makeUpDates(slot, taken, rules, now)
}

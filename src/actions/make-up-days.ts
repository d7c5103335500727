/** The days on which a slot may be made up for: the rules of `core/record/make-up.ts` on what the unit has planned. */
import type { WorkCalendar } from '../core/plan/work-calendar.ts'
import type { SlotRecord } from '../core/reading.ts'
import { AIRINGS_PER_WEEK, makeUpDates } from '../core/record/make-up.ts'
import { assess, hasDay } from '../core/standing.ts'
import { addDays, type Instant, type LocalDate, localDateOf, yearOf, yearRange } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { findPlan } from '../store/plans.ts'
import { listSlots } from '../store/slots.ts'

/** Look this far ahead for days that are already taken, in days. */
const HORIZON = 60

export async function daysForMakeUp(
  db: Db,
  unit: string,
  { slot }: SlotRecord,
  calendar: WorkCalendar,
  now: Instant,
): Promise<LocalDate[]> {
  const today = localDateOf(now)
  const range = { from: addDays(today, -7), to: addDays(today, HORIZON) }
  const [plan, others] = await Promise.all([findPlan(db, unit, slot.planId), listSlots(db, unit, { range })])
  const taken = others
    .map((other) => ({ ...other, at: assess(other.slot, other.facts, now) }))
    .filter((other) => other.slot.id !== slot.id && hasDay(other.slot, other.at))
    .map(({ slot: { obligationId }, at }) => ({ obligationId, date: at.dueDay, time: at.dueTime }))
  const rules = {
    silentDays: plan?.silentDays ?? [],
    calendar,
    within: yearRange(plan?.year ?? yearOf(today)),
    perWeek: AIRINGS_PER_WEEK,
  }
  return makeUpDates(slot, taken, rules, now)
}

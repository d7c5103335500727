/** A plan as a calendar file, one event a slot. The same plan gives the same bytes: nothing in it is of today. */
import { calendars } from '../calendars.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import { untouched } from '../core/reading.ts'
import type { Slot } from '../core/slot.ts'
import { instantOf } from '../core/wall-clock.ts'
import { calendarText } from '../ical/calendar.ts'
import { byStart, entryOf } from '../ical/entry.ts'

export function calendarFile(plan: Plan, slots: readonly Slot[]): string {
  const obligationOf = new Map(plan.obligations.map((obligation) => [obligation.id, obligation]))
  const changedAt = instantOf(plan.issued ?? plan.inForceFrom)
  const entries = slots.map((slot) =>
    entryOf({ ...untouched(slot, obligationOf.get(slot.obligationId) as Obligation), changedAt }),
  )
  const text = calendarText(entries.sort(byStart), {
    ...{ unit: plan.unit, name: plan.title, work: calendars.work, now: changedAt },
    ...{ baseUrl: null, alarm: null, reminders: false },
  })
  // Whoever prints it ends the last line.
  return text.replace(/\n$/, '')
}

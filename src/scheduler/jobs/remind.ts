/** Before a slot: the evening before, or so many minutes before it, as the unit chose. */
import { weekPath } from '../../core/places.ts'
import { capital } from '../../core/text.ts'
import {
  addDays,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
  wallTimeOf,
} from '../../core/wall-clock.ts'
import { shortDay, weekdayName } from '../../core/words/words.ts'
import type { Deps } from '../../deps.ts'
import { listRecipients } from '../../store/notices.ts'
import type { NewMessage } from '../../store/outbox.ts'
import { listSlots } from '../../store/slots.ts'
import type { Done, OfUnit, Span, UnitJob } from '../job.ts'
import { assessAll, byStart, hasDay, isOpen, type Standing, slotLine, startOf } from '../lines.ts'
import { notify } from '../notify.ts'
import { beatsIn, daily } from '../when.ts'

export const remind: UnitJob = {
  name: 'remind',
  summed: true,
  next: (after, { remindAt }) => daily(remindAt)(after),
  run: (deps, unit, span) =>
    unit.remindMinutes === null
      ? eveningBefore(deps, unit, span)
      : minutesBefore(deps, unit, unit.remindMinutes, span),
}

async function eveningBefore(deps: Deps, unit: OfUnit, span: Span): Promise<Done> {
  const evening = beatsIn(daily(unit.remindAt), span).at(-1)
  if (evening === undefined) return { since: span.since }
  const day = addDays(localDateOf(evening), 1)
  const coming = await openSlots(deps, unit.code, day, day, span.now)
  const ahead = coming.filter((slot) => lastMoment(slot) > span.now)
  const when = `${capital(weekdayName(day))} ${shortDay(day)}`
  return { messages: await reminders(deps, unit, day, when, ahead, span.now) }
}

/** Looked at anew when a plan is adopted or a slot is moved, and with each midnight. */
async function minutesBefore(deps: Deps, unit: OfUnit, minutes: number, { since, now }: Span): Promise<Done> {
  const today = localDateOf(now)
  const slots = await openSlots(deps, unit.code, today, addDays(today, 2), now)
  const timed = slots.filter(({ at }) => at.dueTime !== null)
  const noticeOf = (slot: Standing): Instant => startOf(slot) - minutes * 60_000
  const due = timed.filter((slot) => since < noticeOf(slot) && noticeOf(slot) <= now && startOf(slot) > now)
  const messages: NewMessage[] = []
  for (const [start, together] of Map.groupBy(due, startOf))
    messages.push(...(await reminders(deps, unit, occasionOf(start), whenOf(start), together, now)))
  const upcoming = timed.map(noticeOf).filter((at) => at > now)
  return { messages, next: Math.min(endOfDay(today), ...upcoming) }
}

const occasionOf = (start: Instant): string => `${localDateOf(start)}T${wallTimeOf(start)}`

function whenOf(start: Instant): string {
  const day = localDateOf(start)
  return `${wallTimeOf(start)} ${weekdayName(day)} ${shortDay(day)}`
}

async function openSlots(deps: Deps, unit: string, from: LocalDate, to: LocalDate, now: Instant) {
  const records = await listSlots(deps.db, unit, { range: { from, to } })
  return assessAll(records, now)
    .filter((slot) => isOpen(slot) && hasDay(slot) && from <= slot.at.dueDay && slot.at.dueDay <= to)
    .sort(byStart)
}

/** Until when a reminder of it makes sense. */
const lastMoment = (slot: Standing): Instant =>
  slot.at.dueTime === null ? endOfDay(slot.at.dueDay) : startOf(slot)

async function reminders(
  deps: Deps,
  unit: OfUnit,
  occasion: string,
  when: string,
  slots: readonly Standing[],
  now: Instant,
): Promise<NewMessage[]> {
  const [first] = slots
  if (!first) return []
  const view = {
    when,
    count: slots.length,
    slots: slots.map((slot) => slotLine(slot)),
    path: weekPath(first.at.dueDay),
  }
  const usefulUntil = Math.max(...slots.map(lastMoment))
  const notice = { unit: unit.code, template: 'remind' as const, occasion, view, usefulUntil }
  return notify(notice, await listRecipients(deps.db, unit.code, 'remind'), now)
}

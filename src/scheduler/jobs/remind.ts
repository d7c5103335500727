/** Before a slot: the evening before, or so many minutes before it, as the unit chose. */

import { notify } from '../../actions/notify.ts'
import { weekPath } from '../../core/paths.ts'
import { byDay, isDated, type Reading, read, startOf } from '../../core/reading.ts'
import type { Moment } from '../../core/standing.ts'
import { capital } from '../../core/text.ts'
import {
  addDays,
  contains,
  type DateRange,
  endOfDay,
  type Instant,
  localDateOf,
  wallTimeOf,
} from '../../core/wall-clock.ts'
import { slotCount } from '../../core/words/slot-words.ts'
import { shortDay, weekdayName } from '../../core/words/words.ts'
import type { Deps } from '../../deps.ts'
import { listRecipients } from '../../store/notices.ts'
import type { NewMessage } from '../../store/outbox.ts'
import { listSlots } from '../../store/slots.ts'
import type { Done, OfUnit, UnitJob, UnitSpan } from '../job.ts'
import { isUnsettled, messageSlot } from '../lines.ts'
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

async function eveningBefore(deps: Deps, unit: OfUnit, span: UnitSpan): Promise<Done> {
  const evening = beatsIn(daily(unit.remindAt), span).at(-1)
  if (evening === undefined) return { since: span.since }
  const day = addDays(localDateOf(evening), 1)
  const coming = await openSlots(deps, unit.code, { from: day, to: day }, span)
  const ahead = coming.filter((slot) => lastMoment(slot) > span.now)
  const when = `${capital(weekdayName(day))} ${shortDay(day)}`
  return { messages: await reminders(deps, unit, { occasion: day, when }, ahead, span.now) }
}

/** Looked at anew when a plan is adopted or a slot is moved, and with each midnight. */
async function minutesBefore(deps: Deps, unit: OfUnit, minutes: number, span: UnitSpan): Promise<Done> {
  const { since, now } = span
  const today = localDateOf(now)
  const slots = await openSlots(deps, unit.code, { from: today, to: addDays(today, 2) }, span)
  const timed = slots.filter(({ at }) => at.dueTime !== null)
  const noticeOf = (slot: Reading): Instant => startOf(slot) - minutes * 60_000
  const due = timed.filter((slot) => since < noticeOf(slot) && noticeOf(slot) <= now && startOf(slot) > now)
  const messages: NewMessage[] = []
  for (const [start, together] of Map.groupBy(due, startOf))
    messages.push(
      ...(await reminders(deps, unit, { occasion: occasionOf(start), when: whenOf(start) }, together, now)),
    )
  const upcoming = timed.map(noticeOf).filter((at) => at > now)
  return { messages, next: Math.min(endOfDay(today), ...upcoming) }
}

const occasionOf = (start: Instant): string => `${localDateOf(start)}T${wallTimeOf(start)}`

function whenOf(start: Instant): string {
  const day = localDateOf(start)
  return `${wallTimeOf(start)} ${weekdayName(day)} ${shortDay(day)}`
}

async function openSlots(deps: Deps, unit: string, range: DateRange, moment: Moment) {
  const records = await listSlots(deps.db, unit, { range })
  return read(records, moment)
    .filter((slot) => isUnsettled(slot) && isDated(slot) && contains(range, slot.at.dueDay))
    .sort(byDay)
}

/** Until when a reminder of it makes sense. */
const lastMoment = (slot: Reading): Instant =>
  slot.at.dueTime === null ? endOfDay(slot.at.dueDay) : startOf(slot)

async function reminders(
  deps: Deps,
  unit: OfUnit,
  { occasion, when }: { occasion: string; when: string },
  slots: readonly Reading[],
  now: Instant,
): Promise<NewMessage[]> {
  const [first] = slots
  if (!first) return []
  const view = {
    when,
    count: slotCount(slots),
    slots: slots.map((slot) => messageSlot(slot)),
    path: weekPath(first.at.dueDay),
  }
  const usefulUntil = Math.max(...slots.map(lastMoment))
  const notice = { unit: unit.code, template: 'remind' as const, occasion, view, usefulUntil }
  return notify(notice, await listRecipients(deps.db, unit.code, 'remind'), now)
}

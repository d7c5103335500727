/** After a long pause of the machine: one message for all that the others would have said meanwhile. */

import { carryOn } from '../../actions/carry-on.ts'
import { forDays, notify } from '../../actions/notify.ts'
import { milestones } from '../../core/notice/milestone.ts'
import { isDated, type Reading, read, startOf } from '../../core/reading.ts'
import { plannedDay } from '../../core/slot.ts'
import { addDays, daysBetween, endOfDay, localDateOf, weekRange } from '../../core/wall-clock.ts'
import { slotCount } from '../../core/words/slot-words.ts'
import { documentDay } from '../../core/words/words.ts'
import type { Deps } from '../../deps.ts'
import { listRecipients } from '../../store/notices.ts'
import { listSlots } from '../../store/slots.ts'
import { NEVER } from '../../store/turns.ts'
import type { UnitJob, UnitSpan } from '../job.ts'
import { dueLine, isUnsettled, messageSlot } from '../lines.ts'
import { cameWithout } from './ask.ts'
import { openDues } from './deadlines.ts'
import { slippingTotals } from './pace.ts'

/** More would not be read. */
const LISTED = 20

export const catchUp: UnitJob = {
  name: 'catch-up',
  summed: false,
  next: () => NEVER,
  run: async (deps, unit, span) => {
    const recipients = await listRecipients(deps.db, unit.code, null)
    if (!recipients.length) return {}
    const [from, to] = [localDateOf(span.since), localDateOf(span.now)]
    const open = await cameWithout(deps, unit.code, span)
    const dues = await duesOf(deps, unit.code, span)
    const totals = await slippingTotals(deps, unit.code, span)
    const coming = await comingThisWeek(deps, unit.code, span)
    // Made here too, since the job that makes it may have its turn after this one.
    const made = await carryOn(deps, unit.code, span)
    const years = made.filter(({ adoptedAt }) => adoptedAt > span.since)
    if (!open.length && !dues.length && !totals.length && !coming && !years.length) return {}
    const view = {
      ...{ from: documentDay(from), to: documentDay(to), nights: daysBetween(from, to) },
      unconfirmed: slotCount(open),
      slots: open.slice(0, LISTED).map((slot) => messageSlot(slot, true)),
      more: Math.max(0, open.length - LISTED),
      dues: dues.map((slot) => dueLine(slot, to, deps.calendars)),
      years: years.map(({ title, year, slots }) => ({ title, year, count: slots })),
      ...{ totals, coming, path: '/' },
    }
    const notice = {
      ...{ unit: unit.code, template: 'catch-up' as const, occasion: from, view },
      usefulUntil: forDays(7, span.now),
    }
    return { messages: notify(notice, recipients, span.now) }
  },
}

/** What ended meanwhile, and what of the coming deadlines people should have been told of by now. */
async function duesOf(deps: Deps, unit: string, span: UnitSpan): Promise<Reading[]> {
  const { since, now } = span
  const [from, today] = [localDateOf(since), localDateOf(now)]
  const records = await listSlots(deps.db, unit, { range: { from, to: addDays(today, -1) } })
  const ended = read(records, span).filter(
    (slot) =>
      isUnsettled(slot) && !isDated(slot) && from <= plannedDay(slot.slot) && plannedDay(slot.slot) < today,
  )
  const near = (await openDues(deps, unit, span)).filter(({ slot }) =>
    milestones(deps.calendars.work, plannedDay(slot)).some((day) => from < day && day <= today),
  )
  return [...ended, ...near]
}

async function comingThisWeek(deps: Deps, unit: string, span: UnitSpan): Promise<string> {
  const { now } = span
  const range = { from: localDateOf(now), to: weekRange(localDateOf(now)).to }
  const records = await listSlots(deps.db, unit, { range })
  return slotCount(
    read(records, span).filter(
      (slot) =>
        isUnsettled(slot) && isDated(slot) && startOf(slot) > now && startOf(slot) < endOfDay(range.to),
    ),
  )
}

/** Monday morning: the week's sheet. */

import { notify } from '../../actions/notify.ts'
import { weekPath } from '../../core/paths.ts'
import { byDay, isDated, read } from '../../core/reading.ts'
import { isWaiting } from '../../core/record/closing.ts'
import { plannedDay } from '../../core/slot.ts'
import { capital } from '../../core/text.ts'
import {
  addDays,
  contains,
  endOfDay,
  formatIsoWeek,
  isoWeekOf,
  localDateOf,
  weekRange,
} from '../../core/wall-clock.ts'
import { slotCount } from '../../core/words/slot-words.ts'
import { rangeInWords, shortDay, weekdayName } from '../../core/words/words.ts'
import { listClosings } from '../../store/closings.ts'
import { listRecipients } from '../../store/notices.ts'
import { listSlots } from '../../store/slots.ts'
import type { UnitJob } from '../job.ts'
import { dueLine, isUnsettled, messageSlot } from '../lines.ts'
import { beatsIn, mondays } from '../when.ts'

export const week: UnitJob = {
  name: 'week',
  summed: true,
  next: (after, { morningAt }) => mondays(morningAt)(after),
  run: async (deps, unit, span) => {
    const at = beatsIn(mondays(unit.morningAt), span).at(-1)
    if (at === undefined) return { since: span.since }
    const monday = localDateOf(at)
    const range = weekRange(monday)
    const records = await listSlots(deps.db, unit.code, {
      range: { from: addDays(monday, -7), to: range.to },
    })
    const open = read(records, span).filter(isUnsettled).sort(byDay)
    const dated = open.filter(isDated)
    const slots = dated.filter(({ at }) => contains(range, at.dueDay))
    const unsaid = dated.filter((slot) => slot.at.dueDay < monday && slot.at.standing === 'unconfirmed')
    const closings = unsaid.length ? await listClosings(deps.db, unit.code) : []
    const left = unsaid.filter((slot) => isWaiting(closings, slot))
    const dues = open.filter((slot) => !isDated(slot) && contains(range, plannedDay(slot.slot)))
    if (!slots.length && !left.length && !dues.length) return {}
    const view = {
      week: `tuần ${isoWeekOf(monday).week}`,
      range: rangeInWords(range),
      count: slotCount(slots),
      unconfirmed: slotCount(left),
      days: [...Map.groupBy(slots, ({ at }) => at.dueDay)].map(([day, ofDay]) => ({
        day: `${capital(weekdayName(day))} ${shortDay(day)}`,
        slots: ofDay.map((slot) => messageSlot(slot)),
      })),
      dues: dues.map((slot) => dueLine(slot, monday, deps.calendars)),
      path: weekPath(monday),
    }
    const notice = {
      ...{ unit: unit.code, template: 'week' as const, occasion: formatIsoWeek(monday), view },
      usefulUntil: endOfDay(range.to),
    }
    return { messages: notify(notice, await listRecipients(deps.db, unit.code, 'week'), span.now) }
  },
}

/** In the evening: what came and nobody confirmed. Silence is not an answer, so somebody is asked. */

import { forDays, notify } from '../../actions/notify.ts'
import { weekPath } from '../../core/paths.ts'
import { byDay, isDated, type Reading, read, startOf } from '../../core/reading.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../core/wall-clock.ts'
import { slotCount } from '../../core/words/slot-words.ts'
import { shortDay, weekdayName } from '../../core/words/words.ts'
import type { Deps } from '../../deps.ts'
import { listRecipients } from '../../store/notices.ts'
import { listSlots } from '../../store/slots.ts'
import type { UnitJob, UnitSpan } from '../job.ts'
import { isUnsettled, messageSlot } from '../lines.ts'
import { beatsIn, daily } from '../when.ts'

export const ask: UnitJob = {
  name: 'ask',
  summed: true,
  next: (after, { askAt }) => daily(askAt)(after),
  run: async (deps, unit, span) => {
    const evening = beatsIn(daily(unit.askAt), span).at(-1)
    if (evening === undefined) return { since: span.since }
    const slots = await cameWithout(deps, unit.code, span)
    const [first] = slots
    if (!first) return {}
    const days = [...new Set(slots.map(({ at }) => at.dueDay))]
    const several = days.length > 1
    const view = {
      days: several
        ? `từ ${shortDay(days[0] as string)} đến ${shortDay(days.at(-1) as string)}`
        : `${weekdayName(first.at.dueDay)} ${shortDay(first.at.dueDay)}`,
      count: slotCount(slots),
      slots: slots.map((slot) => messageSlot(slot, several)),
      path: weekPath(first.at.dueDay),
    }
    const notice = {
      ...{ unit: unit.code, template: 'ask' as const, occasion: occasionOf(evening), view },
      usefulUntil: forDays(3, span.now),
    }
    return { messages: notify(notice, await listRecipients(deps.db, unit.code, 'ask'), span.now) }
  },
}

const occasionOf = (evening: Instant): string => `${localDateOf(evening)}T${wallTimeOf(evening)}`

/** Slots whose time came in a span, and of which nobody has said how they went, earliest first. */
export async function cameWithout(deps: Deps, unit: string, span: UnitSpan): Promise<Reading[]> {
  const range = { from: localDateOf(span.since), to: localDateOf(span.now) }
  return cameIn(read(await listSlots(deps.db, unit, { range }), span), span)
}

export const cameIn = (readings: readonly Reading[], { since, now }: Pick<UnitSpan, 'since' | 'now'>) =>
  readings
    .filter((slot) => isUnsettled(slot) && isDated(slot) && since < startOf(slot) && startOf(slot) <= now)
    .toSorted(byDay)

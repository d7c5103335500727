/** What is wrong with a week's air time while it can still be mended: two at one time, outside the hours, too much. */

import type { Reading } from '../../../core/reading.ts'
import { isSettled } from '../../../core/standing.ts'
import {
  type Airtime,
  type Clash,
  clashes,
  type FullSession,
  fullSessions,
  outsideSessions,
} from '../../../core/station/airtime.ts'
import { airChannel, type Station } from '../../../core/station/station.ts'
import { capital } from '../../../core/text.ts'
import { shortDay, weekdayName } from '../../../core/words/words.ts'
import type { Link } from '../../../templates/views.ts'
import { slotPath } from '../paths.ts'

/** Each line leads to the slot that may be moved. */
export function airLines(records: readonly Reading[], stations: readonly Station[]): Link[] {
  const byId = new Map(records.map((record) => [record.slot.id, record]))
  const aired = records
    .filter(({ at }) => !isSettled(at.standing) || at.makeUp)
    .flatMap((one) => airtime(one, stations))
  const titleOf = ({ slotId }: Airtime): string => byId.get(slotId)?.obligation.title ?? ''
  return [
    ...clashes(aired).map((one) => clashLine(one, titleOf)),
    ...outsideSessions(aired, stations).map((one) => outsideLine(one, titleOf)),
    ...fullSessions(aired, stations).map(fullLine),
  ]
}

/** Where it stands now, moved or not. */
function airtime({ slot, obligation, at }: Reading, stations: readonly Station[]): Airtime[] {
  const channel = airChannel(obligation.channels, stations)
  if (channel === null || at.dueTime === null) return []
  const { id, planId, obligationId, minutes } = slot
  return [{ slotId: id, planId, obligationId, channel, date: at.dueDay, time: at.dueTime, minutes }]
}

const whenOf = ({ date, time }: Airtime): string => `${capital(weekdayName(date))} ${shortDay(date)}, ${time}`

const clashLine = ({ first, second }: Clash, titleOf: (one: Airtime) => string): Link => ({
  href: slotPath(second.slotId),
  words: `${whenOf(second)}: “${titleOf(second)}” trùng giờ với “${titleOf(first)}” (${first.time}).`,
})

const outsideLine = (one: Airtime, titleOf: (one: Airtime) => string): Link => ({
  href: slotPath(one.slotId),
  words: `${whenOf(one)}: “${titleOf(one)}” nằm ngoài buổi phát của đài.`,
})

const fullLine = ({ date, session, minutes, max, of }: FullSession): Link => ({
  href: slotPath(of.at(-1)?.slotId ?? ''),
  words: `${capital(weekdayName(date))} ${shortDay(date)}: buổi ${session.from} – ${session.to} có ${minutes} phút, quá mức ${max} phút.`,
})

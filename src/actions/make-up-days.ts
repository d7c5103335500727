/** The days on which a slot may be made up for: the rules of `core/record/make-up.ts` on what the unit has planned. */

import type { SlotRecord } from '../core/reading.ts'
import { makeUpDates, type NoRoom, noRoom } from '../core/record/make-up.ts'
import { dueOf, hasDay } from '../core/standing.ts'
import { airChannel, stationOn } from '../core/station/station.ts'
import { addDays, earlier, type LocalDate, localDateOf, yearOf, yearRange } from '../core/wall-clock.ts'
import { findPlan } from '../store/plans.ts'
import { listSlots } from '../store/slots.ts'
import { listStations } from '../store/stations.ts'
import type { Look } from './act.ts'

/** So far ahead days are offered: what is planned until then is known. */
const HORIZON = 60

/** Days that are free across all plans and in the station's hours, near ones first; or why there is none. */
export type MakeUpDays = { days: LocalDate[]; none: NoRoom | null }

export async function daysForMakeUp(
  { db, unit, calendars, moment: { now } }: Look,
  { slot, obligation }: SlotRecord,
): Promise<MakeUpDays> {
  const today = localDateOf(now)
  const range = { from: addDays(today, -7), to: addDays(today, HORIZON) }
  const [plan, others, stations] = await Promise.all([
    findPlan(db, unit, slot.planId),
    listSlots(db, unit, { range }),
    listStations(db, unit),
  ])
  const channel = airChannel(obligation.channels, stations)
  const taken = others
    .filter((other) => other.slot.id !== slot.id)
    .map((other) => ({ ...other, due: dueOf(other.slot, other.facts) }))
    .filter((other) => hasDay(other.slot, other.due))
    .map(({ slot: { obligationId, minutes }, due }) => {
      return { obligationId, minutes, date: due.dueDay, time: due.dueTime }
    })
  const silent = (channel && stationOn(stations, today)?.silentDays) || []
  const year = yearRange(plan?.year ?? yearOf(today))
  const rules = {
    silentDays: [...(plan?.silentDays ?? []), ...silent],
    calendar: calendars.work,
    within: { ...year, to: earlier(year.to, range.to) },
    air: channel && { channel, stations },
  }
  const days = makeUpDates(slot, taken, rules, now)
  return { days, none: days.length ? null : noRoom(slot, taken, rules, now) }
}

/** What a slot would meet on air at a day and hour: other programmes, no session, a silent day. */
import type { AdoptedPlan } from '../core/plan/edition.ts'
import type { SlotRecord } from '../core/reading.ts'
import type { Slot } from '../core/slot.ts'
import { type Due, dueOf, type Place } from '../core/standing.ts'
import { type Airtime, clashes, outsideSessions } from '../core/station/airtime.ts'
import { airChannel, type Station, stationOn } from '../core/station/station.ts'
import { type DateRange, type LocalDate, type WallTime, weekdayOf } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { findPlan } from '../store/plans.ts'
import { listSlots } from '../store/slots.ts'
import { listStations } from '../store/stations.ts'

export type MeetsAt = {
  meets: (SlotRecord & { due: Due })[]
  /** The station is not on air then. */
  outside: boolean
  /** Nothing is aired on that day, as the station or the slot's plan says. */
  silent: boolean
}

export const isFree = ({ meets, outside, silent }: MeetsAt): boolean => !meets.length && !outside && !silent

/** What an office has on air in some days. */
export type OnAir = {
  others: readonly SlotRecord[]
  stations: readonly Station[]
  plan: AdoptedPlan | null
}

/** `slot`: whose plan may have silent days of its own. */
export async function onAir(
  db: Db,
  unit: string,
  { planId }: Pick<Slot, 'planId'>,
  range: DateRange,
): Promise<OnAir> {
  const [others, stations, plan] = await Promise.all([
    listSlots(db, unit, { range }),
    listStations(db, unit),
    findPlan(db, unit, planId),
  ])
  return { others, stations, plan }
}

export async function meetsAt(db: Db, unit: string, record: SlotRecord, to: Place): Promise<MeetsAt> {
  return meetsOnAir(await onAir(db, unit, record.slot, { from: to.date, to: to.date }), record, to)
}

/** Nothing for what takes no air time. */
export function meetsOnAir(
  { others, stations, plan }: OnAir,
  { slot, obligation }: SlotRecord,
  to: Place,
): MeetsAt {
  const channel = airChannel(obligation.channels, stations)
  if (channel === null || to.time === null) return { meets: [], outside: false, silent: false }
  const entry = (one: Slot, date: LocalDate, time: WallTime): Airtime => {
    const { id, planId, obligationId, minutes } = one
    return { slotId: id, planId, obligationId, channel, date, time, minutes }
  }
  const own = entry(slot, to.date, to.time)
  const meets = others
    .map((other) => ({ ...other, due: dueOf(other.slot, other.facts) }))
    .filter(({ slot: other, obligation, due }) => {
      if (
        other.id === slot.id ||
        other.withdrawn ||
        due.dueTime === null ||
        airChannel(obligation.channels, stations) !== channel
      )
        return false
      return clashes([own, entry(other, due.dueDay, due.dueTime)]).length > 0
    })
  const silentDays = [...(stationOn(stations, to.date)?.silentDays ?? []), ...(plan?.silentDays ?? [])]
  return {
    meets,
    outside: outsideSessions([own], stations).length > 0,
    silent: silentDays.includes(weekdayOf(to.date)),
  }
}

/** The hours of a unit's station: append-only, in the order in which they were said. */
import { and, asc, between, eq, isNull } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { Airtime } from '../core/station/airtime.ts'
import { airChannel, type Station, stationOn } from '../core/station/station.ts'
import type { DateRange, Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { obligations, slots, stations } from './schema.ts'

export type SaidStation = { station: Station; by: string; setAt: Instant }

/** Everything that was ever said, oldest first. */
export const listSaidStations = (db: Db, unit: string): Promise<SaidStation[]> =>
  db
    .select({ station: stations.station, by: stations.by, setAt: stations.setAt })
    .from(stations)
    .where(eq(stations.unit, unit))
    .orderBy(asc(stations.id))

/** As `stationOn` asks for them. */
export const listStations = async (db: Db, unit: string): Promise<Station[]> =>
  (await listSaidStations(db, unit)).map(({ station }) => station)

/** What the plans of a unit have on air within these days, as planned. A duty that is not heard takes nothing. */
export async function listAirtimes(db: Db, unit: string, { from, to }: DateRange): Promise<Airtime[]> {
  const { id, planId, obligationId, date, time, minutes } = slots
  const rows = await db
    .select({ slotId: id, planId, obligationId, date, time, minutes, channels: obligations.channels })
    .from(slots)
    .innerJoin(
      obligations,
      and(
        eq(obligations.unit, slots.unit),
        eq(obligations.planId, planId),
        eq(obligations.id, obligationId),
        eq(obligations.edition, slots.edition),
      ),
    )
    .where(and(eq(slots.unit, unit), between(date, from, to), isNull(slots.withdrawnAt)))
    .orderBy(asc(date), asc(id))
  return rows.flatMap(({ channels, date, time, ...same }) => {
    const channel = airChannel(channels)
    return channel && date && time ? [{ ...same, date, time, channel }] : []
  })
}

/** False when it is so already: the same said again from a day on which it holds adds nothing. */
export async function setStation(db: Db, who: Author, station: Station, now: Instant): Promise<boolean> {
  const held = stationOn(await listStations(db, who.unit), station.from)
  if (held && JSON.stringify(held) === JSON.stringify(station)) return false
  const { from } = station
  await db.insert(stations).values({ unit: who.unit, from, station, by: who.name, byId: who.id, setAt: now })
  return true
}

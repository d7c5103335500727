/** The hours of a unit's station: append-only, in the order in which they were said. */
import { and, asc, between, eq, inArray, isNull } from 'drizzle-orm'
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

/** What the plans of a unit have on air within these days, as planned. An obligation that is not heard takes nothing. */
export const listAirtimes = async (db: Db, unit: string, range: DateRange): Promise<Airtime[]> =>
  (await airtimeRows(db, [unit], range)).map(({ airtime }) => airtime)

async function airtimeRows(db: Db, units: readonly string[], { from, to }: DateRange) {
  const { unit, id, planId, obligationId, date, time, minutes } = slots
  const rows = await db
    .select({ unit, slotId: id, planId, obligationId, date, time, minutes, channels: obligations.channels })
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
    .where(and(inArray(unit, units), between(date, from, to), isNull(slots.withdrawnAt)))
    .orderBy(asc(date), asc(id))
  return rows.flatMap(({ unit, channels, date, time, ...same }) => {
    const channel = airChannel(channels)
    return channel && date && time ? [{ unit, airtime: { ...same, date, time, channel } }] : []
  })
}

/** So many offices' airings fit into one answer of a server. */
const AT_ONCE = 20

/** The hours of several offices, and what their plans have on air within these days. */
export async function listAirs(
  db: Db,
  units: readonly string[],
  range: DateRange,
): Promise<ReadonlyMap<string, { stations: Station[]; taken: Airtime[] }>> {
  const airs = new Map(units.map((unit) => [unit, { stations: [] as Station[], taken: [] as Airtime[] }]))
  const { unit, station, id } = stations
  for (let at = 0; at < units.length; at += AT_ONCE) {
    const some = units.slice(at, at + AT_ONCE)
    const [said, taken] = await Promise.all([
      db.select({ unit, station }).from(stations).where(inArray(unit, some)).orderBy(asc(id)),
      airtimeRows(db, some, range),
    ])
    for (const one of said) airs.get(one.unit)?.stations.push(one.station)
    for (const one of taken) airs.get(one.unit)?.taken.push(one.airtime)
  }
  return airs
}

/** False when it is so already: the same said again from a day on which it holds adds nothing. */
export async function setStation(db: Db, who: Author, station: Station, now: Instant): Promise<boolean> {
  const held = stationOn(await listStations(db, who.unit), station.from)
  if (held && JSON.stringify(held) === JSON.stringify(station)) return false
  const { from } = station
  await db.insert(stations).values({ unit: who.unit, from, station, by: who.name, byId: who.id, setAt: now })
  return true
}

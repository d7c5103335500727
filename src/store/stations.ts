/** The hours of a unit's station: append-only, in the order in which they were said. */
import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { Channel } from '../core/plan.ts'
import type { Airtime } from '../core/station/airtime.ts'
import { airChannel, type Station, stationOn } from '../core/station/station.ts'
import type { DateRange, Instant } from '../core/wall-clock.ts'
import { type Breathe, withoutBreath } from '../portions.ts'
import { type Db, readOne } from './db.ts'
import { inOrder, jsonRows, type List, listOf, readList } from './json-rows.ts'
import { stations } from './schema.ts'

export type SaidStation = { station: Station; by: string; setAt: Instant }

/** Everything that was ever said, oldest first. */
export const listSaidStations = (db: Db, unit: string): Promise<SaidStation[]> =>
  db
    .select({ station: stations.station, by: stations.by, setAt: stations.setAt })
    .from(stations)
    .where(eq(stations.unit, unit))
    .orderBy(asc(stations.id))

/** As `stationOn` asks for them. */
export const stationsOf = (unit: string): List<Station[]> =>
  listOf(
    jsonRows(sql`json_array(id, json(station))`, sql`FROM stations WHERE unit = ${unit}`),
    (rows: [id: number, station: Station][]) => rows.sort(([a], [b]) => a - b).map(([, one]) => one),
  )

export const listStations = (db: Db, unit: string): Promise<Station[]> => readList(db, stationsOf(unit))

/** What the plans of a unit have on air within these days, as planned. An obligation that is not heard takes nothing. */
export const listAirtimes = async (
  db: Db,
  unit: string,
  range: DateRange,
  breathe?: Breathe,
): Promise<Airtime[]> => (await airtimeRows(db, [unit], range, breathe)).map(({ airtime }) => airtime)

type AirRow = Omit<Airtime, 'channel'> & { unit: string; channels: Channel[] }

/** So many take some thirty milliseconds to find and to take apart. */
const ROWS_AT_ONCE = 4000

async function airtimeRows(
  db: Db,
  units: readonly string[],
  range: DateRange,
  breathe: Breathe = withoutBreath,
): Promise<{ unit: string; airtime: Airtime }[]> {
  const all: AirRow[] = []
  for (let some: AirRow[] | null = null; some === null || some.length === ROWS_AT_ONCE; ) {
    if (some) await breathe()
    const { rows } = await readOne(db, airtimesAfter(units, range, all.at(-1)))
    some = (JSON.parse(String(rows[0]?.[0])) as AirRow[]).sort(inAirOrder)
    all.push(...some)
  }
  return all.flatMap(({ unit, channels, ...same }) => {
    const channel = airChannel(channels)
    return channel ? [{ unit, airtime: { ...same, channel } }] : []
  })
}

const inAirOrder = (a: AirRow, b: AirRow): number =>
  inOrder(a.unit, b.unit) || inOrder(a.date, b.date) || inOrder(a.slotId, b.slotId)

const airtimesAfter = (units: readonly string[], { from, to }: DateRange, last?: AirRow): SQL =>
  sql`SELECT json_group_array(json_object('unit', unit, 'slotId', id, 'planId', plan_id, 'obligationId', obligation_id,
      'date', date, 'time', time, 'minutes', minutes, 'channels', json(channels)))
    FROM (SELECT slots.unit, slots.id, slots.plan_id, obligation_id, date, time, minutes, channels
      FROM slots JOIN obligations ON obligations.unit = slots.unit AND obligations.plan_id = slots.plan_id
        AND obligations.id = obligation_id AND obligations.edition = slots.edition
      WHERE slots.unit IN (SELECT value FROM json_each(${JSON.stringify(units)}))
        AND date BETWEEN ${from} AND ${to} AND time IS NOT NULL AND slots.withdrawn_at IS NULL
        AND (slots.unit, date, slots.id) > (${last?.unit ?? ''}, ${last?.date ?? ''}, ${last?.slotId ?? ''})
      ORDER BY slots.unit, date, slots.id LIMIT ${ROWS_AT_ONCE})`

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

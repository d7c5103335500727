/** How far a year's counted obligations are (nhịp năm): what the week's page says beside the week. */
import type { Calendars } from '../calendars.ts'
import { countRows } from '../core/count/count-rows.ts'
import { read } from '../core/reading.ts'
import type { Airing } from '../core/slot.ts'
import { USUAL_RULES } from '../core/standing.ts'
import { endOfDay, yearRange } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { memory } from '../store/memory.ts'
import { readUnitPlans } from '../store/roll-up.ts'
import type { UnitState } from '../store/units.ts'
import { periodOf } from './year-count.ts'

/** `done` of what the year is held against, as the count says at the end of the year. */
export type BeatLine = {
  planId: string
  obligationId: string
  airing: Airing
  title: string
  done: number
  target: number
}

/** A year takes less than 1 KB. */
const MOST_YEARS = 20_000

const memories = new WeakMap<Db, ReturnType<typeof memory<readonly BeatLine[]>>>()

/** Asked of the database once for each version of the unit. */
export function yearBeat(
  db: Db,
  unit: UnitState,
  year: number,
  calendars: Calendars,
): Promise<readonly BeatLine[]> {
  const recall = memories.get(db) ?? memory<readonly BeatLine[]>(MOST_YEARS)
  memories.set(db, recall)
  return recall(`${unit.code} ${year}`, unit.version, () => readBeat(db, unit.code, year, calendars))
}

async function readBeat(db: Db, unit: string, year: number, calendars: Calendars): Promise<BeatLine[]> {
  const period = periodOf(calendars, 'plan-year', 'Y', year)
  // Nothing is recorded ahead of its time, so the year's last day counts what today does.
  const asOf = yearRange(year).to
  const moment = { now: endOfDay(asOf) - 1, rules: USUAL_RULES }
  return (await readUnitPlans(db, unit, year)).flatMap(
    ({ planId, obligations, recorded, logged, options }) => {
      const rates = obligations.filter(({ cadence }) => cadence.kind === 'rate')
      const titleOf = new Map(rates.map(({ id, title }) => [id, title]))
      return countRows(
        rates,
        read(recorded, moment),
        logged,
        { period, asOf },
        {
          ...options,
          ownYear: 'plan',
        },
      ).flatMap(({ obligationId, airing, done, target }): BeatLine[] =>
        target === null
          ? []
          : [{ planId, obligationId, airing, title: titleOf.get(obligationId) ?? '', done, target }],
      )
    },
  )
}

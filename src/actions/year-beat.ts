/** How far a year's counted duties are (nhịp năm): what the week's page says beside the week. */
import type { Calendars } from '../calendars.ts'
import type { Airing } from '../core/slot.ts'
import { yearRange } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { memory } from '../store/memory.ts'
import { listPlans } from '../store/plans.ts'
import type { UnitState } from '../store/units.ts'
import { countOf, recordsOf } from './count.ts'
import { dutiesOf, periodOf } from './year-count.ts'

/** `done` of the `declared` total, as the count says at the end of the year. */
export type BeatLine = { obligationId: string; airing: Airing; title: string; done: number; declared: number }

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
  const plans = (await listPlans(db, unit)).filter((plan) => plan.year === year)
  const known = await Promise.all(plans.map((plan) => recordsOf(db, unit, plan)))
  // Nothing is recorded ahead of its time, so the year's last day counts what today does.
  const asOf = yearRange(year).to
  return known.flatMap((records) =>
    dutiesOf(countOf(records, periodOf(calendars, 'plan-year', 'Y', year), asOf)).flatMap(
      ({ obligation: { id, title, cadence }, row: { airing, done, declared } }): BeatLine[] =>
        cadence.kind === 'rate' && declared !== null
          ? [{ obligationId: id, airing, title, done, declared }]
          : [],
    ),
  )
}

/** What a unit has on air, for whatever looks at a plan: its hours, and what its plans take of them. */
import type { Air } from '../core/plan/lint-air.ts'
import type { DateRange } from '../core/wall-clock.ts'
import type { Breathe } from '../portions.ts'
import type { Db } from '../store/db.ts'
import { listAirtimes, listStations } from '../store/stations.ts'

export async function airOf(db: Db, unit: string, range: DateRange, breathe?: Breathe): Promise<Air> {
  const [stations, taken] = await Promise.all([
    listStations(db, unit),
    listAirtimes(db, unit, range, breathe),
  ])
  return { stations, taken }
}

/** Where an office speaks officially: the last list that it said holds. */
import { desc, eq } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { OfficialPlace } from '../core/record/official-place.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { officialPlaces } from './schema.ts'

export async function listOfficialPlaces(db: Db, unit: string): Promise<OfficialPlace[]> {
  const [row] = await db
    .select({ places: officialPlaces.places })
    .from(officialPlaces)
    .where(eq(officialPlaces.unit, unit))
    .orderBy(desc(officialPlaces.id))
    .limit(1)
  return row?.places ?? []
}

export async function saveOfficialPlaces(
  db: Db,
  who: Author,
  places: OfficialPlace[],
  now: Instant,
): Promise<void> {
  await db.insert(officialPlaces).values({ unit: who.unit, places, by: who.name, byId: who.id, at: now })
}

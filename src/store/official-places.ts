/** Where an office speaks officially: the last list that it said holds. */
import { desc, eq, sql } from 'drizzle-orm'
import type { OfficialPlace } from '../core/record/official-place.ts'
import { type Db, write } from './db.ts'
import type { Deed } from './deed.ts'
import { officialPlaces } from './schema.ts'

/** `seen` names the list, for whoever would say it anew; 0 where nobody said one. */
export async function lastPlaces(db: Db, unit: string): Promise<{ places: OfficialPlace[]; seen: number }> {
  const [row] = await db
    .select({ id: officialPlaces.id, places: officialPlaces.places })
    .from(officialPlaces)
    .where(eq(officialPlaces.unit, unit))
    .orderBy(desc(officialPlaces.id))
    .limit(1)
  return { places: row?.places ?? [], seen: row?.id ?? 0 }
}

export const listOfficialPlaces = async (db: Db, unit: string): Promise<OfficialPlace[]> =>
  (await lastPlaces(db, unit)).places

/** False, and nothing said, where somebody said another list meanwhile. */
export async function savePlacesAfter(
  { db, who, now }: Deed,
  places: OfficialPlace[],
  seen: number,
): Promise<boolean> {
  const { unit, name, id } = who
  const [result] = await write(db, [
    sql`INSERT INTO official_places (unit, places, by, by_id, at)
      SELECT ${unit}, ${JSON.stringify(places)}, ${name}, ${id}, ${now}
      WHERE (SELECT coalesce(max(id), 0) FROM official_places WHERE unit = ${unit}) = ${seen}`,
  ])
  return result?.rowsAffected === 1
}

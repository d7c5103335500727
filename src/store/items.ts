/** Items with their versions and reviews. Nothing here is updated: versions and reviews are added on a condition. */
import { createHash } from 'node:crypto'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { ItemText, ItemVersion, Review, ReviewKind } from '../core/content/item.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import type { Deed } from './deed.ts'
import { indexStatements } from './item-index.ts'
import { tieStatements } from './item-slots.ts'
import { itemReviews, itemSlots, items, itemVersions } from './schema.ts'

/** The whole of an item. */
export type Item = {
  id: string
  createdAt: Instant
  /** At least one, oldest first. */
  versions: ItemVersion[]
  /** In their order. */
  reviews: Review[]
  /** Originals that it is said in. */
  slots: string[]
}

export const latestOf = ({ versions }: Pick<Item, 'versions'>): ItemVersion => versions.at(-1) as ItemVersion

/** Of everything that a listener would hear and a leader should see. */
export function hashOf({ title, topics, body, language, author, source, ...variants }: ItemText): string {
  const { loudspeaker, portal, social, making } = variants
  const content = [title, topics, body, language, author, source, loudspeaker, portal, social]
  // An approval of a text of which nothing was said holds as it did before anything could be.
  if (making) content.push(JSON.stringify(making))
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

const versionRow = ({ who, now }: Deed, itemId: string, version: number, text: ItemText) => ({
  ...text,
  ...{ unit: who.unit, itemId, version, hash: hashOf(text), by: who.name, byId: who.id, at: now },
})

function toVersion(row: typeof itemVersions.$inferSelect): ItemVersion {
  const { unit: _, itemId: __, byId: ___, ...version } = row
  return version
}

function toReview(row: typeof itemReviews.$inferSelect): Review {
  const { version, hash, kind, comment, by, at } = row
  return { version, hash, kind, comment, by, at }
}

export async function findItem(db: Db, unit: string, id: string): Promise<Item | null> {
  const own = (table: typeof itemVersions | typeof itemReviews | typeof itemSlots) =>
    and(eq(table.unit, unit), eq(table.itemId, id))
  const [[item], versions, reviews, ties] = await db.batch([
    db
      .select()
      .from(items)
      .where(and(eq(items.unit, unit), eq(items.id, id))),
    db.select().from(itemVersions).where(own(itemVersions)).orderBy(asc(itemVersions.version)),
    db.select().from(itemReviews).where(own(itemReviews)).orderBy(asc(itemReviews.id)),
    db.select().from(itemSlots).where(own(itemSlots)).orderBy(asc(itemSlots.slotId)),
  ])
  if (!item) return null
  return {
    id,
    createdAt: item.createdAt,
    versions: versions.map(toVersion),
    reviews: reviews.map(toReview),
    slots: ties.map(({ slotId }) => slotId),
  }
}

/** A second one with the same id changes nothing: a form that was sent twice makes one item. */
export async function insertItem(
  deed: Deed,
  id: string,
  text: ItemText,
  slotId: string | null,
): Promise<void> {
  const { db, who, now } = deed
  await write(db, [
    db.insert(items).values({ unit: who.unit, id, createdAt: now }).onConflictDoNothing(),
    db
      .insert(itemVersions)
      .values(versionRow(deed, id, 1, text))
      .onConflictDoNothing(),
    ...indexStatements(who.unit, id, text, isVersion(who.unit, id, 1, hashOf(text))),
    ...(slotId === null ? [] : tieStatements(deed, id, slotId)),
  ])
}

const versionIs = (unit: string, id: string, version: number): SQL =>
  sql`(SELECT max(version) FROM item_versions WHERE unit = ${unit} AND item_id = ${id}) = ${version}`

/** False when somebody saved another version since `base`: then nothing is written. */
export async function addVersion(deed: Deed, id: string, base: number, text: ItemText): Promise<boolean> {
  const { db, who, now } = deed
  const row = versionRow(deed, id, base + 1, text)
  const results = await write(db, [
    sql`INSERT INTO item_versions (unit, item_id, version, title, topics, body, language, author, source,
        loudspeaker, portal, social, making, hash, by, by_id, at)
      SELECT ${row.unit}, ${id}, ${row.version}, ${row.title}, ${JSON.stringify(row.topics)}, ${row.body},
        ${row.language}, ${row.author}, ${row.source}, ${row.loudspeaker}, ${row.portal}, ${row.social},
        ${row.making && JSON.stringify(row.making)}, ${row.hash}, ${row.by}, ${row.byId}, ${now} WHERE ${versionIs(who.unit, id, base)}`,
    ...indexStatements(who.unit, id, text, isVersion(who.unit, id, row.version, row.hash)),
    touchSlotsOf(who.unit, id, now, isVersion(who.unit, id, row.version, row.hash)),
  ])
  return results[0]?.rowsAffected === 1
}

const isVersion = (unit: string, id: string, version: number, hash: string): SQL =>
  sql`EXISTS (SELECT 1 FROM item_versions WHERE unit = ${unit} AND item_id = ${id}
    AND version = ${version} AND hash = ${hash})`

export type NewReview = { version: number; hash: string; kind: ReviewKind; comment: string | null }

/**
 * Adds a review of exactly the text that was seen: false when another version was saved, or somebody else reviewed,
 * since the caller read `seen` reviews.
 */
export async function addReview(
  { db, who, now }: Deed,
  id: string,
  review: NewReview,
  seen: number,
): Promise<boolean> {
  const { version, hash, kind, comment } = review
  const [added] = await write(db, [
    sql`INSERT INTO item_reviews (unit, item_id, version, hash, kind, comment, by, by_id, at)
      SELECT ${who.unit}, ${id}, ${version}, ${hash}, ${kind}, ${comment}, ${who.name}, ${who.id}, ${now}
      WHERE ${versionIs(who.unit, id, version)} AND ${isVersion(who.unit, id, version, hash)}
        AND (SELECT count(*) FROM item_reviews WHERE unit = ${who.unit} AND item_id = ${id}) = ${seen}`,
    touchSlotsOf(who.unit, id, now, sql`changes() > 0`),
  ])
  return added?.rowsAffected === 1
}

/** Calendars show the title and whether it is approved. */
const touchSlotsOf = (unit: string, id: string, now: Instant, condition: SQL): SQL =>
  sql`UPDATE slots SET revision = revision + 1, changed_at = max(changed_at, ${now})
    WHERE unit = ${unit} AND ${condition} AND coalesce("of", id) IN
      (SELECT slot_id FROM item_slots WHERE item_slots.unit = ${unit} AND item_id = ${id})`

/** What is said in slots: for each of them the item's title and state. */
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type ItemBrief, stateOf } from '../core/item.ts'
import type { Db } from './db.ts'
import { itemReviews, itemSlots, itemVersions, slots } from './schema.ts'

/** The two reads that `slotItems` takes apart; `where` chooses among slots. */
export const slotItemQueries = (db: Db, unit: string, where: SQL | undefined) => {
  const originals = db
    .select({ id: sql<string>`coalesce(${slots.of}, ${slots.id})` })
    .from(slots)
    .where(where)
  const tied = db
    .select({ id: itemSlots.itemId })
    .from(itemSlots)
    .where(and(eq(itemSlots.unit, unit), inArray(itemSlots.slotId, originals)))
  return [
    db
      .select({
        slotId: itemSlots.slotId,
        id: itemVersions.itemId,
        version: itemVersions.version,
        title: itemVersions.title,
        topics: itemVersions.topics,
        at: itemVersions.at,
      })
      .from(itemSlots)
      .innerJoin(
        itemVersions,
        and(eq(itemVersions.unit, itemSlots.unit), eq(itemVersions.itemId, itemSlots.itemId)),
      )
      .where(and(eq(itemSlots.unit, unit), inArray(itemSlots.slotId, originals)))
      .orderBy(asc(itemVersions.version)),
    db
      .select({
        id: itemReviews.itemId,
        version: itemReviews.version,
        kind: itemReviews.kind,
        at: itemReviews.at,
      })
      .from(itemReviews)
      .where(and(eq(itemReviews.unit, unit), inArray(itemReviews.itemId, tied)))
      .orderBy(asc(itemReviews.id)),
  ] as const
}

type VersionRow = Awaited<ReturnType<typeof slotItemQueries>[0]>[number]
type ReviewRow = Awaited<ReturnType<typeof slotItemQueries>[1]>[number]

/** By the original's id. */
export function slotItems(versions: VersionRow[], reviews: ReviewRow[]): Map<string, ItemBrief> {
  const reviewsOf = Map.groupBy(reviews, ({ id }) => id)
  const versionsOf = Map.groupBy(versions, ({ slotId }) => slotId)
  return new Map(
    [...versionsOf].map(([slotId, rows]) => [
      slotId,
      briefOf(rows, reviewsOf.get((rows[0] as VersionRow).id) ?? []),
    ]),
  )
}

/** `rows`: the versions of one item, oldest first. */
export function briefOf(rows: Omit<VersionRow, 'slotId'>[], reviews: Omit<ReviewRow, 'id'>[]): ItemBrief {
  const { id, version, title, topics } = rows.at(-1) as VersionRow
  return {
    ...{ id, title, topics, state: stateOf(version, reviews) },
    versions: rows.map((row) => ({
      at: row.at,
      approvedAt:
        reviews.find((review) => review.version === row.version && review.kind === 'approved')?.at ?? null,
    })),
  }
}

/** Items in lists: what waits, what there is, what is found. */
import { type SQL, sql } from 'drizzle-orm'
import { type ReviewKind, stateAfter } from '../core/content/item.ts'
import { matchExpression, titlesFirst } from '../core/content/search-words.ts'
import type { ItemState } from '../core/item-brief.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'

/** The newest version of an item, and how it stands. */
export type ListedItem = {
  id: string
  version: number
  title: string
  body: string
  loudspeaker: string | null
  portal: string | null
  social: string | null
  author: string | null
  source: string | null
  language: string
  hash: string
  topics: string[]
  by: string
  at: Instant
  state: ItemState
  /** What was said when it was sent or returned. */
  comment: string | null
  reviewedBy: string | null
  reviewedAt: Instant | null
  /** The first slot that still needs it: its id, or null. */
  slots: string[]
}

type Row = Omit<ListedItem, 'state' | 'topics' | 'slots'> & {
  review: ReviewKind | null
  topics: string
  slots: string
}

/** `which` is a list of `seq`s, or nothing for all. */
const listSql = (unit: string, where: SQL, order: SQL): SQL => sql`
  SELECT items.id AS id, v.version AS version, v.title AS title, v.body AS body, v.hash AS hash,
    v.loudspeaker AS loudspeaker, v.portal AS portal, v.social AS social, v.author AS author,
    v.source AS source, v.language AS language, v.topics AS topics, v.by AS by, v.at AS at, r.kind AS review, r.comment AS comment, r.by AS "reviewedBy", r.at AS "reviewedAt",
    (SELECT json_group_array(slot_id) FROM item_slots
      WHERE item_slots.unit = items.unit AND item_slots.item_id = items.id) AS slots
  FROM items
  JOIN item_versions v ON v.unit = items.unit AND v.item_id = items.id AND v.version =
    (SELECT max(version) FROM item_versions WHERE unit = items.unit AND item_id = items.id)
  LEFT JOIN item_reviews r ON r.id =
    (SELECT max(id) FROM item_reviews WHERE unit = items.unit AND item_id = items.id AND version = v.version)
  WHERE items.unit = ${unit} AND ${where} ${order}`

async function list(db: Db, query: SQL): Promise<ListedItem[]> {
  const rows = await db.all<Row>(query)
  return rows.map(({ review, topics, slots, ...row }) => ({
    ...row,
    state: stateAfter(review),
    topics: JSON.parse(topics) as string[],
    slots: JSON.parse(slots) as string[],
  }))
}

/** Each once. */
export const topicsOfItems = (items: readonly Pick<ListedItem, 'topics'>[]): string[] => [
  ...new Set(items.flatMap(({ topics }) => topics)),
]

/** All that wait for a leader. */
export const listWaiting = (db: Db, unit: string): Promise<ListedItem[]> =>
  list(db, listSql(unit, sql`r.kind = 'sent'`, sql`ORDER BY r.at`))

/** The latest first. */
export const listItems = (db: Db, unit: string, limit: number): Promise<ListedItem[]> =>
  list(db, listSql(unit, sql`true`, sql`ORDER BY items.seq DESC LIMIT ${limit}`))

/** With or without diacritics; titles first, then the best match. An empty question finds nothing. */
export async function searchItems(db: Db, unit: string, asked: string, limit: number): Promise<ListedItem[]> {
  const match = matchExpression(unit, asked)
  if (match === null) return []
  const found = await db.all<{ seq: number }>(
    sql`SELECT rowid AS seq FROM items_fts WHERE items_fts MATCH ${match} ORDER BY rank LIMIT ${limit}`,
  )
  if (!found.length) return []
  const seqs = JSON.stringify(found.map(({ seq }) => seq))
  const ranked = listSql(
    unit,
    sql`items.seq IN (SELECT value FROM json_each(${seqs}))`,
    sql`ORDER BY (SELECT key FROM json_each(${seqs}) WHERE value = items.seq)`,
  )
  return titlesFirst(await list(db, ranked), asked)
}

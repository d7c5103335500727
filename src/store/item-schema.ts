/** What is said in slots: items with their versions, reviews and slots, and the topics that slots are to speak of. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ItemMaking, ReviewKind } from '../core/content/item.ts'
import { unit } from './units-schema.ts'

export const items = sqliteTable(
  'items',
  {
    /** The row of the item in `items_fts`; a key of its own, since others change when a database is packed. */
    seq: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    id: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('items_by_id').on(table.unit, table.id)],
)

/** Append-only: an edit adds a version. */
export const itemVersions = sqliteTable(
  'item_versions',
  {
    unit: unit(),
    itemId: text('item_id').notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    topics: text({ mode: 'json' }).$type<string[]>().notNull(),
    body: text().notNull(),
    language: text().notNull(),
    author: text(),
    source: text(),
    loudspeaker: text(),
    portal: text(),
    social: text(),
    making: text({ mode: 'json' }).$type<ItemMaking>(),
    /** SHA-256 of all of the above: what an approval names. */
    hash: text().notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.itemId, table.version] })],
)

/** Append-only: sent to be approved, approved, returned. */
export const itemReviews = sqliteTable(
  'item_reviews',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    itemId: text('item_id').notNull(),
    version: integer().notNull(),
    hash: text().notNull(),
    kind: text().$type<ReviewKind>().notNull(),
    comment: text(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
  },
  (table) => [index('item_reviews_by_item').on(table.unit, table.itemId)],
)

/** What is said in a slot and, through it, in its reruns. An item may serve several slots. */
export const itemSlots = sqliteTable(
  'item_slots',
  {
    unit: unit(),
    /** An original's, never a rerun's. */
    slotId: text('slot_id').notNull(),
    itemId: text('item_id').notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.slotId] }),
    index('item_slots_by_item').on(table.unit, table.itemId),
  ],
)

export const slotTopics = sqliteTable(
  'slot_topics',
  {
    unit: unit(),
    slotId: text('slot_id').notNull(),
    /** `<plan>:<clause>` */
    topic: text().notNull(),
    /** Chosen by hand stays whatever is proposed later. */
    byHand: integer('by_hand', { mode: 'boolean' }).notNull(),
    why: text().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.slotId, table.topic] })],
)

/** Syllables a minute of the unit's announcer, where somebody set it. */
export const readingSpeeds = sqliteTable('reading_speeds', {
  unit: unit().primaryKey(),
  perMinute: integer('per_minute').notNull(),
  by: text().notNull(),
  at: integer().notNull(),
})

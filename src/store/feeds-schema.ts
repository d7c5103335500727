/** Who may read a unit's calendar from outside, and what a calendar client must be told after the fact. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Airing } from '../core/slot.ts'
import { unit } from './units-schema.ts'

/** A subscription (lịch đăng ký): one for each person who gets one. The token is kept as a hash. */
export const feeds = sqliteTable(
  'feeds',
  {
    id: text().primaryKey(),
    unit: unit(),
    hash: text().notNull(),
    /** Who gets it, in the words of whoever made it. */
    name: text().notNull(),
    /** `all`, `radio`, `leadership`, `channel:<channel>` or `lead:<office>`. */
    scope: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    /** The row stays, so that its address answers 410 for ever. */
    revokedAt: integer('revoked_at'),
    /** Written at most once an hour. */
    fetchedAt: integer('fetched_at'),
    client: text(),
  },
  (table) => [uniqueIndex('feeds_by_hash').on(table.hash), index('feeds_by_unit').on(table.unit)],
)

/**
 * Which state of a unit's calendar is stored: a random word that triggers change with every plan, slot revision, name
 * and chosen target (see the migrations). Random, so that a restored copy never repeats a word that meant something
 * else.
 */
export const feedVersions = sqliteTable('feed_versions', {
  unit: text().primaryKey(),
  version: text().notNull(),
})

/**
 * Slots that a changed plan took away. Their numbers stay their own, and who is subscribed is told for a while that they
 * are cancelled. One that is asked for again goes on counting its revisions.
 */
export const goneSlots = sqliteTable(
  'gone_slots',
  {
    unit: unit(),
    id: text().notNull(),
    planId: text('plan_id').notNull(),
    obligationId: text('obligation_id').notNull(),
    ordinal: integer().notNull(),
    rank: integer().notNull(),
    airing: text().$type<Airing>().notNull(),
    of: text(),
    date: text(),
    time: text(),
    minutes: integer().notNull(),
    windowFrom: text('window_from'),
    windowTo: text('window_to'),
    edition: integer().notNull(),
    inForce: integer('in_force', { mode: 'boolean' }).notNull(),
    revision: integer().notNull(),
    goneAt: integer('gone_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.id] }),
    index('gone_slots_by_plan').on(table.unit, table.planId),
  ],
)

/** Units whose week anybody may see; a unit without a row keeps its week to itself. */
export const publicWeeks = sqliteTable('public_weeks', {
  unit: unit().primaryKey(),
  since: integer().notNull(),
})

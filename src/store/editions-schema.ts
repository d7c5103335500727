/** Plans as they stood, and what was decided about them: rows are added, never changed. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Origin } from '../core/plan/edition.ts'
import type { Plan } from '../core/plan.ts'
import { unit } from './units-schema.ts'

/** An edition (bản) of a plan: the whole plan as data. */
export const editions = sqliteTable(
  'editions',
  {
    unit: unit(),
    planId: text('plan_id').notNull(),
    number: integer().notNull(),
    origin: text().$type<Origin>().notNull(),
    originOf: text('origin_of'),
    /** The edition that was adopted when this one was drafted. */
    base: integer(),
    plan: text({ mode: 'json' }).$type<Plan>().notNull(),
    hash: text().notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.planId, table.number] })],
)

export const DECISIONS = ['sent', 'adopted', 'discarded'] as const
export type Decision = (typeof DECISIONS)[number]

/** What became of an edition; the last row holds. */
export const editionDecisions = sqliteTable(
  'edition_decisions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    planId: text('plan_id').notNull(),
    number: integer().notNull(),
    kind: text().$type<Decision>().notNull(),
    /** The first day that an adopted one holds. */
    fromDay: text('from_day'),
    amendsNumber: text('amends_number'),
    amendsDay: text('amends_day'),
    reason: text(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
    /** Names the batch that wrote the row, whose other statements ask for it. */
    batch: text().notNull(),
  },
  (table) => [index('edition_decisions_by_plan').on(table.unit, table.planId, table.number)],
)

/** A plan's end: by a document or by its successor. A row without a day takes the one before back. */
export const planEnds = sqliteTable(
  'plan_ends',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    planId: text('plan_id').notNull(),
    fromDay: text('from_day'),
    document: text(),
    successor: text(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
    batch: text().notNull(),
  },
  (table) => [index('plan_ends_by_plan').on(table.unit, table.planId)],
)

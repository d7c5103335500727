/** What offices above handed to those below (giao kế hoạch): one row for each that got a draft. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { unit } from './units-schema.ts'

export const handings = sqliteTable(
  'handings',
  {
    /** The office that handed it. */
    unit: unit(),
    planId: text('plan_id').notNull(),
    number: integer().notNull(),
    /** The office that got it, and which draft of which of its plans it became there. */
    toUnit: text('to_unit').notNull(),
    toPlan: text('to_plan').notNull(),
    toNumber: integer('to_number').notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
    /** When somebody there first opened it. */
    seenAt: integer('seen_at'),
    /** Names the batch that wrote the row, whose other statements ask for it. */
    batch: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.toUnit, table.toPlan, table.toNumber] }),
    index('handings_by_plan').on(table.unit, table.planId, table.number),
  ],
)

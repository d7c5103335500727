/** Days off of the units' own. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SpecialDay } from '../core/plan/work-calendar.ts'
import { unit } from './units-schema.ts'

/** Append-only: the whole list each time; the last one said holds. */
export const ownDays = sqliteTable(
  'own_days',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    days: text({ mode: 'json' }).$type<SpecialDay[]>().notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    setAt: integer('set_at').notNull(),
  },
  (table) => [index('own_days_by_unit').on(table.unit)],
)

/** Air time of the units. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Station } from '../core/station/station.ts'
import { unit } from './units-schema.ts'

/** Append-only: what a unit said its hours are, from which day on. Of two from one day the later said holds. */
export const stations = sqliteTable(
  'stations',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    from: text().notNull(),
    station: text({ mode: 'json' }).$type<Station>().notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    setAt: integer('set_at').notNull(),
  },
  (table) => [index('stations_by_unit').on(table.unit)],
)

/** What others ask an office for: forms of its own making, what was typed into them, its rates, its official places. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PayRates } from '../core/blank/pay-rate.ts'
import type { OfficialPlace } from '../core/record/official-place.ts'
import { unit } from './units-schema.ts'

const said = {
  id: integer().primaryKey({ autoIncrement: true }),
  unit: unit(),
  by: text().notNull(),
  byId: text('by_id').notNull(),
  at: integer().notNull(),
}

/** Append-only: the last one under an id holds. The units below have it too. */
export const blanks = sqliteTable(
  'blanks',
  {
    ...said,
    blankId: text('blank_id').notNull(),
    /** The file as it was sent; null where the form was taken back. */
    file: text(),
  },
  (table) => [index('blanks_by_unit').on(table.unit, table.blankId)],
)

/** Append-only: what people typed into a form for a period; the last one holds. */
export const blankEntries = sqliteTable(
  'blank_entries',
  {
    ...said,
    blankId: text('blank_id').notNull(),
    year: integer().notNull(),
    period: text().notNull(),
    typed: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  },
  (table) => [index('blank_entries_by_form').on(table.unit, table.blankId, table.year, table.period)],
)

/** Append-only: of two from one day the later said holds; no lines take them back. */
export const payRates = sqliteTable(
  'pay_rates',
  { ...said, from: text('from_day').notNull(), rates: text({ mode: 'json' }).$type<PayRates>() },
  (table) => [index('pay_rates_by_unit').on(table.unit)],
)

/** Append-only: the last list holds. */
export const officialPlaces = sqliteTable(
  'official_places',
  { ...said, places: text({ mode: 'json' }).$type<OfficialPlace[]>().notNull() },
  (table) => [index('official_places_by_unit').on(table.unit)],
)

/** What the units say their own way on their reports. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PaperWords } from '../core/paper-words.ts'
import { unit } from './units-schema.ts'

/** Append-only: of each report, and of all others under an empty `of`, the last said holds; null takes it back. */
export const paperWords = sqliteTable(
  'paper_words',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    of: text().notNull(),
    words: text({ mode: 'json' }).$type<PaperWords>(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    setAt: integer('set_at').notNull(),
  },
  (table) => [index('paper_words_by_unit').on(table.unit, table.of)],
)

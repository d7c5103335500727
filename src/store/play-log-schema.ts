/** Exports of loudspeaker systems while somebody looks through them. */
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PlayColumns } from '../core/log/play-columns.ts'
import { unit } from './units-schema.ts'

/** The rows are working material and go after a month; the facts stay. */
export const playLogs = sqliteTable(
  'play_logs',
  {
    unit: unit(),
    /** SHA-256 of the file: the same file is the same log. */
    sha256: text().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    /** Rows of cells as JSON, gzipped. */
    sheet: blob({ mode: 'buffer' }).notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.sha256] })],
)

/** Which column is what, for files with the same headings: asked once. */
export const playColumns = sqliteTable(
  'play_columns',
  {
    unit: unit(),
    headings: text().notNull(),
    columns: text({ mode: 'json' }).$type<PlayColumns>().notNull(),
    savedAt: integer('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.headings] })],
)

/** Evidence of which the bytes are kept: each row a fact that names a file. The bytes lie outside the database. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { KeptKind } from '../core/kept-file.ts'
import { unit } from './units-schema.ts'

/** Rows go when the bytes do: long after the fact was taken back. The fact stays, with the file's name and hash. */
export const keptFiles = sqliteTable(
  'kept_files',
  {
    unit: unit(),
    factId: text('fact_id').notNull(),
    /** Names the bytes: the same file, sent twice, is kept once. */
    sha256: text().notNull(),
    kind: text().$type<KeptKind>().notNull(),
    size: integer().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.factId] }),
    index('kept_files_by_hash').on(table.unit, table.sha256),
  ],
)

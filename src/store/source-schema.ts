/** Documents that plans are read from (văn bản gốc), and what people decided while they looked through the reading. */
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentKind } from '../core/document/source.ts'
import { unit } from './units-schema.ts'

export const sources = sqliteTable(
  'sources',
  {
    unit: unit(),
    /** SHA-256 of the file: the same file is the same source. */
    sha256: text().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    kind: text().$type<DocumentKind>().notNull(),
    file: blob({ mode: 'buffer' }).notNull(),
    /** Its text in blocks as JSON, gzipped: every quote points into it. */
    read: blob({ mode: 'buffer' }).notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.sha256] })],
)

/** Append-only: each decision is a version of the whole; nobody writes over another's. */
export const sourceReviews = sqliteTable(
  'source_reviews',
  {
    unit: unit(),
    sha256: text().notNull(),
    /** 1 is as it was read. */
    version: integer().notNull(),
    /** The review as JSON, gzipped. */
    review: blob({ mode: 'buffer' }).notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.sha256, table.version] })],
)

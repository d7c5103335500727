/** What explains several silent slots at once. What was recorded because of it lies in `facts`. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { IncidentKind } from '../core/incident.ts'
import type { Channel } from '../core/plan.ts'
import { unit } from './units-schema.ts'

export const incidents = sqliteTable(
  'incidents',
  {
    unit: unit(),
    id: text().notNull(),
    kind: text().$type<IncidentKind>().notNull(),
    from: integer().notNull(),
    /** The first instant after it. */
    to: integer().notNull(),
    /** Null: every channel. */
    channel: text().$type<Channel>(),
    note: text(),
    document: text(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at'),
    /** Who asked for what under its id: `actions/key-print.ts`. */
    keyPrint: text('key_print'),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.id] }),
    index('incidents_by_time').on(table.unit, table.from),
  ],
)

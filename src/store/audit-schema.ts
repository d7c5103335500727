/** What was changed about who may do what, and by what rules: append-only, held so by triggers (see the migrations). */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AuditKind } from '../core/record/audit.ts'
import { unit } from './units-schema.ts'

export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: unit(),
    at: integer().notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    kind: text().$type<AuditKind>().notNull(),
    /** Whom or what it was done to, by the name it had then. */
    subject: text().notNull(),
    /** What it is now, in words; null where the kind says it all. */
    detail: text(),
  },
  (table) => [index('audit_entries_by_unit').on(table.unit, table.id)],
)

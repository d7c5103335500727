/** The log of administration (sổ quản trị): written in the batch of what it tells of, never changed, never deleted. */
import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { AuditEntry, AuditKind } from '../core/record/audit.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { auditEntries } from './schema.ts'

/** Whoever sits at the server itself. */
export const commandLine = (unit: string): Author => ({ unit, id: 'cli', name: 'dòng lệnh' })

type What = { kind: AuditKind; subject: string | SQL; detail?: string | null }

/** For the batch of what it tells of. `when`: only if this holds then. */
export const auditEntry = (by: Author, what: What, now: Instant, when: SQL = sql`1`): SQL =>
  sql`INSERT INTO audit_entries (unit, at, by, by_id, kind, subject, detail)
    SELECT ${by.unit}, ${now}, ${by.name}, ${by.id}, ${what.kind}, ${what.subject}, ${what.detail ?? null} WHERE ${when}`

/** Holds when the statement before it in the batch changed a row. */
export const DONE = sql`changes() > 0`

/** Newest first, a page of them; `before` is the last one's id of the page before. */
export const listAudit = (
  db: Db,
  unit: string,
  { before, most = 100 }: { before?: number | undefined; most?: number } = {},
): Promise<(AuditEntry & { id: number })[]> =>
  db
    .select({
      ...{ id: auditEntries.id, at: auditEntries.at, by: auditEntries.by, kind: auditEntries.kind },
      ...{ subject: auditEntries.subject, detail: auditEntries.detail },
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.unit, unit), before === undefined ? undefined : lt(auditEntries.id, before)))
    .orderBy(desc(auditEntries.id))
    .limit(most)

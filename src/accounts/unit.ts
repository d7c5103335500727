/**
 * Closing a unit: communes merge. What the old one recorded stays and can be looked at, but nobody records there,
 * whatever their role, and its jobs rest.
 */
import { eq, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { AuditKind } from '../core/record/audit.ts'
import { type Instant, localDateOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { auditEntry, commandLine } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import { units } from '../store/schema.ts'
import { restTurns, resumeTurns } from '../store/turns.ts'

/** `from`: the beginning of the first day on which it is closed; its jobs rest from then on. */
export const closeUnit = (
  db: Db,
  code: string,
  from: Instant,
  now: Instant,
  by: Author = commandLine(code),
) =>
  write(db, [
    db.update(units).set({ closedAt: from }).where(eq(units.code, code)),
    ...(from <= now ? [restTurns(code)] : []),
    told(by, code, 'unit-closed', now, `từ ${documentDay(localDateOf(from))}`),
  ])

export const reopenUnit = (db: Db, code: string, now: Instant, by: Author = commandLine(code)) =>
  write(db, [
    db.update(units).set({ closedAt: null }).where(eq(units.code, code)),
    resumeTurns(code, now),
    told(by, code, 'unit-opened', now),
  ])

const told = (by: Author, code: string, kind: AuditKind, now: Instant, detail: string | null = null) =>
  auditEntry(by, { kind, subject: sql`(SELECT name FROM units WHERE code = ${code})`, detail }, now)

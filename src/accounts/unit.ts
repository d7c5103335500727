/**
 * Closing a unit: communes merge. What the old one recorded stays and can be looked at, but nobody records there,
 * whatever their role, and its jobs rest.
 */
import { eq, sql } from 'drizzle-orm'
import type { AuditKind } from '../core/record/audit.ts'
import type { Instant } from '../core/wall-clock.ts'
import { auditEntry, commandLine } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import { units } from '../store/schema.ts'
import { restTurns, resumeTurns } from '../store/turns.ts'

export const closeUnit = (db: Db, code: string, now: Instant) =>
  write(db, [
    db.update(units).set({ closedAt: now }).where(eq(units.code, code)),
    restTurns(code),
    told(code, 'unit-closed', now),
  ])

export const reopenUnit = (db: Db, code: string, now: Instant) =>
  write(db, [
    db.update(units).set({ closedAt: null }).where(eq(units.code, code)),
    resumeTurns(code, now),
    told(code, 'unit-opened', now),
  ])

const told = (code: string, kind: AuditKind, now: Instant) =>
  auditEntry(commandLine(code), { kind, subject: sql`(SELECT name FROM units WHERE code = ${code})` }, now)

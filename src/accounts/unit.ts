/**
 * Closing a unit: communes merge. What the old one recorded stays and can be looked at, but nobody records there,
 * whatever their role, and its jobs rest.
 */
import { eq, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { AuditKind } from '../core/record/audit.ts'
import { type Instant, localDateOf } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { auditEntry } from '../store/audit.ts'
import { write } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { units } from '../store/schema.ts'
import { restTurns, resumeTurns } from '../store/turns.ts'

/** `from`: the beginning of the first day on which it is closed; its jobs rest from then on, and go on until then. */
export const closeUnit = ({ db, who, now }: Deed, code: string, from: Instant) =>
  write(db, [
    db.update(units).set({ closedAt: from }).where(eq(units.code, code)),
    from <= now ? restTurns(code) : resumeTurns(code, now),
    told(who, code, { kind: 'unit-closed', detail: `từ ${documentDay(localDateOf(from))}` }, now),
  ])

export const reopenUnit = ({ db, who, now }: Deed, code: string) =>
  write(db, [
    db.update(units).set({ closedAt: null }).where(eq(units.code, code)),
    resumeTurns(code, now),
    told(who, code, { kind: 'unit-opened' }, now),
  ])

const told = (who: Author, code: string, entry: { kind: AuditKind; detail?: string }, now: Instant) =>
  auditEntry(who, { ...entry, subject: sql`(SELECT name FROM units WHERE code = ${code})` }, now)

/** API tokens: a role in a unit for a program. Shown once, stored as a hash, never written to when used. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import { wrongLetters } from '../core/field.ts'
import type { SpecialDay } from '../core/plan/work-calendar.ts'
import { fail, invalid, missing, ok, type Result } from '../core/problem.ts'
import { ROLE_NAMES, type Role } from '../core/role.ts'
import type { Rules } from '../core/standing.ts'
import { tidy } from '../core/text.ts'
import type { Instant } from '../core/wall-clock.ts'
import { apiTokens } from '../store/accounts-schema.ts'
import { auditEntry, commandLine, DONE } from '../store/audit.ts'
import { type Db, write } from '../store/db.ts'
import { ownDaysIn, ownDaysSql } from '../store/own-days.ts'
import { units } from '../store/schema.ts'
import { roleIn } from '../store/units.ts'
import type { Principal } from './principal.ts'
import { hashSecret, newId, newSecret } from './secret.ts'

/** Tells people and secret scanners what it is. */
const PREFIX = 'nhipsong_'

export type Token = { id: string; name: string; role: Role; createdAt: Instant }

export async function createToken(
  db: Db,
  given: { unit: string; role: Role; name: string; by?: Author },
  now: Instant,
): Promise<Result<{ id: string; secret: string }>> {
  const name = tidy(given.name)
  if (!name || name.length > 100) {
    const message = 'tên mã cần từ 1 đến 100 ký tự'
    return invalid(`Chưa tạo được mã: ${message}.`, [{ path: ['name'], code: 'invalid', message }])
  }
  const wrong = wrongLetters(given.name)
  if (wrong)
    return invalid(`Chưa tạo được mã: tên mã không dùng được, ${wrong}.`, [
      { path: ['name'], code: 'invalid', message: wrong },
    ])
  const id = newId()
  const secret = PREFIX + newSecret()
  const by = given.by ?? commandLine(given.unit)
  const row = {
    ...{ id, unit: given.unit, hash: hashSecret(secret), name, role: given.role, createdAt: now },
    createdBy: given.by?.id ?? null,
  }
  await write(db, [
    db.insert(apiTokens).values(row),
    auditEntry(by, { kind: 'token-made', subject: name, detail: ROLE_NAMES[given.role] }, now),
  ])
  return ok({ id, secret })
}

function prepareLookup(db: Db) {
  return db
    .select({
      ...{ unit: apiTokens.unit, id: apiTokens.id, name: apiTokens.name },
      ...{ role: apiTokens.role, closedAt: units.closedAt, graceMinutes: units.graceMinutes },
      ownDays: sql<string | null>`${sql.raw(ownDaysSql('api_tokens.unit'))}`,
    })
    .from(apiTokens)
    .innerJoin(units, eq(units.code, apiTokens.unit))
    .where(and(eq(apiTokens.hash, sql.placeholder('hash')), isNull(apiTokens.revokedAt)))
    .prepare()
}
const lookups = new WeakMap<Db, ReturnType<typeof prepareLookup>>()

/** For whom a token speaks, and what their unit settled for itself. */
export type HeldToken = { who: Principal; rules: Rules; ownDays: SpecialDay[] }

export async function holderOfToken(db: Db, secret: string, now: Instant): Promise<HeldToken | null> {
  const lookup = lookups.get(db) ?? prepareLookup(db)
  lookups.set(db, lookup)
  const row = await lookup.get({ hash: hashSecret(secret) })
  if (!row) return null
  const { graceMinutes, closedAt, role, ownDays, ...who } = row
  return {
    who: { ...who, role: roleIn(role, closedAt, now), via: 'token' },
    ...{ rules: { graceMinutes }, ownDays: ownDaysIn(ownDays) },
  }
}

/** Those that hold, oldest first. */
export const listTokens = (db: Db, unit: string): Promise<Token[]> =>
  db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      role: apiTokens.role,
      createdAt: apiTokens.createdAt,
    })
    .from(apiTokens)
    .where(and(eq(apiTokens.unit, unit), isNull(apiTokens.revokedAt)))
    .orderBy(asc(apiTokens.createdAt), asc(apiTokens.id))

/** From the next request on. The row stays: facts name it. */
export async function revokeToken(db: Db, by: Author, id: string, now: Instant): Promise<Result<null>> {
  const { unit } = by
  const revoke = db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.unit, unit), eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
  const name = sql`(SELECT name FROM api_tokens WHERE id = ${id})`
  const told = auditEntry(by, { kind: 'token-revoked', subject: name }, now, DONE)
  const [revoked] = await write(db, [revoke, told])
  if (revoked?.rowsAffected === 1) return ok(null)
  return fail(missing('token'))
}

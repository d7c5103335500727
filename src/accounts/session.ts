/** Sessions: a random secret in the browser, its hash here. Deleting the row ends the session at once. */
import { and, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Instant } from '../core/wall-clock.ts'
import { sessions, users } from '../store/accounts-schema.ts'
import type { Db } from '../store/db.ts'
import type { Principal } from './principal.ts'
import { hashSecret, newSecret } from './secret.ts'

const DAY = 86_400_000
/** A session ends after so many days without use. */
const SESSION_DAYS = 30

/** The cookie's value. */
export async function openSession(db: Db, user: { unit: string; id: string }, now: Instant): Promise<string> {
  const secret = newSecret()
  const expiresAt = now + SESSION_DAYS * DAY
  await db
    .insert(sessions)
    .values({ hash: hashSecret(secret), unit: user.unit, userId: user.id, createdAt: now, expiresAt })
  return secret
}

/** One indexed query for each page: prepared once per database, since building it costs as much as running it. */
function prepareLookup(db: Db) {
  return db
    .select({
      unit: users.unit,
      id: users.id,
      name: users.name,
      role: users.role,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.unit, sessions.unit)))
    .where(
      and(
        eq(sessions.hash, sql.placeholder('hash')),
        gt(sessions.expiresAt, sql.placeholder('now')),
        isNull(users.deactivatedAt),
      ),
    )
    .prepare()
}
const lookups = new WeakMap<Db, ReturnType<typeof prepareLookup>>()

/** Who holds this cookie; null when nobody does (any more). */
export async function principalOfSession(db: Db, cookie: string, now: Instant): Promise<Principal | null> {
  const lookup = lookups.get(db) ?? prepareLookup(db)
  lookups.set(db, lookup)
  const hash = hashSecret(cookie)
  const row = await lookup.get({ hash, now })
  if (!row) return null
  const { expiresAt, ...who } = row
  if (expiresAt - now < (SESSION_DAYS - 1) * DAY) await prolong(db, hash, now)
  return { ...who, via: 'session' }
}

/** Written once a day and session, not with each page. */
async function prolong(db: Db, hash: string, now: Instant): Promise<void> {
  await db
    .update(sessions)
    .set({ expiresAt: now + SESSION_DAYS * DAY })
    .where(eq(sessions.hash, hash))
}

export async function signOut(db: Db, cookie: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.hash, hashSecret(cookie)))
}

/** Ends all sessions of the one who holds this cookie, except this one. */
export async function endOtherSessions(db: Db, who: Principal, cookie: string): Promise<void> {
  await db
    .delete(sessions)
    .where(
      and(eq(sessions.unit, who.unit), eq(sessions.userId, who.id), ne(sessions.hash, hashSecret(cookie))),
    )
}

export const endSessions = (db: Db, unit: string, userId: string) =>
  db.delete(sessions).where(and(eq(sessions.unit, unit), eq(sessions.userId, userId)))

export const sweepSessions = (db: Db, now: Instant) => db.delete(sessions).where(lt(sessions.expiresAt, now))

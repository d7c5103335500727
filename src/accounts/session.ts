/** Sessions: a random secret in the browser, its hash here. Deleting the row ends the session at once. */
import { and, eq, lt, ne, sql } from 'drizzle-orm'
import type { SpecialDay } from '../core/plan/work-calendar.ts'
import type { Role } from '../core/role.ts'
import type { Rules } from '../core/standing.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import { sessions } from '../store/accounts-schema.ts'
import { type Db, noteIfPossible, write } from '../store/db.ts'
import { gather } from '../store/gather.ts'
import { ownDaysIn, ownDaysSql } from '../store/own-days.ts'
import { roleIn, type UnitState } from '../store/units.ts'
import type { Principal } from './principal.ts'
import { hashSecret, newSecret } from './secret.ts'

/** A session ends after so many days without use, */
const SESSION_DAYS = 30
/** and after so many whatever happens: then the password is asked again. */
const LONGEST_DAYS = 90

/** So long it waits for the code of whoever chose a second step. */
const CODE_MS = 10 * 60_000

/** The cookie's value. Who chose a second step is not signed in by it before their code came (`second-step.ts`). */
export async function openSession(db: Db, user: { unit: string; id: string }, now: Instant): Promise<string> {
  const secret = newSecret()
  const chosen = sql`SELECT 1 FROM second_factors WHERE user_id = ${user.id} AND confirmed_at IS NOT NULL`
  const ends = sql`iif(EXISTS (${chosen}), ${now + CODE_MS}, ${endOf(now, now)})`
  await write(db, [
    sql`INSERT INTO sessions (hash, unit, user_id, created_at, expires_at, awaits_code)
      VALUES (${hashSecret(secret)}, ${user.unit}, ${user.id}, ${now}, ${ends}, EXISTS (${chosen}))`,
  ])
  return secret
}

// One JSON value for all: libsql takes rows and columns apart in longer than the lookup itself takes.
const LOOKUP_SQL = `
  SELECT json_group_array(json_array(hash, users.unit, users.id, users.name, users.role, closed_at, sessions.created_at, expires_at, units.name, version,
    units.grace_minutes, EXISTS (SELECT 1 FROM units AS lower WHERE lower.parent = units.code),
    ${ownDaysSql('users.unit')},
    CASE WHEN users.role IN ('leader', 'admin') THEN (SELECT count(DISTINCT item_id) FROM item_reviews AS sent
      WHERE sent.unit = users.unit AND kind = 'sent'
        AND NOT EXISTS (SELECT 1 FROM item_reviews AS after
          WHERE after.unit = sent.unit AND after.item_id = sent.item_id AND after.id > sent.id)
        AND NOT EXISTS (SELECT 1 FROM item_versions AS newer
          WHERE newer.unit = sent.unit AND newer.item_id = sent.item_id AND newer.version > sent.version))
      ELSE 0 END)) AS found
  FROM json_each(?) CROSS JOIN sessions ON hash = value
  JOIN users ON users.id = sessions.user_id AND users.unit = sessions.unit
  JOIN units ON units.code = users.unit
  LEFT JOIN feed_versions ON feed_versions.unit = users.unit
  WHERE deactivated_at IS NULL AND awaits_code = 0`

type LookupRow = [
  string,
  string,
  string,
  string,
  Role,
  Instant | null,
  Instant,
  Instant,
  string,
  string | null,
  number | null,
  0 | 1,
  string | null,
  number,
]
type Found = HeldSession & { closedAt: Instant | null; createdAt: Instant; expiresAt: Instant }

async function askSessions(db: Db, hashes: string[]): Promise<Map<string, Found>> {
  const { rows } = await db.$client.execute({ sql: LOOKUP_SQL, args: [JSON.stringify(hashes)] })
  return new Map((JSON.parse(String(rows[0]?.[0])) as LookupRow[]).map(foundIn))
}

function foundIn(row: LookupRow): [string, Found] {
  const [hash, unit, id, name, role, closedAt, createdAt, expiresAt, unitName, version, ...more] = row
  const [graceMinutes, leads, days, toApprove] = more
  const who: Principal = { unit, id, name, role, via: 'session' }
  const state = { code: unit, name: unitName, version, ...(leads && { leads: true as const }) }
  const own = { unit: state, rules: { graceMinutes }, ownDays: ownDaysIn(days), toApprove }
  return [hash, { who, ...own, closedAt, createdAt, expiresAt }]
}

const gatherers = new WeakMap<Db, (hash: string) => Promise<Found | undefined>>()

/**
 * Who holds a cookie, in which state their unit is, and what it settled for itself. `toApprove`: items that wait for
 * them; 0 for who may not approve.
 */
export type HeldSession = {
  who: Principal
  unit: UnitState
  rules: Rules
  ownDays: SpecialDay[]
  toApprove: number
}

/** One indexed query for all pages that are asked for at the same moment. Null when nobody holds the cookie (any more). */
export async function sessionOf(db: Db, cookie: string, now: Instant): Promise<HeldSession | null> {
  const ask = gatherers.get(db) ?? gather((hashes) => askSessions(db, hashes))
  gatherers.set(db, ask)
  const hash = hashSecret(cookie)
  const found = await ask(hash)
  if (!found || found.expiresAt <= now) return null
  const expiresAt = endOf(found.createdAt, now)
  // Written once a day and session, not with each page.
  if (expiresAt - found.expiresAt > DAY_MS)
    await noteIfPossible(db.update(sessions).set({ expiresAt }).where(eq(sessions.hash, hash)))
  return { ...found, who: { ...found.who, role: roleIn(found.who.role, found.closedAt, now) } }
}

/** When a session ends that was opened then and is used now. */
export const endOf = (createdAt: Instant, now: Instant): Instant =>
  Math.min(now + SESSION_DAYS * DAY_MS, createdAt + LONGEST_DAYS * DAY_MS)

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

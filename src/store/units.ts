/** The offices that keep their plans here. */
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Role } from '../core/role.ts'
import { type Rules, USUAL_RULES } from '../core/standing.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { units } from './schema.ts'

export type Unit = { code: string; name: string }

/** `version` changes with all that is stored of its plans, slots and facts; null before it has a plan. `leads`: offices stand below it. */
export type UnitState = Unit & { version: string | null; leads?: true }

/** The role of somebody: from the day on which their unit is closed, everybody may only look. */
export const roleIn = (role: Role, closedAt: Instant | null, now: Instant): Role =>
  closedAt !== null && closedAt <= now ? 'viewer' : role

export const listUnits = (db: Db): Promise<Unit[]> =>
  db.select({ code: units.code, name: units.name }).from(units).orderBy(asc(units.code))

/** Then names alone may be ambiguous. */
export async function hasSeveralUnits(db: Db): Promise<boolean> {
  return (await db.select({ code: units.code }).from(units).limit(2)).length > 1
}

export async function findUnit(db: Db, code: string): Promise<Unit | null> {
  const [row] = await db
    .select({ code: units.code, name: units.name })
    .from(units)
    .where(eq(units.code, code))
  return row ?? null
}

export async function isClosed(db: Db, code: string, now: Instant): Promise<boolean> {
  const closed = and(eq(units.code, code), lte(units.closedAt, now))
  return (await db.select({ code: units.code }).from(units).where(closed)).length > 0
}

/** What the office settled for itself. */
export async function findRules(db: Db, code: string): Promise<Rules> {
  const [row] = await db.select({ graceMinutes: units.graceMinutes }).from(units).where(eq(units.code, code))
  return row ?? USUAL_RULES
}

export async function saveRules(db: Db, code: string, rules: Rules): Promise<void> {
  await rulesStatement(db, code, rules)
}

export const rulesStatement = (db: Db, code: string, { graceMinutes }: Rules) =>
  db.update(units).set({ graceMinutes }).where(eq(units.code, code))

export const closedAtStatement = (db: Db, code: string, closedAt: Instant) =>
  db.update(units).set({ closedAt }).where(eq(units.code, code))

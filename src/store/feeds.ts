/** Subscriptions, and what a calendar is made of. */
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { FeedScope } from '../core/notice/feed-scope.ts'
import { runsOn } from '../core/plan/edition.ts'
import type { Obligation } from '../core/plan.ts'
import { type SlotRecord, untouched } from '../core/reading.ts'
import type { DateRange, Instant } from '../core/wall-clock.ts'
import type { Breathe } from '../portions.ts'
import type { Db } from './db.ts'
import { feeds, feedVersions, goneSlots, publicWeeks } from './feeds-schema.ts'
import { gather } from './gather.ts'
import { toObligation } from './plans.ts'
import { obligations, plans } from './schema.ts'
import { listSlots, toSlot } from './slots.ts'

export type Feed = {
  id: string
  name: string
  scope: FeedScope
  createdBy: string
  createdAt: Instant
  fetchedAt: Instant | null
  /** The client that fetched it then. */
  client: string | null
}

/** What a request for a feed needs to know before anything is built. */
export type FeedState = {
  id: string
  unit: string
  scope: FeedScope
  /** Taken back, or made by somebody who may not come in any more. */
  revoked: boolean
  fetchedAt: Instant | null
  /** Changes with everything that the feed is made of; null while the unit has no plan. */
  version: string | null
}

const shown = {
  id: feeds.id,
  name: feeds.name,
  scope: sql<FeedScope>`${feeds.scope}`,
  createdBy: feeds.createdBy,
  createdAt: feeds.createdAt,
  fetchedAt: feeds.fetchedAt,
  client: feeds.client,
}

/** Those that hold, oldest first; all of the unit's, or those that somebody made. */
export const listFeeds = (db: Db, unit: string, createdBy?: string): Promise<Feed[]> =>
  db
    .select(shown)
    .from(feeds)
    .where(
      and(
        eq(feeds.unit, unit),
        isNull(feeds.revokedAt),
        createdBy === undefined ? undefined : eq(feeds.createdBy, createdBy),
      ),
    )
    .orderBy(asc(feeds.createdAt), asc(feeds.id))

export async function countFeeds(db: Db, unit: string): Promise<number> {
  const where = and(eq(feeds.unit, unit), isNull(feeds.revokedAt))
  return (await db.select({ feeds: count() }).from(feeds).where(where))[0]?.feeds ?? 0
}

export async function insertFeed(db: Db, unit: string, hash: string, feed: Feed): Promise<void> {
  await db.insert(feeds).values({ ...feed, unit, hash })
}

/** `by`: only if they made it. False when there is none that holds. */
export async function revokeFeed(
  db: Db,
  unit: string,
  { id, by }: { id: string; by?: string | undefined },
  now: Instant,
): Promise<boolean> {
  const own = by === undefined ? undefined : eq(feeds.createdBy, by)
  const revoked = await db
    .update(feeds)
    .set({ revokedAt: now })
    .where(and(eq(feeds.unit, unit), eq(feeds.id, id), isNull(feeds.revokedAt), own))
  return revoked.rowsAffected === 1
}

// One JSON value for all: libsql takes rows and columns apart in longer than the lookup itself takes.
const STATES_SQL = `
  SELECT json_group_array(json_array(hash, feeds.id, feeds.unit, scope, revoked_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM users WHERE users.id = created_by AND deactivated_at IS NOT NULL), fetched_at, version))
  FROM json_each(?) CROSS JOIN feeds ON hash = value LEFT JOIN feed_versions ON feed_versions.unit = feeds.unit`

type StateRow = [string, string, string, FeedScope, 0 | 1, Instant | null, string | null]

async function askStates(db: Db, hashes: string[]): Promise<Map<string, FeedState>> {
  const { rows } = await db.$client.execute({ sql: STATES_SQL, args: [JSON.stringify(hashes)] })
  return new Map(
    (JSON.parse(String(rows[0]?.[0])) as StateRow[]).map(
      ([hash, id, unit, scope, revoked, fetchedAt, version]) => [
        hash,
        { id, unit, scope, revoked: revoked === 1, fetchedAt, version },
      ],
    ),
  )
}

const gatherers = new WeakMap<Db, (hash: string) => Promise<FeedState | undefined>>()

/** Undefined for a token that nobody was given. */
export function feedState(db: Db, hash: string): Promise<FeedState | undefined> {
  const ask = gatherers.get(db) ?? gather((hashes) => askStates(db, hashes))
  gatherers.set(db, ask)
  return ask(hash)
}

/** As it is now; null while the unit has no plan. */
export async function calendarVersion(db: Db, unit: string): Promise<string | null> {
  const where = eq(feedVersions.unit, unit)
  return (await db.select().from(feedVersions).where(where))[0]?.version ?? null
}

export async function noteFetch(db: Db, id: string, client: string, now: Instant): Promise<void> {
  await db.update(feeds).set({ fetchedAt: now, client }).where(eq(feeds.id, id))
}

/** `changedAt`: the latest change of anything that calendars show, also of what they no longer show. */
export type CalendarSource = { records: SlotRecord[]; changedAt: Instant }

/**
 * All that the unit's calendars may show or have shown: slots of the newest `years` with a plan; after them those that a
 * changed plan took away, some of which may have come back.
 */
export async function calendarSource(
  db: Db,
  unit: string,
  days: DateRange,
  breathe?: Breathe,
): Promise<CalendarSource> {
  const [kept, gone, adoptedAt] = await Promise.all([
    listSlots(db, unit, { range: days }, breathe),
    listGone(db, unit, days),
    lastAdoption(db, unit),
  ])
  const records = [...kept, ...gone]
  return {
    records,
    changedAt: records.reduce((latest, { changedAt }) => Math.max(latest, changedAt), adoptedAt),
  }
}

/** Of those that went while somebody was subscribed; in the wording that asked for them. */
async function listGone(db: Db, unit: string, days: DateRange): Promise<SlotRecord[]> {
  const rows = await db
    .select({ gone: goneSlots, obligation: obligations, plan: plans })
    .from(goneSlots)
    .innerJoin(
      obligations,
      and(
        eq(obligations.unit, goneSlots.unit),
        eq(obligations.planId, goneSlots.planId),
        eq(obligations.id, goneSlots.obligationId),
        eq(obligations.edition, goneSlots.edition),
      ),
    )
    .innerJoin(plans, and(eq(plans.unit, goneSlots.unit), eq(plans.id, goneSlots.planId)))
    .where(
      and(
        eq(goneSlots.unit, unit),
        eq(goneSlots.inForce, true),
        sql`${goneSlots.goneAt} >= (SELECT min(created_at) FROM feeds WHERE feeds.unit = ${unit} AND revoked_at IS NULL)`,
        sql`coalesce(${goneSlots.date}, ${goneSlots.windowTo}) BETWEEN ${days.from} AND ${days.to}`,
      ),
    )
  return rows.map(({ gone, obligation, plan }) => goneRecord(gone, toObligation(obligation), plan))
}

function goneRecord(
  { revision, goneAt, ...row }: typeof goneSlots.$inferSelect,
  obligation: Obligation,
  { id, title, year, origin }: typeof plans.$inferSelect,
): SlotRecord {
  const slot = toSlot({ ...row, withdrawnAt: goneAt }, obligation)
  const plan = { id, title, year, runsOn: runsOn({ origin }) }
  return { ...untouched(slot, obligation, plan), revision, changedAt: goneAt }
}

async function lastAdoption(db: Db, unit: string): Promise<Instant> {
  const asked = { sql: 'SELECT max(adopted_at) FROM plans WHERE unit = ?', args: [unit] }
  return Number((await db.$client.execute(asked)).rows[0]?.[0] ?? 0)
}

export async function hasPublicWeek(db: Db, unit: string): Promise<boolean> {
  return (await db.select().from(publicWeeks).where(eq(publicWeeks.unit, unit))).length > 0
}

export async function setPublicWeek(db: Db, unit: string, shared: boolean, now: Instant): Promise<void> {
  if (shared) await db.insert(publicWeeks).values({ unit, since: now }).onConflictDoNothing()
  else await db.delete(publicWeeks).where(eq(publicWeeks.unit, unit))
}

/** The beat (nhịp): when the scheduler last ran, and whether there is anything for it to do. */
import { eq, type SQL, sql } from 'drizzle-orm'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import { type Db, read, write } from './db.ts'
import { beats } from './schema.ts'

export type Beat = Omit<typeof beats.$inferSelect, 'id'>

/** What a beat finds: its predecessor, and whether anybody waits. A few look-ups in indexes, however many slots. */
export type Pulse = {
  startedAt: Instant | null
  /** When a beat came that did nothing, since its clock was too far ahead. */
  aheadAt: Instant | null
  units: number
  turns: number
  waiting: boolean
}

const ONE = 1

const waiting = (now: Instant): SQL =>
  sql`EXISTS (SELECT 1 FROM turns WHERE due_at <= ${now}) OR EXISTS (SELECT 1 FROM messages WHERE due_at <= ${now})`

export async function feelPulse(db: Db, now: Instant): Promise<Pulse> {
  const [result] = await read(db, [
    sql`SELECT (SELECT started_at FROM beats WHERE id = ${ONE}) AS started,
      (SELECT ahead_at FROM beats WHERE id = ${ONE}) AS ahead,
      (SELECT count(*) FROM units) AS units, (SELECT count(*) FROM turns) AS turns, (${waiting(now)}) AS waiting`,
  ])
  const row = result?.rows[0]
  const [startedAt, aheadAt] = [row?.started ?? null, row?.ahead ?? null]
  return {
    startedAt: startedAt === null ? null : Number(startedAt),
    aheadAt: aheadAt === null ? null : Number(aheadAt),
    units: Number(row?.units),
    turns: Number(row?.turns),
    waiting: row?.waiting === 1,
  }
}

/** True for a process that comes second: somebody else's beat began after the one that it saw. */
export const isBegun = (seen: Instant | null): SQL =>
  sql`EXISTS (SELECT 1 FROM beats WHERE id = ${ONE} AND started_at IS NOT ${seen})`

/** Begins a beat, with what has to be put right first, in one batch. Answers whether anybody waits afterwards. */
export async function beginBeat(db: Db, repairs: readonly SQL[], now: Instant): Promise<boolean> {
  const results = await write(db, [
    ...repairs,
    sql`INSERT INTO beats (id, started_at) VALUES (${ONE}, ${now})
      ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at, ahead_at = NULL`,
    sql`SELECT (${waiting(now)}) AS waiting`,
  ])
  return results.at(-1)?.rows[0]?.waiting === 1
}

/** Ends a beat in which there was nothing to do: it begins and ends in one write. */
export async function passBeat(db: Db, now: Instant): Promise<void> {
  await db.update(beats).set({ startedAt: now, finishedAt: now, aheadAt: null }).where(eq(beats.id, ONE))
}

/** All that a beat leaves behind whose clock cannot be believed yet. */
export async function noteAhead(db: Db, now: Instant): Promise<void> {
  await db.update(beats).set({ aheadAt: now }).where(eq(beats.id, ONE))
}

export async function endBeat(
  db: Db,
  did: { turns: number; sent: number; failed: number },
  now: Instant,
): Promise<void> {
  await db
    .update(beats)
    .set({ finishedAt: now, ...did })
    .where(eq(beats.id, ONE))
}

export async function lastBeat(db: Db): Promise<Beat | null> {
  const [row] = await db.select().from(beats).where(eq(beats.id, ONE))
  return row ?? null
}

/** What waits in the outbox, what was given up, and when the next of anything is due. */
export type OutboxHealth = { waiting: number; overdue: number; failed: number }

/** `overdue`: due for longer than ten minutes and still not tried with success. */
export async function outboxHealth(db: Db, now: Instant, unit?: string): Promise<OutboxHealth> {
  const of = unit === undefined ? sql`` : sql`AND unit = ${unit}`
  const [result] = await read(db, [
    sql`SELECT (SELECT count(*) FROM messages WHERE due_at IS NOT NULL ${of}) AS waiting,
      (SELECT count(*) FROM messages WHERE due_at IS NOT NULL AND created_at < ${now - 10 * 60_000} AND attempts > 0 ${of}) AS overdue,
      (SELECT count(*) FROM messages WHERE failed_at > ${now - 7 * DAY_MS} ${of}) AS failed`,
  ])
  const row = result?.rows[0]
  return { waiting: Number(row?.waiting), overdue: Number(row?.overdue), failed: Number(row?.failed) }
}

/** The next instant at which anything can change; null when nothing is planned. */
export async function nextDue(db: Db): Promise<Instant | null> {
  const [result] = await read(db, [
    sql`SELECT min(at) AS next FROM (SELECT min(due_at) AS at FROM turns UNION ALL SELECT min(due_at) FROM messages)`,
  ])
  const next = result?.rows[0]?.next ?? null
  return next === null ? null : Number(next)
}

/** Whose turn it is: for each job of each unit, up to when it is done and when it has something to do again. */
import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { turns } from './schema.ts'

export type Turn = typeof turns.$inferSelect

/** A job's next turn in a unit that keeps the usual hours. */
export type Usual = { job: string; dueAt: Instant }

const MINUTE = 60_000
/** A process that dies over a turn gives it back after five minutes; one that dies over it again and again, later. */
const CLAIM_MS = 5 * MINUTE
const LONGEST_MS = 60 * MINUTE

/** For jobs that wait for something else than time. */
export const NEVER: Instant = Date.UTC(9999, 0, 1)

/** A unit with hours of its own is looked at at once: only its turn itself knows them. */
const dueOf = (unit: SQL, usual: SQL): SQL =>
  sql`CASE WHEN ${usual} < ${NEVER} AND EXISTS (SELECT 1 FROM notice_hours WHERE notice_hours.unit = ${unit})
    THEN 0 ELSE ${usual} END`

/** Rows for all units and jobs that have none yet, beginning now; rows of jobs that are no more are dropped. */
export function plantTurns(ofUnits: readonly Usual[], ofServer: readonly Usual[], now: Instant): SQL[] {
  const missing = (unit: SQL): SQL =>
    sql`NOT EXISTS (SELECT 1 FROM turns WHERE turns.unit = ${unit} AND turns.job = job.value ->> 'job')`
  const code = sql`units.code`
  const names = JSON.stringify([...ofUnits, ...ofServer].map(({ job }) => job))
  return [
    sql`DELETE FROM turns WHERE job NOT IN (SELECT value FROM json_each(${names}))`,
    sql`INSERT INTO turns (unit, job, since, due_at)
      SELECT units.code, job.value ->> 'job', ${now}, ${dueOf(code, sql`job.value ->> 'dueAt'`)}
      FROM units, json_each(${JSON.stringify(ofUnits)}) AS job WHERE ${missing(code)}`,
    sql`INSERT INTO turns (unit, job, since, due_at)
      SELECT '', job.value ->> 'job', ${now}, job.value ->> 'dueAt'
      FROM json_each(${JSON.stringify(ofServer)}) AS job WHERE ${missing(sql`''`)}`,
  ]
}

/**
 * Takes the turns that have waited longest, at most so many, so that nobody else does; those of one unit together, since
 * what they read is much the same.
 */
export async function claimTurns(db: Db, now: Instant, most: number): Promise<Turn[]> {
  const next = sql`(SELECT rowid FROM turns WHERE due_at <= ${now} ORDER BY due_at, unit, job LIMIT ${most})`
  const dueAt = sql<number>`${now} + min(${LONGEST_MS}, ${CLAIM_MS} << min(attempts, 6))`
  return db
    .update(turns)
    .set({ dueAt, attempts: sql`${turns.attempts} + 1` })
    .where(sql`rowid IN ${next}`)
    .returning()
}

const isOurs = ({ unit, job, dueAt }: Turn): SQL => sql`unit = ${unit} AND job = ${job} AND due_at = ${dueAt}`

/** For the batch of what the turn did. Changes no row when the claim ran out and somebody else took it. */
export const endTurn = (turn: Turn, { since, next }: { since: Instant; next: Instant }, now: Instant): SQL =>
  sql`UPDATE turns SET since = ${since}, due_at = ${next}, attempts = 0, done_at = ${now}, failed_at = NULL, error = NULL
    WHERE ${isOurs(turn)}`

/** What throws waits an hour, so that one bad row cannot stop the queue. */
export const failTurn = (db: Db, turn: Turn, why: string, now: Instant) =>
  db
    .update(turns)
    .set({ dueAt: now + LONGEST_MS, failedAt: now, error: why })
    .where(isOurs(turn))

/** Jobs whose next instant depends on the slots themselves, and on which plans there are. */
const BY_SLOTS = ['remind']
const BY_PLANS = [...BY_SLOTS, 'new-year']

/** For the batch of a move, and of an adoption: the jobs that it concerns are looked at with the next beat. */
export const wakeForMove = (unit: string): SQL => wakeTurns(unit, BY_SLOTS)
export const wakeForPlan = (unit: string): SQL => wakeTurns(unit, BY_PLANS)

/** For the batch of changed hours: every job that waits for an hour is looked at. */
export const wakeForHours = (unit: string): SQL =>
  sql`UPDATE turns SET due_at = 0 WHERE unit = ${unit} AND due_at < ${NEVER}`

/** A closed unit's jobs rest, and begin anew when it is opened again. */
export const restTurns = (unit: string): SQL => sql`UPDATE turns SET due_at = ${NEVER} WHERE unit = ${unit}`
/** Those that rest: of the others nothing that happened meanwhile is lost. */
export const resumeTurns = (unit: string, now: Instant): SQL =>
  sql`UPDATE turns SET since = ${now}, due_at = 0 WHERE unit = ${unit} AND due_at = ${NEVER}`

const wakeTurns = (unit: string, jobs: readonly string[]): SQL =>
  sql`UPDATE turns SET due_at = 0 WHERE unit = ${unit} AND job IN (SELECT value FROM json_each(${JSON.stringify(jobs)}))`

/**
 * After a long pause: `summary` speaks once about all since the unit was last asked, and `summed` begin anew now.
 * `unless` guards against a second process that saw the same pause.
 */
export const sumUpTurns = (
  summary: string,
  askedBy: string,
  summed: readonly Usual[],
  now: Instant,
  unless: SQL,
): SQL[] => [
  sql`UPDATE turns SET due_at = ${now}, since = (SELECT asked.since FROM turns AS asked
      WHERE asked.unit = turns.unit AND asked.job = ${askedBy})
    WHERE job = ${summary} AND NOT ${unless}`,
  ...summed.map(
    ({ job, dueAt }) =>
      sql`UPDATE turns SET since = max(since, ${now}), due_at = ${dueOf(sql`turns.unit`, sql`${dueAt}`)}
        WHERE job = ${job} AND NOT ${unless}`,
  ),
]

/**
 * After the clock was set back: nothing may wait for an instant that was only on the wrong clock. What was done after
 * `midnight`, the last one, is looked at again: keys keep it from being said again.
 */
export const rewindTurns = (midnight: Instant, now: Instant, unless: SQL): SQL =>
  sql`UPDATE turns SET since = min(since, ${midnight}), due_at = 0
    WHERE due_at < ${NEVER} AND (since > ${now} OR attempts > 0) AND NOT ${unless}`

/** Turns that failed and have not succeeded since. */
export const failingTurns = (db: Db): Promise<Turn[]> =>
  db.select().from(turns).where(isNotNull(turns.failedAt)).orderBy(asc(turns.job), asc(turns.unit)).limit(100)

export const listTurns = (db: Db, unit: string): Promise<Turn[]> =>
  db
    .select()
    .from(turns)
    .where(and(eq(turns.unit, unit)))
    .orderBy(asc(turns.dueAt), asc(turns.job))

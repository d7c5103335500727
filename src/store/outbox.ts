/**
 * The outbox (hộp thư đi). Exactly once for the entry: its key cannot occur twice. At least once for the sending: what
 * a process claimed and did not settle comes back when the claim runs out.
 */
import { and, desc, eq, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { messages } from './schema.ts'

export type Message = typeof messages.$inferSelect
export type NewMessage = Omit<Message, 'dueAt' | 'attempts' | 'sentAt' | 'failedAt' | 'error'> & {
  dueAt: Instant
}

/** Longer than any attempt takes, so that nobody sends what somebody else is just sending. */
export const CLAIM_MS = 10 * 60_000

const FIELDS = ['unit', 'key', 'template', 'data', 'route', 'userId', 'createdAt', 'usefulUntil', 'dueAt']

/** For the batch of what causes them, if that came about; a key that is there already adds nothing. */
export function enterMessages(news: readonly NewMessage[], claim: SQL = sql`true`): SQL {
  const values = sql.raw(FIELDS.map((field) => `value ->> '${field}'`).join(', '))
  return sql`INSERT INTO messages (unit, key, template, data, route, user_id, created_at, useful_until, due_at)
    SELECT ${values} FROM json_each(${JSON.stringify(news)}) WHERE ${claim} ON CONFLICT DO NOTHING`
}

/** So many of those that waited longest are looked at: an office with many people takes its turn among the others. */
const AHEAD = 500

/** Whose messages one claim takes: each claim is a write that waits for the disk. */
const HANDFUL = 20

/**
 * Takes the messages that have waited longest, a handful, each with all others that are due for the same person, so
 * that they can become one. Leaves out routes that are shut just now. Empty when nothing is due.
 *
 * One statement: of two that each took one of a person's messages, neither could put them together.
 */
export async function claimMessages(db: Db, now: Instant, shut: readonly string[] = []): Promise<Message[]> {
  const ids = sql`(WITH due AS (SELECT rowid AS id, unit, user_id, route, due_at FROM messages WHERE due_at <= ${now}
      AND route NOT IN (SELECT value FROM json_each(${JSON.stringify(shut)})) ORDER BY due_at LIMIT ${AHEAD}),
    first AS (SELECT * FROM due ORDER BY row_number() OVER (PARTITION BY unit ORDER BY due_at), due_at LIMIT ${HANDFUL})
    SELECT id FROM first UNION SELECT same.rowid FROM first JOIN messages AS same
      ON same.unit = first.unit AND same.user_id = first.user_id AND same.route = first.route AND same.due_at <= ${now})`
  const claimed = await db
    .update(messages)
    .set({ dueAt: now + CLAIM_MS, attempts: sql`${messages.attempts} + 1` })
    .where(sql`rowid IN ${ids}`)
    .returning()
  return claimed.sort((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1))
}

export type Outcome =
  | { kind: 'sent' }
  | { kind: 'failed'; why: string }
  | { kind: 'retry'; at: Instant; why: string }
  /** Not tried: it may not go yet. */
  | { kind: 'wait'; at: Instant }

/** Records how claimed messages fared, unless their claim ran out and somebody else took them. */
export async function settle(
  db: Db,
  claimed: readonly Message[],
  outcome: Outcome,
  now: Instant,
): Promise<void> {
  const [first] = claimed
  if (!first) return
  const keys = claimed.map(({ key }) => key)
  const ours = and(
    eq(messages.unit, first.unit),
    inArray(messages.key, keys),
    sql`${messages.dueAt} IS ${first.dueAt}`,
  )
  await db.update(messages).set(change(outcome, now)).where(ours)
}

function change(outcome: Outcome, now: Instant) {
  switch (outcome.kind) {
    case 'sent':
      return { sentAt: now, dueAt: null, error: null }
    case 'failed':
      return { failedAt: now, dueAt: null, error: outcome.why }
    case 'retry':
      return { dueAt: outcome.at, error: outcome.why }
    case 'wait':
      return { dueAt: outcome.at, attempts: sql`${messages.attempts} - 1` }
  }
}

/** Newest first; `userId` for one person's own. */
export const listMessages = (db: Db, unit: string, userId?: string, most = 100): Promise<Message[]> =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.unit, unit), userId === undefined ? undefined : eq(messages.userId, userId)))
    .orderBy(desc(messages.createdAt), desc(messages.key))
    .limit(most)

export async function findMessage(db: Db, unit: string, key: string): Promise<Message | null> {
  const [message] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.unit, unit), eq(messages.key, key)))
  return message ?? null
}

/** Tries a message that was given up once more, now. False when it was not given up. */
export async function retryMessage(db: Db, unit: string, key: string, now: Instant): Promise<boolean> {
  const retried = await db
    .update(messages)
    .set({
      failedAt: null,
      dueAt: now,
      attempts: 0,
      usefulUntil: sql`max(useful_until, ${now + RETRIED_MS})`,
    })
    .where(and(eq(messages.unit, unit), eq(messages.key, key), isNotNull(messages.failedAt)))
  return retried.rowsAffected === 1
}

/** What somebody asked to send again is useful for a day. */
const RETRIED_MS = DAY_MS

/** After the clock was set back: no message waits longer than any rule of ours makes it wait. */
export const hurryMessages = (now: Instant, unless: SQL): SQL =>
  sql`UPDATE messages SET due_at = ${now} WHERE due_at > ${now + LONGEST_WAIT_MS} AND NOT ${unless}`
const LONGEST_WAIT_MS = 2 * DAY_MS

/** Forgets what was settled before an instant. Keys are needed no longer: the jobs' watermarks are far past them. */
export const pruneMessages = (db: Db, before: Instant) =>
  db.delete(messages).where(and(lt(messages.createdAt, before), sql`${messages.dueAt} IS NULL`))

/** How often somebody may try: counted in the database, so that neither a restart nor a second server forgets. */
import { inArray, lt, type SQL, sql } from 'drizzle-orm'
import { fail, ok, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import { attempts } from '../store/accounts-schema.ts'
import { type Db, write } from '../store/db.ts'
import { hashSecret } from './secret.ts'

/** At most `most` attempts for `key` within so many minutes of the first. */
export type Limit = { key: string; most: number; minutes: number }

/**
 * Counts one attempt against each limit, in one transaction, and refuses it when one of them is used up. What an earlier
 * one refuses is not counted against those after it: whoever knocks for ever at one door uses up no other.
 * Count first, check the secret second: a thousand guesses sent at once must not all see the same low count.
 */
export async function countAttempt(db: Db, limits: readonly Limit[], now: Instant): Promise<Result<null>> {
  const counted = await write(
    db,
    limits.map((limit, i) => countOne(limit, limits.slice(0, i), now)),
  )
  const waits = limits.map((limit, i) => {
    const row = counted[i]?.rows[0]
    return row && Number(row.count) > limit.most ? Number(row.ends_at) - now : 0
  })
  const wait = Math.max(...waits)
  return wait > 0 ? fail(tooMany(wait)) : ok(null)
}

/** After a success: `own` begin anew, and `shared` are as if it had not been tried. */
export async function uncountAttempt(
  db: Db,
  { own, shared }: { own: readonly Limit[]; shared: readonly Limit[] },
): Promise<void> {
  const among = (limits: readonly Limit[]) =>
    inArray(
      attempts.key,
      limits.map((limit) => hashSecret(limit.key)),
    )
  await write(db, [
    db.delete(attempts).where(among(own)),
    db
      .update(attempts)
      .set({ count: sql`max(${attempts.count} - 1, 0)` })
      .where(among(shared)),
  ])
}

export const sweepAttempts = (db: Db, now: Instant) => db.delete(attempts).where(lt(attempts.endsAt, now))

function countOne({ key, minutes }: Limit, before: readonly Limit[], now: Instant): SQL {
  const endsAt = now + minutes * 60_000
  const usedUp = before.map(
    (limit) => sql`(key = ${hashSecret(limit.key)} AND count > ${limit.most} AND ends_at > ${now})`,
  )
  const refused = sql`EXISTS (SELECT 1 FROM attempts WHERE ${usedUp.length ? sql.join(usedUp, sql` OR `) : sql`0`})`
  return sql`INSERT INTO attempts (key, count, ends_at) SELECT ${hashSecret(key)}, 1, ${endsAt} WHERE NOT ${refused}
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN ends_at <= ${now} THEN 1 ELSE count + 1 END,
      ends_at = CASE WHEN ends_at <= ${now} THEN excluded.ends_at ELSE ends_at END
    RETURNING count, ends_at`
}

function tooMany(wait: number) {
  const detail = `Đã thử quá nhiều lần. Hãy thử lại sau ${Math.ceil(wait / 60_000)} phút.`
  return { kind: 'too-many' as const, detail, retryAfterSeconds: Math.ceil(wait / 1000) }
}

/** How often somebody may try: counted in the database, so that neither a restart nor a second server forgets. */
import { inArray, lt, sql } from 'drizzle-orm'
import { fail, ok, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import { attempts } from '../store/accounts-schema.ts'
import { type Db, write } from '../store/db.ts'
import { hashSecret } from './secret.ts'

/** At most `most` attempts for `key` within so many minutes of the first. */
export type Limit = { key: string; most: number; minutes: number }

/**
 * Counts one attempt against each limit, in one transaction, and refuses it when one of them is used up.
 * Count first, check the secret second: a thousand guesses sent at once must not all see the same low count.
 */
export async function countAttempt(db: Db, limits: readonly Limit[], now: Instant): Promise<Result<null>> {
  const counted = await write(
    db,
    limits.map((limit) => countOne(db, limit, now)),
  )
  const waits = limits.map((limit, i) => {
    const row = counted[i]?.rows[0]
    return row && Number(row.count) > limit.most ? Number(row.ends_at) - now : 0
  })
  const wait = Math.max(...waits)
  return wait > 0 ? fail(tooMany(wait)) : ok(null)
}

export async function forgetAttempts(db: Db, limits: Limit[]): Promise<void> {
  const keys = limits.map((limit) => hashSecret(limit.key))
  await db.delete(attempts).where(inArray(attempts.key, keys))
}

export const sweepAttempts = (db: Db, now: Instant) => db.delete(attempts).where(lt(attempts.endsAt, now))

function countOne(db: Db, limit: Limit, now: Instant) {
  const endsAt = now + limit.minutes * 60_000
  const over = sql`${attempts.endsAt} <= ${now}`
  return db
    .insert(attempts)
    .values({ key: hashSecret(limit.key), count: 1, endsAt })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`case when ${over} then 1 else ${attempts.count} + 1 end`,
        endsAt: sql`case when ${over} then ${endsAt} else ${attempts.endsAt} end`,
      },
    })
    .returning({ count: attempts.count, endsAt: attempts.endsAt })
}

function tooMany(wait: number) {
  const detail = `Đã thử quá nhiều lần. Hãy thử lại sau ${Math.ceil(wait / 60_000)} phút.`
  return { kind: 'too-many' as const, detail, retryAfterSeconds: Math.ceil(wait / 1000) }
}

/** Facts that a leader vouches for. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { confirmations } from './schema.ts'

export type NewConfirmation = {
  factId: string
  planId: string
  by: string
  byId: string
  recordedAt: Instant
}

/** Confirming twice changes nothing: the first one stays. */
export async function addConfirmations(db: Db, unit: string, news: NewConfirmation[]): Promise<void> {
  if (!news.length) return
  await db
    .insert(confirmations)
    .values(news.map((one) => ({ unit, ...one })))
    .onConflictDoNothing()
}

/** The ids of the confirmed facts of some plans. */
export async function confirmedFacts(db: Db, unit: string, planIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ factId: confirmations.factId })
    .from(confirmations)
    .where(and(eq(confirmations.unit, unit), inArray(confirmations.planId, [...planIds])))
  return new Set(rows.map(({ factId }) => factId))
}

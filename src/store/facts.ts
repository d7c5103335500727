/** The append-only log of what people and programs say happened. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Fact } from '../core/fact.ts'
import type { Db } from './db.ts'
import { facts } from './schema.ts'

export function toFact(row: typeof facts.$inferSelect): Fact {
  const { unit: _, byId, toDate, toTime, idempotencyKey, ...fact } = row
  return { ...fact, to: toDate === null ? null : { date: toDate, time: toTime } }
}

/** Facts of a unit in the order in which they were recorded. */
export async function listFacts(
  db: Db,
  unit: string,
  { planId, obligationId }: { planId?: string; obligationId?: string } = {},
): Promise<Fact[]> {
  const rows = await db
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.unit, unit),
        planId === undefined ? undefined : eq(facts.planId, planId),
        obligationId === undefined ? undefined : eq(facts.obligationId, obligationId),
      ),
    )
    .orderBy(asc(facts.recordedAt), sql`facts.rowid`)
  return rows.map(toFact)
}

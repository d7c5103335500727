/** What offices hold themselves to: append-only, the last one of an obligation holds. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ChosenTarget } from '../core/count/target.ts'
import type { Db } from './db.ts'
import { targets } from './schema.ts'

export type NewTarget = ChosenTarget & { id: string; planId: string; byId: string }

export const addTarget = (db: Db, unit: string, target: NewTarget) =>
  db.insert(targets).values({ unit, ...target })

/** Every choice that was made for some plans, in the order in which they were recorded. */
export async function listTargets(
  db: Db,
  unit: string,
  planIds: readonly string[],
): Promise<(ChosenTarget & { planId: string })[]> {
  const { planId, obligationId, airing, choice, value, document, by, recordedAt } = targets
  return db
    .select({ planId, obligationId, airing, choice, value, document, by, recordedAt })
    .from(targets)
    .where(and(eq(targets.unit, unit), inArray(planId, [...planIds])))
    .orderBy(sql`targets.rowid`)
}

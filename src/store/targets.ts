/** What offices hold themselves to: append-only, the last one of a duty holds. */
import { and, eq, sql } from 'drizzle-orm'
import type { ChosenTarget } from '../core/count/target.ts'
import type { Db } from './db.ts'
import { targets } from './schema.ts'

export type NewTarget = ChosenTarget & { id: string; planId: string; byId: string }

export const addTarget = (db: Db, unit: string, target: NewTarget) =>
  db.insert(targets).values({ unit, ...target })

/** Every choice that was made for a plan, in the order in which they were recorded. */
export async function listTargets(db: Db, unit: string, planId: string): Promise<ChosenTarget[]> {
  const { obligationId, airing, choice, value, document, by, recordedAt } = targets
  return db
    .select({ obligationId, airing, choice, value, document, by, recordedAt })
    .from(targets)
    .where(and(eq(targets.unit, unit), eq(targets.planId, planId)))
    .orderBy(sql`targets.rowid`)
}

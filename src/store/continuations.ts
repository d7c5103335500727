/** Which plans run on into the next year, and what was made of them. */
import { and, eq } from 'drizzle-orm'
import type { KnownPlan } from '../core/plan/carry-on.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import { listPlans } from './plans.ts'
import { planContinuations, plans } from './schema.ts'
import { wakeForPlan } from './turns.ts'

/** A unit's plans with when they were adopted and what somebody decided about them. */
export async function listKnownPlans(db: Db, unit: string): Promise<KnownPlan[]> {
  const [all, rows] = await Promise.all([
    listPlans(db, unit),
    db
      .select({ id: plans.id, adoptedAt: plans.adoptedAt, runsOn: planContinuations.runsOn })
      .from(plans)
      .leftJoin(
        planContinuations,
        and(eq(planContinuations.unit, plans.unit), eq(planContinuations.planId, plans.id)),
      )
      .where(eq(plans.unit, unit)),
  ])
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return all.map((plan) => {
    const row = rowOf.get(plan.id)
    return { plan, adoptedAt: row?.adoptedAt ?? 0, decided: row?.runsOn ?? null }
  })
}

/** Somebody's decision; null takes it back. */
export async function decideContinuation(
  db: Db,
  { unit, planId, runsOn, by }: { unit: string; planId: string; runsOn: boolean | null; by: string },
  now: Instant,
): Promise<void> {
  const which = and(eq(planContinuations.unit, unit), eq(planContinuations.planId, planId))
  const decided = { runsOn: runsOn ?? false, changedAt: now, changedBy: by }
  const change =
    runsOn === null
      ? db.delete(planContinuations).where(which)
      : db
          .insert(planContinuations)
          .values({ unit, planId, ...decided })
          .onConflictDoUpdate({ target: [planContinuations.unit, planContinuations.planId], set: decided })
  await write(db, [change, wakeForPlan(unit)])
}

/** Continuous duties with what was logged on them last. */
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Fact } from '../core/fact.ts'
import type { Obligation } from '../core/plan.ts'
import { type DateRange, yearOf } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { toFact } from './facts.ts'
import { facts, obligations, plans } from './schema.ts'

export type ContinuousDuty = {
  planId: string
  obligation: Obligation
  /** The last facts of the duty, oldest first: enough to see which one still holds. */
  recent: Fact[]
}

/** Corrections of corrections are rare: the last one that holds is nearly always among so many. */
export const RECENT_FACTS = 12

/** The continuous duties of plans that reach into these days, in the plans' order. One query. */
export async function listContinuous(
  db: Db,
  unit: string,
  { from, to }: DateRange,
): Promise<ContinuousDuty[]> {
  const latest = sql`(SELECT last.rowid FROM facts AS last WHERE last.unit = ${obligations.unit}
    AND last.plan_id = ${obligations.planId} AND last.obligation_id = ${obligations.id} AND last.slot_id IS NULL
    ORDER BY last.rowid DESC LIMIT ${sql.raw(String(RECENT_FACTS))})`
  const rows = await db
    .select({ obligation: obligations, fact: facts })
    .from(plans)
    .innerJoin(obligations, and(eq(obligations.unit, plans.unit), eq(obligations.planId, plans.id)))
    .leftJoin(facts, sql`facts.rowid IN ${latest}`)
    .where(
      and(
        eq(plans.unit, unit),
        lte(plans.inForceFrom, to),
        lte(plans.year, yearOf(to)),
        sql`coalesce(${plans.until}, ${plans.year} || '-12-31') >= ${from}`,
        sql`${obligations.cadence} ->> 'kind' = 'continuous'`,
        isNull(obligations.withdrawnAt),
      ),
    )
    .orderBy(asc(plans.id), asc(obligations.position), sql`facts.rowid`)
  const duties = new Map<string, ContinuousDuty>()
  for (const { obligation, fact } of rows) {
    const key = `${obligation.planId}:${obligation.id}`
    const duty = duties.get(key) ?? { planId: obligation.planId, obligation, recent: [] }
    duties.set(key, duty)
    if (fact) duty.recent.push(toFact(fact))
  }
  return [...duties.values()].filter(({ obligation: { cadence } }) => reaches(cadence, { from, to }))
}

/** A window of its own may be shorter than the plan's year. */
const reaches = (cadence: Obligation['cadence'], { from, to }: DateRange): boolean =>
  cadence.kind !== 'continuous' ||
  cadence.window === null ||
  (cadence.window.from <= to && cadence.window.to >= from)

/** Continuous obligations with what was logged on them last. */
import { sql } from 'drizzle-orm'
import type { Fact } from '../core/fact.ts'
import type { Obligation } from '../core/plan.ts'
import { type DateRange, yearOf } from '../core/wall-clock.ts'
import { FACT_ROW, type FactRow, factsInOrder } from './facts.ts'
import { inOrder, jsonRow, jsonRows, type List, listOf } from './json-rows.ts'
import { obligations } from './schema.ts'

export type ContinuousObligation = {
  planId: string
  obligation: Obligation
  /** The last facts of the obligation, oldest first: enough to see which one still holds. */
  recent: Fact[]
}

/** Corrections of corrections are rare: the last one that holds is nearly always among so many. */
export const RECENT_FACTS = 12

const OBLIGATION_ROW = jsonRow(obligations)

type Row = { obligation: typeof obligations.$inferSelect; recent: FactRow[] }

/** The continuous obligations of plans that reach into these days, in the plans' order. */
export function continuousIn(unit: string, { from, to }: DateRange): List<ContinuousObligation[]> {
  const recent = sql`FROM facts WHERE rowid IN (
    SELECT rowid FROM facts WHERE unit = obligations.unit AND facts.plan_id = obligations.plan_id
      AND obligation_id = obligations.id AND slot_id IS NULL ORDER BY rowid DESC LIMIT ${sql.raw(String(RECENT_FACTS))})`
  return listOf(
    jsonRows(
      sql`json_object('obligation', ${OBLIGATION_ROW}, 'recent', json(${jsonRows(FACT_ROW, recent)}))`,
      sql`FROM obligations WHERE unit = ${unit} AND withdrawn_at IS NULL
        AND cadence ->> 'kind' = 'continuous' AND plan_id IN (
          SELECT plans.id FROM plans WHERE plans.unit = ${unit} AND in_force_from <= ${to}
            AND year <= ${yearOf(to)} AND coalesce(until, year || '-12-31') >= ${from}
            AND (ends_from IS NULL OR ends_from > ${from}))`,
    ),
    (rows: Row[]) =>
      rows
        .sort((a, b) => byPlan(a.obligation, b.obligation))
        .map(({ obligation, recent }) => ({
          planId: obligation.planId,
          obligation,
          recent: factsInOrder(recent),
        }))
        .filter(({ obligation: { cadence } }) => reaches(cadence, { from, to })),
  )
}

const byPlan = (a: Row['obligation'], b: Row['obligation']): number =>
  inOrder(a.planId, b.planId) || a.position - b.position

/** A window of its own may be shorter than the plan's year. */
const reaches = (cadence: Obligation['cadence'], { from, to }: DateRange): boolean =>
  cadence.kind !== 'continuous' ||
  cadence.window === null ||
  (cadence.window.from <= to && cadence.window.to >= from)

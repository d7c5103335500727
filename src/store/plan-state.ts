/** All that adopting an edition has to know of a plan: what holds, what is stored of it, and when it was read. */
import { type SQL, sql } from 'drizzle-orm'
import type { Fact } from '../core/fact.ts'
import type { AdoptedPlan, WholeEdition } from '../core/plan/edition.ts'
import type { StoredSlot } from '../core/plan/placing.ts'
import type { Obligation } from '../core/plan.ts'
import type { Slot } from '../core/slot.ts'
import { withoutBreath } from '../portions.ts'
import { tied, touched } from './amendment.ts'
import { type Db, read } from './db.ts'
import { adoptedEdition, editionsOfRows } from './editions.ts'
import { FACT_ROW, type FactRow, factsInOrder } from './facts.ts'
import { jsonRow } from './json-rows.ts'
import { toPlan } from './plans.ts'
import { goneSlots, obligations, plans, slots } from './schema.ts'

/** With the wording of its obligation that asked for it. */
export type KnownSlot = StoredSlot & { edition: number; inForce: boolean }

/** An obligation as its last wording has it. */
export type KnownObligation = { obligation: Obligation; edition: number; position: number }

export type PlanState = {
  /** As it is counted; null for a plan that is new here. */
  plan: AdoptedPlan | null
  /** The edition that holds. */
  adopted: WholeEdition | null
  /** The number that the next edition gets. */
  nextNumber: number
  stored: KnownSlot[]
  obligations: KnownObligation[]
  /** What was recorded on its obligations, without a slot. */
  logged: Fact[]
  /** Somebody recorded something of it. */
  recorded: boolean
  digest: string
  /** Holds in a batch only while nothing changed since. */
  unchanged: SQL
}

/** One round trip, one moment. Others have their turn once it is read. */
export async function readPlanState(
  db: Db,
  unit: string,
  planId: string,
  breathe = withoutBreath,
): Promise<PlanState> {
  const own = sql`unit = ${unit} AND plan_id = ${planId}`
  const [plan, known, placed, gone, logged, adopted, marks] = await read(db, [
    sql`SELECT ${jsonRow(plans)}, (SELECT name FROM units WHERE code = ${unit}) FROM plans
      WHERE unit = ${unit} AND id = ${planId}`,
    sql`SELECT ${jsonRow(obligations)} FROM obligations WHERE ${own} AND withdrawn_at IS NULL ORDER BY position`,
    // A row an obligation: of a plan with thousands of slots, fetching a row for each takes longer than all the rest.
    sql`SELECT json_group_array(json_array(${jsonRow(slots)}, ${touched}, ${tied})) FROM slots WHERE ${own}
      GROUP BY obligation_id`,
    sql`SELECT json_group_array(${jsonRow(goneSlots)}) FROM gone_slots WHERE ${own} GROUP BY obligation_id`,
    sql`SELECT ${FACT_ROW} FROM facts WHERE ${own} AND slot_id IS NULL`,
    adoptedEdition(unit, planId),
    sql`SELECT ${VERSION(unit)}, ${ITEMS(unit)}, coalesce((SELECT max(number) FROM editions WHERE ${own}), 0),
      EXISTS (SELECT 1 FROM facts WHERE ${own})`,
  ] as const)
  await breathe()
  const rows = known.rows.map((row) => JSON.parse(String(row[0])) as ObligationRow)
  const [version = null, items = null, last = 0, recorded = 0] = Array.from(marks.rows[0] ?? [])
  const planRow = plan.rows[0] ? (JSON.parse(String(plan.rows[0][0])) as PlanRow) : null
  return {
    plan: planRow && toPlan(planRow, String(plan.rows[0]?.[1] ?? unit), rows),
    adopted: editionsOfRows(planId, adopted.rows)[0] ?? null,
    nextNumber: Number(last) + 1,
    stored: [
      ...placed.rows.flatMap((group) =>
        (JSON.parse(String(group[0])) as [SlotRow, number, number][]).map(([row, isTouched, isTied]) =>
          storedSlot(row, isTouched === 1, isTied === 1),
        ),
      ),
      ...gone.rows.flatMap((group) => (JSON.parse(String(group[0])) as GoneRow[]).map(goneSlot)),
    ],
    obligations: rows.map(knownObligation),
    logged: factsInOrder(logged.rows.map((row) => JSON.parse(String(row[0])) as FactRow)),
    recorded: recorded === 1,
    digest: planRow?.digest ?? '',
    unchanged: sql`(${VERSION(unit)} IS ${version} AND ${ITEMS(unit)} IS ${items}
      AND (SELECT coalesce(max(number), 0) FROM editions WHERE ${own}) = ${Number(last)})`,
  }
}

type PlanRow = typeof plans.$inferSelect
type ObligationRow = typeof obligations.$inferSelect
type SlotRow = Omit<typeof slots.$inferSelect, 'changedAt'>
type GoneRow = typeof goneSlots.$inferSelect

/** Plans, slots and facts change it; what is written for slots does not. */
const VERSION = (unit: string): SQL => sql`(SELECT version FROM feed_versions WHERE unit = ${unit})`
const ITEMS = (
  unit: string,
): SQL => sql`(SELECT coalesce((SELECT max(id) FROM item_reviews WHERE unit = ${unit}), 0)
  || ' ' || coalesce((SELECT max(rowid) || ' ' || count(*) FROM item_slots WHERE unit = ${unit}), ''))`

function knownObligation({
  unit: _,
  planId,
  withdrawnAt,
  edition,
  position,
  ...obligation
}: ObligationRow): KnownObligation {
  return { obligation, edition, position }
}

const storedSlot = (row: SlotRow, isTouched: boolean, isTied: boolean): KnownSlot => ({
  slot: placeOf(row, row.withdrawnAt !== null),
  touched: isTouched,
  tied: isTied,
  gone: false,
  edition: row.edition,
  inForce: Boolean(row.inForce),
})

const goneSlot = (row: GoneRow): KnownSlot => ({
  ...storedSlot({ ...row, withdrawnAt: null }, false, false),
  gone: true,
})

/** Where it is planned; how it is judged does not matter here. */
function placeOf(row: Omit<SlotRow, 'unit' | 'revision' | 'withdrawnAt'>, withdrawn: boolean): Slot {
  const { id, planId, obligationId, ordinal, rank, airing, of, date, time, minutes, windowFrom, windowTo } =
    row
  const window = windowFrom !== null && windowTo !== null ? { from: windowFrom, to: windowTo } : null
  return {
    ...{ id, planId, obligationId, ordinal, rank, airing, of, date, time, minutes, window, withdrawn },
    ...{ leastMinutes: null, target: null, inForce: Boolean(row.inForce), conditional: false },
  }
}

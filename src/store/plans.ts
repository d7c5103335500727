/** Plans as they hold now: what their adopted editions add up to. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { AdoptedPlan } from '../core/plan/edition.ts'
import type { Obligation } from '../core/plan.ts'
import { kindOfName } from '../core/unit.ts'
import { type DateRange, endOfDay, instantOf } from '../core/wall-clock.ts'
import { type Db, readOne, write } from './db.ts'
import { jsonRows, type List, listOf, readList } from './json-rows.ts'
import { obligations, plans, units } from './schema.ts'
import { wakeForPlan } from './turns.ts'

type PlanRow = typeof plans.$inferSelect
type ObligationRow = typeof obligations.$inferSelect

export const toObligation = (row: ObligationRow): Obligation => {
  const { unit: _, planId, edition, position, withdrawnAt, ...obligation } = row
  return obligation
}

export function toPlan(row: PlanRow, unitName: string, obligations: readonly ObligationRow[]): AdoptedPlan {
  const { unit, digest: _, adoptedAt, endsFrom, endsDocument, endsSuccessor, ...plan } = row
  return {
    ...plan,
    ends: endsFrom === null ? null : { from: endsFrom, document: endsDocument, successor: endsSuccessor },
    unit: { code: unit, name: unitName },
    obligations: obligations.map(toObligation),
  }
}

/** One plan with the obligations that it has now, or null. */
export async function findPlan(db: Db, unit: string, id: string): Promise<AdoptedPlan | null> {
  return (await selectPlans(db, unit, eq(plans.id, id)))[0] ?? null
}

/** All plans of a unit, newest year first. */
export const listPlans = (db: Db, unit: string): Promise<AdoptedPlan[]> => selectPlans(db, unit)

async function selectPlans(db: Db, unit: string, which?: SQL): Promise<AdoptedPlan[]> {
  const [rows, found, owner] = await db.batch([
    db
      .select()
      .from(plans)
      .where(and(eq(plans.unit, unit), which))
      .orderBy(desc(plans.year), asc(plans.id)),
    db
      .select({ obligation: obligations })
      .from(obligations)
      .innerJoin(plans, and(eq(plans.unit, obligations.unit), eq(plans.id, obligations.planId)))
      .where(and(eq(obligations.unit, unit), sql`${obligations.withdrawnAt} IS NULL`, which))
      .orderBy(asc(obligations.position)),
    db.select({ name: units.name }).from(units).where(eq(units.code, unit)),
  ])
  const obligationsOf = Map.groupBy(found, ({ obligation }) => obligation.planId)
  return rows.map((row) =>
    toPlan(
      row,
      owner[0]?.name ?? unit,
      (obligationsOf.get(row.id) ?? []).map(({ obligation }) => obligation),
    ),
  )
}

/** What tells a unit's plans apart. */
export const planIdsOf = (unit: string): List<{ id: string; year: number }[]> =>
  listOf(
    jsonRows(sql`json_object('id', id, 'year', year)`, sql`FROM plans WHERE unit = ${unit}`),
    (rows: { id: string; year: number }[]) => rows,
  )

export const listPlanIds = (db: Db, unit: string) => readList(db, planIdsOf(unit))

/** Ids of the plans with a slot planned in some days, a window's by its last, or with something logged in them. */
export async function plansAskingIn(db: Db, unit: string, { from, to }: DateRange): Promise<Set<string>> {
  const { rows } = await readOne(
    db,
    sql`SELECT plan_id FROM slots WHERE unit = ${unit} AND date BETWEEN ${from} AND ${to}
      UNION SELECT plan_id FROM slots WHERE unit = ${unit} AND date IS NULL AND window_to BETWEEN ${from} AND ${to}
      UNION SELECT plan_id FROM facts WHERE unit = ${unit} AND slot_id IS NULL
        AND at >= ${instantOf(from)} AND at < ${endOfDay(to)}`,
  )
  return new Set(rows.map((row) => String(row[0])))
}

/** A unit adopted under a code that the plan doesn't name is called by its code until somebody names it. */
export function unitStatement(db: Db, unit: string, named: { code: string; name: string }, now: number) {
  const name = unit === named.code ? named.name : unit
  return db
    .insert(units)
    .values({ code: unit, name, kind: kindOfName(name), createdAt: now })
    .onConflictDoNothing()
}

const TABLES = ['plans', 'obligations', 'slots', 'gone_slots', 'editions', 'edition_decisions', 'plan_ends']
const RECORDED = ['facts', 'targets', 'closings', 'confirmations']

/** A plan of which nobody recorded anything, whole; false when somebody did, or there is none. */
export async function removePlan(db: Db, unit: string, planId: string): Promise<boolean> {
  const ofPlan = (table: string) =>
    sql`unit = ${unit} AND ${sql.raw(table === 'plans' ? 'id' : 'plan_id')} = ${planId}`
  const slotsOf = sql`(SELECT id FROM slots WHERE ${ofPlan('slots')})`
  const untouched = sql.join(
    [
      ...RECORDED.map((table) => sql`NOT EXISTS (SELECT 1 FROM ${sql.raw(table)} WHERE ${ofPlan(table)})`),
      sql`NOT EXISTS (SELECT 1 FROM item_slots WHERE unit = ${unit} AND slot_id IN ${slotsOf})`,
    ],
    sql` AND `,
  )
  const [removed] = await write(db, [
    sql`DELETE FROM plans WHERE ${ofPlan('plans')} AND ${untouched}`,
    ...['slot_topics'].map(
      (table) =>
        sql`DELETE FROM ${sql.raw(table)} WHERE unit = ${unit} AND slot_id IN ${slotsOf} AND ${isGone(unit, planId)}`,
    ),
    ...[...TABLES.slice(1), 'plan_continuations'].map(
      (table) => sql`DELETE FROM ${sql.raw(table)} WHERE ${ofPlan(table)} AND ${isGone(unit, planId)}`,
    ),
    sql`UPDATE feed_versions SET version = lower(hex(randomblob(8))) WHERE unit = ${unit}`,
    wakeForPlan(unit),
  ])
  return removed?.rowsAffected === 1
}

const isGone = (unit: string, planId: string): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM plans WHERE unit = ${unit} AND id = ${planId})`

/** Plans and their obligations, as adopted. */
import { createHash } from 'node:crypto'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Obligation, Plan } from '../core/plan.ts'
import type { Slot } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'
import { kept, markReworded, rememberGone, SLOT_FIELDS, takeOver, touched } from './amendment.ts'
import { type Db, type Statement, write } from './db.ts'
import { obligations, plans, units } from './schema.ts'
import { wakeForPlan } from './turns.ts'

/** What adopting changed, in rows. */
export type Adoption = {
  planId: string
  added: number
  moved: number
  restored: number
  withdrawn: number
  deleted: number
  /** False when the very same plan was adopted before. */
  changed: boolean
}

const digestOf = (plan: Plan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex')

/**
 * Stores a plan and its slots in one batch: adds what is new, moves or deletes what nobody touched, withdraws what
 * somebody touched and the plan no longer asks for. "Touched" is decided inside the batch, so a fact that arrives at
 * the same moment is either seen here or finds its slot still there.
 */
export async function savePlan(
  db: Db,
  unit: string,
  plan: Plan,
  slots: readonly Slot[],
  now: Instant,
): Promise<Adoption> {
  const digest = digestOf(plan)
  const same = { planId: plan.id, added: 0, moved: 0, restored: 0, withdrawn: 0, deleted: 0, changed: false }
  if ((await storedDigest(db, unit, plan.id)) === digest) return same
  const results = await write(db, [
    wakeForPlan(unit),
    unitStatement(db, unit, plan, now),
    rememberGone(unit, plan, slots, now),
    markReworded(unit, plan, obligationRows(plan), now),
    planStatement(db, unit, plan, digest, now),
    ...obligationStatements(unit, plan, now),
    ...slotStatements(unit, plan, slots, now),
  ])
  const [added, moved, restored, withdrawn, deleted] = results.slice(-5).map((result) => result.rowsAffected)
  return { ...same, added, moved, restored, withdrawn, deleted, changed: true } as Adoption
}

async function storedDigest(db: Db, unit: string, planId: string): Promise<string | undefined> {
  const row = await db.query.plans.findFirst({
    columns: { digest: true },
    where: and(eq(plans.unit, unit), eq(plans.id, planId)),
  })
  return row?.digest
}

/** A unit adopted under a code that the plan doesn't name is called by its code until somebody names it. */
const unitStatement = (db: Db, code: string, plan: Plan, now: Instant): Statement =>
  db
    .insert(units)
    .values({ code, name: code === plan.unit.code ? plan.unit.name : code, createdAt: now })
    .onConflictDoNothing()

function planStatement(db: Db, unit: string, plan: Plan, digest: string, now: Instant): Statement {
  const { id, title, number, issued, inForceFrom, year, until, silentDays, assumptions } = plan
  const values = {
    title,
    number,
    issued,
    inForceFrom,
    year,
    until,
    silentDays,
    assumptions,
    digest,
    adoptedAt: now,
  }
  return db
    .insert(plans)
    .values({ unit, id, ...values })
    .onConflictDoUpdate({ target: [plans.unit, plans.id], set: values })
}

const OBLIGATION_FIELDS = [
  'position',
  'title',
  'channels',
  'lead',
  'support',
  'quote',
  'cadence',
  'assumptions',
]

const names = (fields: string[]): SQL => sql.raw(fields.map((field) => `"${field}"`).join(', '))
const values = (fields: string[]): SQL => sql.raw(fields.map((field) => `value ->> '${field}'`).join(', '))
const obligationRows = (plan: Plan): string =>
  JSON.stringify(
    plan.obligations.map((obligation, position) => ({
      ...obligation,
      position,
      channels: JSON.stringify(obligation.channels),
      support: JSON.stringify(obligation.support),
      cadence: JSON.stringify(obligation.cadence),
      assumptions: JSON.stringify(obligation.assumptions),
    })),
  )

function obligationStatements(unit: string, plan: Plan, now: Instant): SQL[] {
  const rows = obligationRows(plan)
  const gone = sql`unit = ${unit} AND plan_id = ${plan.id}
    AND id NOT IN (SELECT value ->> 'id' FROM json_each(${rows}))`
  // Something was recorded of it, or written for one of its slots.
  const recorded = sql`(EXISTS (SELECT 1 FROM facts WHERE facts.unit = obligations.unit
    AND facts.plan_id = obligations.plan_id AND facts.obligation_id = obligations.id)
    OR EXISTS (SELECT 1 FROM slots JOIN item_slots ON item_slots.unit = slots.unit AND item_slots.slot_id = slots.id
    WHERE slots.unit = obligations.unit AND slots.plan_id = obligations.plan_id
    AND slots.obligation_id = obligations.id))`
  return [
    sql`INSERT INTO obligations (unit, plan_id, id, ${names(OBLIGATION_FIELDS)})
      SELECT ${unit}, ${plan.id}, value ->> 'id', ${values(OBLIGATION_FIELDS)} FROM json_each(${rows}) WHERE true
      ON CONFLICT (unit, plan_id, id) DO UPDATE SET ${takeOver(OBLIGATION_FIELDS)}, withdrawn_at = NULL`,
    sql`UPDATE obligations SET withdrawn_at = ${now} WHERE ${gone} AND withdrawn_at IS NULL AND ${recorded}`,
    sql`DELETE FROM obligations WHERE ${gone} AND NOT ${recorded}`,
  ]
}

/** Added, moved, restored, withdrawn, deleted: in this order, which `savePlan` counts by. */
function slotStatements(unit: string, plan: Plan, slots: readonly Slot[], now: Instant): SQL[] {
  const rows = JSON.stringify(
    slots.map(({ id, obligationId, ordinal, airing, of, date, time, minutes, window }) => ({
      ...{ id, obligationId, ordinal, airing, of, date, time, minutes },
      window_from: window?.from ?? null,
      window_to: window?.to ?? null,
    })),
  )
  const own = sql`unit = ${unit} AND plan_id = ${plan.id}`
  const wanted = sql`id IN (SELECT value ->> 'id' FROM json_each(${rows}))`
  const differs = sql.raw(
    SLOT_FIELDS.map((field) => `slots."${field}" IS NOT excluded."${field}"`).join(' OR '),
  )
  return [
    sql`INSERT INTO slots (unit, plan_id, changed_at, revision, id, obligation_id, ${names(SLOT_FIELDS)})
      SELECT ${unit}, ${plan.id}, ${now}, coalesce((SELECT revision + 1 FROM gone_slots
          WHERE gone_slots.unit = ${unit} AND gone_slots.id = value ->> 'id'), 0),
        value ->> 'id', value ->> 'obligationId', ${values(SLOT_FIELDS)}
      FROM json_each(${rows}) WHERE NOT EXISTS
        (SELECT 1 FROM slots WHERE slots.unit = ${unit} AND slots.id = value ->> 'id')`,
    sql`INSERT INTO slots (unit, plan_id, changed_at, id, obligation_id, ${names(SLOT_FIELDS)})
      SELECT ${unit}, ${plan.id}, ${now}, value ->> 'id', value ->> 'obligationId', ${values(SLOT_FIELDS)}
      FROM json_each(${rows}) WHERE true
      ON CONFLICT (unit, id) DO UPDATE SET ${takeOver(SLOT_FIELDS)}, revision = revision + 1, changed_at = ${now}
      WHERE NOT ${touched} AND (${differs})`,
    sql`UPDATE slots SET withdrawn_at = NULL, revision = revision + 1, changed_at = ${now}
      WHERE ${own} AND withdrawn_at IS NOT NULL AND ${wanted}`,
    sql`UPDATE slots SET withdrawn_at = ${now}, revision = revision + 1, changed_at = ${now}
      WHERE ${own} AND withdrawn_at IS NULL AND NOT ${wanted} AND ${kept}`,
    sql`DELETE FROM slots WHERE ${own} AND NOT ${wanted} AND NOT ${kept}`,
  ]
}

type PlanRow = typeof plans.$inferSelect
type ObligationRow = typeof obligations.$inferSelect

const toObligation = ({ unit: _, planId, position, withdrawnAt, ...obligation }: ObligationRow): Obligation =>
  obligation

const toPlan = (row: PlanRow, unitName: string, duties: ObligationRow[]): Plan => {
  const { unit, digest: _, adoptedAt, ...plan } = row
  return { ...plan, unit: { code: unit, name: unitName }, obligations: duties.map(toObligation) }
}

/** One plan with the obligations that it still has, or null. */
export async function findPlan(db: Db, unit: string, id: string): Promise<Plan | null> {
  return (await selectPlans(db, unit, eq(plans.id, id)))[0] ?? null
}

/** All plans of a unit, newest year first. */
export const listPlans = (db: Db, unit: string): Promise<Plan[]> => selectPlans(db, unit)

async function selectPlans(db: Db, unit: string, which?: SQL): Promise<Plan[]> {
  const [rows, duties, owner] = await db.batch([
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
  const dutiesOf = Map.groupBy(duties, ({ obligation }) => obligation.planId)
  return rows.map((row) =>
    toPlan(
      row,
      owner[0]?.name ?? unit,
      (dutiesOf.get(row.id) ?? []).map(({ obligation }) => obligation),
    ),
  )
}

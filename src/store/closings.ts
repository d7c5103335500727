/** Closed periods with their frozen reports. */
import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { Fact } from '../core/fact.ts'
import { type Closing, explainsChange, OFFICE } from '../core/record/closing.ts'
import { type Instant, localDateOf, yearOf } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { inOrder, jsonRow, jsonRows, type List, listOf, readList } from './json-rows.ts'
import { closings } from './schema.ts'

const CLOSING_ROW = jsonRow(closings, {}, ['unit', 'report', 'byId'])

/** The closed periods of a unit, or those that hold slots of one plan, in the order in which they were closed. */
export const closingsOf = (unit: string, planId?: string): List<Closing[]> =>
  listOf(
    jsonRows(
      CLOSING_ROW,
      sql`FROM closings WHERE ${and(
        eq(closings.unit, unit),
        planId === undefined ? undefined : inArray(closings.planId, [planId, OFFICE]),
      )}`,
    ),
    (rows: Omit<Closing, 'year'>[]) =>
      rows.sort((a, b) => inOrder(a.closedAt, b.closedAt)).map((row) => ({ ...row, year: yearOf(row.to) })),
  )

export const listClosings = (db: Db, unit: string, planId?: string): Promise<Closing[]> =>
  readList(db, closingsOf(unit, planId))

export type ClosingKey = Pick<Closing, 'planId' | 'basis' | 'period'>

/** `report` is the JSON whose hash is `sha256`. */
export async function findClosing(
  db: Db,
  unit: string,
  { planId, basis, period }: ClosingKey,
): Promise<(Closing & { report: string }) | null> {
  const { unit: _, byId: __, ...columns } = getTableColumns(closings)
  const [row] = await db
    .select(columns)
    .from(closings)
    .where(
      and(
        eq(closings.unit, unit),
        eq(closings.planId, planId),
        eq(closings.basis, basis),
        eq(closings.period, period),
      ),
    )
  return row ? { ...row, year: yearOf(row.to) } : null
}

export type NewClosing = Omit<Closing, 'year'> & { report: string; byId: string }

/** Adds nothing when the period is closed already, or when somebody recorded since `seenFacts` facts were read. */
export const insertClosing = (unit: string, closing: NewClosing, seenFacts: number): SQL => {
  const { planId, basis, period, from, to, asOf, report, sha256, by, byId, closedAt } = closing
  return sql`INSERT INTO closings
      (unit, plan_id, basis, period, from_day, to_day, as_of, report, sha256, "by", by_id, closed_at)
    SELECT ${unit}, ${planId}, ${basis}, ${period}, ${from}, ${to}, ${asOf}, ${report}, ${sha256}, ${by}, ${byId}, ${closedAt}
    WHERE (SELECT count(*) FROM facts WHERE unit = ${unit} AND ${planId} IN (plan_id, ${OFFICE})) = ${seenFacts}
    ON CONFLICT DO NOTHING`
}

export const isClosed = (unit: string, { planId, basis, period }: ClosingKey, sha256: string): SQL =>
  sql`EXISTS (SELECT 1 FROM closings WHERE unit = ${unit} AND plan_id = ${planId} AND basis = ${basis}
    AND period = ${period} AND sha256 = ${sha256})`

/** How many facts a plan has, or the office. */
export async function countFacts(db: Db, unit: string, planId: string): Promise<number> {
  const { rows } = await db.$client.execute({
    sql: 'SELECT count(*) AS count FROM facts WHERE unit = ?1 AND ?2 IN (plan_id, ?3)',
    args: [unit, planId, OFFICE],
  })
  return Number(rows[0]?.count)
}

/**
 * True while no closed period holds what a fact would change, or when the fact says why. Asked inside the batch that
 * adds it, so that nothing slips in while somebody closes.
 */
export function notClosed(unit: string, fact: Fact): SQL {
  if (explainsChange(fact)) return sql`true`
  const day = localDateOf(fact.at)
  const days =
    fact.slotId === null
      ? sql`(${day} BETWEEN from_day AND to_day OR (SELECT date(at / 1000 + 25200, 'unixepoch') FROM facts AS struck
          WHERE struck.unit = ${unit} AND struck.id = ${fact.corrects}) BETWEEN from_day AND to_day)`
      : sql`(SELECT coalesce(date, window_to) FROM slots WHERE slots.unit = ${unit} AND slots.id = ${fact.slotId})
          BETWEEN from_day AND to_day`
  return sql`NOT EXISTS (SELECT 1 FROM closings WHERE closings.unit = ${unit} AND closings.plan_id IN (${fact.planId}, ${OFFICE}) AND ${days})`
}

/** A plan's period that was closed, of whichever unit. */
export type ClosedPlan = { unit: string; planId: string; closedAt: Instant }

/** Of all units: who closed a period. */
export const closedPlans = (
  db: Db,
  { basis, from, to }: Pick<Closing, 'basis' | 'from' | 'to'>,
): Promise<ClosedPlan[]> =>
  db
    .select({ unit: closings.unit, planId: closings.planId, closedAt: closings.closedAt })
    .from(closings)
    .where(and(eq(closings.basis, basis), eq(closings.from, from), eq(closings.to, to)))

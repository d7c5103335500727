/** Editions that were handed to offices below: who got which as what, and what became of it there. */
import { type SQL, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import { type ChainLink, type Handing, outcomeOf } from '../core/plan/handing.ts'
import type { Plan } from '../core/plan.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, readOne, type Statement } from './db.ts'
import { hashOf } from './editions.ts'

/** A draft for an office below. */
export type HandedDraft = { unit: string; plan: Plan }

export type NewHanding = {
  planId: string
  edition: number
  /** What the drafts say they came from: the name of the office that hands. */
  from: string
  drafts: readonly HandedDraft[]
  batch: string
}

type Row = Omit<Handing, 'state' | 'decided' | 'draft'> & {
  toPlan: string
  toNumber: number
  isReplaced: 0 | 1
  chain: ChainLink[]
}

/**
 * All that an office handed of a plan, or of all its plans, newest first. The chain of a draft ends where the next one
 * that was handed begins. What became of it in an office that does not stand below any more, or never did on this server, is
 * not told.
 */
export async function listHandings(db: Db, unit: string, planId: string | null = null): Promise<Handing[]> {
  const next = sql`(SELECT min(n.to_number) FROM handings n
    WHERE n.to_unit = h.to_unit AND n.to_plan = h.to_plan AND n.to_number > h.to_number)`
  const below = sql`WITH RECURSIVE below (below_code) AS
    (SELECT code FROM units WHERE parent = ${unit} UNION SELECT code FROM units JOIN below ON parent = below_code)
    SELECT below_code FROM below`
  const { rows } = await readOne(
    db,
    sql`SELECT json_object('planId', h.plan_id, 'edition', h.number, 'title',
        (SELECT plan ->> 'title' FROM editions o WHERE o.unit = h.unit AND o.plan_id = h.plan_id AND o.number = h.number), 'unit', h.to_unit, 'toPlan', h.to_plan,
        'toNumber', h.to_number, 'by', h."by", 'at', h.at, 'seenAt', h.seen_at, 'isReplaced', ${next} IS NOT NULL, 'chain',
        (SELECT json_group_array(json_object('number', e.number, 'hash', e.hash, 'decision', d.kind, 'by', d."by",
            'at', d.at, 'reason', d.reason))
          FROM editions e LEFT JOIN edition_decisions d ON d.id = (SELECT max(id) FROM edition_decisions
            WHERE unit = e.unit AND plan_id = e.plan_id AND number = e.number)
          WHERE e.unit = h.to_unit AND e.plan_id = h.to_plan AND e.origin = 'handed' AND e.number >= h.to_number
            AND e.number < coalesce(${next}, e.number + 1)))
      FROM handings h WHERE h.unit = ${unit} AND h.to_unit IN (${below}) AND ${planId === null ? sql`true` : sql`h.plan_id = ${planId}`}
      ORDER BY h.at DESC, h.to_unit`,
  )
  return rows.map((row) => toHanding(JSON.parse(String(row[0])) as Row))
}

function toHanding({ toPlan, toNumber, isReplaced, chain, ...row }: Row): Handing {
  const drafts = [...chain].sort((a, b) => a.number - b.number)
  const outcome = outcomeOf(drafts, { seenAt: row.seenAt, isReplaced: isReplaced === 1 })
  return { ...row, draft: { planId: toPlan, number: toNumber }, ...outcome }
}

/** All of them or none: none when one of these offices has it already, or was closed meanwhile. */
export function handingStatements(who: Author, given: NewHanding, now: Instant): Statement[] {
  const { planId, edition, from, drafts, batch } = given
  const places = JSON.stringify(drafts.map(({ unit, plan }) => ({ unit, plan: plan.id })))
  // A plan that was removed left its number behind here.
  const nextNumber = sql`(SELECT coalesce(max(n), 0) + 1 FROM (
    SELECT number AS n FROM editions WHERE editions.unit = value ->> 'unit' AND editions.plan_id = value ->> 'plan'
    UNION ALL SELECT to_number FROM handings WHERE to_unit = value ->> 'unit' AND to_plan = value ->> 'plan'))`
  const taken = sql`SELECT 1 FROM json_each(${places}) AS one JOIN units ON units.code = one.value ->> 'unit'
    WHERE units.closed_at <= ${now} OR ${isUnderWay(who.unit, planId, edition, sql`one.value ->> 'unit'`)}`
  return [
    sql`INSERT INTO handings (unit, plan_id, number, to_unit, to_plan, to_number, "by", by_id, at, batch)
      SELECT ${who.unit}, ${planId}, ${edition}, value ->> 'unit', value ->> 'plan', ${nextNumber}, ${who.name}, ${who.id},
        ${now}, ${batch} FROM json_each(${places}) WHERE NOT EXISTS (${taken})`,
    ...parts(drafts).map((part) => insertDrafts(part, { who, from, batch }, now)),
  ]
}

/** It was handed there before, and nobody refused it. */
const isUnderWay = (unit: string, planId: string, edition: number, toUnit: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM handings h JOIN editions e ON e.unit = h.to_unit AND e.plan_id = h.to_plan
      AND e.number >= h.to_number AND e.origin = 'handed'
    WHERE h.unit = ${unit} AND h.plan_id = ${planId} AND h.number = ${edition} AND h.to_unit = ${toUnit}
      AND NOT EXISTS (SELECT 1 FROM edition_decisions d WHERE d.unit = e.unit AND d.plan_id = e.plan_id
        AND d.number = e.number AND d.kind = 'discarded'))`

/** Plans are long, and a server takes only so much in one statement. */
const AT_ONCE = 25
const parts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE))

type Giver = { who: Author; from: string; batch: string }

const insertDrafts = (drafts: readonly HandedDraft[], { who, from, batch }: Giver, now: Instant): SQL => {
  const whole = JSON.stringify(drafts.map(({ unit, plan }) => ({ unit, plan, hash: hashOf(plan) })))
  return sql`INSERT INTO editions (unit, plan_id, number, origin, origin_of, base, plan, hash, "by", by_id, at)
    SELECT h.to_unit, h.to_plan, h.to_number, 'handed', ${from},
      (SELECT edition FROM plans WHERE plans.unit = h.to_unit AND plans.id = h.to_plan),
      json_extract(value, '$.plan'), value ->> 'hash', ${who.name}, ${who.id}, ${now}
    FROM handings h JOIN json_each(${whole}) ON value ->> 'unit' = h.to_unit WHERE h.batch = ${batch}`
}

/** For the batch of a handing: whether it came about. */
export const isHanded = (batch: string): SQL => sql`EXISTS (SELECT 1 FROM handings WHERE batch = ${batch})`

/** Somebody there opened a draft that was handed, or what was saved in its place. */
export const noteSeen = (unit: string, planId: string, number: number, now: Instant): Statement =>
  sql`UPDATE handings SET seen_at = ${now}
    WHERE to_unit = ${unit} AND to_plan = ${planId} AND to_number <= ${number} AND seen_at IS NULL`

export type PlanThere = {
  /** The plans that an office has, drafts among them. */
  ids: string[]
  /** The edition of one of them that holds, where there is one. */
  held: Plan | null
}

/** What each of several offices has, of the plan that is called there as `of` says. */
export async function plansThere(
  db: Db,
  of: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, PlanThere>> {
  const asked = JSON.stringify([...of].map(([unit, plan]) => ({ unit, plan })))
  const { rows } = await readOne(
    db,
    sql`SELECT value ->> 'unit', (SELECT json_group_array(DISTINCT plan_id) FROM editions WHERE unit = value ->> 'unit'),
      (SELECT e.plan FROM plans p JOIN editions e ON e.unit = p.unit AND e.plan_id = p.id AND e.number = p.edition
        WHERE p.unit = value ->> 'unit' AND p.id = value ->> 'plan') FROM json_each(${asked})`,
  )
  return new Map(
    rows.map((row) => [
      String(row[0]),
      {
        ids: JSON.parse(String(row[1])) as string[],
        held: row[2] === null ? null : (JSON.parse(String(row[2])) as Plan),
      },
    ]),
  )
}

/** Editions of plans: rows are added, never changed; what became of one is told by the last row about it. */
import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { canonical } from '../core/plan/changes.ts'
import type { Amendment, Origin, WholeEdition } from '../core/plan/edition.ts'
import type { Plan } from '../core/plan.ts'
import type { Instant, LocalDate } from '../core/wall-clock.ts'
import { type Db, read, readOne, write } from './db.ts'
import type { Deed } from './deed.ts'
import type { Decision } from './editions-schema.ts'

/** SHA-256 of what a plan says, whichever office stores it: the same content, the same hash. */
export function hashOf(plan: Plan): string {
  const { unit: _, ...content } = plan
  const hash = hashes.get(plan) ?? createHash('sha256').update(canonical(content)).digest('hex')
  hashes.set(plan, hash)
  return hash
}

/** Of one adoption it is asked three times, and of a plan of thousands of obligations it takes as long as adopting it. */
const hashes = new WeakMap<Plan, string>()

/** As it is stored: its office is the row's. */
export type NewEdition = {
  plan: Plan
  number: number
  origin: Origin
  originOf: string | null
  base: number | null
}

type Row = {
  number: number
  origin: Origin
  originOf: string | null
  base: number | null
  hash: string
  by: string
  at: Instant
  kind: Decision | null
  fromDay: LocalDate | null
  amendsNumber: string | null
  amendsDay: LocalDate | null
  reason: string | null
  decidedBy: string | null
  decidedAt: Instant | null
}

/** The last decision of each edition, if there is any. */
const editionsSql = (unit: string, planId: string, which: SQL): SQL => sql`
  SELECT json_object('number', e.number, 'origin', e.origin, 'originOf', e.origin_of, 'base', e.base, 'hash', e.hash,
      'by', e."by", 'at', e.at, 'kind', d.kind, 'fromDay', d.from_day, 'amendsNumber', d.amends_number,
      'amendsDay', d.amends_day, 'reason', d.reason, 'decidedBy', d."by", 'decidedAt', d.at), e.plan
    FROM editions e LEFT JOIN edition_decisions d ON d.id = (SELECT max(id) FROM edition_decisions
      WHERE unit = e.unit AND plan_id = e.plan_id AND number = e.number)
    WHERE e.unit = ${unit} AND e.plan_id = ${planId} AND ${which} ORDER BY e.number`

const STATES = { sent: 'sent', adopted: 'adopted', discarded: 'discarded' } as const

function toEdition(planId: string, row: Row, plan: Plan): WholeEdition {
  const { number, origin, originOf, base, by, at, kind, fromDay, amendsNumber, amendsDay, reason } = row
  const amends: Amendment | null =
    amendsNumber === null ? null : { number: amendsNumber, day: amendsDay ?? '' }
  const decided =
    row.decidedBy === null || row.decidedAt === null ? null : { by: row.decidedBy, at: row.decidedAt, reason }
  return {
    ...{ planId, number, origin, originOf, by, at, base, from: fromDay, amends, decided, plan },
    // Editions from before there were editions have none.
    hash: row.hash || hashOf(plan),
    state: kind === null ? 'draft' : STATES[kind],
  }
}

export const editionsOfRows = (planId: string, rows: Iterable<ArrayLike<unknown>>): WholeEdition[] =>
  Array.from(rows, (row) =>
    toEdition(planId, JSON.parse(String(row[0])) as Row, JSON.parse(String(row[1])) as Plan),
  )

export const adoptedEdition = (unit: string, planId: string): SQL =>
  editionsSql(
    unit,
    planId,
    sql`e.number = (SELECT edition FROM plans WHERE plans.unit = ${unit} AND plans.id = ${planId})`,
  )

/** All of a plan, by number. */
export async function listEditions(db: Db, unit: string, planId: string): Promise<WholeEdition[]> {
  const { rows } = await readOne(db, editionsSql(unit, planId, sql`true`))
  return editionsOfRows(planId, rows)
}

export async function findEdition(
  db: Db,
  unit: string,
  planId: string,
  number: number,
): Promise<WholeEdition | null> {
  const { rows } = await readOne(db, editionsSql(unit, planId, sql`e.number = ${number}`))
  return editionsOfRows(planId, rows)[0] ?? null
}

/** Who wrote an edition, and who sent it. */
export async function drafterIds(db: Db, unit: string, planId: string, number: number): Promise<Set<string>> {
  const own = sql`unit = ${unit} AND plan_id = ${planId} AND number = ${number}`
  const { rows } = await readOne(
    db,
    sql`SELECT by_id FROM editions WHERE ${own} UNION SELECT by_id FROM edition_decisions WHERE ${own} AND kind = 'sent'`,
  )
  return new Set(rows.map((row) => String(row[0])))
}

/** Drafts of all plans of a unit that wait for somebody, the oldest first. */
export async function listDrafts(db: Db, unit: string): Promise<WholeEdition[]> {
  const { rows } = await readOne(
    db,
    sql`SELECT DISTINCT plan_id FROM editions WHERE unit = ${unit} AND NOT EXISTS (SELECT 1 FROM edition_decisions d
      WHERE d.unit = editions.unit AND d.plan_id = editions.plan_id AND d.number = editions.number
        AND d.kind IN ('adopted', 'discarded'))`,
  )
  const ids = rows.map((row) => String(row[0]))
  if (!ids.length) return []
  const answers = await read(
    db,
    ids.map((id) => editionsSql(unit, id, sql`true`)),
  )
  return answers
    .flatMap(({ rows }, i) => editionsOfRows(ids[i] as string, rows))
    .filter(({ state }) => state === 'draft' || state === 'sent')
    .sort((a, b) => a.at - b.at)
}

/** All of every plan of a unit, plan by plan. */
export async function listAllEditions(db: Db, unit: string): Promise<WholeEdition[][]> {
  const { rows } = await readOne(db, sql`SELECT DISTINCT plan_id FROM editions WHERE unit = ${unit}`)
  const ids = rows.map((row) => String(row[0]))
  if (!ids.length) return []
  const answers = await read(
    db,
    ids.map((id) => editionsSql(unit, id, sql`true`)),
  )
  return answers.map(({ rows }, i) => editionsOfRows(ids[i] as string, rows))
}

export const insertEdition = ({ who, now }: Deed, edition: NewEdition, claim: SQL): SQL => {
  const { plan, number, origin, originOf, base } = edition
  return sql`INSERT INTO editions (unit, plan_id, number, origin, origin_of, base, plan, hash, "by", by_id, at)
    SELECT ${who.unit}, ${plan.id}, ${number}, ${origin}, ${originOf}, ${base}, ${JSON.stringify(plan)}, ${hashOf(plan)},
      ${who.name}, ${who.id}, ${now} WHERE ${claim}`
}

/** Nobody took the number meanwhile. */
export const isNextNumber = (unit: string, planId: string, number: number): SQL =>
  sql`(SELECT coalesce(max(number), 0) FROM editions WHERE unit = ${unit} AND plan_id = ${planId}) = ${number - 1}`

export type NewDecision = {
  planId: string
  number: number
  kind: Decision
  from?: LocalDate | null
  amends?: Amendment | null
  reason?: string | null
}

/** Holds only for an edition that is there and about which nothing final was decided. */
export const insertDecision = (
  { who, now }: Deed,
  decision: NewDecision,
  { batch, claim }: { batch: string; claim: SQL },
): SQL => {
  const { planId, number, kind, from = null, amends = null, reason = null } = decision
  const own = sql`unit = ${who.unit} AND plan_id = ${planId} AND number = ${number}`
  return sql`INSERT INTO edition_decisions
      (unit, plan_id, number, kind, from_day, amends_number, amends_day, reason, "by", by_id, at, batch)
    SELECT ${who.unit}, ${planId}, ${number}, ${kind}, ${from}, ${amends?.number ?? null}, ${amends?.day ?? null}, ${reason},
      ${who.name}, ${who.id}, ${now}, ${batch}
    WHERE ${claim} AND EXISTS (SELECT 1 FROM editions WHERE ${own})
      AND NOT EXISTS (SELECT 1 FROM edition_decisions WHERE ${own} AND kind IN ('adopted', 'discarded'))`
}

/** Stores a draft under the next number; null when somebody took it at the same moment. */
export async function addDraft(deed: Deed, edition: NewEdition): Promise<boolean> {
  const claim = isNextNumber(deed.who.unit, edition.plan.id, edition.number)
  const [result] = await write(deed.db, [insertEdition(deed, edition, claim)])
  return result?.rowsAffected === 1
}

/** False when something was decided before. */
export async function decide(deed: Deed, decision: NewDecision): Promise<boolean> {
  const batch = crypto.randomUUID()
  const [result] = await write(deed.db, [insertDecision(deed, decision, { batch, claim: sql`true` })])
  return result?.rowsAffected === 1
}

/** Of all that a plan's obligations have been, in every wording. */
export const digestAfter = (digest: string, held: Plan, edition: number): string =>
  createHash('sha256')
    .update(`${digest} ${edition} ${hashOf(held)}`)
    .digest('hex')

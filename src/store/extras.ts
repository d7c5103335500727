/**
 * Slots outside any plan, as rows beside those of plans: the wording among the obligations, of the "plan" `them` that
 * stands in no list of plans. So whatever reads slots by their days finds them, and whatever counts plans does not.
 */
import { sql } from 'drizzle-orm'
import { type Extra, extraObligation, extraSlot } from '../core/extra.ts'
import { EXTRA } from '../core/outside-plans.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, readOne, write } from './db.ts'
import { appendFacts, appendWith, type NewFact } from './facts.ts'
import { obligations, slots } from './schema.ts'
import { wakeForMove } from './turns.ts'

/** The wording is never changed: what is wrong is taken back and added anew. */
const ONLY_EDITION = 1

/** Never given twice: what was taken back stays, withdrawn. */
export async function nextNumber(db: Db, unit: string): Promise<number> {
  const { rows } = await readOne(
    db,
    sql`SELECT coalesce(max(ordinal), 0) + 1 FROM slots WHERE unit = ${unit} AND plan_id = ${EXTRA}`,
  )
  return Number(rows[0]?.[0])
}

/** With the fact that says who added it, or not at all. False when somebody took the number, or used the fact's key, meanwhile. */
export async function insertExtra(db: Db, unit: string, number: number, extra: Extra, added: NewFact) {
  const { id, clause, title, channels, lead, quote, cadence } = extraObligation(number, extra)
  const { leastMinutes, window, target, conditional, withdrawn, ...placed } = extraSlot(number, extra)
  const changedAt = added.fact.recordedAt
  const own = { unit, planId: EXTRA, edition: ONLY_EDITION }
  const isAdded = sql`EXISTS (SELECT 1 FROM facts WHERE unit = ${unit} AND id = ${added.fact.id})`
  try {
    const results = await write(db, [
      db.insert(obligations).values({
        ...{ ...own, id, clause, position: number, title, channels, lead, support: [], quote, cadence },
        assumptions: [],
      }),
      db.insert(slots).values({ ...placed, ...own, changedAt }),
      ...appendWith(unit, [added], sql`true`),
      sql`DELETE FROM slots WHERE unit = ${unit} AND id = ${placed.id} AND NOT ${isAdded}`,
      sql`DELETE FROM obligations WHERE unit = ${unit} AND plan_id = ${EXTRA} AND id = ${id} AND NOT ${isAdded}`,
      wakeForMove(unit),
    ])
    return results[2]?.rowsAffected === 1
  } catch (error) {
    if (/UNIQUE constraint failed/.test(String(error))) return false
    throw error
  }
}

/** Takes one back or brings it back, with the fact that says so. False when somebody recorded on it meanwhile. */
export const setWithdrawn = (
  db: Db,
  unit: string,
  said: NewFact,
  { seen, withdrawnAt }: { seen: number; withdrawnAt: Instant | null },
): Promise<boolean> =>
  appendFacts(db, unit, [said], seen, {
    also: (added) => [
      sql`UPDATE slots SET withdrawn_at = ${withdrawnAt}
        WHERE unit = ${unit} AND id = ${said.fact.slotId} AND plan_id = ${EXTRA} AND ${added}`,
      wakeForMove(unit),
    ],
  })

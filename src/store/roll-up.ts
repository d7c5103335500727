/**
 * All that a count needs, of every unit at once: days, no hours. A row through the driver costs more than counting it, so SQLite gathers
 * the rows of each unit into one JSON text.
 */
import type { Cadence } from '../core/cadence.ts'
import type { Recorded } from '../core/compliance.ts'
import type { Fact } from '../core/fact.ts'
import type { Obligation } from '../core/plan.ts'
import type { Slot } from '../core/slot.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { toSlot } from './slots.ts'

type Duty = Pick<Obligation, 'id' | 'cadence'>

export type UnitPlan = {
  unit: string
  planId: string
  inForceFrom: LocalDate
  obligations: readonly Duty[]
  recorded: Recorded[]
  /** Facts without a slot. */
  logged: readonly Fact[]
}

const PLANS = 'SELECT unit, id, in_force_from, digest FROM plans WHERE year = ? ORDER BY unit'

/** Plans with one digest have the same duties: thousands of communes share a few. */
const DUTIES = `SELECT p.id AS plan_id, p.digest, json_group_array(json_array(o.id, json(o.cadence)) ORDER BY o.position) AS list
  FROM (SELECT min(unit) AS unit, id, digest FROM plans WHERE year = ? GROUP BY id, digest) p
  JOIN obligations o ON o.unit = p.unit AND o.plan_id = p.id AND o.withdrawn_at IS NULL GROUP BY p.id, p.digest`

const SLOTS = `SELECT unit, json_group_array(json_array(plan_id, id, obligation_id, airing, date, window_from, window_to,
    withdrawn_at)) AS list
  FROM slots WHERE unit BETWEEN ? AND ? AND plan_id IN (SELECT id FROM plans WHERE year = ?) GROUP BY unit`

const FACTS = `SELECT unit, json_group_array(json_array(plan_id, id, obligation_id, slot_id, kind, at, corrects, minutes,
    to_date, reason, value) ORDER BY recorded_at, rowid) AS list
  FROM facts WHERE unit BETWEEN ? AND ? AND plan_id IN (SELECT id FROM plans WHERE year = ?) GROUP BY unit`

type PlanRow = { unit: string; id: string; in_force_from: string; digest: string }
type DutyRow = { plan_id: string; digest: string; list: string }
type UnitRow = { unit: string; list: string }

/** Units that are read at once: a whole country at once would fill the memory. */
const UNITS_AT_ONCE = 400

/** The plans of a year, of every unit, each with its slots and facts. What is read of one unit is of one moment. */
export async function* readEveryPlan(db: Db, year: number): AsyncGenerator<UnitPlan> {
  const rows = await readAll(db, [PLANS, DUTIES], [year])
  const plans = [...Map.groupBy(rows[0] as PlanRow[], ({ unit }) => unit)]
  const dutiesOf = dutiesByDigest(rows[1] as DutyRow[])
  for (let i = 0; i < plans.length; i += UNITS_AT_ONCE) {
    const some = plans.slice(i, i + UNITS_AT_ONCE)
    const [first, last] = [some[0]?.[0], some.at(-1)?.[0]] as [string, string]
    const [slots, facts] = await readAll(db, [SLOTS, FACTS], [first, last, year])
    yield* planByPlan(some, dutiesOf, listsByUnit(slots as UnitRow[]), listsByUnit(facts as UnitRow[]))
  }
}

async function readAll(db: Db, queries: string[], args: (string | number)[]): Promise<unknown[]> {
  const results = await db.$client.batch(
    queries.map((sql) => ({ sql, args })),
    'read',
  )
  return results.map(({ rows }) => rows)
}

const dutiesByDigest = (rows: DutyRow[]): Map<string, readonly Duty[]> =>
  new Map(
    rows.map(({ plan_id, digest, list }) => [
      `${plan_id} ${digest}`,
      (JSON.parse(list) as [string, Cadence][]).map(([id, cadence]) => ({ id, cadence })),
    ]),
  )

const listsByUnit = (rows: UnitRow[]): Map<string, string> =>
  new Map(rows.map(({ unit, list }) => [unit, list]))

type Lists = ReadonlyMap<string, string>

function* planByPlan(
  plans: [unit: string, plans: PlanRow[]][],
  dutiesOf: ReadonlyMap<string, readonly Duty[]>,
  slotsOf: Lists,
  factsOf: Lists,
): Generator<UnitPlan> {
  for (const [unit, own] of plans) {
    const slots = JSON.parse(slotsOf.get(unit) ?? '[]') as SlotCells[]
    const facts = JSON.parse(factsOf.get(unit) ?? '[]') as FactCells[]
    for (const plan of own)
      yield unitPlan(plan, dutiesOf.get(`${plan.id} ${plan.digest}`) ?? [], slots, facts)
  }
}

function unitPlan(
  plan: PlanRow,
  obligations: readonly Duty[],
  slots: SlotCells[],
  facts: FactCells[],
): UnitPlan {
  const dutyOf = new Map(obligations.map((duty) => [duty.id, duty]))
  const told = factsBySlot(facts, plan.id)
  const recorded: Recorded[] = []
  for (const cells of slots) {
    const duty = dutyOf.get(cells[2])
    if (duty && cells[0] === plan.id)
      recorded.push({ slot: slotOf(cells, duty, plan.in_force_from), facts: told.get(cells[1]) ?? NOTHING })
  }
  const { unit, id: planId, in_force_from: inForceFrom } = plan
  return { unit, planId, inForceFrom, obligations, recorded, logged: told.get(null) ?? NOTHING }
}

const NOTHING: readonly Fact[] = []

type SlotCells = [
  planId: string,
  id: string,
  obligationId: string,
  airing: Slot['airing'],
  date: string | null,
  windowFrom: string | null,
  windowTo: string | null,
  withdrawnAt: number | null,
]

function slotOf(cells: SlotCells, duty: Duty, inForceFrom: LocalDate): Slot {
  const [planId, id, obligationId, airing, date, windowFrom, windowTo, withdrawnAt] = cells
  const place = { date, time: null, windowFrom, windowTo, withdrawnAt }
  const untold = { unit: '', ordinal: 0, of: null, minutes: 0, revision: 0, changedAt: 0 }
  return toSlot({ ...untold, ...place, id, planId, obligationId, airing }, duty, inForceFrom)
}

type FactCells = [
  planId: string,
  id: string,
  obligationId: string,
  slotId: string | null,
  kind: Fact['kind'],
  at: number,
  corrects: string | null,
  minutes: number | null,
  toDate: string | null,
  reason: string | null,
  value: number | null,
]

function factsBySlot(facts: FactCells[], planId: string): Map<string | null, Fact[]> {
  const told = new Map<string | null, Fact[]>()
  for (const cells of facts) {
    if (cells[0] !== planId) continue
    const fact = factOf(cells)
    const before = told.get(fact.slotId)
    if (before) before.push(fact)
    else told.set(fact.slotId, [fact])
  }
  return told
}

/** What no count asks for is left empty. */
function factOf(cells: FactCells): Fact {
  const [planId, id, obligationId, slotId, kind, at, corrects, minutes, date, reason, value] = cells
  const to = date === null ? null : { date, time: null }
  return {
    ...{ id, planId, obligationId, slotId, kind, at, corrects, minutes, reason, value, to },
    ...{ recordedAt: at, by: '', note: null, link: null, place: null, people: null, document: null },
    ...{ file: null, madeAt: null, incidentId: null },
  }
}

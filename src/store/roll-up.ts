/**
 * All that a count needs, of one unit or of every unit at once: days, no hours. A row through the driver costs more than
 * counting it, so SQLite gathers the rows of each unit into one JSON text. The last cells of a row are what it is sorted
 * by (see `jsonRows`).
 */
import type { Cadence } from '../core/cadence.ts'
import { type CountOptions, rowKey } from '../core/compliance.ts'
import type { Fact } from '../core/fact.ts'
import type { Obligation } from '../core/plan.ts'
import type { Recorded } from '../core/reading.ts'
import type { Airing, Slot } from '../core/slot.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { toSlot } from './slots.ts'

type Duty = Pick<Obligation, 'id' | 'title' | 'cadence'>

export type UnitPlan = {
  unit: string
  planId: string
  obligations: readonly Duty[]
  recorded: Recorded[]
  /** Facts without a slot. */
  logged: readonly Fact[]
  options: CountOptions
}

const UNITS = 'SELECT DISTINCT unit FROM plans WHERE year = ? ORDER BY unit'

const OF_UNITS = 'unit BETWEEN :first AND :last'
const OF_YEAR = `${OF_UNITS} AND year = :year`
const OF_PLANS = `${OF_UNITS} AND plan_id IN (SELECT id FROM plans WHERE ${OF_YEAR})`

const PLANS = `SELECT unit, id, in_force_from, digest FROM plans WHERE ${OF_YEAR} ORDER BY unit, id`

/** Plans with one digest have the same duties: thousands of communes share a few. */
const DUTIES = `SELECT p.id AS plan_id, p.digest,
    json_group_array(json_array(o.id, o.title, json(o.cadence), o.position)) AS list
  FROM (SELECT min(unit) AS unit, id, digest FROM plans WHERE ${OF_YEAR} GROUP BY id, digest) p
  JOIN obligations o ON o.unit = p.unit AND o.plan_id = p.id AND o.withdrawn_at IS NULL GROUP BY p.id, p.digest`

const SLOTS = `SELECT unit, json_group_array(json_array(plan_id, id, obligation_id, airing, date, window_from, window_to,
    withdrawn_at)) AS list
  FROM slots WHERE ${OF_PLANS} GROUP BY unit`

const FACTS = `SELECT unit, json_group_array(json_array(plan_id, id, obligation_id, slot_id, kind, at, corrects, minutes,
    to_date, reason, value, recorded_at, rowid)) AS list
  FROM facts WHERE ${OF_PLANS} GROUP BY unit`

/** The last one of a duty holds. */
const TARGETS = `SELECT unit, json_group_array(json_array(plan_id, obligation_id, airing, value, recorded_at,
    rowid)) AS list
  FROM targets WHERE ${OF_PLANS} GROUP BY unit`

type PlanRow = { unit: string; id: string; in_force_from: string; digest: string }
type DutyRow = { plan_id: string; digest: string; list: string }
type UnitRow = { unit: string; list: string }

/** Units that are read at once: a whole country at once would fill the memory. */
const UNITS_AT_ONCE = 400

/** The plans of a year, of every unit, each with its slots and facts. What is read of one unit is of one moment. */
export async function* readEveryPlan(db: Db, year: number): AsyncGenerator<UnitPlan> {
  const { rows } = await db.$client.execute({ sql: UNITS, args: [year] })
  const units = rows.map(({ unit }) => String(unit))
  for (let i = 0; i < units.length; i += UNITS_AT_ONCE) {
    const some = units.slice(i, i + UNITS_AT_ONCE)
    yield* await readPlans(db, year, some[0] as string, some.at(-1) as string)
  }
}

/** The same of one unit. */
export const readUnitPlans = async (db: Db, unit: string, year: number): Promise<UnitPlan[]> => [
  ...(await readPlans(db, year, unit, unit)),
]

async function readPlans(db: Db, year: number, first: string, last: string): Promise<Iterable<UnitPlan>> {
  const results = await db.$client.batch(
    [PLANS, DUTIES, SLOTS, FACTS, TARGETS].map((sql) => ({ sql, args: { first, last, year } })),
    'read',
  )
  const [plans, duties, slots, facts, targets] = results.map(({ rows }): unknown => rows)
  return planByPlan(plans as PlanRow[], dutiesByDigest(duties as DutyRow[]), {
    slotsOf: listsByUnit(slots as UnitRow[]),
    factsOf: listsByUnit(facts as UnitRow[]),
    targetsOf: listsByUnit(targets as UnitRow[]),
  })
}

type DutyCells = [id: string, title: string, cadence: Cadence, position: number]

const dutiesByDigest = (rows: DutyRow[]): Map<string, readonly Duty[]> =>
  new Map(
    rows.map(({ plan_id, digest, list }) => [
      `${plan_id} ${digest}`,
      (JSON.parse(list) as DutyCells[])
        .sort(([, , , a], [, , , b]) => a - b)
        .map(([id, title, cadence]) => ({ id, title, cadence })),
    ]),
  )

const listsByUnit = (rows: UnitRow[]): Map<string, string> =>
  new Map(rows.map(({ unit, list }) => [unit, list]))

type Lists = ReadonlyMap<string, string>

function* planByPlan(
  plans: PlanRow[],
  dutiesOf: ReadonlyMap<string, readonly Duty[]>,
  { slotsOf, factsOf, targetsOf }: { slotsOf: Lists; factsOf: Lists; targetsOf: Lists },
): Generator<UnitPlan> {
  for (const [unit, own] of Map.groupBy(plans, (plan) => plan.unit)) {
    const slots = JSON.parse(slotsOf.get(unit) ?? '[]') as SlotCells[]
    const facts = JSON.parse(factsOf.get(unit) ?? '[]') as FactCells[]
    const targets = JSON.parse(targetsOf.get(unit) ?? '[]') as TargetCells[]
    for (const plan of own)
      yield unitPlan(plan, dutiesOf.get(`${plan.id} ${plan.digest}`) ?? [], slots, facts, targets)
  }
}

function unitPlan(
  { unit, id: planId, in_force_from: inForceFrom }: PlanRow,
  obligations: readonly Duty[],
  slots: SlotCells[],
  facts: FactCells[],
  targets: TargetCells[],
): UnitPlan {
  const dutyOf = new Map(obligations.map((duty) => [duty.id, duty]))
  const told = factsBySlot(facts, planId)
  const recorded: Recorded[] = []
  for (const cells of slots) {
    const duty = dutyOf.get(cells[2])
    if (duty && cells[0] === planId)
      recorded.push({ slot: slotOf(cells, duty, inForceFrom), facts: factsInOrder(told.get(cells[1])) })
  }
  const options = { inForceFrom, targets: targetsOfPlan(targets, planId) }
  return { unit, planId, obligations, recorded, logged: factsInOrder(told.get(null)), options }
}

type TargetCells = [
  planId: string,
  obligationId: string,
  airing: Airing,
  value: number,
  recordedAt: number,
  seq: number,
]

const targetsOfPlan = (targets: TargetCells[], planId: string): Map<string, number> =>
  new Map(
    targets
      .filter(([plan]) => plan === planId)
      .sort(([, , , , a, i], [, , , , b, j]) => a - b || i - j)
      .map(([, obligationId, airing, value]) => [rowKey({ obligationId, airing }), value]),
  )

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
  recordedAt: number,
  seq: number,
]

function factsBySlot(facts: FactCells[], planId: string): Map<string | null, FactCells[]> {
  const told = new Map<string | null, FactCells[]>()
  for (const cells of facts) {
    if (cells[0] !== planId) continue
    const before = told.get(cells[3])
    if (before) before.push(cells)
    else told.set(cells[3], [cells])
  }
  return told
}

const factsInOrder = (cells: FactCells[] | undefined): readonly Fact[] =>
  cells?.sort((a, b) => a[11] - b[11] || a[12] - b[12]).map(factOf) ?? NOTHING

/** What no count asks for is left empty. */
function factOf(cells: FactCells): Fact {
  const [planId, id, obligationId, slotId, kind, at, corrects, minutes, date, reason, value, recordedAt] =
    cells
  const to = date === null ? null : { date, time: null }
  return {
    ...{ id, planId, obligationId, slotId, kind, at, corrects, minutes, reason, value, to },
    ...{ recordedAt, by: '', note: null, link: null, place: null, people: null, document: null },
    ...{ file: null, madeAt: null, incidentId: null },
  }
}

/**
 * All that a count needs, of one unit or of every unit at once. A row through the driver costs more than
 * counting it, so SQLite gathers the rows of each plan into one JSON text.
 */

import type { DateRange } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import { inOrder } from './json-rows.ts'
import {
  CELLS,
  type Cells,
  type FactCells,
  type ObligationRow,
  obligationsByDigest,
  type PlanRow,
  type SlotCells,
  type TargetCells,
  type UnitPlan,
  unitPlan,
  type Wording,
} from './roll-up-cells.ts'
import { isTooLarge } from './server.ts'

const IN_DAYS = 'BETWEEN :from AND :to'

type Listed = keyof typeof CELLS

/** The longest of so many rows still make less than a libSQL server puts into one value. */
const PART = 1000

/** A list of cells for each plan; `from` says of which rows. A row without anything of `more` has no cells for it. */
const listOf = ({ usual, more }: Cells, from: string): string => {
  const isUsual = more.map((cell) => `${cell} IS NULL`).join(' AND ') || 'TRUE'
  const rows = `CASE WHEN ${isUsual} THEN json_array(${usual}) ELSE json_array(${[usual, ...more]}) END`
  return `SELECT unit, plan_id, json_group_array(${rows}) AS list ${from} GROUP BY unit, plan_id`
}

/** `ofUnits`: whose rows, as a condition. */
function statementsFor(ofUnits: string) {
  // Of the year, and of the years beside it where they have slots in the days.
  const ofYear = `${ofUnits} AND (year = :year OR (year BETWEEN :year - 1 AND :year + 1 AND EXISTS (
    SELECT 1 FROM slots WHERE slots.unit = plans.unit AND slots.plan_id = plans.id
      AND (slots.date ${IN_DAYS} OR (slots.date IS NULL AND slots.window_to ${IN_DAYS})))))`
  const ofPlans = `${ofUnits} AND plan_id IN (SELECT id FROM plans WHERE ${ofYear})`
  const plans = `SELECT unit, id, year, in_force_from, digest, grace_minutes FROM plans JOIN units ON units.code = unit
    WHERE ${ofYear} ORDER BY unit, id`
  // Plans with one digest have the same obligations, in every wording: thousands of communes share a few.
  const obligations = `SELECT p.id AS plan_id, p.digest,
      json_group_array(json_array(o.id, o.title, json(o.cadence), o.position, o.edition,
        o.withdrawn_at IS NULL)) AS list
    FROM (SELECT min(unit) AS unit, id, digest FROM plans WHERE ${ofYear} GROUP BY id, digest) p
    JOIN obligations o ON o.unit = p.unit AND o.plan_id = p.id GROUP BY p.id, p.digest`
  const allOf = (table: Listed): string => listOf(CELLS[table], `FROM ${table} WHERE ${ofPlans}`)
  const partOf = (table: Listed): string =>
    listOf(
      CELLS[table],
      `, max(rowid) AS last FROM (SELECT rowid, * FROM ${table} WHERE ${ofPlans} AND rowid > :after ORDER BY rowid LIMIT ${PART})`,
    )
  const heads = [plans, obligations]
  return { heads, whole: [...heads, allOf('slots'), allOf('facts'), allOf('targets')], partOf }
}

const OF_MANY = statementsFor('unit IN (SELECT value FROM json_each(:units))')

/** Taking a list of units apart is a good part of what reading one costs. */
const OF_ONE = statementsFor('unit = :units')

type Statements = ReturnType<typeof statementsFor>

const LIST = `json_object('unit', unit, 'plan_id', plan_id, 'list', json(list))`

/** What each statement of `whole` answers, a row as JSON. */
const ROWS = [
  `json_object('unit', unit, 'id', id, 'year', year, 'in_force_from', in_force_from, 'digest', digest,
    'grace_minutes', grace_minutes)`,
  `json_object('plan_id', plan_id, 'digest', digest, 'list', json(list))`,
  ...[LIST, LIST, LIST],
]

/** `list` is the text of its rows, or what the text says. */
type PlanList = { unit: string; plan_id: string; list: string | unknown[] }

/** Units that are read at once: a file holds everybody else meanwhile, and a whole country would fill the memory. */
const UNITS_AT_ONCE = 100

/** Of which year, and which days of it; plans of the years beside it that have slots in them come too. */
export type YearQuestion = { year: number } & DateRange

/** The plans of one unit, each with its slots and facts. */
export type UnitPlans = { unit: string; plans: UnitPlan[] }

/** The plans of a year, of many units; none for a unit without any. What is read of one unit is of one moment. */
export async function* readEveryUnit(
  db: Db,
  codes: readonly string[],
  question: YearQuestion,
  most = UNITS_AT_ONCE,
): AsyncGenerator<UnitPlans> {
  const units = [...codes].sort()
  let atOnce = most
  for (let i = 0; i < units.length; ) {
    const some = units.slice(i, i + atOnce)
    const asked = { ...question, units: JSON.stringify(some) }
    const all = await ifFits(() => readTogether(db, asked))
    if (all) {
      yield* all
      i += some.length
    } else if (atOnce > 1) {
      atOnce = Math.ceil(atOnce / 4)
    } else {
      yield* await readInParts(db, OF_MANY, asked)
      i++
    }
  }
}

/** The plans of a year, of one unit. */
export async function readUnitPlans(db: Db, unit: string, year: number): Promise<UnitPlan[]> {
  const asked = { year, from: '', to: '', units: unit }
  const [own] = (await ifFits(() => readAtOnce(db, asked))) ?? (await readInParts(db, OF_ONE, asked))
  return own?.plans ?? []
}

/** As one value: a driver asks its price for each statement, which of one unit is as much as finding its rows. */
const AT_ONCE = `SELECT json_array(${OF_ONE.whole
  .map((sql, i) => `(SELECT json_group_array(${ROWS[i]}) FROM (${sql}))`)
  .join(', ')}) AS lists`

async function readAtOnce(db: Db, asked: Asked): Promise<Iterable<UnitPlans>> {
  const { rows } = await db.$client.execute(asking(AT_ONCE, asked))
  const [plans, obligations, ...lists] = JSON.parse(String(rows[0]?.lists)) as [
    PlanRow[],
    ObligationRow[],
    ...PlanList[][],
  ]
  return gathered(
    plans.sort((a, b) => inOrder(a.id, b.id)),
    obligations,
    lists,
  )
}

/**
 * By unit, a word that changes with all that a count asks of it: with its plans, slots and facts, and with its rules. None
 * for a unit without a plan.
 */
export async function unitVersions(db: Db): Promise<Map<string, string>> {
  const { rows } = await db.$client.execute(
    `SELECT json_group_array(json_array(code, version || ' ' || coalesce(grace_minutes, ''))) AS list
      FROM feed_versions JOIN units ON code = feed_versions.unit`,
  )
  return new Map(JSON.parse(String(rows[0]?.list)) as [string, string][])
}

type Asked = YearQuestion & { units: string }

/** A server refuses a name that its statement does not have. */
const asking = (sql: string, asked: Asked & { after?: number }) => ({
  sql,
  args: Object.fromEntries(Object.entries(asked).filter(([name]) => sql.includes(`:${name}`))),
})

async function readTogether(db: Db, asked: Asked): Promise<Iterable<UnitPlans>> {
  const results = await db.$client.batch(
    OF_MANY.whole.map((sql) => asking(sql, asked)),
    'read',
  )
  const [plans, obligations, ...lists] = results.map(({ rows }): unknown => rows)
  return gathered(plans as PlanRow[], obligations as ObligationRow[], lists as PlanList[][])
}

/** Null when it is more than a libSQL server puts into one answer. */
async function ifFits<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (isTooLarge(error)) return null
    throw error
  }
}

type ThreeLists = [slots: Lists, facts: Lists, targets: Lists]

function gathered(
  plans: PlanRow[],
  obligations: ObligationRow[],
  lists: readonly (readonly PlanList[])[],
): Iterable<UnitPlans> {
  const [slotsOf, factsOf, targetsOf] = lists.map(listsOf) as ThreeLists
  return unitByUnit(plans, obligationsByDigest(obligations), { slotsOf, factsOf, targetsOf })
}

/** A unit that recorded more than one answer holds: what is added meanwhile may be in it. */
async function readInParts(
  db: Db,
  { heads, partOf }: Statements,
  asked: Asked,
): Promise<Iterable<UnitPlans>> {
  const [plans, obligations] = await db.$client.batch(
    heads.map((sql) => asking(sql, asked)),
    'read',
  )
  const parts = async (table: Listed): Promise<Lists> => listsOf(await partsOf(db, partOf(table), asked))
  return unitByUnit(
    plans?.rows as unknown as PlanRow[],
    obligationsByDigest(obligations?.rows as unknown as ObligationRow[]),
    { slotsOf: await parts('slots'), factsOf: await parts('facts'), targetsOf: await parts('targets') },
  )
}

async function partsOf(db: Db, sql: string, asked: Asked): Promise<PlanList[]> {
  const parts: PlanList[] = []
  for (let after = 0; ; ) {
    const { rows } = await db.$client.execute(asking(sql, { ...asked, after }))
    const some = rows as unknown as (PlanList & { last: number })[]
    if (!some.length) return parts
    parts.push(...some)
    after = Math.max(...some.map(({ last }) => last))
  }
}

const listsOf = (rows: readonly PlanList[]): Lists => Map.groupBy(rows, planKey)

const planKey = ({ unit, plan_id }: { unit: string; plan_id: string }): string => `${unit} ${plan_id}`

/** By unit and plan, each in one part or in several. */
type Lists = ReadonlyMap<string, readonly PlanList[]>

const cellsOf = <T>(lists: Lists, { unit, id }: PlanRow): T[] =>
  (lists.get(planKey({ unit, plan_id: id })) ?? []).flatMap(
    ({ list }) => (typeof list === 'string' ? JSON.parse(list) : list) as T[],
  )

/** Each unit's are built when it is its turn. */
function* unitByUnit(
  plans: PlanRow[],
  obligationsOf: ReadonlyMap<string, readonly Wording[]>,
  { slotsOf, factsOf, targetsOf }: { slotsOf: Lists; factsOf: Lists; targetsOf: Lists },
): Generator<UnitPlans> {
  for (const [unit, own] of Map.groupBy(plans, (plan) => plan.unit)) {
    const plans = own.map((plan) =>
      unitPlan(plan, obligationsOf.get(`${plan.id} ${plan.digest}`) ?? [], {
        slots: cellsOf<SlotCells>(slotsOf, plan),
        facts: cellsOf<FactCells>(factsOf, plan),
        targets: cellsOf<TargetCells>(targetsOf, plan),
      }),
    )
    yield { unit, plans }
  }
}

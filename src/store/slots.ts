/** Slots as stored, each with its obligation and its facts: what every page, feed and count starts from. */
import { type SQL, sql } from 'drizzle-orm'
import { outsideBrief } from '../core/extra.ts'
import type { Fact } from '../core/fact.ts'
import type { ItemBrief } from '../core/item-brief.ts'
import { isExtra } from '../core/outside-plans.ts'
import { type Origin, runsOn } from '../core/plan/edition.ts'
import type { Obligation } from '../core/plan.ts'
import type { PlanBrief, SlotRecord } from '../core/reading.ts'
import { awaitsCondition, type Slot } from '../core/slot.ts'
import { yearOf } from '../core/wall-clock.ts'
import { type Breathe, withoutBreath } from '../portions.ts'
import { builtOnce, type Db, readOne } from './db.ts'
import { FACT_ROW, type FactRow, factsInOrder } from './facts.ts'
import { inOrder, jsonRow, jsonRows } from './json-rows.ts'
import { toObligation } from './plans.ts'
import { obligations, slots } from './schema.ts'
import { isTooLarge } from './server.ts'
import { SLOT_ITEM_ROWS, SLOT_TOPIC_ROWS, slotItems, slotTopicsOf, type TopicsOf } from './slot-items.ts'
import { type SlotFilter, slotCondition } from './slot-search.ts'

type SlotRow = Omit<typeof slots.$inferSelect, 'unit'>

/** What of a slot's row does not speak of its calendar entry. */
export type SlotColumns = Omit<SlotRow, 'revision' | 'changedAt'>

/** What a stored slot leaves out, since its obligation says it, in the wording that asked for it. */
export function toSlot(row: SlotColumns, { cadence }: Pick<Obligation, 'cadence'>): Slot {
  const { id, planId, obligationId, ordinal, rank, airing, of, date, time, minutes, windowFrom, windowTo } =
    row
  const window = windowFrom !== null && windowTo !== null ? { from: windowFrom, to: windowTo } : null
  return {
    ...{ id, planId, obligationId, ordinal, rank, airing, of, date, time, minutes, window },
    leastMinutes: 'minutes' in cadence ? (cadence.minutes?.min ?? null) : null,
    target: cadence.kind === 'measure' ? cadence.target.value : null,
    inForce: Boolean(row.inForce),
    conditional: awaitsCondition(cadence),
    withdrawn: row.withdrawnAt !== null,
  }
}

const SLOT_ROW = jsonRow(slots, {}, ['unit'])
const OBLIGATION_ROW = jsonRow(obligations)

/** What belongs to the `chosen` slots is found by lists of their ids: searched for each time, it would be planned each time. */
const ANSWER = builtOnce(sql`SELECT json_array(
      chosen.last,
      json(chosen.slots),
      json(${jsonRows(
        FACT_ROW,
        sql`FROM facts WHERE unit = chosen.unit AND slot_id IN (SELECT value FROM json_each(chosen.ids))`,
      )}),
      json(${jsonRows(
        OBLIGATION_ROW,
        sql`FROM obligations WHERE unit = chosen.unit
          AND (plan_id, id, edition) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(chosen.obligations))`,
      )}),
      (SELECT json_group_array(json_object('id', id, 'title', title, 'year', year, 'origin', origin)) FROM plans
        WHERE unit = chosen.unit AND id IN (SELECT value ->> 0 FROM json_each(chosen.obligations))),
      ${sql.join(
        [...SLOT_TOPIC_ROWS, ...SLOT_ITEM_ROWS].map((rows) => sql`json(${rows})`),
        sql`, `,
      )}) AS answer
    FROM (SELECT
        min(unit) AS unit,
        max(id) AS last,
        json_group_array(${SLOT_ROW}) AS slots,
        json_group_array(id) AS ids,
        json_group_array(DISTINCT coalesce("of", id)) AS originals,
        json_group_array(DISTINCT json_array(plan_id, obligation_id, edition)) AS obligations
      FROM (SELECT * FROM slots WHERE`)

/**
 * One statement, and one value: this is what nearly every page waits for. `+` leaves the search to the filter: by id it would
 * walk through all slots of the unit.
 */
const slotsStatement = (unit: string, filter: SlotFilter, { after, atOnce }: Portion): SQL =>
  sql`${ANSWER} ${slotCondition(unit, filter)} AND +slots.id > ${after}
    ORDER BY +slots.id LIMIT ${atOnce})) AS chosen`

type Answer = [
  last: string | null,
  slots: SlotRow[],
  facts: FactRow[],
  obligations: ObligationRow[],
  plans: PlanRow[],
  ...topics: Parameters<typeof slotTopicsOf>,
  ...items: Parameters<typeof slotItems>,
]

/** So many take some fifty milliseconds to find and to take apart. */
const AT_ONCE = 2000

/**
 * Slots of a unit with all that belongs to them, by planned day and hour, undated ones by the end of their window. More
 * than `AT_ONCE` come in portions, each as the database is at its own moment; fewer where a libSQL server finds an answer too
 * large: one slot always should fit.
 */
export async function listSlots(
  db: Db,
  unit: string,
  filter: SlotFilter = {},
  breathe: Breathe = withoutBreath,
): Promise<SlotRecord[]> {
  const records: SlotRecord[] = []
  let [after, atOnce]: [string | null, number] = ['', AT_ONCE]
  while (after !== null) {
    if (records.length) await breathe()
    const some = await readSlots(db, unit, filter, { after, atOnce })
    if (some) records.push(...some.records)
    if (!some) atOnce = Math.ceil(atOnce / 2)
    else after = some.records.length < atOnce ? null : some.last
  }
  return records.sort(byPlan)
}

/** The first so many by their ids, after one of them. */
type Portion = { after: string; atOnce: number }

/** Null when they do not fit into one answer. */
async function readSlots(
  db: Db,
  unit: string,
  filter: SlotFilter,
  portion: Portion,
): Promise<{ records: SlotRecord[]; last: string | null } | null> {
  const answer = await readOne(db, slotsStatement(unit, filter, portion)).catch((error: unknown) => {
    if (!isTooLarge(error) || portion.atOnce === 1) throw error
    return null
  })
  if (!answer) return null
  const [last, rows, factRows, obligations, plans, topics, names, ...items] = JSON.parse(
    String(answer.rows[0]?.[0]),
  ) as Answer
  const said = { items: slotItems(...items), topicsOf: slotTopicsOf(topics, names) }
  return { records: assemble(rows, factsInOrder(factRows), obligations, plans.map(planBrief), said), last }
}

const lastDay = ({ slot: { date, window } }: SlotRecord): string => date ?? window?.to ?? ''
const byPlan = (a: SlotRecord, b: SlotRecord): number =>
  inOrder(lastDay(a), lastDay(b)) ||
  inOrder(a.slot.time ?? '', b.slot.time ?? '') ||
  inOrder(a.slot.id, b.slot.id)

type ObligationRow = typeof obligations.$inferSelect
type PlanRow = Omit<PlanBrief, 'runsOn'> & { origin: Origin }

const planBrief = ({ origin, ...plan }: PlanRow): PlanBrief => ({ ...plan, runsOn: runsOn({ origin }) })

function assemble(
  rows: SlotRow[],
  facts: Fact[],
  obligations: ObligationRow[],
  plans: PlanBrief[],
  said: { items: ReadonlyMap<string, ItemBrief>; topicsOf: TopicsOf },
): SlotRecord[] {
  const obligationOf = new Map(
    obligations.map((obligation) => [
      `${obligation.planId}:${obligation.id}:${obligation.edition}`,
      obligation,
    ]),
  )
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const factsOf = Map.groupBy(facts, (fact) => fact.slotId)
  return rows.map((row) => {
    const obligation = obligationOf.get(`${row.planId}:${row.obligationId}:${row.edition}`) as ObligationRow
    return {
      slot: toSlot(row, obligation),
      obligation: toObligation(obligation),
      plan: isExtra(row) ? outsideBrief(yearOf(row.date ?? '')) : (planOf.get(row.planId) as PlanBrief),
      facts: factsOf.get(row.id) ?? [],
      item: said.items.get(row.of ?? row.id) ?? null,
      topics: said.topicsOf(row.of ?? row.id, row.planId),
      revision: row.revision,
      changedAt: row.changedAt,
    }
  })
}

export const findSlot = async (db: Db, unit: string, id: string): Promise<SlotRecord | null> =>
  (await listSlots(db, unit, { ids: [id] }))[0] ?? null

/** How many slots each plan of a unit asks for now. */
export async function countSlots(db: Db, unit: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await readOne(
    db,
    sql`SELECT plan_id, count(*) FROM slots WHERE unit = ${unit} AND withdrawn_at IS NULL GROUP BY plan_id`,
  )
  return new Map(rows.map((row) => [String(row[0]), Number(row[1])]))
}

/**
 * A plan's rows as its edition makes them: the plan, its obligations in their wordings, its slots. What was there before a
 * wording changed stays for the slots that were asked for by it.
 */
import { type SQL, sql } from 'drizzle-orm'
import { fieldsThatDiffer, isSamePlace, OBLIGATION_FIELDS } from '../core/plan/changes.ts'
import type { Origin, PlanEnd } from '../core/plan/edition.ts'
import type { Placed, Placing } from '../core/plan/placing.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Statement } from './db.ts'
import type { KnownSlot, PlanState } from './plan-state.ts'
import { wakeForPlan } from './turns.ts'

export type Projection = {
  unit: string
  /** As it is counted. */
  plan: Plan
  edition: number
  origin: Origin
  ends: PlanEnd | null
  /** Of all that its obligations have been; see `plans.digest`. */
  digest: string
  placing: Placing
  state: PlanState
}

/** For one batch; each statement holds only where `claim` does. */
export function projectionStatements(projection: Projection, now: Instant, claim: SQL): Statement[] {
  const wordings = wordingsOf(projection)
  return [
    wakeForPlan(projection.unit),
    planStatement(projection, now, claim),
    ...obligationStatements(projection, wordings, now, claim),
    ...slotStatements(projection, wordings, now, claim),
  ]
}

const PLAN_FIELDS = [
  ...[
    'title',
    'number',
    'issued',
    'in_force_from',
    'year',
    'until',
    'silent_days',
    'assumptions',
    'succeeds',
  ],
  ...[
    'made_from',
    'topics',
    'edition',
    'origin',
    'ends_from',
    'ends_document',
    'ends_successor',
    'digest',
    'adopted_at',
  ],
]

const names = (fields: readonly string[]): SQL => sql.raw(fields.map((field) => `"${field}"`).join(', '))
const cells = (fields: readonly string[]): SQL =>
  sql.raw(fields.map((field) => `value ->> '${field}'`).join(', '))
const takeOver = (fields: readonly string[]): SQL =>
  sql.raw(fields.map((field) => `"${field}" = excluded."${field}"`).join(', '))

function planStatement(
  { unit, plan, edition, origin, ends, digest }: Projection,
  now: Instant,
  claim: SQL,
): SQL {
  const row = {
    ...{ title: plan.title, number: plan.number, issued: plan.issued, in_force_from: plan.inForceFrom },
    ...{
      year: plan.year,
      until: plan.until,
      succeeds: plan.succeeds,
      edition,
      origin,
      digest,
      adopted_at: now,
    },
    silent_days: JSON.stringify(plan.silentDays),
    assumptions: JSON.stringify(plan.assumptions),
    made_from: plan.madeFrom && JSON.stringify(plan.madeFrom),
    topics: JSON.stringify(plan.topics),
    ends_from: ends?.from ?? null,
    ends_document: ends?.document ?? null,
    ends_successor: ends?.successor ?? null,
  }
  return sql`INSERT INTO plans (unit, id, ${names(PLAN_FIELDS)})
    SELECT ${unit}, ${plan.id}, ${cells(PLAN_FIELDS)} FROM json_each(${JSON.stringify([row])}) WHERE ${claim}
    ON CONFLICT (unit, id) DO UPDATE SET ${takeOver(PLAN_FIELDS)}`
}

/** Which edition worded each obligation as it is now; `changes`: in its words, which is this one, or in its place alone. */
type Wording = { edition: number; obligation: Obligation; position: number; changes: boolean }
type Wordings = ReadonlyMap<string, Wording>

function wordingsOf({ plan, edition, state }: Projection): Wordings {
  const known = new Map(state.obligations.map((one) => [one.obligation.id, one]))
  return new Map(
    plan.obligations.map((obligation, position) => {
      const was = known.get(obligation.id)
      const same = was !== undefined && fieldsThatDiffer(was.obligation, obligation).length === 0
      const changes = !same || was.position !== position
      return [obligation.id, { obligation, position, edition: same ? was.edition : edition, changes }]
    }),
  )
}

const OBLIGATION_COLUMNS = [...OBLIGATION_FIELDS, 'position']

function obligationStatements(
  { unit, plan }: Projection,
  wordings: Wordings,
  now: Instant,
  claim: SQL,
): SQL[] {
  const worded = [...wordings.values()]
  const stays = JSON.stringify(worded.map(({ obligation, edition }) => `${edition} ${obligation.id}`))
  const written = JSON.stringify(worded.filter(({ changes }) => changes).map(obligationRow))
  return [
    // One key: SQLite looks a pair up by going through all of them.
    sql`UPDATE obligations SET withdrawn_at = ${now}
      WHERE unit = ${unit} AND plan_id = ${plan.id} AND withdrawn_at IS NULL AND ${claim}
        AND edition || ' ' || id NOT IN (SELECT value FROM json_each(${stays}))`,
    sql`INSERT INTO obligations (unit, plan_id, edition, id, ${names(OBLIGATION_COLUMNS)})
      SELECT ${unit}, ${plan.id}, value ->> 'edition', value ->> 'id', ${cells(OBLIGATION_COLUMNS)}
      FROM json_each(${written})
      WHERE ${claim} ON CONFLICT (unit, plan_id, id, edition) DO UPDATE SET ${takeOver(OBLIGATION_COLUMNS)}, withdrawn_at = NULL`,
  ]
}

const obligationRow = ({ obligation, position, edition }: Wording) => ({
  ...obligation,
  position,
  edition,
  channels: JSON.stringify(obligation.channels),
  support: JSON.stringify(obligation.support),
  cadence: JSON.stringify(obligation.cadence),
  assumptions: JSON.stringify(obligation.assumptions),
})

const SLOT_FIELDS = [
  ...[
    'ordinal',
    'rank',
    'airing',
    'of',
    'date',
    'time',
    'minutes',
    'window_from',
    'window_to',
    'edition',
    'in_force',
  ],
]

const SLOT_CELLS = sql.raw(['id', 'obligation_id', ...SLOT_FIELDS].map((_, i) => `value ->> ${i}`).join(', '))

function slotStatements(
  { unit, plan, placing, state }: Projection,
  wordings: Wordings,
  now: Instant,
  claim: SQL,
): SQL[] {
  const known = new Map<unknown, KnownSlot>(state.stored.map((one) => [one, one]))
  const editionOf = (placed: Placed) => wordings.get(placed.slot.obligationId)?.edition ?? 0
  const rows = placing.placed
    .filter((placed) => differs(placed, known.get(placed.was), editionOf(placed)))
    .map((placed) => slotRow(placed, editionOf(placed)))
  const changed = JSON.stringify(rows)
  const gone = JSON.stringify(placing.dropped.map(({ slot }) => slot.id))
  const withdrawn = placing.withdrawn.filter(({ slot }) => !slot.withdrawn).map(({ slot }) => slot.id)
  const all = sql.raw(
    `unit, id, plan_id, obligation_id, ${SLOT_FIELDS.map((field) => `"${field}"`).join(', ')}`,
  )
  const isGone = sql`unit = ${unit} AND id IN (SELECT value FROM json_each(${gone})) AND ${claim}`
  return [
    sql`INSERT INTO slots (unit, plan_id, changed_at, revision, id, obligation_id, ${names(SLOT_FIELDS)})
      SELECT ${unit}, ${plan.id}, ${now}, coalesce((SELECT revision + 1 FROM gone_slots
          WHERE gone_slots.unit = ${unit} AND gone_slots.id = value ->> 0), 0),
        ${SLOT_CELLS} FROM json_each(${changed}) WHERE ${claim}
      ON CONFLICT (unit, id) DO UPDATE SET ${takeOver(SLOT_FIELDS)}, withdrawn_at = NULL,
        revision = revision + 1, changed_at = ${now}`,
    sql`DELETE FROM gone_slots WHERE unit = ${unit} AND plan_id = ${plan.id} AND ${claim}
      AND EXISTS (SELECT 1 FROM slots WHERE slots.unit = gone_slots.unit AND slots.id = gone_slots.id)`,
    sql`UPDATE slots SET withdrawn_at = ${now}, revision = revision + 1, changed_at = ${now}
      WHERE unit = ${unit} AND id IN (SELECT value FROM json_each(${JSON.stringify(withdrawn)})) AND ${claim}`,
    sql`INSERT INTO gone_slots (${all}, revision, gone_at) SELECT ${all}, revision + 1, ${now} FROM slots WHERE ${isGone}`,
    sql`DELETE FROM slots WHERE ${isGone}`,
  ]
}

/** Something that a page or a calendar shows of it. */
const differs = ({ slot, was }: Placed, known: KnownSlot | undefined, edition: number): boolean =>
  !was ||
  !known ||
  was.gone ||
  was.slot.withdrawn ||
  known.edition !== edition ||
  known.inForce !== slot.inForce ||
  was.slot.rank !== slot.rank ||
  !isSamePlace(was.slot, slot)

/** By place, as `SLOT_CELLS` reads it: looking ten thousand rows up by name takes SQLite twice as long. */
function slotRow({ slot }: Placed, edition: number): unknown[] {
  const { id, obligationId, ordinal, airing, of, date, time, minutes, window, inForce, rank } = slot
  const place = [ordinal, rank, airing, of, date, time, minutes, window?.from ?? null, window?.to ?? null]
  return [id, obligationId, ...place, edition, inForce ? 1 : 0]
}

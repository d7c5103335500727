/** The rows of a count as JSON texts of cells, told apart by their place, and what they mean. See `roll-up.ts`. */
import type { Cadence } from '../core/cadence.ts'
import { type CountOptions, rowKey, withFormer } from '../core/count/count-rows.ts'
import type { Fact } from '../core/fact.ts'
import type { Obligation } from '../core/plan.ts'
import type { Recorded } from '../core/reading.ts'
import type { Airing, Slot } from '../core/slot.ts'
import type { Rules } from '../core/standing.ts'
import { toSlot } from './slots.ts'

type Counted = Pick<Obligation, 'id' | 'title' | 'cadence'>

export type UnitPlan = {
  unit: string
  planId: string
  year: number
  obligations: readonly Counted[]
  recorded: Recorded[]
  /** Facts without a slot. */
  logged: readonly Fact[]
  options: CountOptions
  /** What the unit settled for itself. */
  rules: Rules
}

/** Which cells are gathered, in the order of the types below. */
export const CELLS = {
  slots:
    'plan_id, id, obligation_id, airing, date, window_from, window_to, withdrawn_at, edition, in_force, time, minutes',
  facts:
    'plan_id, id, obligation_id, slot_id, kind, at, corrects, minutes, to_date, to_time, reason, value, recorded_at, rowid',
  // The last one of an obligation holds.
  targets: 'plan_id, obligation_id, airing, value, recorded_at, rowid',
}
export type PlanRow = {
  unit: string
  id: string
  year: number
  in_force_from: string
  digest: string
  grace_minutes: number | null
}
export type ObligationRow = { plan_id: string; digest: string; list: string }

type ObligationCells = [
  id: string,
  title: string,
  cadence: Cadence,
  position: number,
  edition: number,
  isCurrent: 0 | 1,
]

/** An obligation in one of its wordings. */
export type Wording = Counted & { edition: number; isCurrent: boolean }

export const obligationsByDigest = (rows: ObligationRow[]): Map<string, readonly Wording[]> =>
  new Map(
    rows.map(({ plan_id, digest, list }) => [
      `${plan_id} ${digest}`,
      (JSON.parse(list) as ObligationCells[])
        .sort(([, , , a], [, , , b]) => a - b)
        .map(([id, title, cadence, , edition, current]) => ({
          id,
          title,
          cadence,
          edition,
          isCurrent: current === 1,
        })),
    ]),
  )

export function unitPlan(
  { unit, id: planId, year, in_force_from: inForceFrom, grace_minutes: graceMinutes }: PlanRow,
  wordings: readonly Wording[],
  slots: SlotCells[],
  facts: FactCells[],
  targets: TargetCells[],
): UnitPlan {
  const wordingsOf = Map.groupBy(wordings, ({ id }) => id)
  const former: Wording[] = []
  const told = factsBySlot(facts, planId)
  const recorded: Recorded[] = []
  for (const cells of slots) {
    if (cells[0] !== planId) continue
    const obligation = wordingsOf.get(cells[2])?.find(({ edition }) => edition === cells[8])
    if (!obligation) continue
    if (!obligation.isCurrent && cells[7] === null) former.push(obligation)
    recorded.push({ slot: slotOf(cells, obligation), facts: factsInOrder(told.get(cells[1])) })
  }
  const obligations = withFormer(
    wordings.filter(({ isCurrent }) => isCurrent),
    former,
  )
  const options = { inForceFrom, targets: targetsOfPlan(targets, planId) }
  return {
    ...{ unit, planId, year, obligations, recorded, options, rules: { graceMinutes } },
    logged: factsInOrder(told.get(null)),
  }
}

export type TargetCells = [
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
      .sort(([, , , , , a], [, , , , , b]) => a - b)
      .map(([, obligationId, airing, value]) => [rowKey({ obligationId, airing }), value]),
  )

const NOTHING: readonly Fact[] = []

export type SlotCells = [
  planId: string,
  id: string,
  obligationId: string,
  airing: Slot['airing'],
  date: string | null,
  windowFrom: string | null,
  windowTo: string | null,
  withdrawnAt: number | null,
  edition: number,
  inForce: 0 | 1,
  time: string | null,
  minutes: number,
]

/** Written out, since spreading costs as much as judging where a country is counted. */
function slotOf(cells: SlotCells, obligation: Counted): Slot {
  const [planId, id, obligationId, airing, date, windowFrom, windowTo, withdrawnAt, ...more] = cells
  const [edition, inForce, time, minutes] = more
  const row = {
    id,
    planId,
    obligationId,
    airing,
    date,
    time,
    minutes,
    windowFrom,
    windowTo,
    withdrawnAt,
    edition,
    inForce: inForce === 1,
    unit: '',
    ordinal: 0,
    rank: 0,
    of: null,
    revision: 0,
    changedAt: 0,
  }
  return toSlot(row, obligation)
}

export type FactCells = [
  planId: string,
  id: string,
  obligationId: string,
  slotId: string | null,
  kind: Fact['kind'],
  at: number,
  corrects: string | null,
  minutes: number | null,
  toDate: string | null,
  toTime: string | null,
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
  cells?.sort((a, b) => a[13] - b[13]).map(factOf) ?? NOTHING

/** What no count asks for is left empty. */
function factOf(cells: FactCells): Fact {
  const [planId, id, obligationId, slotId, kind, at, corrects, minutes, ...more] = cells
  const [date, time, reason, value, recordedAt] = more
  return {
    id,
    planId,
    obligationId,
    slotId,
    kind,
    at,
    corrects,
    minutes,
    reason,
    value,
    to: date === null ? null : { date, time },
    recordedAt,
    ...UNASKED,
  }
}

const UNASKED = {
  ...{ by: '', note: null, link: null, place: null, people: null, document: null },
  ...{ file: null, making: null, madeAt: null, incidentId: null },
}

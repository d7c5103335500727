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

/** `more` is what most rows have nothing in. */
export type Cells = { usual: string; more: readonly string[] }

/** Which cells are gathered, in the order of the types below. Beside `rowid`, no list has an order of its own. */
export const CELLS = {
  slots: {
    usual: 'id, obligation_id, airing, date, edition, in_force, time, minutes',
    more: ['window_from', 'window_to', 'withdrawn_at'],
  },
  facts: {
    usual: 'slot_id, rowid, id, kind, at, recorded_at, minutes',
    // The obligation of one that has a slot is the slot's.
    more: ['iif(slot_id IS NULL, obligation_id, NULL)', 'corrects', 'to_date', 'to_time', 'reason', 'value'],
  },
  // The last one of an obligation holds.
  targets: { usual: 'rowid, obligation_id, airing, value', more: [] },
} as const satisfies Record<string, Cells>
export type PlanRow = {
  unit: string
  id: string
  year: number
  in_force_from: string
  digest: string
  grace_minutes: number | null
}
/** `list` is the text of its cells, or what the text says. */
export type ObligationRow = { plan_id: string; digest: string; list: string | ObligationCells[] }

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
      (typeof list === 'string' ? (JSON.parse(list) as ObligationCells[]) : list)
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

type PlanCells = { slots: SlotCells[]; facts: FactCells[]; targets: TargetCells[] }

export function unitPlan(
  { unit, id: planId, year, in_force_from: inForceFrom, grace_minutes: graceMinutes }: PlanRow,
  wordings: readonly Wording[],
  { slots, facts, targets }: PlanCells,
): UnitPlan {
  const wordingsOf = Map.groupBy(wordings, ({ id }) => id)
  const former: Wording[] = []
  const told = Map.groupBy(facts, ([slotId]) => slotId)
  const recorded: Recorded[] = []
  for (const cells of slots) {
    const [id, obligationId, , , edition] = cells
    const obligation = wordingsOf.get(obligationId)?.find((wording) => wording.edition === edition)
    if (!obligation) continue
    const slot = slotOf(planId, cells, obligation)
    if (!obligation.isCurrent && !slot.withdrawn) former.push(obligation)
    recorded.push({ slot, facts: factsInOrder(slot, told.get(id)) })
  }
  const obligations = withFormer(
    wordings.filter(({ isCurrent }) => isCurrent),
    former,
  )
  const options = { inForceFrom, targets: targetsOfPlan(targets) }
  return {
    ...{ unit, planId, year, obligations, recorded, options, rules: { graceMinutes } },
    logged: factsInOrder({ planId, obligationId: '' }, told.get(null)),
  }
}

export type TargetCells = [seq: number, obligationId: string, airing: Airing, value: number]

const targetsOfPlan = (targets: TargetCells[]): Map<string, number> =>
  new Map(
    targets
      .sort(([a], [b]) => a - b)
      .map(([, obligationId, airing, value]) => [rowKey({ obligationId, airing }), value]),
  )

export type SlotCells = [
  id: string,
  obligationId: string,
  airing: Slot['airing'],
  date: string | null,
  edition: number,
  inForce: 0 | 1,
  time: string | null,
  minutes: number,
  windowFrom?: string | null,
  windowTo?: string | null,
  withdrawnAt?: number | null,
]

/** Written out, as `factOf` is: spreading costs as much as judging where a country is counted. */
function slotOf(planId: string, cells: SlotCells, obligation: Counted): Slot {
  const [id, obligationId, airing, date, edition, inForce, time, minutes, from, to, withdrawnAt] = cells
  const row = {
    id,
    planId,
    obligationId,
    airing,
    date,
    time,
    minutes,
    windowFrom: from ?? null,
    windowTo: to ?? null,
    withdrawnAt: withdrawnAt ?? null,
    edition,
    inForce: inForce === 1,
    ordinal: 0,
    rank: 0,
    of: null,
  }
  return toSlot(row, obligation)
}

export type FactCells = [
  slotId: string | null,
  seq: number,
  id: string,
  kind: Fact['kind'],
  at: number,
  recordedAt: number,
  minutes: number | null,
  obligationId?: string | null,
  corrects?: string | null,
  toDate?: string | null,
  toTime?: string | null,
  reason?: string | null,
  value?: number | null,
]

type Told = Pick<Fact, 'planId' | 'obligationId'>

const NOTHING: readonly Fact[] = []

const factsInOrder = (about: Told, cells: FactCells[] | undefined): readonly Fact[] =>
  cells?.sort(([, a], [, b]) => a - b).map((own) => factOf(about, own)) ?? NOTHING

/** What no count asks for is left empty. */
function factOf(about: Told, cells: FactCells): Fact {
  const [slotId, , id, kind, at, recordedAt, minutes, obligationId, corrects, date, time, reason, value] =
    cells
  return {
    id,
    planId: about.planId,
    obligationId: obligationId ?? about.obligationId,
    slotId,
    kind,
    at,
    recordedAt,
    corrects: corrects ?? null,
    minutes,
    reason: reason ?? null,
    value: value ?? null,
    to: date == null ? null : { date, time: time ?? null },
    by: '',
    note: null,
    link: null,
    place: null,
    people: null,
    document: null,
    file: null,
    making: null,
    madeAt: null,
    incidentId: null,
  }
}

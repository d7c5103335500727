/** A row of the count with what it rests on: the duty, its slots in the period, each as it stands on the as-of day. */
import { asOfInstant, type ComplianceRow, type Place, placeOf, rowKey } from '../compliance.ts'
import type { Fact } from '../fact.ts'
import { saidNotTriggered } from '../plan/trigger.ts'
import type { Obligation } from '../plan.ts'
import type { Recorded } from '../reading.ts'
import { type Assessment, assess } from '../standing.ts'
import type { LocalDate } from '../wall-clock.ts'

/** `outside`: not in the numbers, from before the in-force date. Null: not asked for. */
export type Bucket = Place | 'outside' | null

export type CountedSlot<R extends Recorded = Recorded> = R & { at: Assessment; bucket: Bucket }

export type DutyCount<R extends Recorded = Recorded> = {
  obligation: Obligation
  row: ComplianceRow
  slots: CountedSlot<R>[]
  /** Somebody said that its condition did not arise. Until then it merely did not so far. */
  saidNotTriggered: boolean
}

/** `records` are the slots that the rows count, `logged` the facts without a slot. */
export function dutyCounts<R extends Recorded>(
  obligations: readonly Obligation[],
  rows: readonly ComplianceRow[],
  records: readonly R[],
  logged: readonly Fact[],
  asOf: LocalDate,
): DutyCount<R>[] {
  const dutyOf = new Map(obligations.map((obligation) => [obligation.id, obligation]))
  const slotsOf = Map.groupBy(records, ({ slot }) => rowKey(slot))
  const factsOf = Map.groupBy(logged, ({ obligationId }) => obligationId)
  return rows.map((row) => {
    const slots = (slotsOf.get(rowKey(row)) ?? []).map((record) => countedSlot(record, asOf))
    return {
      obligation: dutyOf.get(row.obligationId) as Obligation,
      row,
      slots,
      saidNotTriggered:
        saidNotTriggered(factsOf.get(row.obligationId) ?? []) !== null ||
        slots.some(({ at }) => at.standing === 'not-triggered' && at.outcome !== null),
    }
  })
}

export function countedSlot<R extends Recorded>(record: R, asOf: LocalDate): CountedSlot<R> {
  const at = assess(record.slot, record.facts, asOfInstant(asOf))
  return { ...record, at, bucket: bucketOf(record, at, asOf) }
}

function bucketOf({ slot }: Recorded, at: Assessment, asOf: LocalDate): Bucket {
  const place = placeOf({ ...at, slot }, asOf)
  if (place !== null) return place
  return at.standing === 'not-in-force' ? 'outside' : null
}

const CAN_BE_MADE_UP: readonly Bucket[] = ['missed', 'excused', 'short', 'unconfirmed', 'outside']

/** Slots that a make-up could still be for. */
export const openSlots = (slots: readonly CountedSlot[]): number =>
  slots.filter(({ bucket }) => CAN_BE_MADE_UP.includes(bucket)).length

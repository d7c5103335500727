/** A row of the count with what it rests on: the obligation, and its slots in the period. */

import type { Fact } from '../fact.ts'
import { saidNotTriggered } from '../plan/trigger.ts'
import type { Obligation } from '../plan.ts'
import type { Reading } from '../reading.ts'
import type { Bucket } from '../standing.ts'
import { type CountRow, rowKey } from './count-rows.ts'

export type ObligationCount = {
  obligation: Obligation
  row: CountRow
  slots: Reading[]
  /** Somebody said that its condition did not arise. Until then it merely did not so far. */
  saidNotTriggered: boolean
}

/** `readings` are the slots that the rows count, `logged` the facts without a slot. */
export function obligationCounts(
  obligations: readonly Obligation[],
  rows: readonly CountRow[],
  readings: readonly Reading[],
  logged: readonly Fact[],
): ObligationCount[] {
  const obligationOf = new Map(obligations.map((obligation) => [obligation.id, obligation]))
  const slotsOf = Map.groupBy(readings, ({ slot }) => rowKey(slot))
  const factsOf = Map.groupBy(logged, ({ obligationId }) => obligationId)
  return rows.map((row) => {
    const slots = slotsOf.get(rowKey(row)) ?? []
    return {
      obligation: obligationOf.get(row.obligationId) as Obligation,
      row,
      slots,
      saidNotTriggered:
        saidNotTriggered(factsOf.get(row.obligationId) ?? []) !== null ||
        slots.some(({ at }) => at.standing === 'not-triggered' && at.outcome !== null),
    }
  })
}

const CAN_BE_MADE_UP: readonly (Bucket | null)[] = ['missed', 'excused', 'short', 'unconfirmed', 'outside']

/** Slots that a make-up could still be for. */
export const openSlots = (slots: readonly Reading[]): number =>
  slots.filter(({ at }) => CAN_BE_MADE_UP.includes(at.bucket)).length

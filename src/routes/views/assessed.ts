/** Stored slots as they stand at an instant. */

import type { SlotRecord } from '../../core/reading.ts'
import { type Assessment, assess, hasDay } from '../../core/standing.ts'
import type { Instant } from '../../core/wall-clock.ts'

export type Assessed = SlotRecord & { at: Assessment }

/** Leaves out what the plan asks for no longer, unless all are wanted. */
export const assessAll = (
  records: readonly SlotRecord[],
  now: Instant,
  which: 'asked' | 'all' = 'asked',
): Assessed[] =>
  records
    .map((record) => ({ ...record, at: assess(record.slot, record.facts, now) }))
    .filter(({ at }) => which === 'all' || at.standing !== 'withdrawn')

export const isDated = ({ slot, at }: Assessed): boolean => hasDay(slot, at)

export const byDay = (a: Assessed, b: Assessed): number => {
  const key = ({ at }: Assessed) => `${at.dueDay} ${at.dueTime ?? '99'}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

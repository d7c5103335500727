/** When a test looks, and slots as they stand then. */

import type { Fact } from '../../src/core/fact.ts'
import { type Reading, type Recorded, read } from '../../src/core/reading.ts'
import type { Slot } from '../../src/core/slot.ts'
import { assess, type Moment, momentOf, type Standing, USUAL_RULES } from '../../src/core/standing.ts'
import { type Instant, instantOf, type LocalDate } from '../../src/core/wall-clock.ts'

export const seenAt = (now: Instant, graceMinutes: number | null = null): Moment => ({
  now,
  rules: { graceMinutes },
})

/** Long after everything that tests tell of. */
export const AFTERWARDS: Moment = { now: instantOf('2099-12-31'), rules: USUAL_RULES }

/** How things stood on a day, looked back on. */
export const readAsOf = <R extends Recorded>(records: readonly R[], day: LocalDate): Reading<R>[] =>
  read(records, momentOf(day, AFTERWARDS))

export const standing = (slot: Slot, facts: readonly Fact[], now: Instant): Standing =>
  assess(slot, facts, seenAt(now)).standing

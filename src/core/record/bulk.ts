/** Many slots answered at once: the usual outcome of each, as one tap on it would have recorded it. */
import { type FactInput, inputOf } from '../fact.ts'
import { isDated, type Reading } from '../reading.ts'
import type { Instant } from '../wall-clock.ts'
import { instantOf } from '../wall-clock.ts'
import { outcomeWords } from '../words/outcome.ts'

/** How many slots are answered at once at most: three months of a station that airs four times a day. */
export const MOST_AT_ONCE = 400

/** Its time has come and nobody said how it ended; what is measured, or has no day, is answered one by one. */
export const isAnswerable = (reading: Reading, now: Instant): boolean =>
  (reading.at.standing === 'due' || reading.at.standing === 'unconfirmed') &&
  reading.at.makeUp === null &&
  isDated(reading) &&
  outcomeWords(reading.obligation).kind !== 'measured' &&
  hasBegun(reading, now)

const hasBegun = (reading: Reading, now: Instant): boolean => beginOf(reading) <= now

/** What has no hour may have been done at any time of its day. */
const beginOf = ({ at: { dueDay, dueTime } }: Reading): Instant => instantOf(dueDay, dueTime ?? '00:00')

/**
 * The fact that says of a slot that it was done. `madeAt`, null for what did not wait on a phone, is never before the
 * slot: a list of slots to answer holds only what had begun, so a phone's clock was wrong.
 */
export const usualAnswer = (reading: Reading, madeAt: Instant | null): FactInput =>
  inputOf(outcomeWords(reading.obligation).kind, {
    madeAt: madeAt === null ? null : Math.max(madeAt, beginOf(reading)),
  })

/** Whose time is still to come on a day that is asked for. */
export const isAhead = (reading: Reading, now: Instant): boolean =>
  (reading.at.standing === 'upcoming' || reading.at.standing === 'due') &&
  isDated(reading) &&
  !hasBegun(reading, now)

/** Many slots answered at once: the usual outcome of each, as one tap on it would have recorded it. */
import { type FactInput, inputOf } from '../fact.ts'
import { isDated, type Reading, startOf } from '../reading.ts'
import { hasCome, isAhead } from '../standing.ts'
import type { Instant } from '../wall-clock.ts'
import { outcomeWords } from '../words/outcome.ts'

/** How many slots are answered at once at most: three months of a station that airs four times a day. */
export const MOST_AT_ONCE = 400

/** Its time has come and nobody said how it ended; what is measured, or has no day, is answered one by one. */
export const isAnswerable = (reading: Reading, now: Instant): boolean =>
  hasCome(reading.at.standing) &&
  reading.at.makeUp === null &&
  isDated(reading) &&
  outcomeWords(reading.obligation).kind !== 'measured' &&
  startOf(reading) <= now

/**
 * The fact that says of a slot that it was done. `madeAt`, null for what did not wait on a phone, is never before the
 * slot: a list of slots to answer holds only what had begun, so a phone's clock was wrong.
 */
export const usualAnswer = (reading: Reading, madeAt: Instant | null): FactInput =>
  inputOf(outcomeWords(reading.obligation).kind, {
    madeAt: madeAt === null ? null : Math.max(madeAt, startOf(reading)),
  })

/** Whose time is still to come on a day that is asked for. */
export const willBegin = (reading: Reading, now: Instant): boolean =>
  isAhead(reading.at.standing) && isDated(reading) && startOf(reading) > now

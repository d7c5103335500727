/** How long to wait before trying again. */
import type { Instant } from '../wall-clock.ts'

const MINUTE = 60_000
/** After the first attempt, the second, …; the last one for all that follow. */
const WAITS = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * MINUTE)

/** When to make the next of several attempts; a receiver that asks for more time gets it. */
export const retryAt = (attempts: number, now: Instant, askedMs = 0): Instant =>
  now + Math.max(WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE, askedMs)

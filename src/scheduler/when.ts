/** Instants at which jobs have something to do, and which of them lie in a span. */
import { nextAt } from '../core/notice/notice.ts'
import {
  addDays,
  DAY_MS,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  mondayOf,
  type WallTime,
  yearOf,
} from '../core/wall-clock.ts'
import type { Span } from './job.ts'

/** A job's rhythm: the first instant after another at which it has something to do. */
export type Rhythm = (after: Instant) => Instant

/** Each day at a wall time. */
export const daily =
  (time: WallTime): Rhythm =>
  (after) =>
    nextAt(time, after + 1)

/** Each Monday. */
export const mondays =
  (time: WallTime): Rhythm =>
  (after) => {
    const monday = mondayOf(localDateOf(after))
    const at = instantOf(monday, time)
    return at > after ? at : instantOf(addDays(monday, 7), time)
  }

/** Each first of a month. */
export const firsts =
  (time: WallTime): Rhythm =>
  (after) => {
    const first: LocalDate = `${localDateOf(after).slice(0, 7)}-01`
    const at = instantOf(first, time)
    return at > after ? at : instantOf(`${addDays(first, 31).slice(0, 7)}-01`, time)
  }

/** Each year on a day of it, `12-01`. */
export const yearly =
  (monthDay: string, time: WallTime): Rhythm =>
  (after) => {
    const year = yearOf(localDateOf(after))
    const at = instantOf(`${year}-${monthDay}`, time)
    return at > after ? at : instantOf(`${year + 1}-${monthDay}`, time)
  }

/** A rhythm's instants in a span, oldest first; of a long span only the newest. */
export function beatsIn(rhythm: Rhythm, { since, now }: Span): Instant[] {
  const found: Instant[] = []
  for (let at = rhythm(Math.max(since, now - LONGEST_MS)); at <= now; at = rhythm(at)) found.push(at)
  return found
}

/** A job that failed for longer than this is content with what is recent. */
const LONGEST_MS = 40 * DAY_MS

/**
 * Pace towards a total (đồng hồ chỉ tiêu): what is done, what is still ahead, how many make-ups that leaves, the latest
 * day on which to begin with them, and what can be reached at most.
 */

import { isAllowedDay, type MakeUpRules, roomLeft, type Taken } from '../record/make-up.ts'
import { addDays, type LocalDate, mondayOf, type WallTime } from '../wall-clock.ts'
import type { CountRow } from './count-rows.ts'

export type Pace = {
  target: number
  done: number
  /** Still missing, and done beyond the total. */
  left: number
  over: number
  /** Planned and not due yet. */
  remaining: number
  /** Due, and nobody said what happened. */
  unconfirmed: number
  /** Needed beside all that is still planned. */
  makeUps: number
  /** Make-ups that fit: days that are allowed, and slots that were not aired. */
  room: number
  /** The latest day for the first make-up; null when none is needed or they don't all fit. */
  startBy: LocalDate | null
  /** Make-ups that fit even when all that nobody confirmed turns out to be done. */
  spare: number
  /** The most that the total can still become: `done + remaining + unconfirmed + spare`. */
  reachable: number
  /** The last day that counts. */
  end: LocalDate
}

export type PaceQuestion = {
  /** The year's row of an obligation with a target. */
  row: Pick<CountRow, 'done' | 'remaining' | 'unconfirmed'>
  target: number
  obligationId: string
  /** The hour at which the obligation is aired. */
  time: WallTime | null
  /** Slots that a make-up could be for: due, or from before the in-force date, and not done. */
  open: number
  /** Everything planned after the as-of day. */
  taken: readonly Taken[]
  /** `within` is from the day after the as-of day to the last day that counts. */
  rules: MakeUpRules
}

export function paceOf({ row, target, open, rules, ...where }: PaceQuestion): Pace {
  const { done, remaining, unconfirmed } = row
  const makeUps = Math.max(0, target - done - remaining)
  const days = makeUpDaysBackwards(where, rules)
  const room = Math.min(days.length, open)
  const spare = Math.min(days.length, Math.max(0, open - unconfirmed))
  return {
    target,
    done,
    left: Math.max(0, target - done),
    over: Math.max(0, done - target),
    remaining,
    unconfirmed,
    makeUps,
    room,
    startBy: makeUps > 0 && makeUps <= room ? (days[makeUps - 1] as LocalDate) : null,
    // What nobody confirmed may turn out to be done, and needs no day for a make-up then.
    reachable: done + remaining + unconfirmed + spare,
    spare,
    end: rules.within.to,
  }
}

/** The days on which a make-up may be aired, last one first: as many a week as the rules leave beside the obligation's own. */
function makeUpDaysBackwards(
  obligation: Pick<PaceQuestion, 'taken' | 'time' | 'obligationId'>,
  rules: MakeUpRules,
): LocalDate[] {
  const { busy, inWeek } = roomLeft(obligation, obligation.taken)
  const days: LocalDate[] = []
  for (let day = rules.within.to; day >= rules.within.from; day = addDays(day, -1)) {
    const week = mondayOf(day)
    const used = inWeek.get(week) ?? 0
    if (busy.has(day) || used >= (rules.perWeek ?? Number.POSITIVE_INFINITY) || !isAllowedDay(day, rules))
      continue
    inWeek.set(week, used + 1)
    days.push(day)
  }
  return days
}

/** A row of the page of many offices: how far one confirmed, how fast, and how much it kept, over a period. */

import type { Reading, Recorded } from '../reading.ts'
import { plannedDay } from '../slot.ts'
import { isKept } from '../standing.ts'
import { addDays, contains, type DateRange, later, localDateOf } from '../wall-clock.ts'

/** A record is on time up to so many calendar days after the due day, unless the office above says otherwise. */
export const ON_TIME_DAYS = 3

export type Shares = {
  due: number
  /** Aired, posted, held or made up. */
  done: number
  unconfirmed: number
  /** `due − unconfirmed`: somebody said how it ended. */
  settled: number
  /** Of those, the ones that were recorded in time. */
  settledOnTime: number
}

/** Of the slots planned in some days. */
export function sharesOf(
  readings: readonly Reading<Recorded>[],
  days: DateRange,
  onTimeDays: number,
): Shares {
  const due = readings.filter((reading) => isDue(reading) && contains(days, plannedDay(reading.slot)))
  const settled = due.filter(({ at }) => at.bucket !== 'unconfirmed')
  return {
    due: due.length,
    done: due.filter(({ at }) => isKept(at.standing)).length,
    unconfirmed: due.length - settled.length,
    settled: settled.length,
    settledOnTime: settled.filter((reading) => isOnTime(reading, onTimeDays)).length,
  }
}

const NOT_DUE: readonly unknown[] = [null, 'outside', 'remaining']
const isDue = ({ at }: Reading<Recorded>): boolean => !NOT_DUE.includes(at.bucket)

const isOnTime = ({ at }: Reading<Recorded>, days: number): boolean =>
  at.outcome !== null && localDateOf(at.outcome.recordedAt) <= addDays(at.dueDay, days)

/** What is planned before a unit is closed: the rest is in no count. */
export const beforeClosing = <R extends Recorded>(records: readonly R[], closedFrom: string | null): R[] =>
  closedFrom === null ? [...records] : records.filter(({ slot }) => plannedDay(slot) < closedFrom)

/** Both of them, and what lies between. */
export const widest = (a: DateRange, b: DateRange): DateRange => ({
  from: a.from < b.from ? a.from : b.from,
  to: later(a.to, b.to),
})

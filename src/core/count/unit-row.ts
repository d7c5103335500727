/** A row of the page of many offices: how far one confirmed, how fast, and how much it kept, over a period. */

import type { Reading, Recorded } from '../reading.ts'
import { plannedDay } from '../slot.ts'
import { isDue, isKept } from '../standing.ts'
import { DAY_MS, type DateRange, dayNumber, endOfDay, later } from '../wall-clock.ts'

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

/** Of the slots planned in each of some spans of days, in one walk. */
export function sharesOf(
  readings: readonly Reading<Recorded>[],
  spans: readonly DateRange[],
  onTimeDays: number,
): Shares[] {
  const all = spans.map(({ from, to }) => ({
    ...{ from: dayNumber(from), to: dayNumber(to) },
    shares: { due: 0, done: 0, unconfirmed: 0, settled: 0, settledOnTime: 0 },
  }))
  for (const reading of readings) {
    if (!isDue(reading.at.bucket)) continue
    const day = dayNumber(plannedDay(reading.slot))
    const one = shareOf(reading, onTimeDays)
    for (const { from, to, shares } of all) if (from <= day && day <= to) add(shares, one)
  }
  return all.map(({ shares }) => shares)
}

const shareOf = (reading: Reading<Recorded>, onTimeDays: number) => ({
  isKept: isKept(reading.at.standing),
  isSettled: reading.at.bucket !== 'unconfirmed',
  isOnTime: isOnTime(reading, onTimeDays),
})

function add(shares: Shares, one: ReturnType<typeof shareOf>): void {
  shares.due++
  if (one.isKept) shares.done++
  if (!one.isSettled) shares.unconfirmed++
  if (one.isSettled) shares.settled++
  if (one.isSettled && one.isOnTime) shares.settledOnTime++
}

const isOnTime = ({ at }: Reading<Recorded>, days: number): boolean =>
  at.outcome !== null && at.outcome.recordedAt < endOfDay(at.dueDay) + days * DAY_MS

/** What is planned before a unit is closed: the rest is in no count. */
export const beforeClosing = <R extends Recorded>(records: readonly R[], closedFrom: string | null): R[] =>
  closedFrom === null ? [...records] : records.filter(({ slot }) => plannedDay(slot) < closedFrom)

/** Both of them, and what lies between. */
export const widest = (a: DateRange, b: DateRange): DateRange => ({
  from: a.from < b.from ? a.from : b.from,
  to: later(a.to, b.to),
})

/** Which nightly copies of the database are kept: seven days, four weeks, twelve months. */
import { daysBetween, formatIsoWeek, isLocalDate, type LocalDate, yearMonthOf } from '../wall-clock.ts'

const NAME = /^nhip-song-(\d{4}-\d\d-\d\d)\.db$/

/** `nhip-song-2025-08-04.db` */
export const copyName = (day: LocalDate): string => `nhip-song-${day}.db`

/** The day of a copy; null for a file that is none of ours. */
export function dayOfCopy(name: string): LocalDate | null {
  const day = NAME.exec(name)?.[1] ?? ''
  return isLocalDate(day) ? day : null
}

const DAYS = 7
const WEEKS = 4
const MONTHS = 12

/** Copies that may go: all but those of the last days, and the newest one of each of the last weeks and months. */
export function expiredCopies(names: readonly string[], today: LocalDate): string[] {
  const days = names.map(dayOfCopy).filter((day) => day !== null)
  const kept = new Set([
    ...days.filter((day) => daysBetween(day, today) < DAYS),
    ...newestOfEach(days, formatIsoWeek, WEEKS),
    ...newestOfEach(days, yearMonthOf, MONTHS),
  ])
  return names.filter((name) => {
    const day = dayOfCopy(name)
    return day !== null && !kept.has(day)
  })
}

function newestOfEach(
  days: readonly LocalDate[],
  spanOf: (day: LocalDate) => string,
  most: number,
): LocalDate[] {
  const newest = new Map([...days].sort().map((day) => [spanOf(day), day]))
  return [...newest.values()].sort().slice(-most)
}

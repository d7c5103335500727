/** The two year bases side by side: which slots one year counts and the other doesn't, and where those belong. */
import { type Basis, type ReportPeriods, reportPeriod } from '../period.ts'
import type { Slot } from '../slot.ts'
import { contains, type LocalDate, yearOf } from '../wall-clock.ts'

/** The year of a basis to which a day belongs: 22/12/2025 is in report year 2026. */
export function yearOfBasis(periods: ReportPeriods, basis: Basis, day: LocalDate): number {
  const near = [yearOf(day), yearOf(day) + 1, yearOf(day) - 1]
  return near.find((year) => contains(reportPeriod(periods, basis, 'Y', year), day)) ?? yearOf(day)
}

/** Slots that only the first of two counts holds. */
export function onlyIn<R extends { slot: Slot }>(records: readonly R[], other: readonly R[]): R[] {
  const there = new Set(other.map(({ slot }) => slot.id))
  return records.filter(({ slot }) => !slot.withdrawn && !there.has(slot.id))
}

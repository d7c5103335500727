/** The two year bases side by side: which slots one year counts and the other doesn't, and where those belong. */
import { type Basis, type ReportPeriods, reportPeriod } from '../period.ts'
import { plannedDay, type Slot } from '../slot.ts'
import { contains, type DateRange, type LocalDate, yearOf } from '../wall-clock.ts'

/** The year of a basis to which a day belongs: 22/12/2025 is in report year 2026. */
export function yearOfBasis(periods: ReportPeriods, basis: Basis, day: LocalDate): number {
  const near = [yearOf(day), yearOf(day) + 1, yearOf(day) - 1]
  return near.find((year) => contains(reportPeriod(periods, basis, 'Y', year), day)) ?? yearOf(day)
}

/** Slots that only one of two spans holds, by planned day. */
export function onlyIn<R extends { slot: Slot }>(
  records: readonly R[],
  span: DateRange,
  other: DateRange,
): R[] {
  return records.filter(({ slot }) => {
    const day = plannedDay(slot)
    return !slot.withdrawn && contains(span, day) && !contains(other, day)
  })
}

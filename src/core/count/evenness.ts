/** Enough in number, but spread unevenly (đủ số nhưng không đều): a make-up in December does not fill March. */
import type { Reading, Recorded } from '../reading.ts'
import { plannedDay } from '../slot.ts'
import { isKept, isOpen } from '../standing.ts'
import { contains, type DateRange, localDateOf, yearMonthOf } from '../wall-clock.ts'

type Judged = Reading<Recorded>

/**
 * The months (`YYYY-MM`) with a slot in the period, of which all are due and nothing was done in time for the month. A
 * moved slot counts in its planned month; a month of which nobody said anything yet is not called empty. `readings` are
 * all slots of the obligation: a report year's periods begin and end in mid-month, and the other half may hold the airing.
 */
export function emptyMonths(readings: readonly Judged[], period: DateRange): string[] {
  const asked = readings.filter(({ slot, at }) => slot.inForce && at.bucket !== null)
  const months = [...Map.groupBy(asked, ({ slot }) => yearMonthOf(plannedDay(slot)))]
  return months
    .filter(([, slots]) => slots.some(({ slot }) => contains(period, plannedDay(slot))))
    .filter(([, slots]) => !slots.some((one) => one.at.bucket === 'remaining' || fills(one)))
    .map(([month]) => month)
}

/** A slot made up in another month leaves its own as it was. */
function fills({ slot, at: { standing, outcome } }: Judged): boolean {
  if (isOpen(standing)) return true
  if (standing !== 'made-up') return isKept(standing)
  return outcome !== null && yearMonthOf(localDateOf(outcome.at)) === yearMonthOf(plannedDay(slot))
}

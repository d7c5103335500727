/** Enough in number, but spread unevenly (đủ số nhưng không đều): a make-up in December does not fill March. */
import { asOfInstant } from '../compliance.ts'
import type { Recorded } from '../reading.ts'
import { plannedDay } from '../slot.ts'
import { type Assessment, assess, isOpen } from '../standing.ts'
import { contains, type DateRange, type LocalDate, localDateOf, yearMonthOf } from '../wall-clock.ts'

type Judged = Assessment & { planned: LocalDate; inForce: boolean }

/**
 * The months (`YYYY-MM`) with a slot in the period, of which all are due and nothing was done in time for the month. A
 * moved slot counts in its planned month; a month of which nobody said anything yet is not called empty. `recorded` are
 * all slots of the duty: a report year's periods begin and end in mid-month, and the other half may hold the airing.
 */
export function emptyMonths(recorded: readonly Recorded[], period: DateRange, asOf: LocalDate): string[] {
  const judged = recorded
    .map(
      ({ slot, facts }): Judged => ({
        ...assess(slot, facts, asOfInstant(asOf)),
        planned: plannedDay(slot),
        inForce: slot.inForce,
      }),
    )
    .filter(({ standing, inForce }) => inForce && standing !== 'withdrawn' && standing !== 'not-triggered')
  const months = [...Map.groupBy(judged, ({ planned }) => yearMonthOf(planned))]
  return months
    .filter(([, slots]) => slots.some(({ planned }) => contains(period, planned)))
    .filter(([, slots]) => !slots.some((slot) => slot.dueDay > asOf || fills(slot)))
    .map(([month]) => month)
}

function fills({ standing, outcome, planned }: Judged): boolean {
  if (standing === 'done' || standing === 'late' || isOpen(standing)) return true
  return (
    standing === 'made-up' &&
    outcome !== null &&
    yearMonthOf(localDateOf(outcome.at)) === yearMonthOf(planned)
  )
}

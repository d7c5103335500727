/** Enough in number, but spread unevenly (đủ số nhưng không đều): a make-up in December does not fill March. */
import { asOfInstant, type Recorded } from './compliance.ts'
import { plannedDay } from './slot.ts'
import { type Assessment, assess } from './standing.ts'
import { type LocalDate, localDateOf, yearMonthOf } from './wall-clock.ts'

type Judged = Assessment & { planned: LocalDate; inForce: boolean }

/**
 * The months (`YYYY-MM`) in which something was due and nothing of it was done in time for that month. A moved slot
 * counts in its planned month; a month of which nobody said anything yet is not called empty.
 */
export function emptyMonths(recorded: readonly Recorded[], asOf: LocalDate): string[] {
  const judged = recorded
    .map(
      ({ slot, facts }): Judged => ({
        ...assess(slot, facts, asOfInstant(asOf)),
        planned: plannedDay(slot),
        inForce: slot.inForce,
      }),
    )
    .filter(({ standing, inForce, dueDay }) => inForce && dueDay <= asOf && standing !== 'withdrawn')
    .filter(({ standing }) => standing !== 'not-triggered')
  const months = Map.groupBy(judged, ({ planned }) => yearMonthOf(planned))
  return [...months].filter(([, slots]) => !slots.some(fills)).map(([month]) => month)
}

const OPEN: readonly string[] = ['upcoming', 'due', 'unconfirmed']

function fills({ standing, outcome, planned }: Judged): boolean {
  if (standing === 'done' || standing === 'late' || OPEN.includes(standing)) return true
  return (
    standing === 'made-up' &&
    outcome !== null &&
    yearMonthOf(localDateOf(outcome.at)) === yearMonthOf(planned)
  )
}

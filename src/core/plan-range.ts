/** The days of which a plan speaks. */
import { type DateRange, type LocalDate, yearRange } from './wall-clock.ts'

type Span = { year: number; until: LocalDate | null }

/** The days a plan speaks of: its year, up to `until`. */
export const planRange = ({ year, until }: Span): DateRange => ({
  from: yearRange(year).from,
  to: until ?? yearRange(year).to,
})

/** The days in which a rule may fall: `until` stretches deadlines alone. */
export const rateRange = ({ year }: Span, window: DateRange | null): DateRange => window ?? yearRange(year)

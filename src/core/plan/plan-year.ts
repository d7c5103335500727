/** Another year's plan made of an issued one: same obligations, same rules, days of the new year. */
import type { Cadence, CadenceOf } from '../cadence.ts'
import type { Plan } from '../plan.ts'
import { rateRange } from '../plan-range.ts'
import { recurrenceDates } from '../recurrence.ts'
import { nameDay, nextOfCycle, shiftUntil } from '../rule.ts'
import {
  type DateRange,
  inYear,
  type LocalDate,
  lastDayOfMonth,
  monthOf,
  monthRange,
  yearOf,
  yearRange,
} from '../wall-clock.ts'

/** `ngok-tu-2025@2026`; a plan made of one that was itself re-anchored keeps the first id. */
export const planIdForYear = (id: string, year: number): string => `${id.replace(/@\d{4}$/, '')}@${year}`

/**
 * The plan for another year, in force from its 1 January: rules begin on their first fitting day, windows, deadlines
 * and anchors keep month and day. It has no number and date of issue: nobody issued it. Quotes and readings keep
 * speaking of the year that they were written for, which `madeFrom` names. The plan's own year gives the plan itself.
 */
export function planForYear(plan: Plan, year: number): Plan {
  if (year === plan.year) return plan
  const years = year - plan.year
  return {
    ...plan,
    id: planIdForYear(plan.id, year),
    title: yearIn(plan.title, plan.year, year),
    number: null,
    issued: null,
    inForceFrom: yearRange(year).from,
    year,
    until: plan.until && shiftEnd(plan.until, years),
    succeeds: null,
    madeFrom: plan.madeFrom ?? { id: plan.id, year: plan.year },
    obligations: plan.obligations.map((obligation) => ({
      ...obligation,
      title: yearIn(obligation.title, plan.year, year),
      cadence: shiftCadence(plan, obligation.cadence, years),
    })),
  }
}

/** The year in a title, but not that of a document's number (57/2025/NQ-CP) or of a span of years (2021-2025). */
const yearIn = (title: string, from: number, to: number): string =>
  title.replaceAll(
    new RegExp(`(?<!\\d|\\d{4}\\s?[-–]\\s?)${from}(?!\\d|/\\p{L}|\\s?[-–]\\s?\\d{4})`, 'gu'),
    String(to),
  )

/** The end of a window that closes a month closes that month in every year: 29/2/2024, 28/2/2025. */
function shiftEnd(date: LocalDate, years: number): LocalDate {
  const year = yearOf(date) + years
  const closesMonth = date === monthRange(date).to
  return closesMonth ? lastDayOfMonth(year, monthOf(date)) : inYear(date, year)
}

function shiftCadence(plan: Plan, cadence: Cadence, years: number): Cadence {
  const day = (date: LocalDate): LocalDate => inYear(date, yearOf(date) + years)
  const end = (date: LocalDate): LocalDate => shiftEnd(date, years)
  const range = ({ from, to }: DateRange): DateRange => ({ from: day(from), to: end(to) })
  const anchor = cadence.anchor && day(cadence.anchor)
  switch (cadence.kind) {
    case 'rate':
      return {
        ...cadence,
        anchor,
        start:
          cadence.start &&
          nextOfCycle(cadence.rrule, cadence.start, day(rateRange(plan, cadence.window).from)),
        rrule: shiftUntil(withDayNamed(plan, cadence), end),
        window: cadence.window && range(cadence.window),
      }
    case 'window':
      return { ...cadence, anchor, window: range(cadence.window) }
    case 'deadline': {
      const { before, window } = cadence
      const shifted = window && { from: window.from && day(window.from), to: end(window.to) }
      return { ...cadence, anchor, before: before && day(before), window: shifted }
    }
    case 'continuous':
      return { ...cadence, anchor, window: cadence.window && range(cadence.window) }
    case 'measure':
      return { ...cadence, anchor, target: { ...cadence.target, by: end(cadence.target.by) } }
    case 'event-offset':
      // The event of one year says nothing about the next.
      return { ...cadence, anchor, trigger: null }
    case 'report':
      return { ...cadence, anchor }
  }
}

/** A new year's rule begins where it first fits, but keeps the weekday, day and months that its first day gave it. */
function withDayNamed(plan: Plan, { rrule, window, start }: CadenceOf<'rate'>): string {
  const first = start ?? recurrenceDates(rrule, rateRange(plan, window))[0]
  return first === undefined ? rrule : nameDay(rrule, first)
}

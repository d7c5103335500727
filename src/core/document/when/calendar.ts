/** Days, months, quarters and years as a phrase names them, and the days that they are. */
import { type DateRange, isLocalDate, type LocalDate, lastDayOfMonth } from '../../wall-clock.ts'

export type Grain = 'day' | 'part' | 'month' | 'quarter' | 'half' | 'year'

/** A stretch within a year, which the phrase may leave out. Day 0 is the last of its month. */
export type Stretch = {
  grain: Grain
  year: number | null
  first: [month: number, day: number]
  last: [month: number, day: number]
  /** The last year, where it is a later one. */
  lastYear?: number
  /** Its bounds are a custom, not written. */
  about?: true
}

export const day = (month: number, date: number, year: number | null): Stretch => ({
  grain: 'day',
  year,
  first: [month, date],
  last: [month, date],
})

export const months = (grain: Grain, from: number, to: number, year: number | null): Stretch => ({
  grain,
  year,
  first: [from, 1],
  last: [to, 0],
})

export const quarter = (number: number, year: number | null): Stretch =>
  months('quarter', number * 3 - 2, number * 3, year)

export const years = (from: number, to: number): Stretch => ({
  ...months('year', 1, 12, from),
  ...(to === from ? {} : { lastYear: to }),
})

const digits = (value: number): string => String(value).padStart(2, '0')

function dayOf([month, date]: [number, number], year: number): LocalDate | null {
  if (month < 1 || month > 12) return null
  if (date === 0) return lastDayOfMonth(year, month)
  const text = `${year}-${digits(month)}-${digits(date)}`
  return isLocalDate(text) ? text : null
}

/** The days of a stretch, or null where one of its ends does not exist, as 31 September. */
export function daysOf(stretch: Stretch, planYear: number): DateRange | null {
  const year = stretch.year ?? planYear
  const from = dayOf(stretch.first, year)
  const to = dayOf(stretch.last, stretch.lastYear ?? year)
  return from && to ? { from, to } : null
}

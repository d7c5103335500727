/** Days that a rule names and not every month has: the 31st, 29 February, a fifth Thursday. */
import { recurrenceDates } from '../recurrence.ts'
import { nameDay, parseRule, type Rule, untilDate } from '../rule.ts'
import {
  addDays,
  type DateRange,
  earlier,
  type LocalDate,
  monthOf,
  monthRange,
  weekdayOf,
  yearMonthOf,
  yearOf,
} from '../wall-clock.ts'

/** `day` as a rule names it (`BYMONTHDAY=31`, `BYDAY=5TH`); `months` that lack it, `YYYY-MM`. */
export type MissingDay = { day: string; months: string[] }

/** What a monthly or yearly rule passes over between its start and its end; none for rules of days and weeks. */
export function missingDays(text: string, range: DateRange, start: LocalDate | null): MissingDay[] {
  const dates = recurrenceDates(text, range, start)
  const first = start ?? dates[0] ?? range.from
  const rule = parseRule(nameDay(text, first))
  const span = { from: start ?? range.from, to: endOf(rule, range, dates) }
  const months = monthsWithin(span).filter((month) => isInPlay(rule, month, first))
  return rareDays(rule)
    .map((day) => ({ day, months: months.filter((month) => !hasDay(month, day)) }))
    .filter((missing) => missing.months.length > 0)
}

function endOf(rule: Rule, { to }: DateRange, dates: readonly LocalDate[]): LocalDate {
  const last = dates.at(-1)
  if (last !== undefined && dates.length === Number(rule.get('COUNT'))) return last
  const until = rule.get('UNTIL')
  return until === undefined ? to : earlier(untilDate(until), to)
}

/** Months of which every day lies in the range. */
function monthsWithin({ from, to }: DateRange): string[] {
  const months: string[] = []
  let day = from.endsWith('-01') ? from : addDays(endOfMonth(from), 1)
  while (endOfMonth(day) <= to) {
    months.push(yearMonthOf(day))
    day = addDays(endOfMonth(day), 1)
  }
  return months
}

const endOfMonth = (day: LocalDate): LocalDate => monthRange(day).to

function isInPlay(rule: Rule, month: string, first: LocalDate): boolean {
  const named = rule.get('BYMONTH')?.split(',').map(Number)
  if (named && !named.includes(Number(month.slice(5)))) return false
  const interval = rule.get('FREQ') === 'MONTHLY' ? Number(rule.get('INTERVAL') ?? 1) : 1
  return (monthOf(`${month}-01`) - monthOf(first) + 12 * (yearOf(month) - yearOf(first))) % interval === 0
}

/** A day that another part narrows down (Friday the 13th, the last of several) is not missed where it does not come. */
function rareDays(rule: Rule): string[] {
  const frequency = rule.get('FREQ')
  const ofMonths = frequency === 'MONTHLY' || (frequency === 'YEARLY' && !rule.has('BYYEARDAY'))
  if (!ofMonths || rule.has('BYSETPOS') || (rule.has('BYDAY') && rule.has('BYMONTHDAY'))) return []
  const weekdays = frequency === 'MONTHLY' || rule.has('BYMONTH') ? list(rule, 'BYDAY') : []
  return [
    ...list(rule, 'BYMONTHDAY')
      .filter((day) => Math.abs(Number(day)) > 28)
      .map((day) => `BYMONTHDAY=${Number(day)}`),
    ...weekdays.filter((day) => Math.abs(Number(day.slice(0, -2))) === 5).map((day) => `BYDAY=${day}`),
  ]
}

const list = (rule: Rule, part: string): string[] => rule.get(part)?.split(',') ?? []

function hasDay(month: string, day: string): boolean {
  const last = endOfMonth(`${month}-01`)
  const [part, value = ''] = day.split('=')
  if (part === 'BYMONTHDAY') return Number(last.slice(8)) >= Math.abs(Number(value))
  const afterFourWeeks = ['29', '30', '31'].map((date) => `${month}-${date}`).filter((date) => date <= last)
  return afterFourWeeks.some((date) => weekdayOf(date) === value.slice(-2))
}

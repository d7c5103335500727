/**
 * RFC 5545 recurrence rules → local dates. The only file that imports `rrule`.
 *
 * Rules are expanded on bare days, without a zone and without hours: a 05:30 slot in UTC+7 lies on the day before in
 * UTC, and a rule expanded there would answer with the wrong weekday, month or year.
 */
import * as rruleModule from 'rrule'
import { parseRule, type Rule, untilDate, writeRule } from './rule.ts'
import {
  addDays,
  DAY_MS,
  type DateRange,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  type LocalDate,
  WEEKDAYS,
  weekdayOf,
} from './wall-clock.ts'

// The package is CommonJS with a bundler entry beside it: plain Node sees only `default`, some bundlers only the names.
const { RRule } = (
  'RRule' in rruleModule ? rruleModule : (rruleModule as { default: unknown }).default
) as typeof import('rrule')

/** More than a plan has days, up to its last deadline. */
const MAX_DATES = 5000

const memo = new Map<string, readonly LocalDate[]>()
const MEMO_SIZE = 500

/**
 * The days of a rule inside a range.
 *
 * The series begins on `start`, or on the first day of the range that fits the rule: "cứ 2 tuần, thứ Hai" begins on
 * the year's first Monday, whatever week 1 January falls in. The same question is answered from memory, since
 * thousands of communes share a few plan texts.
 */
export function recurrenceDates(
  rule: string,
  range: DateRange,
  start: LocalDate | null = null,
): readonly LocalDate[] {
  const key = `${rule}|${range.from}|${range.to}|${start ?? ''}`
  const known = memo.get(key)
  if (known) return known
  const dates = expandRule(parseRule(rule), range, start)
  if (memo.size >= MEMO_SIZE) memo.delete(memo.keys().next().value as string)
  memo.set(key, dates)
  return dates
}

function expandRule(rule: Rule, range: DateRange, start: LocalDate | null): LocalDate[] {
  const until = rule.get('UNTIL')
  const to = until !== undefined && untilDate(until) < range.to ? untilDate(until) : range.to
  const first = start ?? firstFit(rule, { from: range.from, to })
  if (first === null || first > to) return []
  const count = Math.min(Number(rule.get('COUNT') ?? MAX_DATES), MAX_DATES)
  const dates = occurrences(rule, first, to, count)
  return first < range.from ? dates.filter((date) => date >= range.from) : dates
}

function firstFit(rule: Rule, range: DateRange): LocalDate | null {
  // Without an interval the series is the same from whatever day one begins to count.
  if (Number(rule.get('INTERVAL') ?? 1) === 1) return range.from
  if (rule.get('FREQ') === 'WEEKLY' && !rule.has('BYMONTH') && !rule.has('BYSETPOS'))
    return firstWeekday(rule.get('BYDAY')?.split(','), range.from)
  const everyTime = new Map(rule)
  everyTime.delete('INTERVAL')
  return occurrences(everyTime, range.from, range.to, 1)[0] ?? null
}

/** The commonest rule of plans needs no search: the first day of the range that is one of its weekdays. */
function firstWeekday(days: readonly string[] | undefined, from: LocalDate): LocalDate {
  let date = from
  while (days && !days.includes(weekdayOf(date))) date = addDays(date, 1)
  return date
}

// rrule looks for a rule's next day until the year 9999. One that never comes (30 February) costs it 8,000 years; the
// calendar repeats every 400, so nearer to the end of time the same answer costs twenty times less.
const FAR = 19 * 146_097

function occurrences(rule: Rule, from: LocalDate, to: LocalDate, count: number): LocalDate[] {
  if (rule.get('FREQ') === 'DAILY') return dailyOccurrences(rule, from, to).slice(0, count)
  const bare = new Map(rule)
  bare.delete('COUNT')
  bare.delete('UNTIL')
  // rrule's own dtstart is a Date at midnight UTC standing for a bare day; its zone plays no part.
  const options = {
    ...RRule.parseString(writeRule(bare)),
    dtstart: new Date((dayNumber(from) + FAR) * DAY_MS),
    until: new Date((dayNumber(addDays(to, 1)) + FAR) * DAY_MS - 1000),
    count,
  }
  const withoutCache = true
  const days = new RRule(options, withoutCache)
  return days.all().map((day) => dateOfDayNumber(Math.floor(day.getTime() / DAY_MS) - FAR))
}

/** By years, every n-th day of them: day by day rrule would walk those 8,000 years for twenty seconds. */
function dailyOccurrences(rule: Rule, from: LocalDate, to: LocalDate): LocalDate[] {
  const byYears = new Map(rule).set('FREQ', 'YEARLY').set('BYDAY', rule.get('BYDAY') ?? WEEKDAYS.join(','))
  byYears.delete('INTERVAL')
  const interval = Number(rule.get('INTERVAL') ?? 1)
  const days = occurrences(byYears, from, to, MAX_DATES)
  return days.filter((day) => daysBetween(from, day) % interval === 0)
}

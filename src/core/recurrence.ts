/**
 * RFC 5545 recurrence rules → local dates. The only file that imports `rrule`.
 *
 * Rules are expanded on bare days, without a zone and without hours: a 05:30 slot in UTC+7 lies on the day before in
 * UTC, and a rule expanded there would answer with the wrong weekday, month or year.
 */
import * as rruleModule from 'rrule'
import {
  addDays,
  DAY_MS,
  type DateRange,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  type LocalDate,
  lastDayOfMonth,
  localDateOf,
  monthOf,
  WEEKDAYS,
  weekdayOf,
  yearOf,
} from './wall-clock.ts'

// The package is CommonJS with a bundler entry beside it: plain Node sees only `default`, some bundlers only the names.
const { RRule } = (
  'RRule' in rruleModule ? rruleModule : (rruleModule as { default: unknown }).default
) as typeof import('rrule')

const PARTS = new Set(
  'FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS BYWEEKNO BYYEARDAY WKST'.split(' '),
)
const FREQUENCIES = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
/** More than a plan has days, up to its last deadline. */
const MAX_DATES = 5000

export type Rule = Map<string, string>

const DAY = `(${WEEKDAYS.join('|')})`
const UP_TO_366 = '([1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6])'
const list = (item: string) => new RegExp(`^${item}(,${item})*$`)
const FORMS: Record<string, RegExp> = {
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYDAY: list(`([+-]?(0?[1-9]|[1-4]\\d|5[0-3]))?${DAY}`),
  BYMONTHDAY: list('-?([1-9]|0[1-9]|[12]\\d|3[01])'),
  BYMONTH: list('(0?[1-9]|1[0-2])'),
  BYSETPOS: list(`-?${UP_TO_366}`),
  BYWEEKNO: list('-?([1-9]|0[1-9]|[1-4]\\d|5[0-3])'),
  BYYEARDAY: list(`-?${UP_TO_366}`),
  WKST: new RegExp(`^${DAY}$`),
}

const ruleParts = (rule: string): [string, string][] =>
  rule
    .trim()
    .replace(/^RRULE:/i, '')
    .split(';')
    .map((part) => {
      const [name = '', ...value] = part.split('=')
      return [name.trim().toUpperCase(), value.join('=').trim().toUpperCase()]
    })

/** The parts of a rule by name, upper case: `FREQ` → `WEEKLY`. */
export const parseRule = (rule: string): Rule => new Map(ruleParts(rule))

const writeRule = (rule: Rule): string => [...rule].map(([name, value]) => `${name}=${value}`).join(';')

/** What is wrong with a rule, in Vietnamese, or null. Days only: hours belong to `time`, the zone is a constant. */
export function recurrenceProblem(text: string): string | null {
  const parts = ruleParts(text)
  const names = parts.map(([name]) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice) return `quy tắc lặp có hai phần ${twice}`
  if (names.includes('TZID')) return 'quy tắc lặp không nhận TZID: giờ luôn là giờ Việt Nam'
  const unknown = names.find((name) => !PARTS.has(name))
  if (unknown !== undefined) return `quy tắc lặp không nhận phần "${unknown}" (giờ ghi ở time)`
  const rule = new Map(parts)
  if (!FREQUENCIES.has(rule.get('FREQ') ?? '')) return 'FREQ phải là DAILY, WEEKLY, MONTHLY hoặc YEARLY'
  for (const [name, form] of Object.entries(FORMS)) {
    const value = rule.get(name)
    if (value !== undefined && !form.test(value)) return `${name}=${value} không đúng dạng của RFC 5545`
  }
  if (rule.has('COUNT') && rule.has('UNTIL')) return 'COUNT và UNTIL không đi cùng nhau (RFC 5545)'
  const until = rule.get('UNTIL')
  if (until !== undefined && !isLocalDate(untilDate(until)))
    return `UNTIL=${until} không phải một ngày có thật`
  if (rule.get('FREQ') === 'DAILY' || rule.get('FREQ') === 'WEEKLY') {
    if (/\d/.test(rule.get('BYDAY') ?? ''))
      return 'BYDAY có số thứ tự chỉ dùng với MONTHLY hoặc YEARLY (RFC 5545)'
  }
  if (rule.get('FREQ') === 'WEEKLY' && rule.has('BYMONTHDAY'))
    return 'BYMONTHDAY không dùng với FREQ=WEEKLY (RFC 5545)'
  if (rule.has('BYWEEKNO') && rule.get('FREQ') !== 'YEARLY')
    return 'BYWEEKNO chỉ dùng với FREQ=YEARLY (RFC 5545)'
  if (rule.has('BYYEARDAY') && rule.get('FREQ') !== 'YEARLY')
    return 'BYYEARDAY chỉ dùng với FREQ=YEARLY ở đây'
  if (rule.has('BYSETPOS') && rule.get('FREQ') === 'DAILY') return 'BYSETPOS không dùng với FREQ=DAILY ở đây'
  if (rule.has('BYSETPOS') && ![...rule.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS'))
    return 'BYSETPOS cần thêm một phần BY… khác (RFC 5545)'
  return null
}

/** The day that stands in UNTIL: of `20251231T235959Z` the 31st, although here it is the first of January by then. */
export function writtenUntil(rule: string): LocalDate | null {
  const until = parseRule(rule).get('UNTIL')
  return until === undefined ? null : `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
}

/** The last local day of UNTIL; an instant in UTC counts on the day it has here. */
export function untilDate(until: string): LocalDate {
  const date = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
  if (!until.endsWith('Z')) return date
  const time = `${until.slice(9, 11)}:${until.slice(11, 13)}:${until.slice(13, 15)}`
  const instant = Date.parse(`${date}T${time}Z`)
  return Number.isNaN(instant) ? 'none' : localDateOf(instant)
}

/** True when the rule ends by itself, without a window around it. */
export function isBounded(rule: string): boolean {
  const parts = parseRule(rule)
  return parts.has('COUNT') || parts.has('UNTIL')
}

/** The rule with the day said that it leaves to its first one: `FREQ=MONTHLY` from 15 January is each month's 15th. */
export function nameDay(rule: string, first: LocalDate): string {
  const parts = parseRule(rule)
  const names = (...parameters: string[]) => parameters.some((name) => parts.has(name))
  const day = String(Number(first.slice(8)))
  const frequency = parts.get('FREQ')
  if (frequency === 'DAILY' || names('BYDAY', 'BYMONTHDAY', 'BYWEEKNO', 'BYYEARDAY')) return rule
  if (frequency === 'WEEKLY') return writeRule(parts.set('BYDAY', weekdayOf(first)))
  if (frequency === 'YEARLY' && !names('BYMONTH')) parts.set('BYMONTH', String(monthOf(first)))
  return writeRule(parts.set('BYMONTHDAY', day))
}

/** "Mỗi quý" from 31 March falls in March, June, September and December of any year: where that series begins from `from` on. */
export function nextOfCycle(rule: string, start: LocalDate, from: LocalDate): LocalDate | null {
  const parts = parseRule(rule)
  const interval = Number(parts.get('INTERVAL') ?? 1)
  if (parts.get('FREQ') !== 'MONTHLY' || interval === 1 || 12 % interval !== 0) return null
  const wait = (monthOf(start) - monthOf(from) + 12) % interval
  return wait === 0 ? from : addDays(lastDayOfMonth(yearOf(from), monthOf(from) + wait - 1), 1)
}

/** The same rule for another year: only UNTIL names one. */
export function shiftUntil(rule: string, shift: (date: LocalDate) => LocalDate): string {
  const parts = parseRule(rule)
  const until = parts.get('UNTIL')
  if (until === undefined) return rule
  return writeRule(parts.set('UNTIL', shift(untilDate(until)).replaceAll('-', '')))
}

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

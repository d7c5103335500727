/** The text of an RFC 5545 recurrence rule: its parts, what is wrong with it, and the same rule said otherwise. */
import {
  addDays,
  isLocalDate,
  type LocalDate,
  lastDayOfMonth,
  localDateOf,
  monthOf,
  WEEKDAYS,
  weekdayOf,
  yearOf,
} from './wall-clock.ts'

const PARTS = new Set(
  'FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS BYWEEKNO BYYEARDAY WKST'.split(' '),
)
const FREQUENCIES = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])

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

export const writeRule = (rule: Rule): string =>
  [...rule].map(([name, value]) => `${name}=${value}`).join(';')

/** What is wrong with a rule, in Vietnamese, or null. Days only: hours belong to `time`, the zone is a constant. */
export function recurrenceProblem(text: string): string | null {
  const parts = ruleParts(text)
  return nameProblem(parts.map(([name]) => name)) ?? valueProblem(parts) ?? pairProblem(new Map(parts))
}

function nameProblem(names: string[]): string | null {
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice) return `quy tắc lặp có hai phần ${twice}`
  if (names.includes('TZID')) return 'quy tắc lặp không nhận TZID: giờ luôn là giờ Việt Nam'
  const unknown = names.find((name) => !PARTS.has(name))
  return unknown === undefined ? null : `quy tắc lặp không nhận phần "${unknown}" (giờ ghi ở time)`
}

function valueProblem(parts: [string, string][]): string | null {
  if (!parts.some(([name, value]) => name === 'FREQ' && FREQUENCIES.has(value)))
    return 'FREQ phải là DAILY, WEEKLY, MONTHLY hoặc YEARLY'
  for (const [name, value] of parts) {
    if (FORMS[name]?.test(value) === false) return `${name}=${value} không đúng dạng của RFC 5545`
    if (name === 'UNTIL' && !isLocalDate(untilDate(value)))
      return `UNTIL=${value} không phải một ngày có thật`
  }
  return null
}

/** What each part may say alone and not beside that other one; `rrule` would answer with other days than people expect. */
function pairProblem(rule: Rule): string | null {
  const frequency = rule.get('FREQ') as string
  return UNFIT.find(([unfit]) => unfit(rule, frequency))?.[1] ?? null
}

const UNFIT: [unfit: (rule: Rule, frequency: string) => boolean, words: string][] = [
  [(rule) => rule.has('COUNT') && rule.has('UNTIL'), 'COUNT và UNTIL không đi cùng nhau (RFC 5545)'],
  [
    (rule, frequency) => ['DAILY', 'WEEKLY'].includes(frequency) && /\d/.test(rule.get('BYDAY') ?? ''),
    'BYDAY có số thứ tự chỉ dùng với MONTHLY hoặc YEARLY (RFC 5545)',
  ],
  [
    (rule, frequency) => rule.has('BYMONTHDAY') && frequency === 'WEEKLY',
    'BYMONTHDAY không dùng với FREQ=WEEKLY (RFC 5545)',
  ],
  [
    (rule, frequency) => rule.has('BYWEEKNO') && frequency !== 'YEARLY',
    'BYWEEKNO chỉ dùng với FREQ=YEARLY (RFC 5545)',
  ],
  [
    (rule, frequency) => rule.has('BYYEARDAY') && frequency !== 'YEARLY',
    'BYYEARDAY chỉ dùng với FREQ=YEARLY ở đây',
  ],
  [
    (rule, frequency) => rule.has('BYSETPOS') && frequency === 'DAILY',
    'BYSETPOS không dùng với FREQ=DAILY ở đây',
  ],
  [
    (rule) =>
      rule.has('BYSETPOS') && ![...rule.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS'),
    'BYSETPOS cần thêm một phần BY… khác (RFC 5545)',
  ],
]

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

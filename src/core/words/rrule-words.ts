/** A recurrence rule in Vietnamese: how often ("cứ 2 tuần một số") and on which days ("thứ Hai"). */
import { parseRule, type Rule } from '../rule.ts'
import { type LocalDate, WEEKDAYS, weekdayIndex } from '../wall-clock.ts'
import { shortDay, WEEKDAY_NAMES } from './words.ts'

export type RruleWords = {
  /** `cứ 2 tuần một số` */
  often: string
  /** `thứ Hai`; empty when the rule names no day and no first day is known. */
  on: string
}

const PERIOD: Record<string, string> = { DAILY: 'ngày', WEEKLY: 'tuần', MONTHLY: 'tháng', YEARLY: 'năm' }

/** `noun` is what the plan counts (số, chuyên mục, lần); `first` the day the series begins, when it is known. */
export function rruleWords(text: string, noun: string, first: LocalDate | null): RruleWords {
  const rule = parseRule(text)
  return { often: often(rule, noun), on: on(rule, first) }
}

const items = (rule: Rule, part: string): string[] => rule.get(part)?.split(',') ?? []
const numbers = (rule: Rule, part: string): number[] => items(rule, part).map(Number)

/** `a, b và c` */
export const listed = (words: readonly (string | number)[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`

function often(rule: Rule, noun: string): string {
  const period = PERIOD[rule.get('FREQ') ?? ''] as string
  const months = monthsOfQuarter(rule)
  const perMonth = timesAPeriod(rule)
  if (months && perMonth) return `mỗi quý ${months * perMonth === 1 ? 'một' : months * perMonth} ${noun}`
  const interval = Number(rule.get('INTERVAL') ?? 1)
  const times = timesAPeriod(rule)
  const each = interval > 1 ? `cứ ${interval} ${period}` : `mỗi ${period}`
  if (times === null) return interval > 1 ? each : `hằng ${period}`
  return `${each} ${times === 1 ? 'một' : times} ${noun}`
}

/** In how many months of each quarter a monthly rule falls, where that is the same in every quarter; null otherwise. */
function monthsOfQuarter(rule: Rule): number | null {
  if (rule.get('FREQ') !== 'MONTHLY' || rule.has('INTERVAL') || !rule.has('BYMONTH')) return null
  const months = numbers(rule, 'BYMONTH')
  const inQuarter = [1, 2, 3].filter((month) => months.includes(month))
  const all = inQuarter.flatMap((month) => [month, month + 3, month + 6, month + 9])
  const same = all.length === months.length && all.every((month) => months.includes(month))
  return same && inQuarter.length ? inQuarter.length : null
}

/** How many days of a period fit, or null where that differs from period to period. */
function timesAPeriod(rule: Rule): number | null {
  if (rule.has('BYSETPOS')) return items(rule, 'BYSETPOS').length
  const days = items(rule, 'BYDAY')
  const monthDays = items(rule, 'BYMONTHDAY')
  if (days.length && monthDays.length) return null
  switch (rule.get('FREQ')) {
    case 'WEEKLY':
      return Math.max(days.length, 1)
    case 'MONTHLY':
      return days.some((day) => /^[A-Z]/.test(day)) ? null : Math.max(days.length, monthDays.length, 1)
    case 'YEARLY':
      return timesAYear(rule)
    default:
      return days.length || monthDays.length || rule.has('BYMONTH') ? null : 1
  }
}

function timesAYear(rule: Rule): number | null {
  const days = items(rule, 'BYDAY')
  const months = Math.max(items(rule, 'BYMONTH').length, 1)
  if (days.some((day) => /^[A-Z]/.test(day)) && !rule.has('BYWEEKNO')) return null
  const spread = ['BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'].map((part) => Math.max(items(rule, part).length, 1))
  return [...spread, Math.max(days.length, 1), months].reduce((product, factor) => product * factor, 1)
}

function on(rule: Rule, first: LocalDate | null): string {
  const months = numbers(rule, 'BYMONTH')
  const day = setPosition(rule, dayWords(rule, first))
  if (!months.length) return day
  const where = months.length === 1 ? `tháng ${months[0]}` : `các tháng ${listed(months)}`
  if (!day) return where
  return day.endsWith(' tháng') ? `${day.slice(0, -' tháng'.length)} ${where}` : `${day} ${where}`
}

function dayWords(rule: Rule, first: LocalDate | null): string {
  const weekdays = weekdayWords(items(rule, 'BYDAY'), rule)
  const monthDays = monthDayWords(numbers(rule, 'BYMONTHDAY'))
  if (weekdays && monthDays) return `${monthDays} nếu là ${weekdays}`
  const yearDays = items(rule, 'BYYEARDAY')
  if (yearDays.length) return `ngày thứ ${listed(yearDays)} của năm`
  const weeks = items(rule, 'BYWEEKNO')
  const named = weekdays || monthDays || (first ? firstDay(rule, first) : '')
  return weeks.length ? `${named} tuần ${listed(weeks)}`.trim() : named
}

/** A rule that names no day takes that of its first occurrence. */
function firstDay(rule: Rule, first: LocalDate): string {
  switch (rule.get('FREQ')) {
    case 'WEEKLY':
      return WEEKDAY_NAMES[weekdayIndex(first)] as string
    case 'MONTHLY':
      return `ngày ${Number(first.slice(8))}`
    case 'YEARLY':
      return rule.has('BYMONTH') ? `ngày ${Number(first.slice(8))}` : `ngày ${shortDay(first)}`
    default:
      return ''
  }
}

const nameOf = (code: string): string =>
  WEEKDAY_NAMES[(WEEKDAYS as readonly string[]).indexOf(code)] as string

function weekdayWords(days: string[], rule: Rule): string {
  const plain = days.map((day) => (WEEKDAYS as readonly string[]).indexOf(day))
  if (plain.length === 7) return 'tất cả các ngày'
  if (plain.length > 2 && plain.every((at, i) => at >= 0 && (i === 0 || at === (plain[i - 1] as number) + 1)))
    return `từ ${nameOf(days[0] as string)} đến ${nameOf(days.at(-1) as string)}`
  const whole = rule.get('FREQ') === 'YEARLY' && !rule.has('BYMONTH') ? 'năm' : 'tháng'
  return listed(days.map((day) => ordinalWeekday(day, whole)))
}

/** `1TU` → thứ Ba đầu tháng */
function ordinalWeekday(day: string, whole: string): string {
  const name = nameOf(day.slice(-2))
  const at = Number(day.slice(0, -2))
  return at === 0 ? name : endOrNth(name, at, whole)
}

function endOrNth(what: string, at: number, whole: string): string {
  if (at === 1) return `${what} đầu ${whole}`
  if (at === -1) return `${what} cuối ${whole}`
  return at > 0 ? `${what} thứ ${at} trong ${whole}` : `${what} thứ ${-at} từ cuối ${whole}`
}

function nth(at: number): string {
  if (at === 1) return 'đầu tiên'
  if (at === -1) return 'cuối cùng'
  return at > 0 ? `thứ ${at}` : `thứ ${-at} từ cuối`
}

function monthDayWords(days: number[]): string {
  if (days.length > 1 && days.every((day) => day > 0)) return `các ngày ${listed(days)}`
  return listed(days.map(monthDay))
}

function monthDay(day: number): string {
  if (day > 0) return `ngày ${day}`
  return day === -1 ? 'ngày cuối tháng' : `ngày thứ ${-day} từ cuối tháng`
}

/** BYSETPOS picks one of the days that the other parts name. */
function setPosition(rule: Rule, days: string): string {
  const positions = numbers(rule, 'BYSETPOS')
  const whole = PERIOD[rule.get('FREQ') ?? ''] as string
  if (!positions.length) return days
  if (rule.get('BYDAY') === 'MO,TU,WE,TH,FR' && !rule.has('BYMONTHDAY'))
    return listed(positions.map((at) => endOrNth('ngày làm việc', at, whole)))
  return `ngày ${listed(positions.map(nth))} trong số ${days} của ${whole}`
}

/**
 * A recurrence rule in office words: every so many days, weeks on weekdays, months on "thứ Ba đầu tháng" or on dates,
 * "2 lần mỗi quý". What these words cannot say stays a rule as it is written.
 */
import { parseRule, type Rule } from '../rule.ts'
import { WEEKDAYS, type Weekday } from '../wall-clock.ts'

export const PATTERNS = ['tuan', 'thang-thu', 'thang-ngay', 'quy-thu', 'quy-ngay', 'ngay', 'khac'] as const
export type Pattern = (typeof PATTERNS)[number]

/** `weeks` 1 … 5 of the month, -1 the last; `dates` likewise; `months` of the year or of the quarter; none is all. */
export type Rhythm = {
  pattern: Pattern
  every: number
  days: Weekday[]
  weeks: number[]
  dates: number[]
  months: number[]
  /** It ends by itself after so many, or on that day, `YYYY-MM-DD`. */
  count: number | null
  until: string | null
  /** The rule itself where `pattern` is `khac`. */
  raw: string | null
}

const NOTHING: Omit<Rhythm, 'pattern'> = {
  ...{ every: 1, days: [], weeks: [], dates: [], months: [], count: null, until: null, raw: null },
}

/** Null where something that the pattern needs is missing: a weekday, a date. */
export function writeRhythm(rhythm: Rhythm): string | null {
  if (rhythm.pattern === 'khac') return rhythm.raw
  const parts = dayParts(rhythm)
  if (parts === null || rhythm.every < 1) return null
  const every = rhythm.every > 1 ? [`INTERVAL=${rhythm.every}`] : []
  const end = rhythm.until
    ? [`UNTIL=${rhythm.until.replaceAll('-', '')}`]
    : rhythm.count !== null
      ? [`COUNT=${rhythm.count}`]
      : []
  return [`FREQ=${FREQUENCIES[rhythm.pattern]}`, ...every, ...parts, ...end].join(';')
}

const FREQUENCIES = {
  tuan: 'WEEKLY',
  'thang-thu': 'MONTHLY',
  'thang-ngay': 'MONTHLY',
  'quy-thu': 'MONTHLY',
  'quy-ngay': 'MONTHLY',
  ngay: 'DAILY',
} as const

function dayParts({ pattern, days, weeks, dates, months }: Rhythm): string[] | null {
  const named = months.length
    ? [
        `BYMONTH=${(pattern.startsWith('quy') ? QUARTERS.flatMap((q) => months.map((m) => q + m)) : months).sort(rising).join(',')}`,
      ]
    : []
  switch (pattern) {
    case 'ngay':
      return []
    case 'tuan':
      return days.length ? [`BYDAY=${days.join(',')}`] : null
    case 'thang-thu':
    case 'quy-thu':
      if (!days.length || !weeks.length || (pattern === 'quy-thu' && !months.length)) return null
      return [...named, `BYDAY=${weeks.flatMap((week) => days.map((day) => `${week}${day}`)).join(',')}`]
    default:
      if (!dates.length || (pattern === 'quy-ngay' && !months.length)) return null
      return [...named, `BYMONTHDAY=${dates.join(',')}`]
  }
}

const QUARTERS = [0, 3, 6, 9]
const rising = (a: number, b: number): number => a - b

/** The words for a rule; `khac` for one that they would write otherwise. The order of its parts says nothing. */
export function readRhythm(text: string): Rhythm {
  const rule = parseRule(text)
  const found = wordsOf(rule)
  return found !== null && sameRule(writeRhythm(found) ?? '', text)
    ? found
    : { ...NOTHING, pattern: 'khac', raw: text }
}

/** Part by part; the list within one may stand in any order. */
export const sameRule = (a: string, b: string): boolean => canonical(a) === canonical(b)

const canonical = (text: string): string =>
  [...parseRule(text)]
    .map(([name, value]) => `${name}=${value.split(',').sort().join(',')}`)
    .filter((part) => part !== 'INTERVAL=1')
    .sort()
    .join(';')

function wordsOf(rule: Rule): Rhythm | null {
  const until = rule.get('UNTIL')
  const common = {
    ...NOTHING,
    every: Number(rule.get('INTERVAL') ?? 1),
    count: rule.has('COUNT') ? Number(rule.get('COUNT')) : null,
    until: until === undefined ? null : until.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3'),
  }
  const byDay = rule.get('BYDAY')?.split(',') ?? []
  const dates = rule.get('BYMONTHDAY')?.split(',').map(Number) ?? []
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return { ...common, pattern: 'ngay' }
    case 'WEEKLY':
      return { ...common, pattern: 'tuan', days: inWeek(byDay) }
    case 'MONTHLY':
      return { ...common, ...monthsOf(rule, dates.length ? 'ngay' : 'thu'), ...weekdaysOf(byDay), dates }
    default:
      return null
  }
}

const inWeek = (days: readonly string[]): Weekday[] => WEEKDAYS.filter((day) => days.includes(day))

const weekdaysOf = (byDay: readonly string[]): Pick<Rhythm, 'days' | 'weeks'> => ({
  days: inWeek(byDay.map((day) => day.slice(-2))),
  weeks: [...new Set(byDay.map((day) => Number(day.slice(0, -2))))],
})

/** Months that come in every quarter alike are said by their place in it. */
function monthsOf(rule: Rule, by: 'thu' | 'ngay'): Pick<Rhythm, 'pattern' | 'months'> {
  const months = rule.get('BYMONTH')?.split(',').map(Number).sort(rising) ?? []
  const inQuarter = months.filter((month) => month <= 3)
  const all = QUARTERS.flatMap((first) => inQuarter.map((month) => first + month))
  const quarterly = months.length > 0 && !rule.has('INTERVAL') && all.join() === months.join()
  if (quarterly) return { pattern: `quy-${by}`, months: inQuarter }
  return { pattern: `thang-${by}`, months }
}

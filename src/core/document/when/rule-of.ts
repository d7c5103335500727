/** The recurrence rule of a rate, with the days that the phrase names, else those that the office chooses. */
import { WEEKDAYS, type Weekday } from '../../wall-clock.ts'
import type { Choice } from './choice.ts'
import type { When } from './when.ts'
import { weekdayNames } from './when-words.ts'

export type RuleOf = { rrule: string; assumptions: string[] }

const part = (name: string, value: string | number | null): string =>
  value === null ? '' : `;${name}=${value}`
const every = (interval: number): string => part('INTERVAL', interval > 1 ? interval : null)

/** Null where days that fit cannot be chosen: more airings than days, or a count that the days named contradict. */
export function ruleOf(when: When, choice: Choice): RuleOf | null {
  switch (when.period) {
    case 'day':
      return daily(when)
    case 'week':
      return weekly(when, choice)
    case 'month':
      return monthly(when, when.interval ?? 1, choice)
    case 'quarter':
    case 'half':
      return longer(when, choice)
    default:
      return null
  }
}

const chosen = (words: string): string => `${words} là lựa chọn của đơn vị; kế hoạch không ghi ngày.`

function daily({ n = 1, interval = 1, weekdays, months }: When): RuleOf | null {
  if (n !== 1) return null
  const days = weekdays ? part('BYDAY', weekdays.join(',')) : ''
  return { rrule: `FREQ=DAILY${every(interval)}${days}${monthsPart(months)}`, assumptions: [] }
}

const monthsPart = (months: number[] | undefined): string => (months ? part('BYMONTH', months.join(',')) : '')

const SPREAD: Record<number, Weekday[]> = {
  2: ['TU', 'FR'],
  3: ['MO', 'WE', 'FR'],
  4: ['MO', 'TU', 'TH', 'FR'],
  5: ['MO', 'TU', 'WE', 'TH', 'FR'],
  6: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'],
  7: [...WEEKDAYS],
}

function weekly({ n = 1, interval = 1, weekdays, months }: When, { weekday }: Choice): RuleOf | null {
  if (weekdays && weekdays.length !== n) return null
  const days = weekdays ?? (n === 1 ? [weekday] : SPREAD[n])
  if (!days) return null
  return {
    rrule: `FREQ=WEEKLY${every(interval)}${part('BYDAY', inWeek(days).join(','))}${monthsPart(months)}`,
    assumptions: weekdays ? [] : [chosen(capitalised(weekdayNames(days)))],
  }
}

const inWeek = (days: readonly Weekday[]): Weekday[] => WEEKDAYS.filter((day) => days.includes(day))
const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)

const WEEKS: Record<number, number[]> = { 1: [2], 2: [1, 3], 3: [1, 2, 3], 4: [1, 2, 3, 4] }

function monthly(when: When, interval: number, choice: Choice): RuleOf | null {
  const { n = 1, dayOfMonth, weekOfMonth, weekdays, months } = when
  const frame = `FREQ=MONTHLY${every(interval)}${monthsPart(months)}`
  const dates = dayOfMonth === undefined ? null : [dayOfMonth].flat()
  if (dates)
    return dates.length === n ? { rrule: frame + part('BYMONTHDAY', dates.join(',')), assumptions: [] } : null
  if (weekdays && weekOfMonth === undefined) return null
  const days = weekdays ?? [choice.weekday]
  const named = weekOfMonth === undefined ? null : [weekOfMonth].flat()
  const weeks = named === null ? WEEKS[n] : n === days.length * named.length ? named : undefined
  if (!weeks) return n <= 28 ? spread(frame, n) : null
  return {
    rrule: frame + part('BYDAY', weeks.flatMap((week) => days.map((day) => `${week}${day}`)).join(',')),
    assumptions: weekdays ? [] : [chosen(`${capitalised(weekdayNames(days))} ${weekWords(weeks)}`)],
  }
}

const weekWords = (weeks: number[]): string =>
  weeks.length === 1 && weeks[0] === -1 ? 'tuần cuối tháng' : `tuần thứ ${weeks.join(', ')} của tháng`

/** More than four a month: as evenly as the days that every month has allow. */
function spread(frame: string, n: number): RuleOf {
  const days = Array.from({ length: n }, (_, i) => Math.floor((i * 28) / n) + 1)
  return {
    rrule: frame + part('BYMONTHDAY', days.join(',')),
    assumptions: [chosen(`Các ngày ${days.join(', ')} của tháng`)],
  }
}

/** Once a quarter begins in the first month; more than once takes months apart from each other. */
function longer(when: When, choice: Choice): RuleOf | null {
  const { n = 1, interval = 1, period, months } = when
  const length = period === 'quarter' ? 3 : 6
  if (months || when.weekdays || when.weekOfMonth !== undefined) return null
  const once = { ...when, n: 1 }
  if (n === 1)
    return withMonths(
      monthly(once, length * interval, choice),
      `Cứ ${length * interval} tháng một lần, từ tháng 1`,
    )
  if (interval > 1) return null
  if (n % length === 0) return monthly({ ...once, n: n / length }, 1, choice)
  if (n > length) return null
  const named = Array.from({ length: 12 }, (_, i) => i).filter((i) => picks(i % length, n, length))
  const list = named.map((i) => i + 1)
  return withMonths(monthly({ ...once, months: list }, 1, choice), `Các tháng ${list.join(', ')}`)
}

const picks = (at: number, n: number, length: number): boolean =>
  Math.floor(((at + 1) * n) / length) > Math.floor((at * n) / length)

const withMonths = (rule: RuleOf | null, words: string): RuleOf | null =>
  rule && { ...rule, assumptions: [chosen(words), ...rule.assumptions] }

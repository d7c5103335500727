/** The days on which a rate may fall where its plan leaves them to the office: every even way to do it. */
import { parseRule, writeRule } from '../rule.ts'
import { WEEKDAYS, type Weekday } from '../wall-clock.ts'

/**
 * A rule with its days named. `uneven` is 0 for the most even ways, more for others; `week` in which cycle it begins,
 * counted from the first: 1 is every other week from the second on.
 */
export type Rhythm = { rrule: string; uneven: number; week: number }

const DAY_PARTS = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO']

/** The plan or a person said on which days. */
export const namesDays = (rrule: string): boolean => {
  const rule = parseRule(rrule)
  return rule.get('FREQ') === 'DAILY' || DAY_PARTS.some((part) => rule.has(part))
}

/**
 * A rule without the days that it names, and how many they were a period; null where it cannot be said so: a rule of
 * days or years, or one that counts from a day.
 */
export function freeDays(rrule: string): { rrule: string; times: number } | null {
  const rule = parseRule(rrule)
  const named = DAY_PARTS.filter((part) => rule.has(part))
  const [part] = named
  const plain = rule.get('FREQ') === 'WEEKLY' || rule.get('FREQ') === 'MONTHLY'
  if (!plain || rule.has('BYSETPOS') || rule.has('BYMONTH') || named.length > 1) return null
  const times = part === undefined ? 1 : (rule.get(part)?.split(',').length ?? 1)
  for (const one of named) rule.delete(one)
  return rhythms(writeRule(rule), times).length ? { rrule: writeRule(rule), times } : null
}

/** Ways to have `times` days in each period of a rule; one, the rule itself, where it names them. None: too many for a period. */
export function rhythms(rrule: string, times: number, phases = true): Rhythm[] {
  if (namesDays(rrule)) return inPhases(rrule, 0, phases)
  const rule = parseRule(rrule)
  const withDays = (days: string): string => writeRule(new Map(rule).set('BYDAY', days))
  if (rule.get('FREQ') === 'WEEKLY')
    return weekdaySets(times).flatMap((days) => inPhases(withDays(days.join(',')), unevenness(days), phases))
  const sets = WEEKS_OF_MONTH[times - 1] ?? []
  return sets.flatMap((weeks) =>
    WEEKDAYS.map((day) => ({
      rrule: withDays(weeks.map((week) => `${week}${day}`).join(',')),
      uneven: 0,
      week: 0,
    })),
  )
}

/** Weeks that every month has, as far apart as they can be. */
const WEEKS_OF_MONTH = [
  [[1], [2], [3], [4]],
  [
    [1, 3],
    [2, 4],
  ],
  [
    [1, 2, 3],
    [2, 3, 4],
  ],
  [[1, 2, 3, 4]],
]

function weekdaySets(times: number): Weekday[][] {
  const sets = (from: number, left: number): Weekday[][] =>
    left === 0
      ? [[]]
      : WEEKDAYS.slice(from).flatMap((day, i) => sets(from + i + 1, left - 1).map((rest) => [day, ...rest]))
  return times > 7 ? [] : sets(0, times)
}

/** How far the shortest pause is from the longest possible one, in days. */
function unevenness(days: readonly Weekday[]): number {
  const at = days.map((day) => WEEKDAYS.indexOf(day))
  const gaps = at.map((day, i) => (at[i + 1] ?? (at[0] as number) + 7) - day)
  return Math.floor(7 / days.length) - Math.min(...gaps)
}

const MOST_PHASES = 4

/** "Cứ 2 tuần" may begin in the first week or in the second: two of them share one hour. */
function inPhases(rrule: string, uneven: number, phases: boolean): Rhythm[] {
  const rule = parseRule(rrule)
  const interval = rule.get('FREQ') === 'WEEKLY' ? Number(rule.get('INTERVAL') ?? 1) : 1
  const length = phases ? Math.min(interval, MOST_PHASES) : 1
  return Array.from({ length }, (_, week) => ({ rrule, uneven, week }))
}

/** Days after an original at which its reruns fall, best first, where the plan says only how many. */
export function rerunDays(rrule: string, times: number): number[][] {
  const rule = parseRule(rrule)
  const interval = Number(rule.get('INTERVAL') ?? 1)
  const within = { DAILY: interval, WEEKLY: 7 * interval, MONTHLY: 28 * interval, YEARLY: 364 }
  const days = within[rule.get('FREQ') as keyof typeof within]
  const steps = [7, 3, 2, 1].filter((step) => times * step < days)
  const rising = steps.map((step) => Array.from({ length: times }, (_, i) => (i + 1) * step))
  return times === 1 ? [...rising, [0]] : rising
}

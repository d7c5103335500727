/** A count a period, with all that the phrase adds to it: days, hours, length, reruns, a total, limits. */
import { addDays, daysBetween, type WallTime } from '../../wall-clock.ts'
import { withAirings } from './airings.ts'
import type { Count } from './counts.ts'
import { doubt, twoDates, twoReadings } from './doubts.ts'
import { limitsOf } from './limits.ts'
import { isWholeYear } from './moments.ts'
import { type Parts, planRange } from './parts.ts'
import { daysOf, everyOf, timesByDays } from './rate-days.ts'
import type { Period, When, WhenDoubt } from './when.ts'

const PER_YEAR: Record<Period, number> = { day: 365, week: 52, month: 12, quarter: 4, half: 2, year: 1 }

const bare = (period: Period): Count => ({
  n: 1,
  max: null,
  unit: null,
  period,
  interval: 1,
  atLeast: false,
  atMost: false,
  about: false,
  implied: true,
  from: 0,
  text: '',
})

export function rateOf(said: Parts, period: Period = 'week'): When {
  const parts = withAirings(said)
  const obligations = parts.counts.filter(({ atMost }) => !atMost)
  const { main, total, rest } = chosen(obligations)
  const count = inWeeks(main ?? bare(period), parts)
  const declared = declaredOf(count, total, parts)
  return {
    kind: 'rate',
    n: count.implied ? timesByDays(parts, count) : count.n,
    ...(count.max !== null && { max: count.max }),
    unit: count.unit,
    ...everyOf(count, parts),
    ...(count.atLeast && { atLeast: true as const }),
    ...(count.about && { about: true as const }),
    ...(count.implied && { implied: true as const }),
    ...(declared !== null && { declared }),
    ...(declared !== null &&
      !total &&
      !parts.totals.length &&
      count.period !== 'year' && { reckoned: true as const }),
    ...minutesOf(parts),
    ...daysOf(parts, count),
    ...rerunsOf(parts, count),
    ...hoursOf(parts),
    ...windowOf(parts, count),
    ...limitsBeside(parts),
    ...(rest[0] && { also: plain(rest[0]) }),
    doubt: rateDoubts(parts, count, total, rest),
  }
}

/** "Thứ Sáu hằng tuần (tuần 1, tuần 3 của tháng)": the weeks are the month's. */
const inWeeks = (count: Count, { weeksOfMonth }: Parts): Count =>
  count.implied && count.period === 'week' && weeksOfMonth?.length ? { ...count, period: 'month' } : count

/** The count that is kept: one stated outdoes "hằng tuần" beside it; one a year beside a shorter rhythm is its total. */
function chosen(obligations: Count[]): { main: Count | undefined; total: Count | undefined; rest: Count[] } {
  const stated = obligations.filter(({ implied }) => !implied)
  const all = stated.length ? stated : obligations
  const total = all.find(
    ({ period, interval, n }) =>
      period === 'year' && interval === 1 && n > 1 && all.some((other) => other.period !== 'year'),
  )
  const others = all.filter((count) => count !== total && !all.some((weekly) => isMonthOf(count, weekly)))
  return { main: others[0], total, rest: others.slice(1) }
}

/** "mỗi tháng 04 lượt, mỗi tuần 01 lượt": the week's says more. */
const isMonthOf = (count: Count, weekly: Count): boolean =>
  count.period === 'month' &&
  weekly.period === 'week' &&
  [count, weekly].every(({ interval }) => interval === 1) &&
  count.unit === weekly.unit &&
  count.n === 4 * weekly.n

const plain = ({ n, max, unit, period, interval, atLeast, about }: Count): When => ({
  kind: 'rate',
  n,
  ...(max !== null && { max }),
  unit,
  period,
  interval,
  ...(atLeast && { atLeast: true as const }),
  ...(about && { about: true as const }),
})

/** The total stated, else what a count a month or year makes of a whole year. */
function declaredOf(
  count: Count,
  total: Count | undefined,
  { totals, moments, exceptions }: Parts,
): number | null {
  const stated = total?.n ?? totals[0]?.n
  if (stated !== undefined) return stated
  const part = moments.some(({ range }) => !isWholeYear(range))
  if (part || exceptions.length || count.implied || count.about || count.max !== null || count.interval !== 1)
    return null
  return count.period === 'month' ? 12 * count.n : count.period === 'year' ? count.n : null
}

function minutesOf({ lengths }: Parts): Partial<When> {
  const [first] = lengths
  return first ? { minutes: first.minutes } : {}
}

function rerunsOf(parts: Parts, count: Count): Partial<When> {
  const [first] = parts.reruns
  if (!first) return {}
  return {
    reruns: rerunsOfEach(first, count, parts),
    ...(first.afterDays && { rerunAfterDays: first.afterDays }),
    ...(first.at.length && { rerunAt: first.at }),
    ...(first.weekdays.length && { rerunWeekdays: first.weekdays }),
  }
}

/** "thứ Ba và thứ Sáu, phát lại thứ Năm và Chủ nhật": each of them once. */
function rerunsOfEach(first: Parts['reruns'][number], count: Count, parts: Parts): number {
  const originals = count.implied ? timesByDays(parts, count) : count.n
  if (first.weekdays.length > 1 && first.weekdays.length === first.n && first.n % originals === 0)
    return first.n / originals
  return sharedReruns(first, count) ? first.n / count.n : first.n
}

/** "02 chuyên mục/tháng, phát lại 04 lần/tháng": the reruns are the month's. */
const sharedReruns = ({ n, period }: Parts['reruns'][number], count: Count): boolean =>
  period === count.period && count.interval === 1 && count.n > 1 && n % count.n === 0

/** An upper length is in `minutes` already. */
function limitsBeside(parts: Parts): Partial<When> {
  const limits = limitsOf(parts).filter(({ maxMinutes }) => maxMinutes === undefined)
  return limits.length ? { limits } : {}
}

function hoursOf({ bands, hours }: Parts): { at?: WallTime[]; bands?: [WallTime, WallTime][] } {
  return { ...(hours.length && { at: hours }), ...(bands.length && { bands }) }
}

/** "mỗi quý 01 hội nghị (quý I tại A; quý II tại B)": each quarter by its name. */
export const areQuarters = ({ moments }: Parts, period: Period | undefined): boolean =>
  period === 'quarter' && moments.length > 1 && moments.every(({ grain }) => grain === 'quarter')

function windowOf(parts: Parts, { period }: Count): Partial<When> {
  const [moment] = parts.moments
  if (!moment || areQuarters(parts, period)) return {}
  const { relation, range } = moment
  const run = parts.events.find(
    ({ named, days, afterDays }) => days !== null || (!named && (afterDays ?? 0) > 0),
  )
  const days = run ? (run.days ?? run.afterDays) : null
  if (relation === 'from') {
    if (days !== null) return { window: { from: range.from, to: addDays(range.from, days - 1) } }
    return { window: { from: range.from, ...(planRange(parts) && { to: planRange(parts)?.to as string }) } }
  }
  if (relation === 'within') {
    if (isWholeYear(range) && range.from === planRange(parts)?.from) return {}
    const months = moment.list.length > 1 ? moment.list.map(({ from }) => Number(from.slice(5, 7))) : []
    return { window: range, ...(months.length && moment.grain === 'month' && { months }) }
  }
  const to = relation === 'before' ? addDays(range.from, -1) : range.to
  return { window: { ...(planRange(parts) && { from: planRange(parts)?.from as string }), to } }
}

function rateDoubts(parts: Parts, count: Count, total: Count | undefined, rest: Count[]): WhenDoubt[] {
  const { weekdays, days, moments, reruns, lengths } = parts
  const stated = total?.n ?? parts.totals[0]?.n
  const [rerun] = reruns
  const clash =
    !count.implied &&
    ((count.period === 'week' && weekdays.length > 0 && !fitsDays(count, weekdays.length)) ||
      (count.period === 'month' && days.length > 0 && !fitsDays(count, days.length)))
  return [
    ...(rest.length || parts.times.length ? [twoReadings('parts')] : []),
    ...(count.implied &&
    count.period === 'day' &&
    parts.partsOfDay > 1 &&
    parts.bands.length + parts.hours.length < 2
      ? [twoReadings('eitherWay', 'sáng, chiều')]
      : []),
    ...(clash ? [twoReadings('weekdaysDiffer')] : []),
    ...parts.hourBounds.map(({ text }) => twoReadings('hourBound', text)),
    ...(stated === undefined ? [] : mismatch(count, stated, parts)),
    ...(rerun?.period && (rerun.period !== count.period || count.n > 1) ? [twoReadings('rerunsShared')] : []),
    ...(reruns.length > 1 || lengths.length > 1 ? [twoReadings('parts')] : []),
    ...(moments.length > 1 && !areQuarters(parts, count.period)
      ? [twoDates('twoDates', moments.map(({ text }) => text).join('; '))]
      : []),
    ...(moments[0] && ['before', 'by', 'until', 'after'].includes(moments[0].relation)
      ? [twoReadings('eitherWay', moments[0].text)]
      : []),
    ...(isOnce(count, moments[0]) && !areQuarters(parts, count.period)
      ? [twoReadings('eitherWay', moments[0]?.text)]
      : []),
    ...(parts.withinDays ? [twoReadings('chosenBounds', 'từ ngày … đến ngày … hằng tháng')] : []),
    ...(parts.partOfMonth && !weekdays.length
      ? [twoReadings('chosenBounds', 'đầu, giữa hoặc cuối tháng')]
      : []),
    ...(weekdays.length > 0 && parts.weeksOfMonth === null && !['day', 'week'].includes(count.period)
      ? [twoReadings('weekdaysDiffer')]
      : []),
    ...limitsOf(parts).flatMap(({ max, unit, maxMinutes }) =>
      maxMinutes === undefined && max !== undefined ? [doubt('limit', `tối đa ${max} ${unit ?? 'lần'}`)] : [],
    ),
  ]
}

/** "mỗi tháng 01 lần, tháng 12 tổ chức 02 lần": a rhythm of months does not run in one of them. */
const isOnce = ({ implied, period }: Count, moment: Parts['moments'][number] | undefined): boolean =>
  !implied &&
  moment?.relation === 'within' &&
  ['month', 'quarter', 'half'].includes(period) &&
  daysBetween(moment.range.from, moment.range.to) < PER_PERIOD[period as 'month' | 'quarter' | 'half']

const PER_PERIOD = { month: 31, quarter: 92, half: 184 }

const fitsDays = ({ n, max }: Count, days: number): boolean => days === n || days === max

/** Weeks of a year are 52 or 53, days 365 or 366; a window shortens all. */
function mismatch(count: Count, stated: number, parts: Parts): WhenDoubt[] {
  const share = shareOfYear(parts)
  const n = count.implied ? timesByDays(parts, count) : count.n
  const least = Math.floor((PER_YEAR[count.period] * share) / count.interval) * n
  const most = Math.ceil(((PER_YEAR[count.period] + 1) * share) / count.interval) * (count.max ?? n)
  if (stated >= least && (stated <= most || count.atLeast)) return []
  return [
    doubt(
      'total-mismatch',
      `Kế hoạch ghi tổng ${stated}, nhưng số lần mỗi kỳ cho ra ${least === most ? least : `${least} – ${most}`}.`,
    ),
  ]
}

function shareOfYear({ moments: [first] }: Parts): number {
  if (first?.relation !== 'within') return 1
  return (daysBetween(first.range.from, first.range.to) + 1) / 365
}

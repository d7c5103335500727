/** On which days a rhythm falls, and how often that is. */
import { WEEKDAYS, type Weekday } from '../../wall-clock.ts'
import type { Count } from './counts.ts'
import { dueHours, type Parts } from './parts.ts'
import type { Period, When } from './when.ts'

const PER_YEAR_OF: Partial<Record<Period, number>> = { half: 2, quarter: 4 }

/** "6 tháng/lần (tháng 6, tháng 12)" */
const monthsNamed = ({ moments: [moment, more] }: Parts): number[] =>
  moment && !more && moment.relation === 'within' && moment.grain === 'month'
    ? moment.list.map(({ from }) => Number(from.slice(5, 7)))
    : []

/** "3 tháng/lần, vào tháng cuối quý": those months, each once. */
export function everyOf({ n, period, interval }: Count, parts: Parts): Partial<When> {
  const { monthOfQuarter: month } = parts
  const months = monthsNamed(parts)
  if (n === 1 && interval === 1 && months.length === PER_YEAR_OF[period])
    return { period: 'month', interval: 1, months }
  const isQuarterly =
    (period === 'quarter' && interval === 1) || (period === 'month' && [1, 3].includes(interval))
  return month !== null && isQuarterly
    ? { period: 'month', interval: 1, months: [month, month + 3, month + 6, month + 9] }
    : { period, interval }
}

/** "từ thứ Hai đến thứ Sáu hằng tuần" is five times a week, "ngày 05 và 20 hằng tháng" twice a month. */
export function timesByDays(parts: Parts, { period }: Count): number {
  const { days, weeksOfMonth } = parts
  const weekdays = weekdaysOf(parts)
  const [moment] = parts.moments
  if (period === 'day') return Math.max(parts.choice ? 1 : dueHours(parts).length || parts.bands.length, 1)
  if (period === 'year' && moment?.relation === 'within') return moment.list.length
  if (period === 'week') return Math.max(weekdays.length, 1)
  if (period !== 'month') return 1
  return Math.max(days.length, weeksOfMonth?.length ? weeksOfMonth.length * Math.max(weekdays.length, 1) : 1)
}

/** "hằng ngày, trừ Chủ nhật" names the other six. */
function weekdaysOf({ weekdays, without }: Parts): Weekday[] {
  if (!without.length) return weekdays
  const all = weekdays.length ? weekdays : WEEKDAYS
  return all.filter((day) => !without.includes(day))
}

const oneOrMany = (numbers: number[]): number | number[] =>
  numbers.length === 1 ? (numbers[0] as number) : numbers

/** "01 số/tháng, phát hành trước ngày 28": on the last day that is left. */
function dueDays({ dues: [due, ...more], weekdays, weeksOfMonth }: Parts, { n, period }: Count): number[] {
  const isMonthly = n === 1 && (period === 'month' || (period === 'quarter' && due?.periods === 'quarter'))
  if (!due || more.length || due.many || due.after || !isMonthly || weekdays.length || weeksOfMonth) return []
  const day = due.exclusive ? due.day - 1 : due.day
  return day >= 1 ? [day] : []
}

export function daysOf(parts: Parts, count: Count): Partial<When> {
  const { weeksOfMonth } = parts
  const days = parts.days.length ? parts.days : dueDays(parts, count)
  const weekdays = weekdaysOf(parts)
  return {
    ...(weekdays.length && { weekdays }),
    ...(days.length && { dayOfMonth: oneOrMany(days) }),
    ...(weeksOfMonth?.length && { weekOfMonth: oneOrMany(weeksOfMonth) }),
  }
}

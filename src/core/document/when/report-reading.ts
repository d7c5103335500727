/** Reports, and what is due by a day of every period. */
import { doubt, twoDates, twoReadings } from './doubts.ts'
import type { Moment } from './moments.ts'
import { dueHours, type Parts } from './parts.ts'
import type { When, WhenDoubt, WhenReport } from './when.ts'

export function report(parts: Parts): When | null {
  if (!parts.isReport || statesCount(parts)) return null
  const periods = periodsOf(parts)
  const { moments, dues, adHoc } = parts
  if (!periods.length && (moments.length > 0 || !byReference(parts))) return null
  const [due] = dues
  const befores = beforesOf(moments)
  const ends = moments.filter(({ relation }) => relation !== 'before')
  return {
    kind: 'report',
    periods,
    ...(due && { dueDay: due.day }),
    ...(due?.exclusive && { exclusive: true as const }),
    ...(due?.after && { dueAfter: true as const }),
    ...(befores.length === 1 && { before: befores[0] as string }),
    ...(befores.length > 1 && { befores }),
    ...(ends.length === 1 && { window: { to: ends[0]?.range.to as string } }),
    ...(parts.weekdays.length && { weekdays: parts.weekdays }),
    ...(dueHours(parts).length && { at: dueHours(parts) }),
    ...(adHoc && { adHoc: true as const }),
    ...(!periods.length && !adHoc && { byReference: true as const }),
    doubt: doubtsOf(parts, periods, befores),
  }
}

const statesCount = ({ counts }: Parts): boolean =>
  counts.some(({ implied, unit }) => !implied && unit !== 'báo cáo')

const byReference = ({ byRule, periodically, dues, adHoc }: Parts): boolean =>
  byRule || periodically || dues.length > 0 || adHoc

function periodsOf({ periods, dues: [due], counts }: Parts): WhenReport[] {
  if (periods.length) return periods
  if (due?.periods === 'quarter') return QUARTERS
  if (due?.periods === 'month') return ['M']
  return [...new Set(counts.flatMap(({ period }) => REPORTS_OF[period] ?? []))]
}

const QUARTERS: WhenReport[] = ['Q1', 'Q2', 'Q3', 'Q4']

const REPORTS_OF: Partial<Record<NonNullable<When['period']>, WhenReport[]>> = {
  week: ['W'],
  month: ['M'],
  quarter: QUARTERS,
  half: ['H1', 'H2'],
  year: ['Y'],
}

const beforesOf = (moments: Moment[]): string[] =>
  moments.flatMap(({ relation, list }) => (relation === 'before' ? list.map(({ from }) => from) : []))

function doubtsOf(parts: Parts, periods: WhenReport[], befores: string[]): WhenDoubt[] {
  const { dues, moments, saysReport } = parts
  const ends = moments.filter(({ relation }) => relation !== 'before')
  const manyDays =
    dues.length > 1 ||
    dues.some(({ many }) => many) ||
    (dues.length > 0 && befores.length > 0) ||
    ends.length > 1
  // "trước ngày 05/6 (6 tháng) và 05/12 (năm)": the second day is bound in words alone.
  const unequal = befores.length > 0 && befores.length + ends.length > 1 && befores.length !== periods.length
  const rhythms = periods.filter((period) => period === 'W' || period === 'M').length
  return [
    ...(saysReport ? [] : [twoReadings('dueOf')]),
    ...(parts.continuous === null ? [] : [twoReadings('both')]),
    ...(dues[0]?.after ? [twoReadings('eitherWay', 'tháng sau kỳ báo cáo')] : []),
    ...(rhythms === periods.length && rhythms > 1 ? [twoReadings('eitherWay', 'hằng tuần, hằng tháng')] : []),
    ...(manyDays || unequal ? [twoDates('whichPeriod', '')] : []),
    ...(periods.length ? [] : [doubt('external-trigger')]),
  ]
}

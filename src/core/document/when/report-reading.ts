/** Reports, and what is due by a day of every period. */
import { doubt, twoDates, twoReadings } from './doubts.ts'
import type { Parts } from './parts.ts'
import type { When } from './when.ts'

export function report(parts: Parts): When | null {
  if (!parts.isReport) return null
  const { due, periods, moments, adHoc, byRule } = parts
  if (parts.counts.some(({ implied, unit }) => !implied && unit !== 'báo cáo')) return null
  const named = periods.length
    ? periods
    : due?.periods === 'quarter'
      ? (['Q1', 'Q2', 'Q3', 'Q4'] as const).slice()
      : due?.periods === 'month'
        ? (['M'] as const).slice()
        : periodsOfCounts(parts)
  const dates = moments.filter(({ relation }) => relation === 'before')
  if (!named.length && moments.length) return null
  if (!named.length && !byRule && !parts.periodically && !due && !adHoc) return null
  const others = moments.filter(({ relation }) => relation !== 'before')
  return {
    kind: 'report',
    periods: named,
    ...(due && { dueDay: due.day }),
    ...(due?.exclusive && { exclusive: true as const }),
    ...(due?.after && { dueAfter: true as const }),
    ...(dates.length === 1 && { before: dates[0]?.range.from as string }),
    ...(dates.length > 1 && { befores: dates.map(({ range }) => range.from) }),
    ...(others.length === 1 && { window: { to: others[0]?.range.to as string } }),
    ...(adHoc && { adHoc: true as const }),
    ...(!named.length && { byReference: true as const }),
    doubt: [
      ...(due?.after ? [twoReadings('eitherWay', 'tháng sau kỳ báo cáo')] : []),
      ...(named.length > 1 && named.every((period) => period === 'W' || period === 'M')
        ? [twoReadings('oneOrEach', 'hằng tuần, hằng tháng')]
        : []),
      ...(others.length > 1 ? [twoDates('twoDates', others.map(({ text }) => text).join('; '))] : []),
      ...(named.length ? [] : [doubt('external-trigger', 'theo quy định')]),
    ],
  }
}

const periodsOfCounts = ({ counts }: Parts): NonNullable<When['periods']> => [
  ...new Set(counts.flatMap(({ period }) => REPORTS_OF[period] ?? [])),
]

const REPORTS_OF: Partial<Record<NonNullable<When['period']>, NonNullable<When['periods']>>> = {
  week: ['W'],
  month: ['M'],
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  half: ['H1', 'H2'],
  year: ['Y'],
}

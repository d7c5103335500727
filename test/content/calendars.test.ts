import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { localDate } from '../../src/core/cadence.ts'
import { reportPeriod, reportPeriods } from '../../src/core/period.ts'
import { addDays, isLocalDate, weekdayIndex, yearOf } from '../../src/core/wall-clock.ts'

const calendar = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../content/calendars/${name}.json`, import.meta.url), 'utf8'))

const isWeekend = (date: string) => weekdayIndex(date) >= 5

describe('the working days', () => {
  const file = z.strictObject({
    zone: z.literal('Asia/Ho_Chi_Minh'),
    provisional: z.array(z.string()),
    sources: z.record(z.string(), z.string().min(20)),
    days: z.array(
      z.strictObject({
        date: localDate,
        kind: z.enum(['holiday', 'off', 'work', 'observance']),
        name: z.string().min(1),
        source: z.string(),
      }),
    ),
  })
  const { sources, days, provisional } = file.parse(calendar('working-days'))
  const years = [...new Set(days.map(({ date }) => yearOf(date)))]
  const ofKind = (kind: string, year: number) =>
    days.filter((day) => day.kind === kind && yearOf(day.date) === year).map(({ date }) => date)

  test('stand in order, each day once', () => {
    const dates = days.map(({ date }) => date)
    expect(dates).toEqual([...new Set(dates)].sort())
  })

  test('reach from 2022 to 2035, each year with the 11 days of the Labour Code, since 2026 with 24/11 besides', () => {
    const counts = years.map((year) => [year, ofKind('holiday', year).length])
    expect(counts).toEqual(Array.from({ length: 14 }, (_, i) => [2022 + i, i < 4 ? 11 : 12]))
  })

  test('give back as many weekdays off as holidays fell on a weekend, and one for each weekend day worked', () => {
    const balance = years.map((year) => [year, ofKind('off', year).length])
    const owed = years.map((year) => [
      year,
      ofKind('holiday', year).filter(isWeekend).length + ofKind('work', year).length,
    ])
    expect(balance).toEqual(owed)
  })

  test('put days off on weekdays and worked days on weekends', () => {
    const odd = days.filter(({ date, kind }) => (kind === 'off' && isWeekend(date)) || isWork(date, kind))
    expect(odd).toEqual([])
  })
  const isWork = (date: string, kind: string) => kind === 'work' && !isWeekend(date)

  test('name sources that are all explained, and explain no other', () => {
    expect([...new Set(days.map(({ source }) => source))].sort()).toEqual(Object.keys(sources).sort())
  })

  test('call provisional what waits for a decision, by sources that are explained', () => {
    expect(provisional.filter((name) => !(name in sources) || !name.startsWith('Tính: '))).toEqual([])
  })

  test('count days after 2026 as computed, but for those of 2027 that are decided, and 24/11 by law', () => {
    const decided = days.filter(({ date, source }) => yearOf(date) > 2026 && !source.startsWith('Tính: '))
    expect(decided.map(({ date }) => date).filter((date) => !date.endsWith('-11-24'))).toEqual([
      ...['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10'],
      ...['2027-09-02', '2027-09-03'],
    ])
  })

  test('know Ngày Công dân số as a day with a name that is worked', () => {
    expect(ofKind('observance', 2026)).toEqual(['2026-10-15'])
  })

  test.each([
    [2022, '2022-02-01', '2022-04-10'],
    [2023, '2023-01-22', '2023-04-29'],
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    [2030, '2030-02-02', '2030-04-12'],
    [2031, '2031-01-23', '2031-04-01'],
    [2032, '2032-02-11', '2032-04-19'],
    [2033, '2033-01-31', '2033-04-09'],
    [2034, '2034-02-19', '2034-04-28'],
    [2035, '2035-02-08', '2035-04-17'],
  ])('have Tết and Giỗ Tổ of %i on %s and %s', (year, newYear, kings) => {
    const named = (name: string) =>
      days.filter((day) => yearOf(day.date) === year && day.name === name).map(({ date }) => date)
    expect([named('Tết Nguyên đán, mùng 1'), named('Giỗ Tổ Hùng Vương')]).toEqual([[newYear], [kings]])
  })

  test('hold the swaps that were decided from 2022 to 2026', () => {
    const worked = days.filter(({ kind }) => kind === 'work').map(({ date }) => date)
    const swapped = days.filter(({ name }) => name.startsWith('Nghỉ đổi')).map(({ date }) => date)
    expect(worked).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])
    expect(swapped).toEqual(['2024-04-29', '2025-05-02', '2026-01-02', '2026-08-31'])
  })
})

describe('the report periods', () => {
  const periods = reportPeriods.parse(calendar('report-periods'))
  const spans = (basis: 'plan-year' | 'report-year', year: number) =>
    Object.fromEntries(
      (['Q1', 'Q2', 'H1', 'Q3', 'M9', 'Q4', 'H2', 'Y'] as const).map((kind) => {
        const { from, to, due } = reportPeriod(periods, basis, kind, year)
        return [kind, [from, to, due]]
      }),
    )

  test('close on the 14th and are due on the 20th in the report year', () => {
    expect(spans('report-year', 2025)).toEqual({
      Q1: ['2024-12-15', '2025-03-14', '2025-03-20'],
      Q2: ['2025-03-15', '2025-06-14', '2025-06-20'],
      H1: ['2024-12-15', '2025-06-14', '2025-06-20'],
      Q3: ['2025-06-15', '2025-09-14', '2025-09-20'],
      M9: ['2024-12-15', '2025-09-14', null],
      Q4: ['2025-09-15', '2025-12-14', '2025-12-20'],
      H2: ['2025-06-15', '2025-12-14', '2025-12-20'],
      Y: ['2024-12-15', '2025-12-14', '2025-12-20'],
    })
  })

  test('are calendar quarters without a due day in the plan year', () => {
    expect(spans('plan-year', 2024)).toEqual({
      Q1: ['2024-01-01', '2024-03-31', null],
      Q2: ['2024-04-01', '2024-06-30', null],
      H1: ['2024-01-01', '2024-06-30', null],
      Q3: ['2024-07-01', '2024-09-30', null],
      M9: ['2024-01-01', '2024-09-30', null],
      Q4: ['2024-10-01', '2024-12-31', null],
      H2: ['2024-07-01', '2024-12-31', null],
      Y: ['2024-01-01', '2024-12-31', null],
    })
  })

  test.each(['plan-year', 'report-year'] as const)(
    'leave no day of a %s out and count none twice',
    (basis) => {
      const days = spans(basis, 2025)
      const joined = (kinds: string[]) => kinds.map((kind) => days[kind] as [string, string])
      for (const parts of [joined(['Q1', 'Q2', 'Q3', 'Q4']), joined(['H1', 'H2'])]) {
        expect(parts.slice(1).map(([from]) => from)).toEqual(
          parts.slice(0, -1).map(([, to]) => addDays(to, 1)),
        )
        expect([parts[0]?.[0], parts.at(-1)?.[1]]).toEqual((days.Y as string[]).slice(0, 2))
      }
    },
  )

  test('are asked for in CCHC reports four times a year', () => {
    const { bases } = calendar('report-periods') as { bases: Record<string, Record<string, unknown>> }
    const asked = Object.entries(bases['report-year'] ?? {}).filter(
      ([, span]) => (span as { askedForCchc?: boolean }).askedForCchc,
    )
    expect(asked.map(([kind]) => kind)).toEqual(['Q1', 'H1', 'Q3', 'Y'])
  })
})

describe('the commemorative days', () => {
  const monthDay = z.strictObject({ month: z.int(), day: z.int() })
  const file = z.strictObject({
    days: z.array(
      monthDay.extend({
        id: z.string().regex(/^[a-z-]+$/),
        name: z.string(),
        since: z.int(),
        source: z.string().min(20),
        campaigns: z.array(z.strictObject({ from: monthDay, to: monthDay, source: z.string().min(20) })),
      }),
    ),
  })
  const { days } = file.parse(calendar('days'))
  const inYear = ({ month, day }: { month: number; day: number }) =>
    `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

  test('exist, and lie inside the campaigns around them', () => {
    const spans = days.flatMap((day) => day.campaigns.map(({ from, to }) => [from, day, to].map(inYear)))
    expect(days.map(inYear)).toEqual(['2025-10-10', '2025-10-15', '2025-11-24'])
    expect(spans).toEqual(spans.map((span) => span.filter(isLocalDate).toSorted()))
  })
})

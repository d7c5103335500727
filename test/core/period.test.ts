import { describe, expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { type Basis, parsePeriod } from '../../src/core/period.ts'

/** `from … to`, or the message. */
function days(basis: Basis, key: string, year = 2025): string {
  const period = parsePeriod(calendars.periods, basis, key, year)
  return period.ok ? `${period.value.from} … ${period.value.to}` : period.problem.detail
}

describe('a period by its key, in the plan year and in the report year', () => {
  test.each([
    ['Y', '2025-01-01 … 2025-12-31', '2024-12-15 … 2025-12-14'],
    ['H1', '2025-01-01 … 2025-06-30', '2024-12-15 … 2025-06-14'],
    ['H2', '2025-07-01 … 2025-12-31', '2025-06-15 … 2025-12-14'],
    ['M9', '2025-01-01 … 2025-09-30', '2024-12-15 … 2025-09-14'],
    ['Q1', '2025-01-01 … 2025-03-31', '2024-12-15 … 2025-03-14'],
    ['Q2', '2025-04-01 … 2025-06-30', '2025-03-15 … 2025-06-14'],
    ['Q3', '2025-07-01 … 2025-09-30', '2025-06-15 … 2025-09-14'],
    ['Q4', '2025-10-01 … 2025-12-31', '2025-09-15 … 2025-12-14'],
    ['2025-08', '2025-08-01 … 2025-08-31', '2025-07-15 … 2025-08-14'],
    ['2024-02', '2024-02-01 … 2024-02-29', '2024-01-15 … 2024-02-14'],
    ['2025-01', '2025-01-01 … 2025-01-31', '2024-12-15 … 2025-01-14'],
    ['2025-03-05..2025-03-05', '2025-03-05 … 2025-03-05', '2025-03-05 … 2025-03-05'],
  ])('%s', (key, planYear, reportYear) => {
    expect([days('plan-year', key), days('report-year', key)]).toEqual([planYear, reportYear])
  })

  test.each([
    ...['', 'y', 'Q5', 'H3', 'M6', '2025', '2025-13', '2025-00', '0000-01', '0050-05', '2025-8'],
    ...[
      '2025-03-05',
      '2025-03-05..',
      '2025-03-05..2025-03-04',
      '2025-02-29..2025-03-01',
      '2025-01-01..2025-02-01..2025-03-01',
    ],
    ...['__proto__', 'constructor', 'month'],
  ])('"%s" is none', (key) => {
    expect(days('plan-year', key)).toBe(
      `Kỳ "${key}" không có: dùng Y, Q1…Q4, H1, H2, M9, YYYY-MM hoặc YYYY-MM-DD..YYYY-MM-DD.`,
    )
  })

  test('a long key is not repeated in full', () => {
    expect(days('plan-year', 'x'.repeat(1000)).length).toBeLessThan(150)
  })
})

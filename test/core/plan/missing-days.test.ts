import { describe, expect, test } from 'vitest'
import { type MissingDay, missingDays } from '../../../src/core/plan/missing-days.ts'
import { yearRange } from '../../../src/core/wall-clock.ts'

const months = (...list: number[]): string[] => list.map((month) => `2025-${String(month).padStart(2, '0')}`)

describe('days that some months of 2025 lack', () => {
  test.each<[string, MissingDay[]]>([
    ['FREQ=MONTHLY;BYMONTHDAY=31', [{ day: 'BYMONTHDAY=31', months: months(2, 4, 6, 9, 11) }]],
    ['FREQ=MONTHLY;BYMONTHDAY=-31', [{ day: 'BYMONTHDAY=-31', months: months(2, 4, 6, 9, 11) }]],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30', [{ day: 'BYMONTHDAY=30', months: months(2) }]],
    ['FREQ=MONTHLY;BYMONTHDAY=29;COUNT=1', []],
    ['FREQ=MONTHLY;BYMONTHDAY=29;UNTIL=20250227', []],
    ['FREQ=MONTHLY;BYMONTHDAY=29;UNTIL=20250228', [{ day: 'BYMONTHDAY=29', months: months(2) }]],
    ['FREQ=MONTHLY;BYMONTHDAY=28', []],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', []],
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=1,3,5,7,8,10,12', []],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=30', []],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31', [{ day: 'BYMONTHDAY=31', months: months(4) }]],
    ['FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', []],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13,31', []],
    ['FREQ=MONTHLY;BYDAY=4TH', []],
    ['FREQ=MONTHLY;BYDAY=5TH', [{ day: 'BYDAY=5TH', months: months(2, 3, 4, 6, 8, 9, 11, 12) }]],
    ['FREQ=MONTHLY;BYDAY=TH', []],
    ['FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=29', [{ day: 'BYMONTHDAY=29', months: months(2) }]],
    ['FREQ=YEARLY;BYDAY=5TH', []],
    ['FREQ=WEEKLY;BYDAY=TH', []],
    ['FREQ=DAILY', []],
  ])('%s', (rule, missing) => {
    expect(missingDays(rule, yearRange(2025), null)).toEqual(missing)
  })

  test('29 February is there in a leap year', () => {
    expect(missingDays('FREQ=MONTHLY;BYMONTHDAY=29', yearRange(2024), null)).toEqual([])
  })

  test('a rule that names no day has that of its first one', () => {
    expect(missingDays('FREQ=MONTHLY', { from: '2025-01-01', to: '2025-06-30' }, '2025-01-31')).toEqual([
      { day: 'BYMONTHDAY=31', months: months(2, 4, 6) },
    ])
  })

  test('of a window only whole months count', () => {
    expect(missingDays('FREQ=MONTHLY;BYMONTHDAY=31', { from: '2025-02-02', to: '2025-04-29' }, null)).toEqual(
      [],
    )
  })
})

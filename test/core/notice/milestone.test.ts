import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { milestones, workingDayBefore, workingDaysLeft } from '../../../src/core/notice/milestone.ts'

const { work } = calendars

test.each([
  // A Tuesday; a Sunday, whose last working day is Friday; the day after the long Tết of 2025 (25/1 – 2/2).
  ['2025-09-30', 1, '2025-09-29'],
  ['2025-09-30', 7, '2025-09-19'],
  ['2025-09-30', 14, '2025-09-10'],
  ['2024-11-24', 1, '2024-11-21'],
  ['2025-02-03', 1, '2025-01-24'],
])('%s, %d working days before: %s', (due, days, day) => {
  expect(workingDayBefore(work, due, days)).toBe(day)
})

test('the milestones of a deadline, farthest first', () => {
  expect(milestones(work, '2025-09-30')).toEqual(['2025-09-10', '2025-09-19', '2025-09-29'])
})

test.each([
  ['2025-09-10', '2025-09-30', 14],
  ['2025-09-29', '2025-09-30', 1],
  ['2025-09-30', '2025-09-30', 0],
  ['2025-10-01', '2025-09-30', 0],
  ['2024-11-21', '2024-11-24', 1],
])('from %s to %s are %d working days', (today, due, days) => {
  expect(workingDaysLeft(work, today, due)).toBe(days)
})

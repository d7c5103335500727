import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { onlyIn, yearOfBasis } from '../../../src/core/count/basis.ts'
import { curveOf } from '../../../src/core/count/curve.ts'
import { plannedDay } from '../../../src/core/slot.ts'
import { contains, type DateRange } from '../../../src/core/wall-clock.ts'
import { countedYear } from '../../support/counted-year.ts'
import { readAsOf } from '../../support/moments.ts'

const { recorded } = countedYear()
const PLAN_YEAR = { from: '2025-01-01', to: '2025-12-31' }
const REPORT_YEAR = { from: '2024-12-15', to: '2025-12-14' }
const own = (id: string) => recorded.filter(({ slot }) => slot.obligationId === id)
const within = (range: DateRange) => own('C.I.2.a').filter(({ slot }) => contains(range, plannedDay(slot)))

test.each([
  ['2025-12-14', 2025],
  ['2025-12-15', 2026],
  ['2025-12-31', 2026],
  ['2026-01-01', 2026],
])('%s belongs to report year %i', (day, year) => {
  expect(yearOfBasis(calendars.periods, 'report-year', day)).toBe(year)
  expect(yearOfBasis(calendars.periods, 'plan-year', day)).toBe(Number(day.slice(0, 4)))
})

test('of the 26 issues the one of 22/12 makes the difference between the two years', () => {
  const ids = onlyIn(within(PLAN_YEAR), within(REPORT_YEAR)).map(({ slot }) => slot.id)
  expect(ids).toEqual(['ngok-tu-2025:C.I.2.a:26'])
  expect(onlyIn(within(REPORT_YEAR), within(PLAN_YEAR))).toEqual([])
})

test('the curve rises on the day on which something happened, not on the planned one', () => {
  const { planned, done } = curveOf(readAsOf(own('C.I.2.a').slice(15, 19), '2025-09-30'))
  expect(planned).toEqual([
    { date: '2025-08-04', count: 1 },
    { date: '2025-08-18', count: 2 },
    { date: '2025-09-01', count: 3 },
    { date: '2025-09-15', count: 4 },
  ])
  expect(done).toEqual([
    { date: '2025-08-04', count: 1 },
    { date: '2025-08-20', count: 2 },
    { date: '2025-09-05', count: 3 },
  ])
})

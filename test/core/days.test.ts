import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  DAY_MS,
  dateOfDayNumber,
  dayNumber,
  instantOf,
  isLocalDate,
} from '../../src/core/wall-clock.ts'

test('days counted by hand are those of the calendar, in every year from 1 to 9999', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const day = Math.floor(date.getTime() / DAY_MS)
      const name = date.toISOString().slice(0, 10)
      expect([dayNumber(name), dateOfDayNumber(day)]).toEqual([day, name])
    }),
  )
})

test.each([
  ['2024-02-28', '2024-02-29'],
  ['2024-02-29', '2024-03-01'],
  ['2025-02-28', '2025-03-01'],
  ['2025-12-31', '2026-01-01'],
  ['2000-02-28', '2000-02-29'],
  ['2100-02-28', '2100-03-01'],
])('after %s comes %s', (day, next) => {
  expect([addDays(day, 1), addDays(next, -1)]).toEqual([next, day])
})

test.each([
  '2025-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
  '2025-01-32',
  '2100-02-29',
  '',
])('%s is no day', (text) => expect(isLocalDate(text)).toBe(false))

test('05:30 in Vietnam is 22:30 of the day before in UTC', () => {
  expect(new Date(instantOf('2025-03-01', '05:30')).toISOString()).toBe('2025-02-28T22:30:00.000Z')
})

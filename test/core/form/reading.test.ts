import { expect, test } from 'vitest'
import { readDay, readDecimal, readHour, readWhole } from '../../../src/core/form/reading.ts'

test.each([
  ['2026-08-04', '2026-08-04'],
  ['4/8/2026', '2026-08-04'],
  [' 04-08-2026 ', '2026-08-04'],
  ['4.8.2026', '2026-08-04'],
  ['31/6/2026', null],
  ['29/2/2028', '2028-02-29'],
  ['8/2026', null],
  ['', null],
])('the day %j is %j', (text, day) => expect(readDay(text)).toBe(day))

test.each([
  ['05:30', '05:30'],
  ['5:30', '05:30'],
  ['5h30', '05:30'],
  ['17h', '17:00'],
  ['17 giờ 15 phút', '17:15'],
  ['05:30:00', '05:30'],
  ['24:00', null],
  ['5', null],
  ['5:60', null],
])('the hour %j is %j', (text, hour) => expect(readHour(text)).toBe(hour))

test.each([
  ['05', 5],
  ['1.200', 1200],
  ['1.2', null],
  ['12,5', null],
  ['-3', null],
  ['', null],
])('the whole number %j is %j', (text, value) => expect(readWhole(text)).toBe(value))

test.each([
  ['52,5', 52.5],
  ['52.5', 52.5],
  ['1.200', 1200],
  ['1.200,5', 1200.5],
  ['50', 50],
  ['5%', null],
])('the number %j is %j', (text, value) => expect(readDecimal(text)).toBe(value))

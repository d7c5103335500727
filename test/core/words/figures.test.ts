import { expect, test } from 'vitest'
import { amount, decimal, duration, percent } from '../../../src/core/words/figures.ts'

test.each([
  [17, 26, '65,4%'],
  [26, 26, '100%'],
  [0, 26, '0%'],
  // Nearly all is not all.
  [2999, 3000, '99,9%'],
  [1, 0, null],
  [0, 0, null],
])('%i of %i is %s', (part, whole, words) => {
  expect(percent(part, whole)).toBe(words)
})

test.each([
  [45, '45 phút'],
  [60, '1 giờ'],
  [135, '2 giờ 15 phút'],
  [60_000, '1.000 giờ'],
])('%i minutes are %s', (minutes, words) => {
  expect(duration(minutes)).toBe(words)
})

test('a decimal comma, at most one digit after it', () => {
  expect([decimal(11.4679), decimal(12)]).toEqual(['11,5', '12'])
})

test.each([
  [50, '%', '50%'],
  [52.25, '%', '52,25%'],
  [1200, 'lượt', '1.200 lượt'],
])('%d of the unit "%s" is %s', (value, unit, words) => {
  expect(amount(value, unit)).toBe(words)
})

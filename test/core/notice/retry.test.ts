import { expect, test } from 'vitest'
import { retryAt } from '../../../src/core/notice/retry.ts'

test('longer each time, up to six hours', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((attempts) => retryAt(attempts, 0) / 60_000)
  expect(waits).toEqual([1, 5, 15, 60, 180, 360, 360, 360])
})

test('a receiver that asks for more time gets it, one that asks for less does not', () => {
  expect([retryAt(1, 0, 600_000), retryAt(4, 0, 1000)]).toEqual([600_000, 3_600_000])
})

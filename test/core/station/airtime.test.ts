import { expect, test } from 'vitest'
import { type Airtime, clashes } from '../../../src/core/station/airtime.ts'

const airing = (slotId: string, time: string, minutes: number, date = '2026-03-02'): Airtime => ({
  ...{ slotId, planId: 'thu', obligationId: slotId, channel: 'loudspeaker', date, time, minutes },
})
const pairs = (all: Airtime[]) => clashes(all).map(({ first, second }) => `${first.slotId} ${second.slotId}`)

test('every two that are heard at one time are told, by day and hour', () => {
  const all = [
    airing('c', '05:40', 10),
    airing('a', '05:30', 15),
    airing('b', '05:30', 5),
    airing('d', '06:00', 5),
  ]
  expect(pairs(all)).toEqual(['a b', 'a c'])
})

test('what ends past midnight meets the next day', () => {
  expect(pairs([airing('a', '23:50', 30), airing('b', '00:10', 5, '2026-03-03')])).toEqual(['a b'])
})

test('of thousands at one hour each is told, and not with every other', () => {
  const all = Array.from({ length: 5000 }, (_, i) => airing(`s${String(i).padStart(4, '0')}`, '05:30', 5))
  const found = clashes(all)
  expect(new Set(found.flatMap(({ first, second }) => [first.slotId, second.slotId])).size).toBe(5000)
  expect(found.length).toBeLessThan(60_000)
})

test('of many at one time those that end last are kept in mind: a later one is told with them', () => {
  const many = Array.from({ length: 12 }, (_, i) => airing(`s${String(i).padStart(2, '0')}`, '05:30', 5))
  const all = [...many, airing('x', '05:31', 60), airing('y', '06:20', 5)]
  expect(pairs(all)).toContain('x y')
})

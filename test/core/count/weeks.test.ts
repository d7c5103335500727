import { expect, test } from 'vitest'
import { lastWeeks, weekCells } from '../../../src/core/count/weeks.ts'
import type { Fact } from '../../../src/core/fact.ts'
import { read } from '../../../src/core/reading.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../../routes/views/records.ts'
import { seenAt } from '../../support/moments.ts'
import { planData, planOf } from '../../support/plans.ts'

const TODAY = '2025-08-20'
const NOW = instantOf(TODAY, '08:00')

/** Mondays and Thursdays at 05:30, since 4 August. */
const PLAN = planOf(
  planData({
    kind: 'rate',
    rrule: 'FREQ=WEEKLY;BYDAY=MO,TH',
    time: '05:30',
    duration: 15,
    window: { from: '2025-08-04', to: '2025-08-31' },
  }),
)

/** Signs of the four weeks from 4 August, with how many of how many. */
function signs(facts: (ids: string[]) => Fact[] = () => [], logged: Fact[] = []) {
  const ids = recordsOf(PLAN).map(({ slot }) => slot.id)
  const readings = read(recordsOf(PLAN, facts(ids)), seenAt(NOW))
  const weeks = lastWeeks('2025-08-31').slice(-4)
  return weekCells(readings, logged, weeks).map(({ sign, done, asked }) => [sign, done, asked])
}

const on = (id: string | undefined, kind: Fact['kind'], day: string, more: Partial<Fact> = {}) =>
  factOf(id ?? '', kind, instantOf(day, '05:30'), more)

test('the last of twelve weeks is that of the day', () => {
  const weeks = lastWeeks(TODAY)
  expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([
    12,
    { from: '2025-06-02', to: '2025-06-08' },
    { from: '2025-08-18', to: '2025-08-24' },
  ])
})

test('silence asks, what lies ahead is empty', () => {
  expect(signs()).toEqual([
    ['ask', 0, 2],
    ['ask', 0, 2],
    ['ask', 0, 2],
    ['ahead', 0, 2],
  ])
})

test('of several slots the one is shown that asks for most attention', () => {
  const facts = ([a, b, c, d]: string[]) => [
    on(a, 'aired', '2025-08-04'),
    on(b, 'aired', '2025-08-07'),
    on(c, 'aired', '2025-08-11'),
    on(d, 'not-aired', '2025-08-14', { reason: 'power' }),
  ]
  expect(signs(facts).slice(0, 2)).toEqual([
    ['done', 2, 2],
    ['miss', 1, 2],
  ])
})

test('what was moved leaves a sign where it stood, and counts where it went', () => {
  const facts = ([a, b]: string[]) => [
    on(a, 'moved', '2025-08-04', { to: { date: '2025-08-26', time: null } }),
    on(b, 'moved', '2025-08-07', { to: { date: '2025-08-27', time: null } }),
  ]
  expect(signs(facts)).toEqual([
    ['moved', 0, 0],
    ['ask', 0, 2],
    ['ask', 0, 2],
    ['ahead', 0, 4],
  ])
})

test('a log without slots is a dot with how often', () => {
  const note = on('thu-2025:A.1:01', 'posted', '2025-08-12', { slotId: null })
  expect(weekCells([], [note, { ...note, id: 'b' }], lastWeeks(TODAY).slice(-2))).toEqual([
    { week: { from: '2025-08-11', to: '2025-08-17' }, sign: 'logged', done: 2, asked: 0 },
    { week: { from: '2025-08-18', to: '2025-08-24' }, sign: null, done: 0, asked: 0 },
  ])
})

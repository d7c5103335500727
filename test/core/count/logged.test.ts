import { expect, test } from 'vitest'
import { countRows } from '../../../src/core/count/count-rows.ts'
import type { Fact } from '../../../src/core/fact.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { factOf } from '../../routes/views/records.ts'
import { planData, planOf } from '../../support/plans.ts'

const YEAR = { from: '2025-01-01', to: '2025-12-31' }
const logged = (kind: Fact['kind'], date: string, more: Partial<Fact> = {}): Fact => ({
  ...factOf('thu-2025:A.1', kind, instantOf(date, '09:00'), more),
  slotId: null,
})
const held = logged('held', '2025-03-01')
const undone = logged('correction', '2025-03-02', { corrects: held.id })

/** How often something was logged, its longest gap, and the verdict as of 10 April. */
function countOf(facts: Fact[], cadence: Record<string, unknown> = {}) {
  const { obligations } = planOf(planData({ kind: 'continuous', ...cadence }))
  const [row] = countRows(obligations, [], facts, { period: YEAR, asOf: '2025-04-10' })
  return [row?.logged, row?.longestGap, row?.verdict]
}

test.each<[string, Fact[], Record<string, unknown>, unknown[]]>([
  ['nothing', [], {}, [0, 100, 'no-target']],
  ['one thing done', [held], {}, [1, 59, 'no-target']],
  ['what was taken back', [held, undone], {}, [0, 100, 'no-target']],
  [
    'a note and evidence',
    [logged('note', '2025-03-01'), logged('evidence', '2025-03-02')],
    {},
    [0, 100, 'no-target'],
  ],
  [
    '"không phát sinh", where the plan says "nếu có"',
    [logged('not-aired', '2025-04-01', { reason: 'not-triggered' })],
    { conditional: true },
    [0, 100, 'not-triggered'],
  ],
  [
    'less than the minimum of the unit’s own',
    [held],
    { minimum: { count: 1, per: 'month' } },
    [1, 59, 'behind'],
  ],
])('a continuous obligation with %s', (_, facts, cadence, expected) => {
  expect(countOf(facts, cadence)).toEqual(expected)
})

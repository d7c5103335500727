import { expect, test } from 'vitest'
import type { Occurrence } from '../../../src/core/blank/occurrence.ts'
import { payLines } from '../../../src/core/blank/pay-list.ts'
import type { PayRates } from '../../../src/core/blank/pay-rate.ts'
import { inputOf } from '../../../src/core/fact.ts'
import { type Making, NO_MAKING } from '../../../src/core/making.ts'
import { planData, planOf } from '../../support/plans.ts'

const plan = planOf(planData({ kind: 'continuous' }))
const aired = (said: Partial<Making>): Occurrence => ({
  ...{ day: '2026-09-02', at: 0, planId: plan.id, slotId: 's', title: 'Bài', evidence: [], place: null },
  obligation: plan.obligations[0] as Occurrence['obligation'],
  fact: {
    ...inputOf('aired'),
    ...{ id: 'f', planId: plan.id, obligationId: 'A', slotId: 's', at: 0, recordedAt: 0, by: 'Lan' },
    incidentId: null,
  },
  ...{ kind: 'aired', mode: 'new', minutes: null, people: null, grade: 'declared' },
  making: { ...NO_MAKING, ...said },
})
const pages = (amount: number): PayRates => ({
  ...{ from: '2026-09-01', to: null, document: 'QĐ 12' },
  lines: [{ part: 'author', genre: null, mode: null, per: 'page', amount }],
})

test.each([
  // 402 words are 1,15 pages; a computer's 1.15 × 12.350 is a hair less than 14.202,5.
  [402, 12_350, 1.15, 14_203],
  [350, 60_000, 1, 60_000],
  [500, 60_000, 1.43, 85_800],
])('%i words at %i đồng a page are %f pages and %i đồng', (words, rate, quantity, amount) => {
  const [line] = payLines([aired({ author: 'Y An', words })], [pages(rate)])
  expect(line).toMatchObject({ quantity, amount })
})

test('one person in two parts, and two people in one part, are told beside their lines', () => {
  const lines = payLines([aired({ author: 'Y An', announcer: 'y an', editor: 'A Blo, Y Lan' })], [])
  expect(lines.map(({ name, notes }) => [name, notes])).toEqual([
    ['Y An', ['Y An vừa là tác giả vừa là phát thanh viên']],
    [
      'A Blo, Y Lan',
      ['Ghi nhiều người trong một vai: một mức cho cả nhóm, chia thế nào do đơn vị quyết định'],
    ],
    ['y an', ['Y An vừa là tác giả vừa là phát thanh viên']],
  ])
})

import { expect, test } from 'vitest'
import { countRows } from '../../../src/core/count/count-rows.ts'
import { obligationCounts } from '../../../src/core/count/obligation-count.ts'
import { resultWords, verdictWords } from '../../../src/core/count/result-words.ts'
import type { Fact } from '../../../src/core/fact.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../../routes/views/records.ts'
import { readAsOf } from '../../support/moments.ts'
import { planData, planOf } from '../../support/plans.ts'

const YEAR = { from: '2025-01-01', to: '2025-12-31' }
const AS_OF = '2025-10-01'
const IF_ANY = planOf(planData({ kind: 'window', window: YEAR, conditional: true }))

const said = factOf('thu-2025:A.1:01', 'not-aired', instantOf('2025-09-30', '09:00'), {
  reason: 'not-triggered',
})

/** The verdict and the sentence of an obligation that the plan asks for only if there is any. */
function wordsAfter(onSlot: Fact[], onObligation: Fact[] = []) {
  const readings = readAsOf(recordsOf(IF_ANY, onSlot), AS_OF)
  const rows = countRows(IF_ANY.obligations, readings, onObligation, { period: YEAR, asOf: AS_OF })
  const [obligation] = obligationCounts(IF_ANY.obligations, rows, readings, onObligation)
  return obligation && [verdictWords(obligation), resultWords(obligation)]
}

test('what nobody spoke of did not arise so far; that it did not arise is somebody’s statement', () => {
  expect(wordsAfter([])).toEqual(['Chưa phát sinh', 'chưa phát sinh'])
  expect(wordsAfter([said])).toEqual(['Không phát sinh', 'không phát sinh'])
  expect(wordsAfter([], [{ ...said, slotId: null }])).toEqual(['Không phát sinh', 'không phát sinh'])
})

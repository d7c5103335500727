import { describe, expect, test } from 'vitest'
import { emptyMonths } from '../../../src/core/count/evenness.ts'
import { type Fact, type FactKind, inputOf } from '../../../src/core/fact.ts'
import type { Slot } from '../../../src/core/slot.ts'
import { instantOf, type LocalDate } from '../../../src/core/wall-clock.ts'
import { countedYear } from '../../support/counted-year.ts'
import { readAsOf } from '../../support/moments.ts'

const SLOT = countedYear().recorded.find(({ slot }) => slot.id.endsWith('C.I.2.a:19'))?.slot as Slot

const fact = (kind: FactKind, at: LocalDate): Fact => ({
  ...inputOf(kind),
  ...{ id: `${kind} ${at}`, planId: SLOT.planId, obligationId: SLOT.obligationId, slotId: SLOT.id },
  ...{ at: instantOf(at), recordedAt: instantOf(at), by: 'Y An', incidentId: null },
})

const YEAR = { from: '2025-01-01', to: '2025-12-31' }

/** One slot on 15/9/2025 with what is said of it, as of the end of the year. */
const emptyWith = (facts: Fact[], slot: Partial<Slot> = {}, asOf = '2025-12-31') =>
  emptyMonths(readAsOf([{ slot: { ...SLOT, ...slot }, facts }], asOf), YEAR)

describe('whether September is empty, when its one issue', () => {
  test.each<[string, Fact[], boolean]>([
    ['was aired', [fact('aired', '2025-09-15')], false],
    ['was aired late, in October', [fact('aired', '2025-10-02')], false],
    ['was not aired', [fact('not-aired', '2025-09-15')], true],
    ['was excused', [fact('excused', '2025-09-15')], true],
    ['was made up in September', [fact('not-aired', '2025-09-15'), fact('made-up', '2025-09-30')], false],
    ['was made up in October', [fact('not-aired', '2025-09-15'), fact('made-up', '2025-10-01')], true],
    ['is not confirmed', [], false],
  ])('%s', (_, facts, isEmpty) => {
    expect(emptyWith(facts)).toEqual(isEmpty ? ['2025-09'] : [])
  })

  test('is not due yet, was withdrawn, or is from before the in-force date', () => {
    const missed = [fact('not-aired', '2025-09-15')]
    expect(emptyWith(missed, {}, '2025-09-14')).toEqual([])
    expect(emptyWith(missed, { withdrawn: true })).toEqual([])
    expect(emptyWith(missed, { inForce: false })).toEqual([])
  })
})

describe('two issues of September, the first not aired', () => {
  const first = { slot: SLOT, facts: [fact('not-aired', '2025-09-15')] }
  const second = (facts: Fact[]) => ({ slot: { ...SLOT, date: '2025-09-29' }, facts })
  // The third quarter of the report year ends between the two.
  const quarter = { from: '2025-06-15', to: '2025-09-14' }
  const september = { slot: { ...SLOT, date: '2025-09-01' }, facts: [fact('not-aired', '2025-09-01')] }

  test('the second one, still ahead, may fill the month', () => {
    expect(emptyMonths(readAsOf([first, second([])], '2025-09-28'), YEAR)).toEqual([])
    expect(
      emptyMonths(readAsOf([first, second([fact('not-aired', '2025-09-29')])], '2025-09-29'), YEAR),
    ).toEqual(['2025-09'])
  })

  test('the second one, aired, fills the month of a period that ends before it', () => {
    const aired = second([fact('aired', '2025-09-29')])
    expect(emptyMonths(readAsOf([september, aired], '2025-12-31'), quarter)).toEqual([])
    expect(
      emptyMonths(readAsOf([september, second([fact('not-aired', '2025-09-29')])], '2025-12-31'), quarter),
    ).toEqual(['2025-09'])
  })

  test('a month without a slot in the period is none of its months', () => {
    expect(emptyMonths(readAsOf([first], '2025-12-31'), quarter)).toEqual([])
  })
})

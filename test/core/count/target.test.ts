import { describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import {
  needsChoice,
  type TargetInput,
  targetInput,
  targetOptions,
  targetValue,
} from '../../../src/core/count/target.ts'
import { expand } from '../../../src/core/slot.ts'
import { samplePlan } from '../../support/plans.ts'

const plan = samplePlan('ngok-tu-2025')

const optionsOf = (id: string, airing: 'new' | 'rerun' = 'new', of = plan) => {
  const cadence = of.obligations.find((one) => one.id === id)?.cadence
  if (!cadence) throw new Error(id)
  const own = expand(of, calendars.periods).filter(
    (slot) => slot.obligationId === id && slot.airing === airing,
  )
  return targetOptions(of, cadence, airing, own)
}

describe('readings of a total when the plan is in force from 24/7/2025', () => {
  test.each([
    ['C.I.2.a', 'new', 26, 11, 12],
    ['C.I.2.c', 'new', 12, 5, 6],
    ['C.I.2.c', 'rerun', 36, 15, 16],
  ] as const)('%s (%s): declared %i, feasible %i, by days %i', (id, airing, declared, feasible, byDays) => {
    expect(optionsOf(id, airing)).toEqual({
      declared,
      feasible,
      proRata: { value: byDays, days: 161, of: 365, from: '2025-07-24', to: '2025-12-31' },
    })
  })

  test('an obligation without a total has nothing to choose from', () => {
    expect(optionsOf('C.I.3.a')).toBeNull()
  })

  test('a plan in force from 1 January has one reading only', () => {
    const options = optionsOf('C.I.2.a', 'new', samplePlan('ngok-tu-2025', 2026))
    expect(options).toMatchObject({ declared: 26, feasible: 26, proRata: { value: 26, days: 365, of: 365 } })
    expect(options && needsChoice(options)).toBe(false)
  })

  test('a plan in force after its obligation ended leaves nothing by days, and divides by no zero', () => {
    const late = { ...plan, inForceFrom: '2026-02-01' }
    expect(optionsOf('C.I.2.a', 'new', late)).toMatchObject({ feasible: 0, proRata: { value: 0, days: 0 } })
  })
})

describe('what an office chooses', () => {
  const options = optionsOf('C.I.2.a')
  const parse = (input: Partial<TargetInput>) =>
    targetInput.safeParse({ document: 'Công văn 15/UBND', ...input })

  test.each([
    [{ choice: 'declared' as const }, 26],
    [{ choice: 'feasible' as const }, 11],
    [{ choice: 'pro-rata' as const }, 12],
    [{ choice: 'own' as const, value: 15 }, 15],
    [{ choice: 'own' as const }, null],
  ])('%o is %s', (input, value) => {
    const parsed = parse(input)
    expect(parsed.success && options && targetValue(parsed.data, options)).toBe(value)
  })

  test('it needs the document that says so', () => {
    expect(parse({ choice: 'feasible', document: '  ' }).error?.issues.map(({ message }) => message)).toEqual(
      ['cần số, ngày của văn bản quyết định chỉ tiêu áp dụng'],
    )
  })
})

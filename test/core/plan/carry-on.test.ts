import { expect, test } from 'vitest'
import { carryOn, isCarried, type KnownPlan } from '../../../src/core/plan/carry-on.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { planData, planOf } from '../../support/plans.ts'

const plan = (id: string, year: number, more: Record<string, unknown> = {}): Plan =>
  planOf(
    planData(
      { kind: 'rate', rrule: 'FREQ=WEEKLY;COUNT=10', time: '05:30', declared: 10 },
      { id, year, ...more },
    ),
  )
const known = (of: Plan, adopted = '2025-01-10', runsOn: boolean | null = null): KnownPlan => ({
  ...{ plan: of, adoptedAt: instantOf(adopted), runsOn },
})
const made = (plans: KnownPlan[], since: string, now: string) =>
  carryOn(plans, instantOf(since), instantOf(now)).map(({ plan, until }) => [plan.id, until])

const OLD = plan('thu-2025', 2025)
const ONCE = planOf(
  planData(
    { kind: 'window', window: { from: '2025-01-01', to: '2025-12-31' } },
    { id: 'mot-lan-2025', year: 2025 },
  ),
)

test.each([
  ['not before December', [known(OLD)], '2025-11-01', '2025-11-30', []],
  ['from 1 December on', [known(OLD)], '2025-11-01', '2025-12-01', [['thu-2025@2026', null]]],
  ['in the new year, after a pause', [known(OLD)], '2025-11-20', '2026-01-20', [['thu-2025@2026', null]]],
  ['not when somebody decided against it', [known(OLD, '2025-01-10', false)], '2025-11-01', '2025-12-01', []],
  ['not when all of it is to be done once', [known(ONCE)], '2025-11-01', '2025-12-01', []],
  [
    'to be done once, when somebody decided so',
    [known(ONCE, '2025-01-10', true)],
    '2025-11-01',
    '2025-12-01',
    [['mot-lan-2025@2026', null]],
  ],
  [
    'not while there is a plan of the new year’s own',
    [known(OLD), known(plan('moi-2026', 2026))],
    '2025-11-01',
    '2025-12-01',
    [],
  ],
  [
    'beside a plan of the new year’s own when somebody decided so',
    [known(OLD, '2025-01-10', true), known(plan('moi-2026', 2026))],
    '2025-11-01',
    '2025-12-01',
    [['thu-2025@2026', null]],
  ],
  [
    'not when somebody adopted it for the new year themselves',
    [known(OLD), known(plan('thu-2025@2026', 2026))],
    '2025-11-01',
    '2025-12-01',
    [],
  ],
  [
    'a plan that was adopted when its year was over is history',
    [known(OLD, '2026-03-01')],
    '2026-02-01',
    '2026-03-01',
    [],
  ],
  [
    'year after year, through a pause of two years',
    [known(OLD)],
    '2025-11-01',
    '2027-02-01',
    [
      ['thu-2025@2026', null],
      ['thu-2025@2027', null],
    ],
  ],
] as const)('%s', (_, plans, since, now, expected) => {
  expect(made([...plans], since, now)).toEqual(expected)
})

test('what was carried on gives way to the new plan from the day that one comes into force, without its total', () => {
  const [carried] = carryOn([known(OLD)], instantOf('2025-11-01'), instantOf('2025-12-01'))
  expect(carried && isCarried(carried.plan)).toBe(true)
  const there = known(carried?.plan as Plan, '2025-12-01')
  const own = known(plan('moi-2026', 2026, { inForceFrom: '2026-07-24' }), '2026-07-20')
  const [ended] = carryOn([known(OLD), there, own], instantOf('2026-07-19'), instantOf('2026-07-20'))
  expect(ended?.until).toBe('2026-07-24')
  expect(ended?.plan.assumptions).toEqual([
    'Lịch nối tiếp dừng từ ngày 24/7/2026.',
    expect.stringMatching(/^Lập lại từ kế hoạch năm 2025:/),
  ])
  expect(ended?.plan.obligations[0]?.cadence).toMatchObject({ declared: null })
})

test('the same again is the very same plan: storing it changes nothing', () => {
  const once = () => carryOn([known(OLD)], instantOf('2025-11-01'), instantOf('2025-12-01'))
  const [first] = once()
  const again = carryOn(
    [known(OLD), known(first?.plan as Plan, '2025-12-01')],
    instantOf('2025-12-01'),
    instantOf('2025-12-02'),
  )
  expect(again).toEqual(once())
})

import { expect, test } from 'vitest'
import { carryOn, type KnownPlan } from '../../../src/core/plan/carry-on.ts'
import type { AdoptedPlan } from '../../../src/core/plan/edition.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { adoptedPlan, planData, planOf } from '../../support/plans.ts'

const plan = (id: string, year: number, more: Record<string, unknown> = {}): Plan =>
  planOf(
    planData(
      { kind: 'rate', rrule: 'FREQ=WEEKLY;COUNT=10', time: '05:30', declared: 10 },
      { id, year, ...more },
    ),
  )
const known = (of: Plan, adopted = '2025-01-10', decided: boolean | null = null): KnownPlan => ({
  ...{ plan: adoptedPlan(of), adoptedAt: instantOf(adopted), decided },
})
/** As the program makes it, while nobody issued one. */
const running = (of: Plan, more: Partial<AdoptedPlan> = {}): KnownPlan => ({
  ...{
    plan: adoptedPlan(of, { origin: 'next-year', ...more }),
    adoptedAt: instantOf('2025-12-01'),
    decided: null,
  },
})
const made = (plans: KnownPlan[], since: string, now: string) =>
  carryOn(plans, instantOf(since), instantOf(now)).make.map(({ plan, of }) => [plan.id, of])

const OLD = plan('thu-2025', 2025)
const ONCE = planOf(
  planData(
    { kind: 'window', window: { from: '2025-01-01', to: '2025-12-31' } },
    { id: 'mot-lan-2025', year: 2025 },
  ),
)

test.each([
  ['not before December', [known(OLD)], '2025-11-01', '2025-11-30', []],
  ['from 1 December on', [known(OLD)], '2025-11-01', '2025-12-01', [['thu-2025@2026', 'thu-2025']]],
  [
    'in the new year, after a pause',
    [known(OLD)],
    '2025-11-20',
    '2026-01-20',
    [['thu-2025@2026', 'thu-2025']],
  ],
  ['not when somebody decided against it', [known(OLD, '2025-01-10', false)], '2025-11-01', '2025-12-01', []],
  ['not when all of it is to be done once', [known(ONCE)], '2025-11-01', '2025-12-01', []],
  [
    'to be done once, when somebody decided so',
    [known(ONCE, '2025-01-10', true)],
    '2025-11-01',
    '2025-12-01',
    [['mot-lan-2025@2026', 'mot-lan-2025']],
  ],
  [
    'not while there is one whose id differs in the year alone',
    [known(OLD), known(plan('thu-2026', 2026))],
    '2025-11-01',
    '2025-12-01',
    [],
  ],
  [
    'not while there is one that says that it succeeds it',
    [known(OLD), known(plan('moi-2026', 2026, { succeeds: 'thu-2025' }))],
    '2025-11-01',
    '2025-12-01',
    [],
  ],
  [
    'beside another plan of the new year',
    [known(OLD), known(plan('moi-2026', 2026))],
    '2025-11-01',
    '2025-12-01',
    [['thu-2025@2026', 'thu-2025']],
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
      ['thu-2025@2026', 'thu-2025'],
      ['thu-2025@2027', 'thu-2025@2026'],
    ],
  ],
] as const)('%s', (_, plans, since, now, expected) => {
  expect(made([...plans], since, now)).toEqual(expected)
})

const NEW = { succeeds: 'thu-2026', inForceFrom: '2026-07-24' }
const NEXT = plan('thu-2025@2026', 2026)
const ends = (plans: KnownPlan[]) =>
  carryOn(plans, instantOf('2026-07-20'), instantOf('2026-07-20')).end.map((end) => Object.values(end))

test.each([
  ['nothing ends it while nobody succeeds it', [known(plan('khac-2026', 2026))], {}, []],
  [
    'its successor ends it from its own first day',
    [known(plan('moi-2026', 2026, { succeeds: 'thu-2025', inForceFrom: '2026-07-24' }))],
    {},
    [['thu-2025@2026', '2026-07-24', 'moi-2026']],
  ],
  [
    'one that is in force before the year ends it from 1 January',
    [known(plan('thu-2026', 2026, { inForceFrom: '2025-12-20' }))],
    {},
    [['thu-2025@2026', '2026-01-01', 'thu-2026']],
  ],
  [
    'it is ended once',
    [known(plan('moi-2026', 2026, { succeeds: 'thu-2025', inForceFrom: '2026-07-24' }))],
    { ends: { from: '2026-07-24', successor: 'moi-2026', document: null } },
    [],
  ],
  [
    'it has no end again when its successor is no more',
    [],
    { ends: { from: '2026-07-24', successor: 'moi-2026', document: null } },
    [['thu-2025@2026', null, null]],
  ],
  [
    'what a document stopped stays stopped',
    [known(plan('moi-2026', 2026, { succeeds: 'thu-2025' }))],
    { ends: { from: '2026-03-01', successor: null, document: '12/TB-UBND' } },
    [],
  ],
] as const)('a plan that runs on: %s', (_, others, more, expected) => {
  expect(ends([known(OLD), running(NEXT, more), ...others])).toEqual(expected)
})

test.each([
  ['stays ended while there is its successor', [plan('moi-2026', 2026, NEW)], []],
  ['goes on when its successor is no more', [], [['thu-2026', null, null]]],
  [
    'ends when its successor now begins',
    [plan('moi-2026', 2026, { ...NEW, inForceFrom: '2026-08-01' })],
    [['thu-2026', '2026-08-01', 'moi-2026']],
  ],
])('an issued plan that another ended in its year %s', (_, others, expected) => {
  const ended = adoptedPlan(plan('thu-2026', 2026), {
    ends: { from: '2026-07-24', successor: 'moi-2026', document: null },
  })
  const all = [{ ...known(OLD), plan: ended }, ...others.map((one) => known(one))]
  expect(ends(all)).toEqual(expected)
})

test('of three plans that run on, a new one ends the one that it succeeds', () => {
  const three = ['a', 'b', 'c'].flatMap((name) => [
    known(plan(`${name}-2025`, 2025)),
    running(plan(`${name}-2025@2026`, 2026)),
  ])
  expect(ends([...three, known(plan('b-2026', 2026, { inForceFrom: '2026-02-10' }))])).toEqual([
    ['b-2025@2026', '2026-02-10', 'b-2026'],
  ])
})

test('what runs on has the title of the plan that was issued, and days of the new year', () => {
  const titled = plan('thu-2025', 2025, { title: 'Kế hoạch truyền thông năm 2025' })
  const [made] = carryOn([known(titled)], instantOf('2025-11-01'), instantOf('2025-12-01')).make
  expect(made?.plan).toMatchObject({
    ...{ title: 'Kế hoạch truyền thông năm 2025', year: 2026, number: null, issued: null },
    madeFrom: { id: 'thu-2025', year: 2025 },
  })
})

test('what was made is not made again', () => {
  expect(made([known(OLD), running(NEXT)], '2025-12-01', '2025-12-02')).toEqual([])
})

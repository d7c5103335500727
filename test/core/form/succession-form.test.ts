import { expect, test } from 'vitest'
import { filledOf } from '../../../src/core/form/filled.ts'
import { fillPlan, readPlanForm } from '../../../src/core/form/plan-form.ts'
import { replaceable, succeedsField } from '../../../src/core/form/succession-form.ts'
import type { KnownPlan } from '../../../src/core/plan/carry-on.ts'
import type { AdoptedPlan } from '../../../src/core/plan/edition.ts'
import { samplePlan } from '../../support/plans.ts'

const adopted = (id: string, year: number, more: Partial<AdoptedPlan> = {}): KnownPlan => ({
  plan: {
    ...samplePlan('ngok-tu-2025'),
    ...{ id, year, title: `Kế hoạch ${id}`, edition: 1, origin: 'file', ends: null, ...more },
  },
  adoptedAt: 0,
  decided: null,
})
const OWN = { id: 'moi-2026', year: 2026, succeeds: null }
const idsOf = (known: KnownPlan[], own: Parameters<typeof replaceable>[1] = OWN) =>
  replaceable(known, own).map(({ id }) => id)

test('plans of the same year and the year before are offered, older and later ones are not', () => {
  const known = [2024, 2025, 2026, 2027].map((year) => adopted(`a-${year === 2026 ? 'x' : year}`, year))
  expect(idsOf(known)).toEqual(['a-2025', 'a-x'])
})

test('a plan that ended, or has a successor, is not offered; what the plan says already is', () => {
  const known = [
    adopted('dung-2025', 2025, { ends: { from: '2025-06-01', document: '1/QĐ', successor: null } }),
    adopted('cu-2025', 2025),
    adopted('thay', 2026, { succeeds: 'cu-2025' }),
    adopted('con-2025', 2025),
  ]
  expect(idsOf(known)).toEqual(['thay', 'con-2025'])
  expect(idsOf(known, { ...OWN, id: 'thay', succeeds: 'cu-2025' })).toEqual(['cu-2025', 'con-2025'])
})

test('what runs on is offered by the plan from which it does, and by itself when that one is too old', () => {
  const runs = (id: string, year: number) => adopted(id, year, { origin: 'next-year' })
  expect(idsOf([adopted('a-2025', 2025), runs('a-2025@2026', 2026)])).toEqual(['a-2025'])
  expect(idsOf([adopted('a-2024', 2024), runs('a-2024@2025', 2025), runs('a-2024@2026', 2026)])).toEqual([
    'a-2024@2025',
  ])
})

test('there is no field where nothing can be replaced', () => {
  expect(succeedsField([adopted('a', 2020)], OWN)).toBeNull()
})

test('the plan gets what was chosen, loses what was emptied, and refuses what was not offered', () => {
  const known = [adopted('a-2024', 2024)]
  const plan = samplePlan('ngok-tu-2025')
  const field = succeedsField(known, plan)
  const more = field ? [field] : []
  const read = (value: string) => readPlanForm(filledOf([...fillPlan(plan), ['p-thay', value]]), plan, more)
  expect(read('a-2024')).toEqual({ ok: true, value: { ...plan, succeeds: 'a-2024' } })
  const said = { ...plan, succeeds: 'a-2024' }
  const entries = fillPlan(said, more)
  expect(readPlanForm(filledOf(entries), said, more)).toEqual({ ok: true, value: said })
  const emptied = filledOf([...entries.filter(([name]) => name !== 'p-thay'), ['p-thay', '']])
  expect(readPlanForm(emptied, said, more)).toEqual({ ok: true, value: plan })
  const wrong = read('b')
  expect(
    !wrong.ok && wrong.problem.kind === 'invalid' && wrong.problem.errors.map(({ path }) => path),
  ).toEqual([['p-thay']])
})

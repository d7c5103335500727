import { expect, test } from 'vitest'
import { inOwnName, mergedInto, obligationsToPlace } from '../../../src/core/plan/handed-plan.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { planData, planOf } from '../../support/plans.ts'

const weekly = (time: string, day = 'MO') => ({
  ...{ kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=${day}`, time, duration: 15 },
  window: { from: '2025-01-01', to: '2025-12-31' },
})
const obligation = (id: string, cadence: object, title = `Việc ${id} của tỉnh Quảng Ngãi`) => ({
  ...{ id, title, channels: ['loudspeaker'], quote: 'UBND tỉnh Quảng Ngãi yêu cầu mỗi tuần 01 số' },
  cadence,
})
const province = { code: 'tinh-quang-ngai', name: 'UBND tỉnh Quảng Ngãi' }
const planWith = (obligations: object[], more: object = {}): Plan =>
  planOf(planData(weekly('05:30'), { unit: province, obligations, ...more }))
const TO = { unit: { code: 'xa-son-ha', name: 'UBND xã Sơn Hà' }, id: 'thu-2025', succeeds: null }

test('a plan that is handed carries the name of who gets it, its quotes stay, its number is the other office’s', () => {
  const plan = planWith([obligation('A.1', weekly('05:30'))], {
    title: 'Kế hoạch tuyên truyền tỉnh Quảng Ngãi',
    number: '318/KH-UBND',
    issued: '2025-01-05',
  })
  const own = inOwnName(plan, TO)
  expect([own.title, own.unit, own.number, own.issued]).toEqual([
    'Kế hoạch tuyên truyền xã Sơn Hà',
    TO.unit,
    null,
    null,
  ])
  expect(own.assumptions).toEqual(['Theo Kế hoạch số 318/KH-UBND ngày 05/01/2025 của UBND tỉnh Quảng Ngãi.'])
  expect(own.obligations.map(({ title, quote }) => [title, quote])).toEqual([
    ['Việc A.1 của xã Sơn Hà', 'UBND tỉnh Quảng Ngãi yêu cầu mỗi tuần 01 số'],
  ])
})

const before = planWith(['A.1', 'A.2', 'A.3', 'A.4'].map((id) => obligation(id, weekly('05:30'))))
/** The commune chose hours of its own, left one obligation out and added one. */
const held = planWith([
  obligation('A.1', weekly('17:00', 'WE')),
  obligation('A.2', weekly('17:15', 'TH')),
  obligation('A.3', weekly('17:30', 'FR')),
  obligation('B.1', weekly('06:00', 'SU'), 'Việc riêng của xã'),
])
/** The province words one anew, gives one another rhythm, leaves one out and adds one. */
const next = planWith([
  obligation('A.1', weekly('05:30'), 'Việc A.1 viết lại'),
  obligation('A.2', { ...weekly('05:30'), rrule: 'FREQ=WEEKLY;BYDAY=MO,TH' }),
  obligation('A.4', weekly('05:30')),
  obligation('A.5', weekly('05:30')),
])

test('what the office above changed is changed; own hours, own obligations and what was left out stay', () => {
  const merged = mergedInto(held, before, next)
  const rhythm = (plan: Plan) =>
    plan.obligations.map(({ id, title, cadence }) => [
      id,
      title.includes('viết lại'),
      cadence.kind === 'rate' ? `${cadence.rrule} ${cadence.time}` : '',
    ])
  expect(rhythm(merged)).toEqual([
    ['A.1', true, 'FREQ=WEEKLY;BYDAY=WE 17:00'],
    ['A.2', false, 'FREQ=WEEKLY;BYDAY=MO,TH 05:30'],
    ['A.5', false, 'FREQ=WEEKLY;BYDAY=MO 05:30'],
    ['B.1', false, 'FREQ=WEEKLY;BYDAY=SU 06:00'],
  ])
  expect(obligationsToPlace(merged, held)).toEqual(['A.2', 'A.5'])
  expect(obligationsToPlace(next, null)).toEqual(['A.1', 'A.2', 'A.4', 'A.5'])
})

test('nothing changed above changes nothing below', () => {
  expect(mergedInto(held, before, before)).toEqual(held)
})

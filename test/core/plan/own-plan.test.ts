import { expect, test } from 'vitest'
import {
  bareName,
  foreignTexts,
  freePlanId,
  type Own,
  officesOf,
  ownPlan,
  withOwnName,
} from '../../../src/core/plan/own-plan.ts'
import { planData, planOf, samplePlan } from '../../support/plans.ts'

const other = samplePlan('ngok-tu-2025')

const own = (more: Partial<Own> = {}): Own => ({
  id: 'son-ha-2026',
  title: 'Truyền thông CCHC xã Sơn Hà năm 2026',
  unit: { code: 'xa-son-ha', name: 'UBND xã Sơn Hà' },
  number: '15/KH-UBND',
  issued: '2026-01-20',
  inForceFrom: '2026-03-02',
  year: 2026,
  succeeds: null,
  offices: new Map(),
  texts: new Map(),
  ...more,
})

test.each([
  ['UBND xã Ngọk Tụ', 'Ngọk Tụ'],
  ['Ủy ban nhân dân phường Kon Tum', 'Kon Tum'],
  ['UBND thị xã Đức Phổ', 'Đức Phổ'],
  ['Trạm Truyền thanh', 'Trạm Truyền thanh'],
])('%s is called %s', (office, name) => expect(bareName(office)).toBe(name))

test('the plan is the office’s own: its name, number, days and year, its rules in that year', () => {
  const made = ownPlan(other, own())
  if (!made.ok) throw new Error(made.problem.detail)
  const { id, unit, number, issued, inForceFrom, year, obligations } = made.value
  expect([id, unit.name, number, issued, inForceFrom, year]).toEqual([
    ...['son-ha-2026', 'UBND xã Sơn Hà', '15/KH-UBND', '2026-01-20', '2026-03-02', 2026],
  ])
  expect(obligations.length).toBe(other.obligations.length)
  const rate = obligations.find((obligation) => obligation.id === 'C.I.2.a')?.cadence
  expect(rate?.kind === 'rate' && rate.window).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test('offices are called by the names that they have here, each once', () => {
  const plan = planOf(
    planData({ kind: 'continuous' }, {}, { lead: 'Phòng VH-XH', support: ['Văn phòng', 'Đoàn xã'] }),
  )
  expect(officesOf(plan)).toEqual(['Phòng VH-XH', 'Văn phòng', 'Đoàn xã'])
  const offices = new Map([
    ['Phòng VH-XH', 'Trung tâm Dịch vụ tổng hợp'],
    ['Đoàn xã', 'Văn phòng'],
  ])
  const made = ownPlan(plan, own({ year: 2025, offices }))
  const obligation = made.ok ? made.value.obligations[0] : null
  expect([obligation?.lead, obligation?.support]).toEqual(['Trung tâm Dịch vụ tổng hợp', ['Văn phòng']])
})

test('texts that name the other office are found, whatever the tone’s place, until each is decided', () => {
  const plan = planOf(
    planData(
      { kind: 'continuous' },
      {
        unit: { code: 'xa-hoa-an', name: 'UBND xã Hoà An' },
        assumptions: ['Giờ của đài xã Hòa An.', 'Giờ chung.'],
      },
      { title: 'Trang của Hoà An', quote: 'trên địa bàn xã HOÀ AN', assumptions: ['Đài Hoà An chọn.'] },
    ),
  )
  const found = foreignTexts(plan, plan.unit.name)
  expect(found.map(({ place, removable }) => [place, removable])).toEqual([
    ['assumptions.0', true],
    ['A.1.title', false],
    ['A.1.quote', false],
    ['A.1.assumptions.0', true],
  ])
  const texts = new Map<string, string | null>([
    ['assumptions.0', null],
    ['A.1.title', 'Trang của Sơn Hà'],
    ['A.1.quote', 'trên địa bàn xã'],
    ['A.1.assumptions.0', 'Đài chọn.'],
  ])
  const made = ownPlan(plan, own({ year: 2025, texts }))
  if (!made.ok) throw new Error(made.problem.detail)
  expect([foreignTexts(made.value, plan.unit.name), made.value.assumptions]).toEqual([[], ['Giờ chung.']])
})

test('a text is proposed with one’s own office in it', () => {
  const text = 'UBND xã Ngọk Tụ giao Đài xã Ngọk Tụ'
  expect(withOwnName(text, 'UBND xã Ngọk Tụ', 'UBND phường Sơn Hà')).toBe(
    'UBND phường Sơn Hà giao Đài phường Sơn Hà',
  )
})

test('an id that is taken gets a number', () => {
  expect([freePlanId('a-2026', []), freePlanId('a-2026', ['a-2026', 'a-2026-2'])]).toEqual([
    'a-2026',
    'a-2026-3',
  ])
})

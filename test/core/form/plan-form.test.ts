import { expect, test } from 'vitest'
import { type Entry, filledOf } from '../../../src/core/form/filled.ts'
import { fillPlan, readPlanForm, readPlanHead } from '../../../src/core/form/plan-form.ts'
import type { Result } from '../../../src/core/problem.ts'
import { samplePlan } from '../../support/plans.ts'

const NAMES = ['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022']

const errorsOf = (read: Result<unknown>): string[] | null =>
  read.ok || read.problem.kind !== 'invalid'
    ? null
    : read.problem.errors.map(({ path, message }) => `${path}: ${message}`)

test.each(NAMES)('what %s says of itself comes back as it went in', (name) => {
  const plan = samplePlan(name)
  expect(readPlanForm(filledOf(fillPlan(plan)), plan)).toEqual({ ok: true, value: plan })
})

test('what was typed is in the plan, what was emptied is gone, and the obligations stay', () => {
  const plan = { ...samplePlan('ngok-tu-2025'), number: '1/KH' }
  const entries: Entry[] = [
    ...fillPlan(plan).filter(([name]) => name !== 'p-so'),
    ['p-ten', 'Kế hoạch mới'],
    ['p-im', 'SU'],
    ['p-ngay', '24/7/2025'],
  ]
  const read = readPlanForm(filledOf(entries), plan)
  const now = { title: 'Kế hoạch mới', number: null, silentDays: ['SU'], issued: '2025-07-24' }
  expect(read).toEqual({ ok: true, value: { ...plan, ...now } })
})

test.each<[string, Entry, string]>([
  ['no title', ['p-ten', ''], 'p-ten: cần ghi tên kế hoạch'],
  [
    'a day that does not exist',
    ['p-ngay', '30/2/2025'],
    'p-ngay: không phải một ngày có thật, ghi như 24/7/2025',
  ],
  ['a last day within the year', ['p-den', '2025-06-01'], 'p-den: chỉ ghi khi muộn hơn ngày cuối năm'],
])('%s is told at its field', (_, entry, expected) => {
  const plan = samplePlan('ngok-tu-2025')
  expect(
    errorsOf(readPlanForm(filledOf([...fillPlan(plan).filter(([name]) => name !== entry[0]), entry]), plan)),
  ).toEqual([expected])
})

test('a plan that has no obligations yet says what it is', () => {
  const entries: Entry[] = [
    ['p-nam', '2026'],
    ['p-ten', 'Kế hoạch A'],
    ['p-hieu-luc', '2/3/2026'],
  ]
  const read = readPlanHead(filledOf(entries))
  expect(read.ok && [read.value.title, read.value.year, read.value.inForceFrom]).toEqual([
    'Kế hoạch A',
    2026,
    '2026-03-02',
  ])
  expect(errorsOf(readPlanHead(filledOf([['p-nam', '26']])))).toEqual([
    'p-nam: ghi bốn chữ số, từ 1976 đến 2200',
    'p-ten: cần ghi tên kế hoạch',
    'p-hieu-luc: cần ghi ngày',
  ])
})

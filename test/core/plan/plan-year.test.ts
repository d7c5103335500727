import { describe, expect, test } from 'vitest'
import { planForYear } from '../../../src/core/plan/plan-year.ts'
import { onlyObligation, planData, planOf, samplePlan } from '../../support/plans.ts'

type Loose = Record<string, unknown>
const rate = (more: Loose) => ({
  kind: 'rate',
  rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
  time: '05:30',
  ...more,
})

describe('the plan of another year', () => {
  test.each<[string, Loose, number, Loose]>([
    [
      'a window keeps month and day',
      { kind: 'window', window: { from: '2024-04-01', to: '2024-09-30' } },
      2026,
      { window: { from: '2026-04-01', to: '2026-09-30' } },
    ],
    [
      'the end of February stays the end of February',
      { kind: 'window', window: { from: '2024-02-29', to: '2024-02-29' } },
      2025,
      { window: { from: '2025-02-28', to: '2025-02-28' } },
    ],
    [
      'and grows again',
      { kind: 'window', window: { from: '2024-02-01', to: '2024-02-29' } },
      2028,
      { window: { from: '2028-02-01', to: '2028-02-29' } },
    ],
    ['a deadline', { kind: 'deadline', before: '2024-11-25' }, 2026, { before: '2026-11-25' }],
    [
      'the last day of a month',
      { kind: 'deadline', window: { to: '2024-06-30' } },
      2026,
      { window: { from: null, to: '2026-06-30' } },
    ],
    ['an anchor', { kind: 'continuous', anchor: '2024-10-10' }, 2026, { anchor: '2026-10-10' }],
    [
      'a measure',
      { kind: 'measure', target: { value: 50, unit: '%', by: '2024-02-29' } },
      2025,
      { target: { value: 50, unit: '%', by: '2025-02-28' } },
    ],
    [
      'an event is not known yet',
      { kind: 'event-offset', trigger: '2024-05-01', days: 1, times: ['05:30'] },
      2026,
      { trigger: null },
    ],
    [
      'a rule begins anew',
      rate({ start: '2024-03-04' }),
      2026,
      { start: null, rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' },
    ],
    [
      'a rule that leaves its weekday to its first day keeps it',
      rate({ rrule: 'FREQ=WEEKLY;COUNT=3', start: '2024-03-06' }),
      2026,
      { start: null, rrule: 'FREQ=WEEKLY;COUNT=3;BYDAY=WE' },
    ],
    [
      'or to the first day of its window',
      rate({ rrule: 'FREQ=WEEKLY', window: { from: '2024-08-05', to: '2024-12-31' } }),
      2026,
      { rrule: 'FREQ=WEEKLY;BYDAY=MO', window: { from: '2026-08-05', to: '2026-12-31' } },
    ],
    [
      'the day of the month',
      rate({ rrule: 'FREQ=MONTHLY;COUNT=12', start: '2024-01-15' }),
      2026,
      { start: null, rrule: 'FREQ=MONTHLY;COUNT=12;BYMONTHDAY=15' },
    ],
    [
      'the day of the year',
      rate({ rrule: 'FREQ=YEARLY;COUNT=1', start: '2024-10-10' }),
      2026,
      { start: null, rrule: 'FREQ=YEARLY;COUNT=1;BYMONTH=10;BYMONTHDAY=10' },
    ],
    [
      'quarter ends stay quarter ends',
      rate({ rrule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;COUNT=4', start: '2024-03-31' }),
      2026,
      { start: '2026-03-01' },
    ],
    [
      'also in a window that begins within a quarter',
      rate({
        rrule: 'FREQ=MONTHLY;INTERVAL=6;COUNT=1',
        start: '2024-10-31',
        window: { from: '2024-07-01', to: '2024-12-31' },
      }),
      2026,
      {
        start: '2026-10-01',
        rrule: 'FREQ=MONTHLY;INTERVAL=6;COUNT=1;BYMONTHDAY=31',
        window: { from: '2026-07-01', to: '2026-12-31' },
      },
    ],
    [
      'the end of a rule moves along',
      rate({ rrule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20240229' }),
      2025,
      { rrule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20250228' },
    ],
    ['reports are those of the new year', { kind: 'report', periods: ['Q1'] }, 2026, { periods: ['Q1'] }],
  ])('%s', (_, cadence, year, changed) => {
    const plan = planOf(planData(cadence, { year: 2024 }))
    const before = onlyObligation(plan)
    expect(onlyObligation(planForYear(plan, year))).toEqual({
      ...before,
      cadence: { ...before.cadence, ...changed },
    })
  })

  test('a window that ends with February ends with it in a leap year too', () => {
    const window = { from: '2025-01-01', to: '2025-02-28' }
    const { cadence } = onlyObligation(planForYear(planOf(planData({ kind: 'window', window })), 2028))
    expect(cadence).toMatchObject({ window: { from: '2028-01-01', to: '2028-02-29' } })
  })

  test('has the year in its id, no number and no issue, and is in force from its first day', () => {
    const plan = planOf(
      planData({ kind: 'continuous' }, { number: '12/KH', issued: '2025-03-01', until: '2026-06-30' }),
    )
    const { obligations, ...head } = planForYear(plan, 2027)
    expect(head).toEqual({
      ...{ id: 'thu-2025@2027', title: plan.title, unit: plan.unit, number: null, issued: null },
      ...{ inForceFrom: '2027-01-01', year: 2027, until: '2028-06-30', silentDays: [] },
      ...{ assumptions: [], topics: [], succeeds: null, madeFrom: { id: 'thu-2025', year: 2025 } },
    })
    expect(obligations).toEqual(plan.obligations)
  })

  test('of its own year it is itself; of a third year it does not pile up ids', () => {
    const plan = samplePlan('ngok-tu-2025')
    expect(planForYear(plan, 2025)).toBe(plan)
    const third = planForYear(planForYear(plan, 2026), 2027)
    expect([third.id, third.madeFrom, third.assumptions]).toEqual([
      'ngok-tu-2025@2027',
      { id: 'ngok-tu-2025', year: 2025 },
      plan.assumptions,
    ])
  })

  test.each([
    ['Kế hoạch truyền thông năm 2025', 'Kế hoạch truyền thông năm 2027'],
    ['Kế hoạch truyền thông 2025', 'Kế hoạch truyền thông 2027'],
    ['Hội nghị Quý III/2025', 'Hội nghị Quý III/2027'],
    ['Thực hiện Nghị quyết 57/2025/NQ-CP', 'Thực hiện Nghị quyết 57/2025/NQ-CP'],
    ['Đề án giai đoạn 2021-2025', 'Đề án giai đoạn 2021-2025'],
    ['Đề án giai đoạn 2025 – 2030', 'Đề án giai đoạn 2025 – 2030'],
  ])('the year in a title goes along, not that of a document or a span: %s', (title, expected) => {
    const plan = planOf(planData({ kind: 'continuous' }, { title }, { title }))
    const other = planForYear(plan, 2027)
    expect([other.title, onlyObligation(other).title]).toEqual([expected, expected])
  })
})

import { describe, expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { parsePeriod } from '../../src/core/period.ts'
import { lint } from '../../src/core/plan/lint.ts'
import type { Plan } from '../../src/core/plan.ts'
import { expand, type Slot } from '../../src/core/slot.ts'
import { contains } from '../../src/core/wall-clock.ts'
import { samplePlan } from '../support/plans.ts'

const slotsOf = (plan: Plan, obligationId: string): Slot[] =>
  expand(plan, calendars.periods).filter((slot) => slot.obligationId === obligationId)
const originals = (slots: Slot[]): Slot[] => slots.filter(({ airing }) => airing === 'new')
const reruns = (slots: Slot[]): Slot[] => slots.filter(({ airing }) => airing === 'rerun')
const codes = (plan: Plan, obligationId: string): string[] =>
  lint(plan, calendars.periods, calendars.work)
    .filter((warning) => warning.obligationId === obligationId)
    .map(({ code }) => code)

const YEARS = Array.from({ length: 12 }, (_, i) => 2024 + i)

describe('Ngọk Tụ 2025, the column every two weeks (C.I.2.a)', () => {
  const plan = samplePlan('ngok-tu-2025')
  const slots = slotsOf(plan, 'C.I.2.a')

  test('has 26 slots at 05:30 for 15 minutes, from 6 January to 22 December', () => {
    expect(slots).toHaveLength(26)
    expect(slots[0]).toEqual({
      id: 'ngok-tu-2025:C.I.2.a:01',
      planId: 'ngok-tu-2025',
      obligationId: 'C.I.2.a',
      ordinal: 1,
      rank: 1,
      airing: 'new',
      of: null,
      date: '2025-01-06',
      time: '05:30',
      minutes: 15,
      leastMinutes: null,
      window: null,
      target: null,
      inForce: false,
      conditional: false,
      withdrawn: false,
    })
    expect(slots.at(-1)?.date).toBe('2025-12-22')
  })

  test('has 11 slots from the in-force date on, and the plan is warned that 26 cannot be reached', () => {
    const feasible = slots.filter(({ inForce }) => inForce).map(({ date }) => date)
    expect(feasible).toHaveLength(11)
    expect([feasible[0], feasible.at(-1)]).toEqual(['2025-08-04', '2025-12-22'])
    expect(codes(plan, 'C.I.2.a')).toEqual(['infeasible-total'])
  })

  test('has 25 slots in report year 2025; the one of 22 December belongs to 2026', () => {
    const year = parsePeriod(calendars.periods, 'report-year', 'Y', 2025)
    if (!year.ok) throw new Error(year.problem.detail)
    expect([year.value.from, year.value.to]).toEqual(['2024-12-15', '2025-12-14'])
    const outside = slots.filter(({ date }) => !contains(year.value, date as string))
    expect(outside.map(({ date }) => date)).toEqual(['2025-12-22'])
  })

  test.each(YEARS)('has 26 slots in %i, each on a Monday, the first on the first Monday', (year) => {
    const again = slotsOf(samplePlan('ngok-tu-2025', year), 'C.I.2.a')
    expect(again).toHaveLength(26)
    expect(Number(again[0]?.date?.slice(8))).toBeLessThanOrEqual(7)
    expect(new Set(again.map(({ date }) => new Date(`${date}T00:00Z`).getUTCDay()))).toEqual(new Set([1]))
    expect(again.filter(({ inForce }) => inForce)).toHaveLength(year === 2025 ? 11 : 26)
  })

  test.each(YEARS)('without COUNT the rule makes 27 slots in 2024, 2029 and 2035, else 26 (%i)', (year) => {
    const again = samplePlan('ngok-tu-2025', year)
    again.obligations = again.obligations.map((one) =>
      one.id === 'C.I.2.a' && one.cadence.kind === 'rate'
        ? { ...one, cadence: { ...one.cadence, rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' } }
        : one,
    )
    expect(slotsOf(again, 'C.I.2.a')).toHaveLength([2024, 2029, 2035].includes(year) ? 27 : 26)
  })
})

describe('Ngọk Tụ 2025, the monthly programme with reruns (C.I.2.c)', () => {
  const slots = slotsOf(samplePlan('ngok-tu-2025'), 'C.I.2.c')

  test('has its 12 originals on first Tuesdays', () => {
    expect(originals(slots).map(({ date }) => date?.slice(5))).toEqual([
      '01-07',
      '02-04',
      '03-04',
      '04-01',
      '05-06',
      '06-03',
      '07-01',
      '08-05',
      '09-02',
      '10-07',
      '11-04',
      '12-02',
    ])
  })

  test('has 36 reruns, 7, 14 and 21 days later, named after their original', () => {
    expect(reruns(slots)).toHaveLength(36)
    expect(slots.slice(0, 4).map(({ id, of, date }) => [id, of, date])).toEqual([
      ['ngok-tu-2025:C.I.2.c:01', null, '2025-01-07'],
      ['ngok-tu-2025:C.I.2.c:01.r1', 'ngok-tu-2025:C.I.2.c:01', '2025-01-14'],
      ['ngok-tu-2025:C.I.2.c:01.r2', 'ngok-tu-2025:C.I.2.c:01', '2025-01-21'],
      ['ngok-tu-2025:C.I.2.c:01.r3', 'ngok-tu-2025:C.I.2.c:01', '2025-01-28'],
    ])
  })

  test.each(YEARS)('keeps 12 + 36 in %i, each rerun in its original’s month', (year) => {
    const again = slotsOf(samplePlan('ngok-tu-2025', year), 'C.I.2.c')
    expect([originals(again).length, reruns(again).length]).toEqual([12, 36])
    const monthOf = new Map(originals(again).map(({ id, date }) => [id, date?.slice(0, 7)]))
    expect(reruns(again).every(({ of, date }) => monthOf.get(of as string) === date?.slice(0, 7))).toBe(true)
  })
})

describe('windows and deadlines', () => {
  const window = (name: string, id: string, year?: number) =>
    slotsOf(samplePlan(name, year), id).map((slot) => slot.window)

  test('Quý III/2025 is one slot in July to September, and 10/10 lies outside of it', () => {
    expect(window('ngok-tu-2025', 'C.I.3.a')).toEqual([{ from: '2025-07-01', to: '2025-09-30' }])
    expect(codes(samplePlan('ngok-tu-2025'), 'C.I.3.a')).toEqual(['anchor-outside-window'])
  })

  test.each(YEARS)('Quý III moves with the year (%i)', (year) => {
    expect(window('ngok-tu-2025', 'C.I.3.a', year)).toEqual([{ from: `${year}-07-01`, to: `${year}-09-30` }])
  })

  test('Đức Phổ 2024: 12 monthly programmes of 10 to 15 minutes', () => {
    const slots = slotsOf(samplePlan('duc-pho-2024'), 'III.8')
    expect(slots).toHaveLength(12)
    expect(new Set(slots.map(({ minutes, leastMinutes }) => `${leastMinutes}-${minutes}`))).toEqual(
      new Set(['10-15']),
    )
  })

  test('Đức Phổ 2024: Quý I, and Quý II and III as one window', () => {
    expect(window('duc-pho-2024', 'III.3')).toEqual([{ from: '2024-01-01', to: '2024-03-31' }])
    expect(window('duc-pho-2024', 'III.4')).toEqual([{ from: '2024-04-01', to: '2024-09-30' }])
  })

  test('"trước ngày 25/11/2024" is due on Sunday the 24th; the last working day is Friday the 22nd', () => {
    const plan = samplePlan('duc-pho-2024')
    expect(window('duc-pho-2024', 'V')[0]?.to).toBe('2024-11-24')
    const warning = lint(plan, calendars.periods, calendars.work).find(
      ({ code }) => code === 'deadline-on-day-off',
    )
    expect(warning).toEqual({
      code: 'deadline-on-day-off',
      obligationId: 'V',
      message:
        'Hạn chót Chủ nhật 24/11/2024 là ngày nghỉ; ngày làm việc cuối cùng trước hạn là thứ Sáu 22/11/2024.',
    })
  })
})

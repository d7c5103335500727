import { describe, expect, it } from 'vitest'
import { read } from '../../../../src/core/reading.ts'
import { instantOf } from '../../../../src/core/wall-clock.ts'
import { yearView } from '../../../../src/routes/views/calendar/year.ts'
import { monthCell, spanCell } from '../../../../src/routes/views/calendar/year-cell.ts'
import { seenAt } from '../../../support/moments.ts'
import { adoptedPlan, planData, planOf, samplePlan } from '../../../support/plans.ts'
import { factOf, frame, recordsOf } from '../records.ts'

const NOON = instantOf('2025-08-20', '12:00')
const weekly = planOf(
  planData(
    {
      kind: 'rate',
      rrule: 'FREQ=WEEKLY;BYDAY=MO',
      time: '05:30',
      window: { from: '2025-08-01', to: '2025-08-31' },
    },
    { inForceFrom: '2025-08-05' },
  ),
)
/** Mondays of August 2025: 4 (before the plan was in force), 11, 18, 25. */
const slot = (ordinal: number) => `thu-2025:A.1:0${ordinal}`
const aired = (ordinal: number) => factOf(slot(ordinal), 'aired', instantOf('2025-08-11', '05:30'))
const missed = (ordinal: number) => factOf(slot(ordinal), 'not-aired', instantOf('2025-08-11', '05:30'))

const face = (ordinals: number[], facts: Parameters<typeof recordsOf>[1] = []) => {
  const records = recordsOf(weekly, facts).filter((record) => ordinals.includes(record.slot.ordinal))
  const { text, look } = monthCell(read(records, seenAt(NOON)), 8)
  return [text, look]
}

describe('a month of an obligation reads without its colour', () => {
  it.each([
    ['nothing planned', face([]), ['', 'none']],
    ['before the plan was in force', face([1]), ['(1)', 'outside']],
    ['ahead', face([4]), ['·1', 'ahead']],
    ['unconfirmed', face([2, 3]), ['?2', 'ask']],
    ['kept', face([2, 3], [aired(2), aired(3)]), ['2/2', 'kept']],
    ['kept, some ahead', face([2, 4], [aired(2)]), ['1/2', 'ahead']],
    ['missed in part', face([2, 3], [aired(2), missed(3)]), ['1/2', 'part']],
    ['missed', face([2, 3], [missed(2), missed(3)]), ['0/2', 'missed']],
    ['kept in part, the rest unconfirmed', face([2, 3], [aired(2)]), ['1/2?', 'ask']],
    ['aired before the plan was in force', face([1], [aired(1)]), ['1/1', 'kept']],
  ])('%s', (_, seen, expected) => {
    expect(seen).toEqual(expected)
  })
})

describe('what has a window or a deadline stands over its months', () => {
  const cell = (cadence: object, now = NOON, plan: object = {}) => {
    const { words: _, ...rest } = spanCell(
      read(recordsOf(planOf(planData({ ...cadence }, { ...plan }))), seenAt(now)),
      2025,
    )
    return rest
  }
  const quarter = { from: '2025-07-01', to: '2025-09-30' }

  it.each([
    [
      { kind: 'window', window: quarter },
      { month: 7, span: 3, text: 'quý III', look: 'span' },
    ],
    [
      { kind: 'window', window: { from: '2025-01-01', to: '2025-12-31' } },
      { month: 1, span: 12, text: 'trong năm', look: 'span' },
    ],
    [
      { kind: 'window', window: { from: '2025-01-01', to: '2025-03-31' } },
      { month: 1, span: 3, text: '? quý I', look: 'ask' },
    ],
    [
      { kind: 'window', window: quarter, conditional: true },
      { month: 7, span: 3, text: 'nếu có: quý III', look: 'always' },
    ],
    [
      { kind: 'window', window: quarter, times: 2 },
      { month: 7, span: 3, text: '0/2 quý III', look: 'span' },
    ],
    [
      { kind: 'deadline', before: '2025-11-25' },
      { month: 11, span: 1, text: '24/11', look: 'due' },
    ],
  ])('%j', (cadence, expected) => {
    expect(cell(cadence)).toEqual(expected)
  })

  it('a deadline of the next year points beyond the table', () => {
    const cadence = { kind: 'deadline', window: { to: '2026-06-30' } }
    expect(cell(cadence, NOON, { until: '2026-12-31' })).toEqual({
      month: 12,
      span: 1,
      text: '› 6/2026',
      look: 'due',
    })
  })
})

describe('the table of a year', () => {
  const plan = adoptedPlan(samplePlan('ngok-tu-2025'))
  const view = yearView({
    frame,
    year: 2025,
    plans: [plan],
    readings: read(recordsOf(plan), seenAt(NOON)),
    now: NOON,
  })
  const rows = view.plans[0]?.rows ?? []

  it('has twelve months in every row, whatever stands over them', () => {
    const months = rows.map(({ cells }) =>
      cells.flatMap(({ month, span }) => Array.from({ length: span }, (_, i) => month + i)),
    )
    expect(new Set(months.map(String))).toEqual(new Set(['1,2,3,4,5,6,7,8,9,10,11,12']))
  })

  it('counts originals and reruns in rows of their own, against the declared total', () => {
    const own = rows.filter(({ clause }) => clause === 'C.I.2.c')
    expect(own.map(({ of, total, cells }) => [of, total, cells.map(({ text }) => text).join(' ')])).toEqual([
      [null, '0/12', '(1) (1) (1) (1) (1) (1) (1) ?1 ·1 ·1 ·1 ·1'],
      ['phát lại', '0/36', '(3) (3) (3) (3) (3) (3) (3) 0/3? ·3 ·3 ·3 ·3'],
    ])
  })

  it('gives a continuous obligation no count', () => {
    const row = rows.find(({ clause }) => clause === 'C.II.2')
    expect([row?.total, row?.cells.map(({ text }) => text)]).toEqual(['', ['thường xuyên']])
  })

  it('says so when the year has no plan', () => {
    const empty = yearView({ frame, year: 2031, plans: [plan], readings: [], now: NOON })
    expect([empty.plans, empty.say.map(({ words }) => words)]).toEqual([
      [],
      ['Năm 2031 chưa có kế hoạch nào.', 'Xem các kế hoạch'],
    ])
  })
})

describe("another year's plan", () => {
  const late = planOf(
    planData({
      ...{ kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=20;COUNT=12', time: '17:30', declared: 12 },
      reruns: { times: 1, afterDays: [16] },
    }),
  )
  const of = (year: number) =>
    yearView({
      frame,
      year,
      plans: [adoptedPlan(late)],
      readings: read(recordsOf(late), seenAt(NOON)),
      now: NOON,
    })

  it('has what it asks for in this year, by planned day, and nothing else', () => {
    const cells = of(2026).plans[0]?.rows.map((row) => [row.of, row.cells.map(({ text }) => text).join('')])
    expect(cells).toEqual([
      [null, ''],
      ['phát lại', '·1'],
    ])
    expect(of(2027).plans).toEqual([])
  })
})

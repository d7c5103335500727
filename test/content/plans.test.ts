import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parsePlan } from '../../src/core/plan/parse-plan.ts'
import type { Obligation, Plan } from '../../src/core/plan.ts'
import { tidy } from '../../src/core/text.ts'
import { comparable } from '../support/quotes.ts'

const CLAUSES = {
  'ngok-tu-2025':
    'C.I.1 C.I.2.a C.I.2.b C.I.2.c C.I.2.d C.I.3.a C.I.3.b C.I.3.c C.I.3.d C.I.3.đ C.I.3.e ' +
    'C.II.1 C.II.2 C.II.3 C.II.4 C.II.5 C.II.6 C.II.7.a C.II.7.b E.5.c',
  'duc-pho-2024': 'III.1 III.2 III.3 III.4 III.5 III.6 III.7 III.8 III.9 V',
  'quang-ngai-117-2022':
    'II.1.a II.1.b-1 II.1.b-2 II.1.b-3 II.1.b-4 II.1.c-1 II.1.c-2 II.1.c-3 II.1.c-4 ' +
    'II.1.d-1 II.1.d-2 II.1.d-3 II.1.d-4 II.1.d-5 II.1.đ-1 II.1.đ-2 II.1.đ-3 II.1.đ-4 II.1.e II.1.f ' +
    'II.2.a II.2.b II.2.c II.2.d-1 II.2.d-2 II.3.a II.3.b II.4.a II.4.b II.4.c II.4.d-1 II.4.d-2 II.4.đ ' +
    'II.5-1 II.5-2 II.5-3 II.6-1 II.6-2 II.6-3 II.6-4 II.6-5 II.6-6 II.6-7 II.7.a II.7.b II.7.c',
}
type PlanId = keyof typeof CLAUSES
const PLANS = Object.keys(CLAUSES) as PlanId[]

const repo = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const planText = (id: PlanId) => repo(`test/fixtures/plans/${id}.txt`)

function readPlan(id: PlanId): Plan {
  const parsed = parsePlan(parse(repo(`content/plans/${id}.yaml`)))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem, null, 2))
  return parsed.value
}

const obligation = (id: PlanId, clause: string) =>
  readPlan(id).obligations.find((each) => each.id === clause) as Obligation

/** As written, but for markdown marks, line breaks and the Unicode form. */
const verbatim = (text: string) => tidy(text.replace(/[*_]/g, ''))
const occurrences = (text: string, part: string) => text.split(part).length - 1

describe.each(PLANS)('the plan file %s', (id) => {
  test('is named by its id and holds every clause of the plan, in the order of the plan', () => {
    const plan = readPlan(id)
    expect(plan.id).toBe(id)
    expect(plan.obligations.map((each) => each.id).join(' ')).toBe(CLAUSES[id])
  })

  test('quotes words that stand in the plan at one place only', () => {
    const text = verbatim(planText(id))
    const found = readPlan(id).obligations.map(({ id, quote }) => [id, occurrences(text, verbatim(quote))])
    expect(found).toEqual(found.map(([clause]) => [clause, 1]))
  })

  test('quotes words that a comparison finds whatever their spelling of tones', () => {
    const text = comparable(planText(id))
    const lost = readPlan(id).obligations.filter(({ quote }) => !text.includes(comparable(quote)))
    expect(lost).toEqual([])
  })

  test('says for every obligation what the office assumed', () => {
    expect(readPlan(id).obligations.filter(({ assumptions }) => assumptions.length === 0)).toEqual([])
  })

  test('states no total and no percentage that neither the quote nor an assumption states', () => {
    const invented = readPlan(id).obligations.filter(({ quote, assumptions, cadence }) => {
      if (cadence.kind === 'measure') return !statesPercent(quote, cadence.target.value)
      const declared = 'declared' in cadence ? cadence.declared : null
      return declared !== null && !new RegExp(`(^|\\D)${declared} `).test([quote, ...assumptions].join('\n'))
    })
    expect(invented).toEqual([])
  })
})

/** "50%", or the lower end of "65 - 70%". */
const statesPercent = (quote: string, value: number) => new RegExp(`(^|\\D)${value}( - \\d+)?%`).test(quote)

test('the three plans say who issued them, for which year and from when', () => {
  const heads = PLANS.map((id) => {
    const { unit, number, issued, inForceFrom, year, until } = readPlan(id)
    return { code: unit.code, number, issued, inForceFrom, year, until }
  })
  expect(heads).toEqual([
    { code: 'xa-ngok-tu', number: null, issued: null, inForceFrom: '2025-07-24', year: 2025, until: null },
    {
      code: 'thi-xa-duc-pho',
      number: null,
      issued: null,
      inForceFrom: '2024-01-25',
      year: 2024,
      until: null,
    },
    {
      code: 'tinh-quang-ngai',
      number: '117/KH-UBND',
      issued: '2022-07-27',
      inForceFrom: '2022-07-27',
      year: 2022,
      until: '2023-06-30',
    },
  ])
})

const YEAR_2025 = { from: '2025-01-01', to: '2025-12-31' }
const PLAIN = { conditional: false, anchor: null }

test.each<[PlanId, string, string, Obligation['cadence']]>([
  [
    'ngok-tu-2025',
    'C.I.2.a',
    '01 số/2 tuần (26 số/năm)',
    {
      kind: 'rate',
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=26',
      start: null,
      time: '05:30',
      duration: 15,
      minutes: null,
      declared: 26,
      reruns: null,
      window: YEAR_2025,
      ...PLAIN,
    },
  ],
  [
    'ngok-tu-2025',
    'C.I.2.c',
    'Mỗi tháng 01 chuyên mục và phát lại 03 lần/tháng',
    {
      kind: 'rate',
      rrule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=12',
      start: null,
      time: '17:30',
      duration: 15,
      minutes: null,
      declared: 12,
      reruns: { times: 3, afterDays: [7, 14, 21], time: null },
      window: YEAR_2025,
      ...PLAIN,
    },
  ],
  [
    'ngok-tu-2025',
    'C.I.3.a',
    'Quý III/2025',
    {
      kind: 'window',
      window: { from: '2025-07-01', to: '2025-09-30' },
      times: 1,
      declared: null,
      conditional: false,
      anchor: '2025-10-10',
    },
  ],
  [
    'ngok-tu-2025',
    'C.I.3.b',
    '(nếu có)',
    { kind: 'window', window: YEAR_2025, times: 1, declared: null, conditional: true, anchor: null },
  ],
  [
    'ngok-tu-2025',
    'C.II.1',
    'Thường xuyên trong năm',
    { kind: 'continuous', window: YEAR_2025, minimum: null, ...PLAIN },
  ],
  [
    'ngok-tu-2025',
    'E.5.c',
    'định kỳ quý, 6 tháng, năm',
    { kind: 'report', periods: ['Q1', 'H1', 'Q3', 'Y'], dueDay: null, ...PLAIN },
  ],
  [
    'duc-pho-2024',
    'III.8',
    'Mỗi tháng 01 chương trình (10 - 15 phút)',
    {
      kind: 'rate',
      rrule: 'FREQ=MONTHLY;BYDAY=-1TU;COUNT=12',
      start: null,
      time: '17:30',
      duration: null,
      minutes: { min: 10, max: 15 },
      declared: 12,
      reruns: null,
      window: { from: '2024-01-01', to: '2024-12-31' },
      ...PLAIN,
    },
  ],
  [
    'duc-pho-2024',
    'III.3',
    'Quý I/2024',
    { kind: 'window', window: { from: '2024-01-01', to: '2024-03-31' }, times: 1, declared: null, ...PLAIN },
  ],
  [
    'duc-pho-2024',
    'III.4',
    'Trong quý II, III năm 2024',
    { kind: 'window', window: { from: '2024-04-01', to: '2024-09-30' }, times: 1, declared: null, ...PLAIN },
  ],
  [
    'duc-pho-2024',
    'V',
    'trước ngày 25/11/2024',
    { kind: 'deadline', before: '2024-11-25', window: null, ...PLAIN },
  ],
  [
    'quang-ngai-117-2022',
    'II.2.a',
    'Tháng 9/2022',
    { kind: 'deadline', before: null, window: { from: null, to: '2022-09-30' }, ...PLAIN },
  ],
  [
    'quang-ngai-117-2022',
    'II.1.e',
    'Tháng 06/2023',
    { kind: 'deadline', before: null, window: { from: null, to: '2023-06-30' }, ...PLAIN },
  ],
  [
    'quang-ngai-117-2022',
    'II.2.d-2',
    'trước ngày 15/11/2022',
    { kind: 'deadline', before: '2022-11-15', window: null, ...PLAIN },
  ],
  [
    'quang-ngai-117-2022',
    'II.4.c',
    'đến tháng 9/2022 có ít nhất 50% số xã, phường, thị trấn',
    { kind: 'measure', target: { value: 50, unit: '%', by: '2022-09-30' }, ...PLAIN },
  ],
  [
    'quang-ngai-117-2022',
    'II.3.b',
    'Theo lộ trình, hướng dẫn của các cơ quan Trung ương',
    {
      kind: 'window',
      window: { from: '2022-01-01', to: '2022-12-31' },
      times: 1,
      declared: null,
      conditional: true,
      anchor: null,
    },
  ],
])('%s %s rests on the words "%s" and becomes its cadence', (id, clause, words, cadence) => {
  const found = obligation(id, clause)
  expect(verbatim(found.quote)).toContain(words)
  expect(found.cadence).toEqual(cadence)
})

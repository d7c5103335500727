import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { parsePlan } from '../../../src/core/plan/parse-plan.ts'
import { formatPath } from '../../../src/core/problem.ts'
import { expand } from '../../../src/core/slot.ts'
import { onlyObligation, planData, planOf } from '../../support/plans.ts'

type Loose = Record<string, unknown>

/** `path: code message`, or `ok`. */
function faults(data: unknown): string[] {
  const plan = parsePlan(data)
  if (plan.ok) return ['ok']
  if (plan.problem.kind !== 'invalid') throw new Error(plan.problem.kind)
  return plan.problem.errors.map(({ path, code, message }) => `${formatPath(path)}: ${code}, ${message}`)
}

/** The same for one cadence, with the path from it on. */
const cadenceFaults = (cadence: Loose, plan: Loose = {}): string[] =>
  faults(planData(cadence, plan)).map((fault) => fault.replace('obligations[0].cadence.', ''))

const rate = (rrule: string, more: Loose = {}) => ({ kind: 'rate', rrule, time: '05:30', ...more })
const MONDAYS = 'FREQ=WEEKLY;BYDAY=MO;COUNT=3'
const year = { from: '2025-01-01', to: '2025-12-31' }

describe('a rate needs a rule that ends and that comes', () => {
  const endless = ['rrule: endless-rule, quy tắc lặp không có điểm dừng: thêm COUNT, UNTIL hoặc window']
  const impossible = ['rrule: impossible-rule, quy tắc lặp không cho ngày nào trong thời gian của kế hoạch']

  test.each<[string, Loose, string[]]>([
    ['FREQ=WEEKLY;BYDAY=MO', {}, endless],
    ['FREQ=WEEKLY;BYDAY=MO', { window: year }, ['ok']],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20250630', {}, ['ok']],
    ['FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2;COUNT=1', {}, impossible],
    ['FREQ=MONTHLY;BYDAY=53MO;COUNT=1', {}, impossible],
    ['FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2;COUNT=1', {}, impossible],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1', {}, impossible],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=3', { start: '2025-12-31' }, impossible],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20250105', {}, impossible],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20250630', { window: { from: '2025-07-01', to: '2025-07-06' } }, impossible],
  ])('%s with %j', (rrule, more, errors) => {
    expect(cadenceFaults(rate(rrule, more))).toEqual(errors)
  })

  test.each([
    ['FREQ=MONTHLY;BYDAY=0MO;COUNT=2', 'BYDAY=0MO không đúng dạng của RFC 5545'],
    ['FREQ=MONTHLY;BYDAY=-MO;COUNT=2', 'BYDAY=-MO không đúng dạng của RFC 5545'],
    ['FREQ=MONTHLY;BYDAY=54MO;COUNT=2', 'BYDAY=54MO không đúng dạng của RFC 5545'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367;COUNT=2', 'BYSETPOS=367 không đúng dạng của RFC 5545'],
    ['FREQ=YEARLY;BYYEARDAY=367;COUNT=2', 'BYYEARDAY=367 không đúng dạng của RFC 5545'],
    ['FREQ=WEEKLY;COUNT=2=3', 'COUNT=2=3 không đúng dạng của RFC 5545'],
    ['FREQ=DAILY;BYDAY=MO;BYSETPOS=1;COUNT=2', 'BYSETPOS không dùng với FREQ=DAILY ở đây'],
  ])('%s is no rule', (rrule, problem) => {
    expect(cadenceFaults(rate(rrule))).toEqual([`rrule: custom, ${problem}`])
  })

  test('no text for a rule makes the reader throw', () => {
    const value = fc.oneof(
      fc.constantFrom(
        'MO',
        '1MO',
        '-1SU',
        '53FR',
        '5',
        '-31',
        '366',
        '-366',
        '0',
        '20250630',
        '20250630T170000Z',
        '',
        'MO,TU',
        '29,30,31',
        '1,12',
      ),
      fc.string({ maxLength: 4 }),
    )
    const name = fc.constantFrom(
      'INTERVAL',
      'COUNT',
      'UNTIL',
      'BYDAY',
      'BYMONTHDAY',
      'BYMONTH',
      'BYSETPOS',
      'BYWEEKNO',
      'BYYEARDAY',
      'WKST',
      'TZID',
    )
    const part = fc.tuple(name, value).map((pair) => pair.join('='))
    const frequency = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY', '')
    const rule = fc
      .tuple(frequency, fc.array(part, { maxLength: 4 }))
      .map(([first, parts]) => [`FREQ=${first}`, ...parts].join(';'))
    fc.assert(
      fc.property(rule, (rrule) => {
        expect(parsePlan(planData(rate(rrule, { window: year })))).toHaveProperty('ok')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the numbers and hours of a cadence', () => {
  test.each<[string, Loose, string[]]>([
    ['a negative length', rate(MONDAYS, { duration: -15 }), ['duration: too-small, phải từ 1 phút trở lên']],
    ['no length', rate(MONDAYS, { duration: 0 }), ['duration: too-small, phải từ 1 phút trở lên']],
    ['half a minute', rate(MONDAYS, { duration: 1.5 }), ['duration: invalid-type, phải là số phút nguyên']],
    ['more than a day', rate(MONDAYS, { duration: 1441 }), ['duration: too-big, không quá 1440 phút']],
    [
      'the longest before the shortest',
      rate(MONDAYS, { minutes: { min: 15, max: 10 } }),
      ['minutes.max: custom, số phút ít nhất phải không quá số phút nhiều nhất'],
    ],
    [
      '24:00',
      rate(MONDAYS, { time: '24:00' }),
      ['time: custom, không phải một giờ có thật (viết dạng "HH:mm", từ 00:00 đến 23:59)'],
    ],
    [
      'an hour that YAML 1.1 read as a number',
      rate(MONDAYS, { time: 330 }),
      ['time: invalid-type, phải là giờ dạng "HH:mm", đặt trong dấu nháy'],
    ],
    ['a total of nothing', rate(MONDAYS, { declared: 0 }), ['declared: too-small, phải từ 1 trở lên']],
    [
      'NaN as a total',
      rate(MONDAYS, { declared: Number.NaN }),
      ['declared: invalid-type, phải là số nguyên'],
    ],
    [
      'fewer days than reruns',
      rate(MONDAYS, { reruns: { times: 3, afterDays: [7] } }),
      ['reruns.afterDays: custom, cần đúng một số ngày cho mỗi lần phát lại'],
    ],
    [
      'reruns that go back',
      rate(MONDAYS, { reruns: { times: 2, afterDays: [7, 7] } }),
      ['reruns.afterDays: custom, các số ngày phải tăng dần'],
    ],
    [
      'a rerun before its original',
      rate(MONDAYS, { reruns: { times: 1, afterDays: [-1] } }),
      ['reruns.afterDays[0]: too-small, phải từ 0 trở lên'],
    ],
    [
      'a rerun at its original’s hour',
      rate(MONDAYS, { reruns: { times: 1, afterDays: [0] } }),
      ['reruns: rerun-before-original, phát lại cùng ngày phải có giờ (time) sau giờ phát mới'],
    ],
    [
      'a rerun later that day',
      rate(MONDAYS, { reruns: { times: 1, afterDays: [0], time: '17:30' } }),
      ['ok'],
    ],
    ['a report twice', { kind: 'report', periods: ['Q1', 'Q1'] }, ['periods: custom, có mục lặp lại']],
    [
      'a report of no period',
      { kind: 'report', periods: ['T5'] },
      ['periods[0]: invalid-value, phải là một trong: Q1, Q2, H1, Q3, M9, Q4, H2, Y'],
    ],
    [
      'two airings at one hour',
      { kind: 'event-offset', days: 1, times: ['05:30', '05:30'] },
      ['times: custom, có mục lặp lại'],
    ],
    [
      'a share below zero',
      { kind: 'measure', target: { value: -1, unit: '%', by: '2025-09-30' } },
      ['target.value: too-small, không được âm'],
    ],
    [
      'a minimum per week',
      { kind: 'continuous', minimum: { count: 1, per: 'week' } },
      ['minimum.per: invalid-value, phải là một trong: month, quarter'],
    ],
    [
      'an unknown kind',
      { kind: 'sometimes' },
      [
        'kind: invalid-union, kind phải là một trong: rate, window, deadline, continuous, report, event-offset, measure',
      ],
    ],
    [
      'a field of another kind',
      { kind: 'continuous', times: 2 },
      ['times: unknown-field, không có trường "times"'],
    ],
  ])('%s', (_, cadence, errors) => {
    expect(cadenceFaults(cadence)).toEqual(errors)
  })
})

describe('the days of a cadence lie in the plan’s year, up to the day that the plan itself names', () => {
  const outside = (path: string, day: string) =>
    `${path}: outside-year, ngày ${day} nằm ngoài năm 2025 của kế hoạch (hạn sang năm sau thì ghi until cho kế hoạch)`
  const window = (from: string, to: string) => ({ kind: 'window', window: { from, to } })
  const dueBefore = (day: string) => ({ kind: 'deadline', before: day })

  test.each<[Loose, Loose, string[]]>([
    [window('2025-01-01', '2025-12-31'), {}, ['ok']],
    [window('2024-12-31', '2025-03-31'), {}, [outside('window.from', '2024-12-31')]],
    [window('2025-10-01', '2026-01-01'), {}, [outside('window.to', '2026-01-01')]],
    [window('2025-10-01', '2026-06-30'), { until: '2026-06-30' }, ['ok']],
    [
      window('2025-06-30', '2025-06-29'),
      {},
      ['window.to: custom, ngày bắt đầu phải trước hoặc trùng ngày kết thúc'],
    ],
    // "Trước ngày 01/01/2026" is due on 31 December 2025.
    [dueBefore('2026-01-01'), {}, ['ok']],
    [dueBefore('2026-01-02'), {}, [outside('before', '2026-01-01')]],
    [dueBefore('2025-01-02'), {}, ['ok']],
    [dueBefore('2025-01-01'), {}, [outside('before', '2024-12-31')]],
    [
      { kind: 'deadline' },
      {},
      ['before: custom, cần đúng một trong hai: before (trước ngày) hoặc window.to (chậm nhất ngày)'],
    ],
    [
      { kind: 'deadline', window: { from: '2025-12-01', to: '2025-02-01' } },
      {},
      ['window.to: custom, ngày bắt đầu phải trước hoặc trùng ngày kết thúc'],
    ],
    [{ kind: 'deadline', window: { to: '2025-02-01' } }, {}, ['ok']],
    [
      { kind: 'measure', target: { value: 1, unit: '%', by: '2026-03-01' } },
      {},
      [outside('target.by', '2026-03-01')],
    ],
    [
      { kind: 'event-offset', trigger: '2026-03-01', days: 1, times: ['05:30'] },
      {},
      [outside('trigger', '2026-03-01')],
    ],
    [{ kind: 'continuous', anchor: '2024-10-10' }, {}, [outside('anchor', '2024-10-10')]],
    [rate(MONDAYS, { start: '2024-12-30' }), {}, [outside('start', '2024-12-30')]],
    [rate('FREQ=WEEKLY;UNTIL=20241231'), {}, [outside('rrule', '2024-12-31')]],
    [rate('FREQ=WEEKLY;UNTIL=20260101'), {}, [outside('rrule', '2026-01-01')]],
    [rate('FREQ=WEEKLY;UNTIL=20260101'), { until: '2026-03-31' }, ['ok']],
    // Here it is 1 January by then, but whoever wrote it meant the year's end.
    [rate('FREQ=WEEKLY;UNTIL=20251231T235959Z'), {}, ['ok']],
  ])('%j in a plan with %j', (cadence, plan, errors) => {
    expect(cadenceFaults(cadence, plan)).toEqual(errors)
  })

  test.each([
    ['2025-06-30', 'until: until-in-year, chỉ ghi khi muộn hơn 31/12/2025'],
    ['2025-12-31', 'ok'],
    ['2035-12-31', 'ok'],
    ['2036-01-01', 'until: until-too-late, không muộn hơn 31/12/2035'],
  ])('a plan whose last day is %s', (until, error) => {
    expect(cadenceFaults(window('2025-01-01', '2025-12-31'), { until })).toEqual([error])
  })
})

describe('a plan as a whole', () => {
  test.each<[object, string]>([
    [{ issued: '2062-01-15' }, 'issued: day-far-off, kế hoạch năm 2025 thì phải từ năm 1976 đến 2026'],
    [{ issued: '1926-01-15' }, 'issued: day-far-off, kế hoạch năm 2025 thì phải từ năm 1976 đến 2026'],
    [
      { inForceFrom: '9999-01-01' },
      'inForceFrom: day-far-off, kế hoạch năm 2025 thì phải từ năm 1976 đến 2026',
    ],
    [{ issued: '2024-11-30', inForceFrom: '2025-01-01' }, 'ok'],
    [{ issued: '2026-02-01' }, 'ok'],
  ])('issued and in force on days that a plan of 2025 can mean: %j', (days, error) => {
    expect(faults(planData({ kind: 'continuous' }, { year: 2025, ...days }))).toEqual([error])
  })

  const obligation = onlyObligation(planOf(planData({ kind: 'continuous' })))

  test('two obligations with one clause: the second is told, also when its letters are composed otherwise', () => {
    const clauses = ['4.đ', '4.ê', '4.đ', '4.ê'.normalize('NFD')]
    const obligations = clauses.map((id) => ({ ...obligation, id, cadence: { kind: 'continuous' } }))
    expect(faults(planData({}, { obligations }))).toEqual([
      'obligations[2].id: duplicate-clause, điều khoản 4.đ đã có ở nhiệm vụ thứ 1',
      'obligations[3].id: duplicate-clause, điều khoản 4.ê đã có ở nhiệm vụ thứ 2',
    ])
  })

  test('an id made for another year names that year', () => {
    expect(
      [2025, 2026].map((year) => faults(planData({ kind: 'continuous' }, { id: 'x@2026', year }))),
    ).toEqual([['id: id-of-another-year, năm sau dấu @ phải là năm của kế hoạch (2025)'], ['ok']])
  })

  test('no obligation at all', () => {
    expect(faults(planData({}, { obligations: [] }))).toEqual([
      'obligations: too-small, kế hoạch cần ít nhất một nhiệm vụ',
    ])
  })

  test('a list too long is refused before anything in it is looked at', () => {
    expect(faults({ obligations: Array(100_000).fill(null) })).toEqual([
      'obligations: too-many-obligations, không quá 2000 nhiệm vụ',
    ])
  })

  test('is in force from the day it names, else of its issue, else of the year', () => {
    const from = (plan: Loose) => planOf(planData({ kind: 'continuous' }, plan)).inForceFrom
    expect([
      from({ inForceFrom: '2025-07-24', issued: '2025-07-20' }),
      from({ issued: '2025-07-20' }),
      from({}),
    ]).toEqual(['2025-07-24', '2025-07-20', '2025-01-01'])
  })

  test('titles are tidied, quotes stay as they were written', () => {
    const given = { title: '  Phát\u200b  thanh ', quote: '  Tần suất:\n01 số ' }
    const { title, quote } = onlyObligation(planOf(planData({ kind: 'continuous' }, {}, given)))
    expect([title, quote]).toEqual(['Phát thanh', '  Tần suất:\n01 số '])
  })

  test.each([null, undefined, 5, 'x', [], new Date(0), new Map([['id', 'x']])])('%j is no plan', (data) => {
    expect(parsePlan(data).ok).toBe(false)
  })

  test('no data makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.object({
          maxDepth: 4,
          key: fc.constantFrom(...Object.keys(planData({})), 'kind', 'window', 'cadence', '__proto__'),
        }),
        (data) => {
          expect(parsePlan({ ...planData({ kind: 'continuous' }), ...data })).toHaveProperty('ok')
          expect(parsePlan(planData(data as Loose))).toHaveProperty('ok')
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('`until` stretches deadlines alone: a rule without a window of its own ends with the year', () => {
  const cadence = { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20260331', time: '05:30' }
  const slots = expand(planOf(planData(cadence, { until: '2026-06-30' })), calendars.periods)
  expect([slots.length, slots.at(-1)?.date]).toEqual([12, '2025-12-15'])
})

import { describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { type CountOptions, type CountRow, countRows } from '../../../src/core/count/count-rows.ts'
import type { Fact } from '../../../src/core/fact.ts'
import { expand } from '../../../src/core/slot.ts'
import { addDays, type DateRange, type LocalDate, lastDayOfMonth } from '../../../src/core/wall-clock.ts'
import { corrects, fact, moment, movedTo } from '../../support/facts.ts'
import { readAsOf } from '../../support/moments.ts'
import { planData, planOf, samplePlan } from '../../support/plans.ts'

type Loose = Record<string, unknown>
const YEAR = { from: '2025-01-01', to: '2025-12-31' }

/** The only obligation's rows, from facts by the end of its slots' ids: `01`, `01.r1`; `obligation` for those without a slot. */
function rowsOf(
  cadence: Loose,
  facts: Record<string, Fact[]> = {},
  asOf: LocalDate = '2025-12-31',
  period: DateRange = YEAR,
  plan: Loose = {},
  options: CountOptions = {},
): CountRow[] {
  const whole = planOf(planData(cadence, plan))
  const recorded = expand(whole, calendars.periods).map((slot) => ({
    slot,
    facts: facts[slot.id.split(':')[2] ?? ''] ?? [],
  }))
  const { inForceFrom, year } = whole
  const ownYear = period.from === `${year}-01-01` && period.to === `${year}-12-31` ? 'plan' : null
  const chosen = { inForceFrom, ownYear, ...options } as const
  return countRows(
    whole.obligations,
    readAsOf(recorded, asOf),
    facts.obligation ?? [],
    { period, asOf },
    chosen,
  )
}

/** `declared/feasible/scheduled due=done+short+missed+excused+unconfirmed done=onTime+late+madeUp remaining, shortfall verdict`. */
function told(row: CountRow | undefined): string {
  if (!row) return 'no row'
  const { declared, feasible, scheduled, due, done, onTime, late, madeUp } = row
  const { short, missed, excused, unconfirmed, remaining, shortfall, verdict } = row
  return (
    `${declared ?? '–'}/${feasible}/${scheduled} ${due}=${done}+${short}+${missed}+${excused}+${unconfirmed} ` +
    `${done}=${onTime}+${late}+${madeUp} ${remaining}, ${shortfall ?? '–'} ${verdict}`
  )
}

const mondays = (count: number, more: Loose = {}) => ({
  ...{ kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=MO;COUNT=${count}`, time: '05:30', declared: count },
  ...more,
})

describe('a rate, slot by slot', () => {
  // Four Mondays: 6, 13, 20 and 27 January.
  const four = mondays(4, { minutes: { min: 10, max: 15 } })
  const aired = (day: string, more: Partial<Fact> = {}) => fact('aired', `${day} 05:30`, more)

  test.each<[string, LocalDate, Record<string, Fact[]>, string]>([
    ['the year has not begun', '2024-12-31', {}, '4/4/4 0=0+0+0+0+0 0=0+0+0 4, 0 on-track'],
    ['nobody said anything', '2025-01-13', {}, '4/4/4 2=0+0+0+0+2 0=0+0+0 2, 2 needs-confirmation'],
    ['the last day before the second', '2025-01-12', {}, '4/4/4 1=0+0+0+0+1 0=0+0+0 3, 1 needs-confirmation'],
    ['aired early', '2025-01-04', { '01': [aired('2025-01-04')] }, '4/4/4 1=1+0+0+0+0 1=1+0+0 3, 0 on-track'],
    ['aired late', '2025-01-08', { '01': [aired('2025-01-07')] }, '4/4/4 1=1+0+0+0+0 1=0+1+0 3, 0 on-track'],
    [
      'aired late, as of the day before',
      '2025-01-06',
      { '01': [aired('2025-01-07')] },
      '4/4/4 1=0+0+0+0+1 0=0+0+0 3, 1 needs-confirmation',
    ],
    [
      'too short',
      '2025-01-08',
      { '01': [aired('2025-01-06', { minutes: 9 })] },
      '4/4/4 1=0+1+0+0+0 0=0+0+0 3, 1 behind',
    ],
    [
      'not aired',
      '2025-01-08',
      { '01': [fact('not-aired', '2025-01-06')] },
      '4/4/4 1=0+0+1+0+0 0=0+0+0 3, 1 behind',
    ],
    [
      'excused',
      '2025-01-08',
      { '01': [fact('excused', '2025-01-06')] },
      '4/4/4 1=0+0+0+1+0 0=0+0+0 3, 1 behind',
    ],
    [
      'excused ahead of its day',
      '2025-01-08',
      { '02': [fact('excused', '2025-01-08')] },
      '4/4/4 1=0+0+0+0+1 0=0+0+0 3, 1 needs-confirmation',
    ],
    [
      'made up',
      '2025-01-09',
      { '01': [fact('not-aired', '2025-01-06'), fact('made-up', '2025-01-09')] },
      '4/4/4 1=1+0+0+0+0 1=0+0+1 3, 0 on-track',
    ],
    [
      'made up, as of the day before',
      '2025-01-08',
      { '01': [fact('not-aired', '2025-01-06'), fact('made-up', '2025-01-09')] },
      '4/4/4 1=0+0+1+0+0 0=0+0+0 3, 1 behind',
    ],
    [
      'corrected',
      '2025-01-08',
      ((wrong) => ({ '01': [wrong, corrects(wrong)] }))(aired('2025-01-06')),
      '4/4/4 1=0+0+0+0+1 0=0+0+0 3, 1 needs-confirmation',
    ],
    ['moved on', '2025-01-08', { '01': [movedTo('2025-01-10')] }, '4/4/4 0=0+0+0+0+0 0=0+0+0 4, 0 on-track'],
    [
      'moved back',
      '2025-01-08',
      { '02': [movedTo('2025-01-07')] },
      '4/4/4 2=0+0+0+0+2 0=0+0+0 2, 2 needs-confirmation',
    ],
    [
      'all of them, at the end',
      '2025-12-31',
      Object.fromEntries(
        [6, 13, 20, 27].map((d, i) => [`0${i + 1}`, [aired(`2025-01-${String(d).padStart(2, '0')}`)]]),
      ),
      '4/4/4 4=4+0+0+0+0 4=4+0+0 0, 0 met',
    ],
    [
      'three and a miss, at the end',
      '2025-12-31',
      Object.fromEntries(
        [6, 13, 20, 27].map((d, i) => [
          `0${i + 1}`,
          [i ? aired(`2025-01-${String(d).padStart(2, '0')}`) : fact('not-aired', '2025-01-06')],
        ]),
      ),
      '4/4/4 4=3+0+1+0+0 3=3+0+0 0, 1 not-met',
    ],
  ])('%s (as of %s)', (_, asOf, facts, expected) => {
    expect(told(rowsOf(four, facts, asOf)[0])).toBe(expected)
  })

  test('27 slots against 26 declared: 26 airings are enough, and nobody owes a 27th', () => {
    const rule = {
      ...mondays(27),
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      declared: 26,
      window: { from: '2029-01-01', to: '2029-12-31' },
    }
    const slots = expand(planOf(planData(rule, { year: 2029 })), calendars.periods)
    const facts = (count: number) =>
      Object.fromEntries(
        slots
          .slice(0, count)
          .map(({ id, date }) => [id.split(':')[2] ?? '', [fact('aired', `${date} 05:30`)]]),
      )
    const year = { from: '2029-01-01', to: '2029-12-31' }
    const count = (n: number) => told(rowsOf(rule, facts(n), '2029-12-31', year, { year: 2029 })[0])
    expect(slots.length).toBe(27)
    expect(count(26)).toBe('26/27/27 27=26+0+0+0+1 26=26+0+0 0, 0 met')
    expect(count(27)).toBe('26/27/27 27=27+0+0+0+0 27=27+0+0 0, 0 met')
    expect(count(25)).toBe('26/27/27 27=25+0+0+0+2 25=25+0+0 0, 1 needs-confirmation')
  })

  test('slots from before the plan are scheduled, and count once somebody aired them', () => {
    const plan = { inForceFrom: '2025-01-20' }
    const row = (facts: Record<string, Fact[]>) => told(rowsOf(four, facts, '2025-01-31', YEAR, plan)[0])
    expect(row({})).toBe('4/2/4 2=0+0+0+0+2 0=0+0+0 0, 4 behind')
    expect(row({ '01': [aired('2025-01-06')] })).toBe('4/2/4 3=1+0+0+0+2 1=1+0+0 0, 3 behind')
    expect(row({ '01': [fact('not-aired', '2025-01-06')] })).toBe('4/2/4 2=0+0+0+0+2 0=0+0+0 0, 4 behind')
    expect(row({ '01': [fact('not-aired', '2025-01-06'), fact('made-up', '2025-01-22')] })).toBe(
      '4/2/4 3=1+0+0+0+2 1=0+0+1 0, 3 behind',
    )
  })

  test('originals and reruns are counted apart, each against its own total', () => {
    const rows = rowsOf(
      mondays(2, { reruns: { times: 3, afterDays: [1, 2, 3] } }),
      { '01.r2': [aired('2025-01-08')] },
      '2025-01-08',
    )
    expect(rows.map(({ airing }) => airing)).toEqual(['new', 'rerun'])
    expect(rows.map(told)).toEqual([
      '2/2/2 1=0+0+0+0+1 0=0+0+0 1, 1 needs-confirmation',
      '6/6/6 2=1+0+0+0+1 1=1+0+0 4, 1 needs-confirmation',
    ])
  })

  test('without a declared total there is no shortfall and no target', () => {
    expect(told(rowsOf(mondays(4, { declared: null }), {}, '2025-01-13')[0])).toBe(
      '–/4/4 2=0+0+0+0+2 0=0+0+0 2, – no-target',
    )
  })
})

describe('a slot belongs to the period of its planned day', () => {
  const cadence = { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=28;COUNT=12', time: '05:30', declared: 12 }
  const quarter = (n: number) => ({ from: `2025-0${n * 3 - 2}-01`, to: lastDayOfMonth(2025, n * 3) })

  test('also when it was moved out of it, and done there', () => {
    const facts = { '03': [movedTo('2025-04-03'), fact('aired', '2025-04-03 05:30')] }
    const count = (n: number, asOf: string) => told(rowsOf(cadence, facts, asOf, quarter(n))[0])
    expect(count(1, '2025-03-31')).toBe('12/3/3 2=0+0+0+0+2 0=0+0+0 1, 2 needs-confirmation')
    expect(count(1, '2025-04-03')).toBe('12/3/3 3=1+0+0+0+2 1=1+0+0 0, 2 needs-confirmation')
    expect(count(2, '2025-04-03')).toBe('12/3/3 0=0+0+0+0+0 0=0+0+0 3, 0 on-track')
  })

  test('a window to the period of its last day, not of the day on which it was done', () => {
    const window = { kind: 'window', window: { from: '2025-01-01', to: '2025-06-30' } }
    const facts = { '01': [fact('held', '2025-02-10')] }
    expect(told(rowsOf(window, facts, '2025-12-31', quarter(1))[0])).toBe(
      '–/0/0 0=0+0+0+0+0 0=0+0+0 0, – no-target',
    )
    expect(told(rowsOf(window, facts, '2025-12-31', quarter(2))[0])).toBe(
      '–/1/1 1=1+0+0+0+0 1=1+0+0 0, – met',
    )
  })

  test('a period without slots has nothing, and nothing that is not a number', () => {
    const [row] = rowsOf(cadence, {}, '2025-12-31', { from: '2025-01-01', to: '2025-01-02' })
    expect(told(row)).toBe('12/0/0 0=0+0+0+0+0 0=0+0+0 0, 0 no-target')
  })

  test('the months of a year add up to the year', () => {
    const facts = {
      '03': [fact('aired', '2025-03-28')],
      '05': [fact('not-aired', '2025-05-28')],
      '07': [fact('made-up', '2025-08-01')],
    }
    const months = Array.from({ length: 12 }, (_, i) => {
      const from = `2025-${String(i + 1).padStart(2, '0')}-01`
      return rowsOf(cadence, facts, '2025-09-30', {
        from,
        to: lastDayOfMonth(2025, i + 1),
      })[0] as CountRow
    })
    const [year] = rowsOf(cadence, facts, '2025-09-30') as [CountRow]
    const fields = [
      'scheduled',
      'feasible',
      'due',
      'done',
      'madeUp',
      'missed',
      'unconfirmed',
      'remaining',
    ] as const
    const sums = fields.map((field) => months.reduce((sum, row) => sum + row[field], 0))
    expect(sums).toEqual(fields.map((field) => year[field]))
  })
})

describe('windows, conditions, measures and events', () => {
  const window = { kind: 'window', window: { from: '2025-07-01', to: '2025-09-30' } }
  const conditional = { ...window, conditional: true }
  const measure = { kind: 'measure', target: { value: 50, unit: '%', by: '2025-09-30' } }
  const event = { kind: 'event-offset', days: 2, times: ['05:30', '17:30'], declared: 4 }

  test.each<[string, Loose, LocalDate, Fact[], string]>([
    ['a window, open', window, '2025-09-29', [], '–/1/1 0=0+0+0+0+0 0=0+0+0 1, – on-track'],
    [
      'a window, on its last day',
      window,
      '2025-09-30',
      [],
      '–/1/1 1=0+0+0+0+1 0=0+0+0 0, – needs-confirmation',
    ],
    [
      'a window, done',
      window,
      '2025-09-30',
      [fact('held', '2025-07-01')],
      '–/1/1 1=1+0+0+0+0 1=1+0+0 0, – met',
    ],
    [
      'a window, done on 10/10',
      window,
      '2025-10-10',
      [fact('held', '2025-10-10')],
      '–/1/1 1=1+0+0+0+0 1=0+1+0 0, – not-met',
    ],
    [
      'a window whose day was fixed, done a day later',
      window,
      '2025-09-30',
      [movedTo('2025-08-10'), fact('held', '2025-08-11')],
      '–/1/1 1=1+0+0+0+0 1=0+1+0 0, – not-met',
    ],
    [
      'a condition that nobody spoke of',
      conditional,
      '2025-12-31',
      [],
      '–/0/0 0=0+0+0+0+0 0=0+0+0 0, – not-triggered',
    ],
    [
      'a condition that did not arise',
      conditional,
      '2025-12-31',
      [fact('not-aired', '2025-09-30', { reason: 'not-triggered' })],
      '–/0/0 0=0+0+0+0+0 0=0+0+0 0, – not-triggered',
    ],
    [
      'a condition that arose and was met',
      conditional,
      '2025-12-31',
      [fact('held', '2025-09-30')],
      '–/1/1 1=1+0+0+0+0 1=1+0+0 0, – met',
    ],
    [
      'a condition that arose, as of the day before',
      conditional,
      '2025-09-29',
      [fact('held', '2025-09-30')],
      '–/0/0 0=0+0+0+0+0 0=0+0+0 0, – not-triggered',
    ],
    [
      'a condition that arose and was not met',
      conditional,
      '2025-12-31',
      [fact('not-aired', '2025-09-30')],
      '–/1/1 1=0+0+1+0+0 0=0+0+0 0, – not-met',
    ],
    [
      'a condition with a day of its own',
      conditional,
      '2025-08-09',
      [movedTo('2025-08-10')],
      '–/1/1 0=0+0+0+0+0 0=0+0+0 1, – on-track',
    ],
    [
      '"không phát sinh" said of an obligation without condition',
      window,
      '2025-12-31',
      [fact('not-aired', '2025-09-30', { reason: 'not-triggered' })],
      '–/1/1 1=0+0+1+0+0 0=0+0+0 0, – not-met',
    ],
    [
      'a measure, reached',
      measure,
      '2025-09-30',
      [fact('measured', '2025-09-30', { value: 50 })],
      '–/1/1 1=1+0+0+0+0 1=1+0+0 0, – met',
    ],
    [
      'a measure, on its way',
      measure,
      '2025-08-31',
      [fact('measured', '2025-08-30', { value: 30 })],
      '–/1/1 0=0+0+0+0+0 0=0+0+0 1, – on-track',
    ],
    [
      'a measure, missed',
      measure,
      '2025-09-30',
      [fact('measured', '2025-08-30', { value: 30 })],
      '–/1/1 1=0+1+0+0+0 0=0+0+0 0, – not-met',
    ],
    [
      'a measure, measured again in December',
      measure,
      '2025-12-31',
      [fact('measured', '2025-08-30', { value: 55 }), fact('measured', '2025-12-20', { value: 60 })],
      '–/1/1 1=1+0+0+0+0 1=1+0+0 0, – met',
    ],
    ['an event nobody set', event, '2025-12-31', [], '4/0/0 0=0+0+0+0+0 0=0+0+0 0, 4 not-triggered'],
    [
      'an event',
      { ...event, trigger: '2025-10-10' },
      '2025-10-10',
      [fact('aired', '2025-10-10 05:30')],
      '4/4/4 2=1+0+0+0+1 1=1+0+0 2, 1 needs-confirmation',
    ],
  ])('%s (as of %4$s)', (_, cadence, asOf, facts, expected) => {
    expect(told(rowsOf(cadence, { '01': facts }, asOf)[0])).toBe(expected)
  })

  test('the value of a measure is the latest by the as-of day', () => {
    const facts = {
      '01': [fact('measured', '2025-03-01', { value: 20 }), fact('measured', '2025-06-01', { value: 35 })],
    }
    const values = ['2025-02-28', '2025-05-31', '2025-06-01'].map(
      (asOf) => rowsOf(measure, facts, asOf)[0]?.value,
    )
    expect(values).toEqual([null, 20, 35])
  })
})

describe('a continuous obligation', () => {
  const always = (more: Loose = {}) => ({ kind: 'continuous', ...more })
  const posted = (...days: string[]) => ({
    obligation: days.map((day) => fact('posted', `${day} 09:00`, { slotId: null })),
  })
  const gap = (
    facts: Record<string, Fact[]>,
    asOf: LocalDate,
    cadence = always(),
    plan: Loose = {},
    period = YEAR,
  ) => {
    const [row] = rowsOf(cadence, facts, asOf, period, plan) as [CountRow]
    return [row.logged, row.longestGap]
  }

  test.each<[string, string[], LocalDate, [number, number | null]]>([
    ['nothing', [], '2025-01-31', [0, 31]],
    ['nothing, before the year', [], '2024-12-31', [0, null]],
    ['nothing, on its first day', [], '2025-01-01', [0, 1]],
    ['one in the middle', ['2025-01-11'], '2025-01-31', [1, 20]],
    ['two on one day', ['2025-01-11', '2025-01-11'], '2025-01-31', [2, 20]],
    ['every day', Array.from({ length: 31 }, (_, i) => addDays('2025-01-01', i)), '2025-01-31', [31, 0]],
    ['later than the as-of day', ['2025-01-11', '2025-02-20'], '2025-01-31', [1, 20]],
    ['recorded out of order', ['2025-01-21', '2025-01-11'], '2025-01-31', [2, 10]],
  ])('%s', (_, days, asOf, expected) => {
    expect(gap(posted(...days), asOf)).toEqual(expected)
  })

  test('is expected from the day on which the plan is in force, and within its own window', () => {
    expect(gap(posted(), '2025-09-30', always(), { inForceFrom: '2025-09-01' })).toEqual([0, 30])
    const third = always({ window: { from: '2025-07-01', to: '2025-09-30' } })
    expect(gap(posted('2025-07-11'), '2025-12-31', third)).toEqual([1, 81])
    expect(gap(posted('2025-09-29', '2025-11-20'), '2025-12-31', third)).toEqual([2, 90])
    expect(gap(posted(), '2025-06-30', third)).toEqual([0, null])
  })

  test('corrected entries, notes and corrections are no occurrence', () => {
    const wrong = fact('posted', '2025-01-11', { slotId: null })
    const obligation = [
      wrong,
      corrects(wrong, { slotId: null, at: moment('2025-01-12') }),
      fact('note', '2025-01-15', { slotId: null }),
    ]
    expect(gap({ obligation }, '2025-01-31')).toEqual([0, 31])
  })

  test('has a verdict only by the unit’s own minimum, over the months that are over', () => {
    const cadence = always({ minimum: { count: 1, per: 'month' } })
    const verdict = (days: string[], asOf: LocalDate, plan: Loose = {}, period: DateRange = YEAR) =>
      rowsOf(cadence, posted(...days), asOf, period, plan)[0]?.verdict
    const monthly = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-15`)
    expect([
      rowsOf(always(), posted('2025-01-15'), '2025-12-31')[0]?.verdict,
      verdict([], '2025-01-30'),
      verdict([], '2025-01-31'),
      verdict(monthly, '2025-06-30'),
      verdict(monthly, '2025-12-31'),
      verdict(monthly.slice(0, 11), '2025-12-31'),
      verdict(monthly.slice(8), '2025-12-31', { inForceFrom: '2025-08-10' }),
      verdict(monthly.slice(9), '2025-12-31', { inForceFrom: '2025-08-10' }),
    ]).toEqual(['no-target', 'on-track', 'behind', 'on-track', 'met', 'not-met', 'met', 'not-met'])
    const quarterly = always({ minimum: { count: 2, per: 'quarter' } })
    const byQuarter = (...days: string[]) =>
      rowsOf(quarterly, posted(...days), '2025-06-30', YEAR, { inForceFrom: '2025-02-01' })
    expect(byQuarter('2025-04-01', '2025-06-30')[0]?.verdict).toBe('on-track')
    expect(byQuarter('2025-03-31', '2025-06-30')[0]?.verdict).toBe('behind')
    // The report year begins in mid-December: that is no month to answer for.
    expect(verdict(monthly, '2025-12-31', {}, { from: '2024-12-15', to: '2025-12-14' })).toBe('met')
  })
})

describe('odd questions', () => {
  test.each(['0100-01-01', '2024-01-01', '9999-12-31'])('as of %s every number is one', (asOf) => {
    const plan = samplePlan('ngok-tu-2025')
    const recorded = expand(plan, calendars.periods).map((slot) => ({
      slot,
      facts: [fact('aired', '2025-08-04')],
    }))
    const rows = countRows(
      plan.obligations,
      readAsOf(recorded, asOf),
      [],
      { period: YEAR, asOf },
      {
        inForceFrom: plan.inForceFrom,
      },
    )
    expect(JSON.stringify(rows)).not.toMatch(/NaN|Infinity/)
    expect(rows.every(({ due }) => (asOf > '2025' ? due > 0 || true : due === 0))).toBe(true)
    expect(rows.find(({ obligationId }) => obligationId === 'C.I.2.a')?.done).toBe(asOf > '2025' ? 26 : 0)
  })

  test('a unit with no facts has every row, none of them done', () => {
    const plan = samplePlan('quang-ngai-117-2022')
    const recorded = expand(plan, calendars.periods).map((slot) => ({ slot, facts: [] }))
    const rows = countRows(
      plan.obligations,
      readAsOf(recorded, '2023-12-31'),
      [],
      { period: { from: '2022-01-01', to: '2023-06-30' }, asOf: '2023-12-31' },
      { inForceFrom: plan.inForceFrom },
    )
    expect(rows.length).toBe(plan.obligations.length)
    expect(rows.filter(({ done, minutes, logged }) => done + minutes + logged > 0)).toEqual([])
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(
      new Set(['needs-confirmation', 'no-target', 'not-triggered']),
    )
  })
})

test.each<[string, Loose]>([
  ['an event of which nobody set the day', { kind: 'event-offset', days: 7, times: ['05:30'], declared: 7 }],
  ['a column "nếu có"', mondays(4, { conditional: true })],
])('%s is held against nothing until it arises', (_, cadence) => {
  const [row] = rowsOf(cadence)
  expect([row?.target, row?.verdict]).toEqual([null, 'not-triggered'])
})

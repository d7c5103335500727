import { describe, expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { declaredTotal, expand, type Slot, slotJson } from '../../src/core/slot.ts'
import { onlyObligation, planData, planOf } from '../support/plans.ts'

type Loose = Record<string, unknown>
const slotsOf = (cadence: Loose, plan: Loose = {}) =>
  expand(planOf(planData(cadence, plan)), calendars.periods)
const mondays = (more: Loose = {}) => ({
  kind: 'rate',
  rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2',
  time: '05:30',
  ...more,
})

/** `ordinal: day hour` or `ordinal: from…to`, with `?` for a conditional one and `-` before the plan is in force. */
const outline = ({ id, date, time, window, conditional, inForce }: Slot): string =>
  `${id.split(':')[2]}: ${date ? `${date} ${time}` : `${window?.from}…${window?.to}`}${conditional ? ' ?' : ''}${inForce ? '' : ' -'}`

describe('what each kind of cadence makes', () => {
  test.each<[string, Loose, Loose, string[]]>([
    ['a rate', mondays(), {}, ['01: 2025-01-06 05:30', '02: 2025-01-13 05:30']],
    [
      'a rate from a day of its own',
      mondays({ start: '2025-03-04' }),
      {},
      ['01: 2025-03-10 05:30', '02: 2025-03-17 05:30'],
    ],
    [
      'a rate in a window',
      mondays({ window: { from: '2025-07-01', to: '2025-07-08' } }),
      {},
      ['01: 2025-07-07 05:30'],
    ],
    [
      'reruns, the same day and later',
      mondays({ reruns: { times: 2, afterDays: [0, 8], time: '17:30' } }),
      { inForceFrom: '2025-01-14' },
      [
        ...['01: 2025-01-06 05:30 -', '01.r1: 2025-01-06 17:30 -', '01.r2: 2025-01-14 17:30'],
        ...['02: 2025-01-13 05:30 -', '02.r1: 2025-01-13 17:30 -', '02.r2: 2025-01-21 17:30'],
      ],
    ],
    [
      'a window, in force to its last day',
      { kind: 'window', window: { from: '2025-01-01', to: '2025-03-31' }, times: 2 },
      { inForceFrom: '2025-03-31' },
      [...['01: 2025-01-01…2025-03-31', '02: 2025-01-01…2025-03-31']],
    ],
    [
      'a window that was over before',
      { kind: 'window', window: { from: '2025-01-01', to: '2025-03-31' } },
      { inForceFrom: '2025-04-01' },
      ['01: 2025-01-01…2025-03-31 -'],
    ],
    [
      '"nếu có"',
      { kind: 'window', window: { from: '2025-01-01', to: '2025-03-31' }, conditional: true },
      {},
      ['01: 2025-01-01…2025-03-31 ?'],
    ],
    ['"trước ngày"', { kind: 'deadline', before: '2025-11-25' }, {}, ['01: 2025-01-01…2025-11-24']],
    ['"chậm nhất"', { kind: 'deadline', window: { to: '2025-12-31' } }, {}, ['01: 2025-01-01…2025-12-31']],
    [
      'a deadline with a beginning',
      { kind: 'deadline', window: { from: '2025-10-01', to: '2025-12-31' } },
      {},
      ['01: 2025-10-01…2025-12-31'],
    ],
    ['"thường xuyên"', { kind: 'continuous' }, {}, []],
    [
      'reports, due on the 20th of the last month',
      { kind: 'report', periods: ['Q1', 'H1', 'Q3', 'Y'] },
      {},
      [
        ...[
          '01: 2025-03-15…2025-03-20',
          '02: 2025-06-15…2025-06-20',
          '03: 2025-09-15…2025-09-20',
          '04: 2025-12-15…2025-12-20',
        ],
      ],
    ],
    [
      'reports with a day of the office’s own',
      { kind: 'report', periods: ['Q1'], dueDay: 17 },
      {},
      ['01: 2025-03-15…2025-03-17'],
    ],
    [
      'reports due before the figures are closed',
      { kind: 'report', periods: ['Q1'], dueDay: 10 },
      {},
      ['01: 2025-03-10…2025-03-10'],
    ],
    [
      'reports due on a day that the month does not have',
      { kind: 'report', periods: ['H1'], dueDay: 31 },
      {},
      ['01: 2025-06-15…2025-06-30'],
    ],
    ['an event nobody set', { kind: 'event-offset', days: 2, times: ['05:30'] }, {}, []],
    [
      'an event',
      { kind: 'event-offset', trigger: '2025-12-30', afterDays: -1, days: 2, times: ['05:30', '17:30'] },
      {},
      [...['01: 2025-12-29 05:30', '02: 2025-12-29 17:30', '03: 2025-12-30 05:30', '04: 2025-12-30 17:30']],
    ],
    [
      'a measure',
      { kind: 'measure', target: { value: 50, unit: '%', by: '2025-09-30' } },
      {},
      ['01: 2025-01-01…2025-09-30'],
    ],
  ])('%s', (_, cadence, plan, expected) => {
    expect(slotsOf(cadence, plan).map(outline)).toEqual(expected)
  })

  test('the hundredth slot of an obligation has three digits, and every id is another', () => {
    const ids = slotsOf({ kind: 'rate', rrule: 'FREQ=DAILY;COUNT=120', time: '05:30' }).map(({ id }) => id)
    expect([ids[0], ids[98], ids[99]]).toEqual(['thu-2025:A.1:01', 'thu-2025:A.1:99', 'thu-2025:A.1:100'])
    expect(new Set(ids).size).toBe(120)
  })

  test('a plan that is asked twice answers with the same list', () => {
    const plan = planOf(planData(mondays()))
    expect(expand(plan, calendars.periods)).toBe(expand(plan, calendars.periods))
  })
})

describe('the length of a slot', () => {
  test.each<[Loose, [number, number | null]]>([
    [{}, [0, null]],
    [{ duration: 15 }, [15, null]],
    [{ minutes: { min: 10, max: 15 } }, [15, 10]],
    [{ minutes: { min: 10, max: 15 }, duration: 12 }, [12, 10]],
  ])('%j', (more, expected) => {
    const [slot] = slotsOf(mondays(more)) as [Slot]
    expect([slot.minutes, slot.leastMinutes]).toEqual(expected)
  })

  test.each([
    ['23:50', 15, '2025-01-06T23:50:00+07:00', '2025-01-07T00:05:00+07:00'],
    ['05:00', 15, '2025-01-06T05:00:00+07:00', '2025-01-06T05:15:00+07:00'],
    ['05:00', 1440, '2025-01-06T05:00:00+07:00', '2025-01-07T05:00:00+07:00'],
  ])('at %s for %i minutes it is from %s to %s', (time, duration, start, end) => {
    expect(slotJson(slotsOf(mondays({ time, duration }))[0] as Slot)).toMatchObject({
      start,
      end,
      window: null,
    })
  })
})

test.each<[Loose, [number | null, number | null]]>([
  [mondays({ declared: 26 }), [26, null]],
  [mondays({ declared: 12, reruns: { times: 3, afterDays: [7, 14, 21] } }), [12, 36]],
  [mondays(), [null, null]],
  [{ kind: 'window', window: { from: '2025-01-01', to: '2025-12-31' }, declared: 3 }, [3, null]],
  [{ kind: 'continuous' }, [null, null]],
])('declared of %j: originals and reruns %j', (cadence, expected) => {
  const parsed = onlyObligation(planOf(planData(cadence))).cadence
  expect([declaredTotal(parsed, 'new'), declaredTotal(parsed, 'rerun')]).toEqual(expected)
})

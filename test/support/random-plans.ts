/** Plans of every kind of obligation, as a plan file could hold them. */
import fc from 'fast-check'
import { parsePlan } from '../../src/core/plan/parse-plan.ts'
import { CHANNELS } from '../../src/core/plan.ts'
import { addDays, WEEKDAYS } from '../../src/core/wall-clock.ts'
import { planData } from './plans.ts'

type Loose = Record<string, unknown>

const inYear = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n))
const range = fc.tuple(inYear, inYear).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
const time = fc.constantFrom('05:30', '11:00', '17:45', '23:59')
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one)
const words = fc.constantFrom('Chuyên mục', 'Chuyển đổi số, “mới”', 'a, b; c', '01 số/2 tuần <b>')
const lengths = {
  duration: some(fc.integer({ min: 1, max: 90 })),
  minutes: some(fc.constantFrom({ min: 10, max: 15 }, { min: 5, max: 5 })),
  declared: some(fc.integer({ min: 1, max: 400 })),
}
const common = { conditional: fc.boolean(), anchor: some(inYear) }
const days = fc.subarray([...WEEKDAYS], { minLength: 1 })
const months = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
const rule = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), days)
    .map(([n, list]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${list}`),
  days.map((list) => `FREQ=WEEKLY;BYDAY=${list.toReversed()}`),
  fc.integer({ min: 1, max: 9 }).map((n) => `FREQ=DAILY;INTERVAL=${n}`),
  fc
    .tuple(fc.constantFrom('1', '-1', '2,4'), fc.constantFrom('TU', 'FR'), months)
    .map(([weeks, day, list]) => {
      const byDay = weeks.split(',').map((week) => `${week}${day}`)
      return `FREQ=MONTHLY${list.length ? `;BYMONTH=${list}` : ''};BYDAY=${byDay}`
    }),
  fc.constantFrom('1', '15,28', '-1').map((dates) => `FREQ=MONTHLY;BYMONTHDAY=${dates}`),
  fc.constantFrom(
    'FREQ=MONTHLY;BYMONTH=1,2,4,5,7,8,10,11;BYDAY=1TU',
    'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=1TU,3FR',
    'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=19',
    'FREQ=MONTHLY;INTERVAL=3',
    'freq=weekly;byday=mo',
    'RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=SU',
  ),
)
const end = fc.constantFrom('', ';COUNT=4', ';UNTIL=20261120', ';UNTIL=20261120T165959Z')
const rate = fc.record({
  ...{
    kind: fc.constant('rate'),
    rrule: fc.tuple(rule, end).map((parts) => parts.join('')),
    time: fc.constant('05:30'),
  },
  ...{ start: some(inYear), window: some(range), ...lengths, ...common },
  reruns: some(
    fc.constantFrom(
      { times: 1, afterDays: [7], time: null },
      { times: 3, afterDays: [0, 7, 14], time: '17:00' },
    ),
  ),
})
const cadence: fc.Arbitrary<Loose> = fc.oneof(
  { weight: 5, arbitrary: rate },
  fc.record({
    ...{ kind: fc.constant('window'), window: range, times: fc.integer({ min: 1, max: 50 }) },
    ...{ declared: lengths.declared, ...common },
  }),
  fc.record({ kind: fc.constant('deadline'), before: inYear.map((day) => addDays(day, 1)), ...common }),
  fc.record({
    ...{ kind: fc.constant('deadline'), ...common },
    window: range.chain(({ from, to }) => fc.constantFrom({ from, to }, { from: null, to })),
  }),
  fc.record({
    ...{ kind: fc.constant('continuous'), window: some(range), ...common },
    minimum: some(
      fc.record({ count: fc.integer({ min: 1, max: 99 }), per: fc.constantFrom('month', 'quarter') }),
    ),
  }),
  fc.record({
    ...{
      kind: fc.constant('report'),
      periods: fc.constantFrom(['Q1'], ['Y', 'H1'], ['Q1', 'H1', 'Q3', 'Y']),
    },
    ...{ dueDay: some(fc.integer({ min: 1, max: 31 })), ...common },
  }),
  fc.record({
    ...{
      kind: fc.constant('event-offset'),
      trigger: some(inYear),
      afterDays: fc.integer({ min: -30, max: 30 }),
    },
    ...{
      days: fc.integer({ min: 1, max: 9 }),
      times: fc.uniqueArray(time, { minLength: 1, maxLength: 3 }),
    },
    ...{ ...lengths, ...common },
  }),
  fc.record({
    ...{ kind: fc.constant('measure'), ...common },
    target: fc.record({
      value: fc.constantFrom(50, 52.5, 1200, 0, 1234.567, 0.1),
      unit: fc.constantFrom('%', 'lượt', '% số thôn'),
      by: inYear,
    }),
  }),
)
const obligation = fc.record({
  ...{ title: words, lead: some(words), support: fc.array(words, { maxLength: 3 }) },
  ...{ channels: fc.subarray([...CHANNELS], { minLength: 1 }).map((list) => list.toReversed()), cadence },
  quote: fc.constantFrom('01 số/2 tuần', '  dòng 1\n\n  dòng 2 ', '- a\r\n- b', '“x”'),
  assumptions: fc.array(words, { maxLength: 2 }),
})
export const randomPlans = fc
  .array(obligation, { minLength: 1, maxLength: 3 })
  .map((list) =>
    parsePlan(
      planData(
        {},
        { id: 'thu-2026', year: 2026, obligations: list.map((one, i) => ({ ...one, id: `A.${i + 1}` })) },
      ),
    ),
  )
  // A rule may find no day within its window, or never end: no plan then.
  .filter((plan) => plan.ok)
  .map((plan) => (plan.ok ? plan.value : (null as never)))

import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { recurrenceDates } from '../../src/core/recurrence.ts'
import { recurrenceProblem, shiftUntil } from '../../src/core/rule.ts'
import { addDays, daysBetween, type LocalDate, WEEKDAYS, weekdayOf } from '../../src/core/wall-clock.ts'

const year = (n: number) => ({ from: `${n}-01-01`, to: `${n}-12-31` })

describe('rules become days', () => {
  test.each<[string, LocalDate[]]>([
    ['FREQ=MONTHLY;BYMONTHDAY=31', ['01-31', '03-31', '05-31', '07-31', '08-31', '10-31', '12-31']],
    ['FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3', ['01-31', '04-25', '07-25', '10-31']],
    ['FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10', ['10-10']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', []],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20250119', ['01-06', '01-13']],
    // 17:00 UTC on the 19th is already Monday the 20th in Vietnam.
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20250119T170000Z', ['01-06', '01-13', '01-20']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', ['01-31', '02-28']],
  ])('%s in 2025', (rule, days) => {
    expect(recurrenceDates(rule, year(2025))).toEqual(days.map((day) => `2025-${day}`))
  })

  test('every second week begins on the first fitting day of the range, not in the week of 1 January', () => {
    expect(recurrenceDates('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=2', year(2025))).toEqual([
      '2025-01-06',
      '2025-01-20',
    ])
  })

  test('a start of its own is kept, and days before the range are left out but counted', () => {
    const range = { from: '2025-03-01', to: '2025-12-31' }
    expect(recurrenceDates('FREQ=WEEKLY;BYDAY=SA;COUNT=3', range, '2025-02-22')).toEqual([
      '2025-03-01',
      '2025-03-08',
    ])
  })
})

describe('rules that are refused', () => {
  test.each([
    ['FREQ=HOURLY', 'FREQ phải là DAILY, WEEKLY, MONTHLY hoặc YEARLY'],
    ['', 'quy tắc lặp không nhận phần "" (giờ ghi ở time)'],
    ['FREQ=DAILY;BYHOUR=5', 'quy tắc lặp không nhận phần "BYHOUR" (giờ ghi ở time)'],
    ['FREQ=DAILY;TZID=Asia/Saigon', 'quy tắc lặp không nhận TZID: giờ luôn là giờ Việt Nam'],
    ['FREQ=DAILY;COUNT=0', 'COUNT=0 không đúng dạng của RFC 5545'],
    ['FREQ=DAILY;INTERVAL=-2', 'INTERVAL=-2 không đúng dạng của RFC 5545'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20250101', 'COUNT và UNTIL không đi cùng nhau (RFC 5545)'],
    ['FREQ=DAILY;UNTIL=20250231', 'UNTIL=20250231 không phải một ngày có thật'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY có số thứ tự chỉ dùng với MONTHLY hoặc YEARLY (RFC 5545)'],
    ['FREQ=WEEKLY;BYDAY=MO;BYDAY=TU', 'quy tắc lặp có hai phần BYDAY'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS cần thêm một phần BY… khác (RFC 5545)'],
  ])('%s', (rule, problem) => {
    expect(recurrenceProblem(rule)).toBe(problem)
  })

  test('a good rule has no problem', () => {
    expect(recurrenceProblem('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=26')).toBeNull()
  })
})

test('UNTIL is the only part of a rule that moves to another year', () => {
  const nextYear = (date: LocalDate) => `2026${date.slice(4)}`
  expect(shiftUntil('FREQ=DAILY;UNTIL=20250630;BYDAY=MO', nextYear)).toBe(
    'FREQ=DAILY;UNTIL=20260630;BYDAY=MO',
  )
  expect(shiftUntil('FREQ=DAILY;COUNT=3', nextYear)).toBe('FREQ=DAILY;COUNT=3')
})

describe('an independent library agrees', () => {
  const weekdays = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 4 })
  const interval = fc.integer({ min: 1, max: 5 })
  const count = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined })
  const parts = fc.oneof(
    // No BYMONTH here and no BYSETPOS below: ical.js answers with its start even where they rule it out.
    // The table above holds those.
    fc.record({ freq: fc.constant('DAILY'), by: fc.constant('') }),
    fc.record({ freq: fc.constant('WEEKLY'), by: weekdays.map((days) => `;BYDAY=${days.join(',')}`) }),
    fc.record({
      freq: fc.constant('MONTHLY'),
      by: fc.oneof(
        fc.integer({ min: 1, max: 31 }).map((day) => `;BYMONTHDAY=${day}`),
        fc
          .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom(...WEEKDAYS))
          .map(([n, day]) => `;BYDAY=${n}${day}`),
      ),
    }),
    fc.record({
      freq: fc.constant('YEARLY'),
      by: fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([month, day]) => `;BYMONTH=${month};BYMONTHDAY=${day}`),
    }),
  )
  const rule = fc
    .tuple(parts, interval, count)
    .map(([{ freq, by }, n, c]) => `FREQ=${freq};INTERVAL=${n}${by}${c === undefined ? '' : `;COUNT=${c}`}`)

  /** The same question to ical.js: it walks the rule from a start that fits it. */
  function icalDates(text: string, start: LocalDate, to: LocalDate): LocalDate[] {
    const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start))
    const dates: LocalDate[] = []
    for (
      let next = iterator.next();
      next && next.toString() <= to && dates.length < 1000;
      next = iterator.next()
    )
      dates.push(next.toString())
    return dates
  }

  test('on random rules and years', () => {
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: 2020, max: 2040 }),
        fc.integer({ min: 0, max: 200 }),
        (text, y, offset) => {
          const range = { from: addDays(`${y}-01-01`, offset), to: `${y}-12-31` }
          const ours = recurrenceDates(text, range)
          // Where the series begins is our own rule (first fitting day); from there on the two must agree.
          const everyTime = text.replace(/INTERVAL=\d+/, 'INTERVAL=1').replace(/;COUNT=\d+/, '')
          const first = firstFit(everyTime, range.from, range.to)
          expect(ours).toEqual(first === undefined ? [] : icalDates(text, first, range.to))
        },
      ),
      { numRuns: 400 },
    )
  })

  /** The first day on which the rule, begun that very day, occurs. */
  function firstFit(text: string, from: LocalDate, to: LocalDate): LocalDate | undefined {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const first = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(day)).next()?.toString()
      if (first === day) return day
    }
    return undefined
  }
})

test('a daily rule with conditions is every n-th day on which they all hold', () => {
  const some = <T>(values: readonly T[]) =>
    fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }))
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
  fc.assert(
    fc.property(
      fc.record({
        interval: fc.integer({ min: 1, max: 10 }),
        months: some(upTo(12)),
        days: some(upTo(31)),
        weekdays: some(WEEKDAYS),
      }),
      ({ interval, months, days, weekdays }) => {
        const parts = [
          `FREQ=DAILY;INTERVAL=${interval}`,
          months && `BYMONTH=${months}`,
          days && `BYMONTHDAY=${days}`,
          weekdays && `BYDAY=${weekdays}`,
        ]
        const every = Array.from({ length: 365 }, (_, i) => addDays('2025-01-01', i)).filter(
          (day) =>
            (months?.includes(Number(day.slice(5, 7))) ?? true) &&
            (days?.includes(Number(day.slice(8))) ?? true) &&
            (weekdays?.includes(weekdayOf(day)) ?? true),
        )
        const first = every[0] ?? ''
        const expected = every.filter((day) => daysBetween(first, day) % interval === 0)
        expect(recurrenceDates(parts.filter(Boolean).join(';'), year(2025))).toEqual(expected)
      },
    ),
    { numRuns: 200 },
  )
})

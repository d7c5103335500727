import { describe, expect, test } from 'vitest'
import { type CountRow, countRows } from '../../../src/core/count/count-rows.ts'
import type { DateRange, LocalDate } from '../../../src/core/wall-clock.ts'
import { countedYear } from '../../support/counted-year.ts'
import { readAsOf } from '../../support/moments.ts'

const { plan, recorded, logged } = countedYear()
const YEAR = { from: '2025-01-01', to: '2025-12-31' }

const rowsOf = (asOf: LocalDate, period: DateRange = YEAR): CountRow[] =>
  countRows(
    plan.obligations,
    readAsOf(recorded, asOf),
    logged,
    { period, asOf },
    {
      inForceFrom: plan.inForceFrom,
      ownYear: period === YEAR ? 'plan' : null,
    },
  )

const NUMBERS = [
  'declared',
  'feasible',
  'scheduled',
  'due',
  'done',
  'onTime',
  'late',
  'madeUp',
  'short',
  'missed',
  'excused',
  'unconfirmed',
  'remaining',
  'shortfall',
] as const satisfies (keyof CountRow)[]

/** `declared feasible scheduled | due done onTime late madeUp | short missed excused unconfirmed | remaining shortfall`, then the verdict. */
function line(asOf: LocalDate, id: string, airing = 'new', period?: DateRange): string {
  const row = rowsOf(asOf, period).find((one) => one.obligationId === id && one.airing === airing) as CountRow
  return [...NUMBERS.map((field) => row[field] ?? '–'), row.verdict].join(' ')
}

describe('Ngọk Tụ 2025 with make-ups, a storm, a short airing and a window held on 10/10', () => {
  test.each<[LocalDate, string, string, string]>([
    ['2025-09-30', 'C.I.2.a', 'new', '26 11 26 19 17 15 1 1 0 0 1 1 6 3 behind'],
    ['2025-09-30', 'C.I.2.c', 'new', '12 5 12 2 2 2 0 0 0 0 0 0 3 7 behind'],
    ['2025-09-30', 'C.I.2.c', 'rerun', '36 15 36 6 3 3 0 0 0 1 1 1 9 24 behind'],
    ['2025-09-30', 'C.I.3.a', 'new', '– 1 1 1 0 0 0 0 0 0 0 1 0 – needs-confirmation'],
    ['2025-09-30', 'C.I.3.b', 'new', '– 0 0 0 0 0 0 0 0 0 0 0 0 – not-triggered'],
    ['2025-09-30', 'C.I.3.c', 'new', '– 1 1 0 0 0 0 0 0 0 0 0 1 – on-track'],
    ['2025-09-30', 'C.II.3', 'new', '– 1 1 1 1 1 0 0 0 0 0 0 0 – met'],
    ['2025-09-30', 'E.5.c', 'new', '– 2 4 1 1 1 0 0 0 0 0 0 1 – on-track'],
    // The year's end: the storm's issue was made up on 19/11, the one of 27/10 was too short, 29/9 is still open.
    ['2025-12-31', 'C.I.2.a', 'new', '26 11 26 25 23 20 1 2 1 0 0 1 0 3 behind'],
    ['2025-12-31', 'C.I.2.c', 'rerun', '36 15 36 15 3 3 0 0 0 1 1 10 0 33 behind'],
    // Held ten days after its quarter: done, but late.
    ['2025-12-31', 'C.I.3.a', 'new', '– 1 1 1 1 0 1 0 0 0 0 0 0 – not-met'],
  ])('as of %s, %s (%s): %s', (asOf, id, airing, expected) => {
    expect(line(asOf, id, airing)).toBe(expected)
  })

  test('done inside the window but after the as-of day does not count yet', () => {
    expect(line('2025-09-11', 'C.II.3')).toBe('– 1 1 0 0 0 0 0 0 0 0 0 1 – on-track')
    expect(line('2025-09-12', 'C.II.3')).toBe('– 1 1 1 1 1 0 0 0 0 0 0 0 – met')
  })

  test('a moved slot counts in its planned period: 2/9 moved to 3/9, asked of the days before 3/9', () => {
    const period = { from: '2025-09-01', to: '2025-09-02' }
    expect(line('2025-09-30', 'C.I.2.c', 'new', period)).toBe('12 1 1 1 1 1 0 0 0 0 0 0 0 0 met')
  })

  test('the report year leaves out what is planned on 22/12, and owes what was due in it', () => {
    const period = { from: '2024-12-15', to: '2025-12-14' }
    expect(line('2025-12-31', 'C.I.2.a', 'new', period)).toBe('26 10 25 24 22 19 1 2 1 0 0 1 0 2 behind')
  })

  test('a quarter is judged by its own slots, not by the total of the year', () => {
    const second = { from: '2025-04-01', to: '2025-06-30' }
    expect(line('2025-06-30', 'C.I.2.a', 'new', second)).toBe('26 0 6 6 6 6 0 0 0 0 0 0 0 0 met')
    const third = { from: '2025-07-01', to: '2025-09-30' }
    expect(line('2025-09-30', 'C.I.2.a', 'new', third)).toBe('26 5 7 6 4 2 1 1 0 0 1 1 0 2 behind')
  })

  test('a continuous obligation has a count and its longest gap since the plan is in force, and no total', () => {
    const row = rowsOf('2025-09-30').find(({ obligationId }) => obligationId === 'C.II.2')
    expect(row).toMatchObject({
      declared: null,
      logged: 3,
      longestGap: 35,
      verdict: 'no-target',
      shortfall: null,
    })
  })

  test('minutes are what was aired, the short one included', () => {
    const minutes = (asOf: LocalDate) =>
      rowsOf(asOf).find(({ obligationId }) => obligationId === 'C.I.2.a')?.minutes
    expect([minutes('2025-09-30'), minutes('2025-12-31')]).toEqual([17 * 15, 23 * 15 + 7])
  })

  test('an as-of day before the plan has nothing due and nothing that is not a number', () => {
    const rows = rowsOf('2024-06-01')
    expect(rows.every(({ due, done }) => due === 0 && done === 0)).toBe(true)
    expect(JSON.stringify(rows)).not.toMatch(/NaN|Infinity/)
  })
})

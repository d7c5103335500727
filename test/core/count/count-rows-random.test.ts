import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { type CountRow, countRows, type OwnYear } from '../../../src/core/count/count-rows.ts'
import { FACT_KINDS, type Fact, type FactInput, inputOf } from '../../../src/core/fact.ts'
import { parsePeriod } from '../../../src/core/period.ts'
import { planForYear } from '../../../src/core/plan/plan-year.ts'
import type { Plan } from '../../../src/core/plan.ts'
import type { Recorded } from '../../../src/core/reading.ts'
import { draftFact, draftOnObligation } from '../../../src/core/record/recording.ts'
import { expand } from '../../../src/core/slot.ts'
import { VERDICTS } from '../../../src/core/verdict.ts'
import {
  addDays,
  type DateRange,
  daysBetween,
  endOfDay,
  type LocalDate,
} from '../../../src/core/wall-clock.ts'
import { moment } from '../../support/facts.ts'
import { readAsOf } from '../../support/moments.ts'
import { type PlainRow, plainCount } from '../../support/plain-count.ts'
import { planData, planOf } from '../../support/plans.ts'

type Loose = Record<string, unknown>

describe('for random plans, facts, periods and days', () => {
  const weekday = fc.constantFrom('MO', 'WE', 'SU')
  const day = fc.integer({ min: -20, max: 400 }).map((n) => addDays('2025-01-01', n))
  const inYear = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2025-01-01', n))
  const range = fc.tuple(inYear, inYear).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
  const cadence: fc.Arbitrary<Loose> = fc.oneof(
    fc
      .record({
        kind: fc.constant('rate'),
        rrule: fc
          .tuple(weekday, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }))
          .map(([d, n, c]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${d};COUNT=${c}`),
        time: fc.constantFrom('05:30', '23:59'),
        declared: fc.option(fc.integer({ min: 1, max: 14 })),
        minutes: fc.option(fc.constant({ min: 10, max: 15 })),
        reruns: fc.option(
          fc.constantFrom({ times: 1, afterDays: [3] }, { times: 2, afterDays: [0, 30], time: '23:59' }),
        ),
        conditional: fc.boolean(),
      })
      .map((one) => (one.reruns ? { ...one, time: '05:30' } : one)),
    fc.record({
      kind: fc.constant('window'),
      window: range,
      times: fc.integer({ min: 1, max: 3 }),
      declared: fc.option(fc.integer({ min: 1, max: 3 })),
      conditional: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('deadline'), before: inYear.map((date) => addDays(date, 1)) }),
    fc.record({ kind: fc.constant('report'), periods: fc.constantFrom(['Q1'], ['Q1', 'H1', 'Q3', 'Y']) }),
    fc.record({ kind: fc.constant('measure'), target: inYear.map((by) => ({ value: 50, unit: '%', by })) }),
    fc.record({
      kind: fc.constant('event-offset'),
      trigger: fc.option(inYear),
      days: fc.integer({ min: 1, max: 3 }),
      times: fc.constant(['05:30', '17:30']),
      declared: fc.option(fc.constant(4)),
    }),
    fc.record({
      kind: fc.constant('continuous'),
      window: fc.option(range),
      minimum: fc.option(fc.constant({ count: 1, per: 'month' })),
    }),
  )
  const plan = fc
    .record({ cadences: fc.array(cadence, { minLength: 1, maxLength: 2 }), inForceFrom: inYear })
    .map(({ cadences, inForceFrom }): Plan => {
      const obligations = cadences.map((one, i) => ({
        ...{ id: `A.${i + 1}`, title: 'Việc', channels: ['loudspeaker'], quote: 'x' },
        cadence: one,
      }))
      return planOf(planData({}, { obligations, inForceFrom }))
    })
  const statement = fc.record({
    // Few slots, so that many facts meet on one.
    on: fc.integer({ min: 0, max: 4 }),
    kind: fc.constantFrom(...FACT_KINDS, 'measured', 'measured', 'measured', 'moved', 'aired'),
    at: fc.tuple(day, fc.constantFrom('00:00', '05:30', '23:59')).map((parts) => moment(parts.join(' '))),
    minutes: fc.option(fc.integer({ min: 0, max: 20 })),
    value: fc.integer({ min: 40, max: 60 }),
    reason: fc.constantFrom('power', 'not-triggered'),
    to: day.map((date) => ({ date, time: null })),
    place: fc.option(fc.constantFrom('Zalo', 'Facebook')),
    corrects: fc.option(fc.nat(), { freq: 3 }),
  })
  const period = fc.oneof(
    fc.constantFrom('Y', 'Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', '2025-01', '2025-08', '2025-12').chain((key) =>
      fc.constantFrom('plan-year' as const, 'report-year' as const).map((basis): DateRange => {
        const parsed = parsePeriod(calendars.periods, basis, key, 2025)
        if (!parsed.ok) throw new Error(parsed.problem.detail)
        return { from: parsed.value.from, to: parsed.value.to }
      }),
    ),
    range,
  )
  const FAR = moment('2035-01-01')

  type Told = { plan: Plan; recorded: (Recorded & { facts: Fact[] })[]; logged: Fact[] }

  type Statement = Pick<FactInput, 'kind' | 'at' | 'minutes' | 'value' | 'reason' | 'to' | 'place'> & {
    on: number
    corrects: number | null
  }

  /** A log that the rules of recording let through, slot by slot. */
  function tell(whole: Plan, statements: readonly Statement[]): Told {
    const recorded = expand(whole, calendars.periods).map((slot) => ({ slot, facts: [] as Fact[] }))
    const logged: Fact[] = []
    statements.forEach(({ on, corrects: nth, kind, ...said }, i) => {
      const place = recorded[on % (recorded.length + 1)]
      const obligation = whole.obligations[on % whole.obligations.length] as Plan['obligations'][number]
      const facts = place?.facts ?? logged
      const before = place ? facts : facts.filter(({ obligationId }) => obligationId === obligation.id)
      const wrong = nth === null ? null : (before[nth % Math.max(before.length, 1)]?.id ?? null)
      const input = inputOf(kind, { ...said, note: 'x', document: 'CV', corrects: wrong })
      const draft = place
        ? draftFact(place.slot, before, input, FAR)
        : draftOnObligation(whole.id, obligation, before, input, FAR)
      if (draft.ok) facts.push({ ...draft.value, id: `f${i}`, by: 'x', recordedAt: FAR + i })
    })
    return { plan: whole, recorded, logged }
  }

  const withdrawnSome = ({ recorded, ...rest }: Told, every: number): Told => ({
    ...rest,
    recorded: recorded.map((one, i) =>
      every && i % every === 0 ? { ...one, slot: { ...one.slot, withdrawn: true } } : one,
    ),
  })

  /** Everything that many days later, in another year's plan of the same obligations. */
  const later = (whole: Plan, year: number, days: number): Plan => ({
    ...planForYear(whole, year),
    inForceFrom: addDays(whole.inForceFrom, days),
  })

  const question = fc
    .record({
      plan,
      year: fc.integer({ min: 2024, max: 2032 }),
      statements: fc.array(statement, { maxLength: 30, size: 'max' }),
      every: fc.constantFrom(0, 0, 5),
      period,
      ownYear: fc.constantFrom('plan' as const, 'office' as const, null),
      asOf: day,
    })
    .map(({ plan: first, year, statements, every, period: { from, to }, ownYear, asOf }) => {
      const days = daysBetween('2025-01-01', `${year}-01-01`)
      const said = statements.map((one) => ({
        ...one,
        at: one.at + days * 86_400_000,
        to: { date: addDays(one.to.date, days), time: null },
      }))
      return {
        ...withdrawnSome(tell(later(first, year, days), said), every),
        period: { from: addDays(from, days), to: addDays(to, days) },
        ...{ ownYear, asOf: addDays(asOf, days) },
      }
    })
  const count = ({
    plan: { obligations, inForceFrom },
    recorded,
    logged,
    period: when,
    ownYear,
    asOf,
  }: Told & { period: DateRange; ownYear: OwnYear; asOf: LocalDate }) =>
    countRows(obligations, readAsOf(recorded, asOf), logged, { period: when, asOf }, { inForceFrom, ownYear })

  test('a slow and plain second implementation agrees', () => {
    fc.assert(
      fc.property(question, (one) => {
        const plain = plainCount(one)
        const fields = Object.keys(plain[0] as PlainRow) as (keyof PlainRow)[]
        const ours = count(one).map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])))
        expect(ours).toEqual(plain)
      }),
      { numRuns: 1000 },
    )
  })

  test('the identities hold, and every number is a whole one', () => {
    fc.assert(
      fc.property(question, (one) => {
        for (const row of count(one)) {
          const {
            declared,
            feasible,
            scheduled,
            due,
            done,
            onTime,
            late,
            madeUp,
            short,
            missed,
            excused,
            unconfirmed,
            remaining,
          } = row
          expect(done).toBe(onTime + late + madeUp)
          expect(due).toBe(done + short + missed + excused + unconfirmed)
          expect(due + remaining).toBeLessThanOrEqual(scheduled)
          expect(feasible).toBeLessThanOrEqual(scheduled)
          const { shortfall } = row
          if (declared === null || one.ownYear === null)
            expect(shortfall).toBe(declared === null ? null : due - done)
          else expect(shortfall).toBeLessThanOrEqual(Math.max(declared, due) - done)
          expect(VERDICTS).toContain(row.verdict)
          const { obligationId: _, airing: __, verdict: ___, ...numbers } = row
          expect(
            Object.values(numbers).filter((n) => n !== null && !(Number.isInteger(n) && n >= 0)),
          ).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('cut anywhere, two spans add up to the whole', () => {
    const fields = [
      'scheduled',
      'feasible',
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
      'logged',
    ] as const
    fc.assert(
      fc.property(question, day, (one, cut) => {
        const parts = [
          { from: '2023-01-01', to: cut },
          { from: addDays(cut, 1), to: '2034-12-31' },
        ].map((span) => count({ ...one, ownYear: null, period: span }))
        const whole = count({ ...one, ownYear: null, period: { from: '2023-01-01', to: '2034-12-31' } })
        const sums = whole.map((_, i) =>
          fields.map((field) => parts.reduce((sum, rows) => sum + (rows[i] as CountRow)[field], 0)),
        )
        expect(sums).toEqual(whole.map((row) => fields.map((field) => row[field])))
      }),
      { numRuns: 200 },
    )
  })

  test('what happened after the as-of day changes nothing', () => {
    fc.assert(
      fc.property(question, (one) => {
        const end = endOfDay(one.asOf)
        const byThen = ({ at, kind, corrects: wrong }: Fact) => at < end || kind === 'moved' || wrong !== null
        const cut = {
          ...one,
          recorded: one.recorded.map(({ slot, facts }) => {
            const named = new Set(facts.map(({ corrects: wrong }) => wrong))
            return { slot, facts: facts.filter((f) => byThen(f) || named.has(f.id)) }
          }),
        }
        expect(count(cut)).toEqual(count(one))
      }),
      { numRuns: 200 },
    )
  })
})

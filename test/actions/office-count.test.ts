import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countOf,
  type OfficeCount,
  officeCount,
  officeCountOf,
  type PlanRecords,
  readPlan,
} from '../../src/actions/count.ts'
import { periodOf } from '../../src/actions/year-count.ts'
import { calendars } from '../../src/calendars.ts'
import { yearOfBasis } from '../../src/core/count/basis.ts'
import type { Fact } from '../../src/core/fact.ts'
import { BASES, type Basis } from '../../src/core/period.ts'
import type { Plan } from '../../src/core/plan.ts'
import { untouched } from '../../src/core/reading.ts'
import { expand, plannedDay } from '../../src/core/slot.ts'
import type { LocalDate } from '../../src/core/wall-clock.ts'
import { adopt } from '../support/adopt.ts'
import { database } from '../support/database.ts'
import { fact, moment } from '../support/facts.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { type PlainRow, plainOffice } from '../support/plain-count.ts'
import { adoptedPlan, planData, planOf } from '../support/plans.ts'

const WEEKLY = { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=52', time: '05:30', declared: 52 }
/** The last rerun of the year lies in January. */
const MONTHLY = {
  ...{ kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=20;COUNT=12', time: '17:30', declared: 12 },
  reruns: { times: 1, afterDays: [16] },
}
const FINAL_REPORT = { kind: 'deadline', before: '2026-01-21' }

const obligation = (id: string, cadence: object) => ({
  ...{ id, title: `Việc ${id}`, channels: ['loudspeaker'], lead: 'Văn phòng', quote: 'x', cadence },
})

const planOfYear = (year: number, obligations: object[]): Plan =>
  planOf(planData({}, { id: `thu-${year}`, year, inForceFrom: `${year}-01-01`, obligations }))

/** A plan's records with an airing at its hour on each slot that `isAired`. */
function told(plan: Plan, isAired: (day: LocalDate, id: string) => boolean = () => true): PlanRecords {
  const all = expand(plan, calendars.periods).map((slot) => {
    const obligation = plan.obligations.find(
      ({ id }) => id === slot.obligationId,
    ) as Plan['obligations'][number]
    const day = plannedDay(slot)
    const facts: Fact[] = isAired(day, slot.id) ? [fact('aired', `${day} ${slot.time ?? '09:00'}`)] : []
    return { ...untouched(slot, obligation), facts }
  })
  return {
    ...{ plan: adoptedPlan(plan), obligations: plan.obligations, all },
    ...{ logged: [], chosen: [], confirmed: new Set<string>() },
  }
}

function office(known: PlanRecords[], basis: Basis, key: string, year: number, asOf: LocalDate): OfficeCount {
  const period = periodOf(calendars, basis, key, year)
  const readings = known.map((one) => readPlan(one, asOf, AFTERWARDS))
  return officeCountOf(readings, period, yearOfBasis(calendars.periods, basis, period.to), asOf)
}

const own = (known: PlanRecords, asOf: LocalDate) =>
  countOf(readPlan(known, asOf, AFTERWARDS), periodOf(calendars, 'plan-year', 'Y', 2025))

const short = ({ rows }: Pick<OfficeCount, 'rows'>) =>
  rows.map(
    ({ planId, obligationId, airing, done, due, shortfall, verdict }) =>
      `${planId} ${obligationId}${airing === 'rerun' ? ' PL' : ''}: ${done}/${due}, ${shortfall ?? '–'}, ${verdict}`,
  )

describe('a report is of an office over a period, not of a plan', () => {
  const years = [2025, 2026].map((year) => told(planOfYear(year, [obligation('A.1', WEEKLY)])))

  test('a perfect report year reads as one, with the days of December from the plan before', () => {
    expect(short(office(years, 'report-year', 'Y', 2026, '2026-12-14'))).toEqual([
      'thu-2025 A.1: 3/3, 0, met',
      'thu-2026 A.1: 50/50, 0, met',
    ])
    expect(short(office(years, 'report-year', 'Q1', 2026, '2026-03-14'))).toEqual([
      'thu-2025 A.1: 3/3, 0, met',
      'thu-2026 A.1: 10/10, 0, met',
    ])
  })

  test('each day of a year is in one of its quarters, and in one year', () => {
    const done = (basis: Basis, key: string) =>
      office(years, basis, key, 2026, '2026-12-31').rows.reduce((sum, row) => sum + row.done, 0)
    for (const basis of BASES)
      expect(['Q1', 'Q2', 'Q3', 'Q4'].reduce((sum, key) => sum + done(basis, key), 0)).toBe(done(basis, 'Y'))
  })

  test("a rerun in January is the plan's own in its own count, and the next year's in the office's", () => {
    const known = told(planOfYear(2025, [obligation('A.1', MONTHLY)]))
    const count = own(known, '2026-01-31')
    expect(
      count.rows.map(({ done, due, declared, shortfall, verdict }) => [
        done,
        due,
        declared,
        shortfall,
        verdict,
      ]),
    ).toEqual([
      [12, 12, 12, 0, 'met'],
      [12, 12, 12, 0, 'met'],
    ])
    expect(short(office([known], 'plan-year', 'Y', 2025, '2026-01-31'))).toEqual([
      'thu-2025 A.1: 12/12, 0, met',
      'thu-2025 A.1 PL: 11/11, 0, met',
    ])
    expect(short(office([known], 'plan-year', 'Y', 2026, '2026-01-31'))).toEqual([
      'thu-2025 A.1 PL: 1/1, 0, met',
    ])
  })

  test("a deadline in the next year is counted in that year's period", () => {
    const plan = planOf(
      planData(
        {},
        { until: '2026-01-31', obligations: [obligation('A.1', WEEKLY), obligation('E.1', FINAL_REPORT)] },
      ),
    )
    const known = told(plan)
    expect(short(office([known], 'plan-year', 'Q1', 2026, '2026-03-31'))).toContain(
      'thu-2025 E.1: 1/1, –, met',
    )
    const inOwnYear = office([known], 'plan-year', 'Y', 2025, '2026-03-31').rows
    expect(inOwnYear.find(({ obligationId }) => obligationId === 'E.1')).toMatchObject({
      scheduled: 0,
      due: 0,
    })
    const count = own(known, '2026-03-31').rows
    expect(count.find(({ obligationId }) => obligationId === 'E.1')).toMatchObject({
      scheduled: 1,
      due: 1,
      done: 1,
    })
  })

  test('a second implementation agrees for any airings, periods and days', () => {
    const obligations = [obligation('A.1', WEEKLY), obligation('A.2', MONTHLY)]
    const period = fc
      .tuple(
        fc.constantFrom(...BASES),
        fc.constantFrom('Y', 'Q1', 'H1', 'Q4', '2026-01'),
        fc.constantFrom(2025, 2026),
      )
      .map(([basis, key, year]) => periodOf(calendars, basis, key, year))
    const day = fc.constantFrom(
      '2025-06-30',
      '2025-12-14',
      '2026-01-05',
      '2026-01-06',
      '2026-12-31',
      '2027-01-31',
    )
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), period, day, (airs, span, asOf) => {
        const known = [2025, 2026].map((year) =>
          told(planOfYear(year, obligations), () => airs.next().value === true),
        )
        const year = yearOfBasis(calendars.periods, span.basis, span.to)
        const { rows } = officeCountOf(
          known.map((one) => readPlan(one, asOf, AFTERWARDS)),
          span,
          year,
          asOf,
        )
        const plain = plainOffice(
          known.map(({ plan, all, logged }) => ({ plan, recorded: all, logged })),
          { period: span, year, asOf },
        )
        const fields = Object.keys(plain[0] ?? {}) as (keyof PlainRow)[]
        expect(rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])))).toEqual(
          plain,
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('asked of a database', () => {
  test('every plan that asked for something in the period is counted, of whatever year', async () => {
    await using house = await database()
    for (const year of [2024, 2025, 2026])
      await adopt(
        house.db,
        'xa-thu',
        planOfYear(year, [obligation('A.1', WEEKLY)]),
        calendars,
        moment('2024-01-01'),
      )
    const question = { basis: 'report-year', period: 'Y', asOf: '2026-12-14' } as const
    const counted = await officeCount(
      { db: house.db, unit: 'xa-thu', calendars, moment: AFTERWARDS },
      question,
    )
    if (!counted.ok) throw new Error(counted.problem.detail)
    expect(counted.value.rows.map(({ planId, scheduled }) => [planId, scheduled])).toEqual([
      ['thu-2026', 50],
      ['thu-2025', 3],
    ])
  })

  test('an office without plans has no rows', async () => {
    await using house = await database()
    const question = { basis: 'plan-year', period: 'Y', asOf: '2026-12-14' } as const
    const counted = await officeCount(
      { db: house.db, unit: 'xa-la', calendars, moment: AFTERWARDS },
      question,
    )
    expect(counted.ok && counted.value.rows).toEqual([])
  })
})

/** The count of many offices side by side: what a province reads each quarter. */
import type { Calendars } from '../calendars.ts'
import { yearOfBasis } from '../core/count/basis.ts'
import { type CountRow, countRows } from '../core/count/count-rows.ts'
import { type Sum, sumOf } from '../core/count/tally.ts'
import { beforeClosing, ON_TIME_DAYS, type Shares, sharesOf, widest } from '../core/count/unit-row.ts'
import type { Fact } from '../core/fact.ts'
import { type Basis, type Period, parsePeriod, reportPeriod } from '../core/period.ts'
import { ok, type Result } from '../core/problem.ts'
import { read } from '../core/reading.ts'
import { OFFICE } from '../core/record/closing.ts'
import { momentOf } from '../core/standing.ts'
import type { WholeUnit } from '../core/unit.ts'
import type { Verdict } from '../core/verdict.ts'
import { type DateRange, formatInstant, type Instant, isYear, type LocalDate } from '../core/wall-clock.ts'
import { type ClosedPlan, closedPlans } from '../store/closings.ts'
import type { Db } from '../store/db.ts'
import { readEveryPlan } from '../store/roll-up.ts'
import type { UnitPlan } from '../store/roll-up-cells.ts'
import { onTimeDaysOf } from '../store/unit-tree.ts'

export type UnitSum = Shares & {
  unit: WholeUnit
  plans: number
  sum: Sum
  verdicts: Partial<Record<Verdict, number>>
  /** Obligations that are behind, or came short. */
  behind: number
  /** When the last of its plans was closed for the period; null while one is open. */
  closing: Instant | null
  lastRecord: Instant | null
  /** Of the months of the year, in order; due is 0 where nothing is due yet. */
  months: Pick<Shares, 'due' | 'settled'>[]
}

/** Without `year`, the year of the basis that holds `asOf`. */
export type RollUpQuestion = { year?: number | undefined; basis: Basis; period: string; asOf: LocalDate }

export type RollUp = { period: Period; year: number; asOf: LocalDate; months: Period[]; units: UnitSum[] }

/** Units without anything asked of them have a line of zeros; those closed before the period have none. */
export async function rollUp(
  db: Db,
  units: readonly WholeUnit[],
  { year: askedYear, basis, period: key, asOf }: RollUpQuestion,
  { periods }: Calendars,
  now: Instant,
): Promise<Result<RollUp>> {
  const parsed = parsePeriod(periods, basis, key, askedYear ?? yearOfBasis(periods, basis, asOf))
  if (!parsed.ok) return parsed
  const period = parsed.value
  const year = yearOfBasis(periods, basis, period.to)
  const months = monthsOf(periods, basis, year)
  const counted = units.filter(({ closedFrom }) => closedFrom === null || closedFrom > period.from)
  const known = new Map(counted.map((unit) => [unit.code, unit]))
  const settled = Promise.all([lateAfterOf(db, units), closedPlans(db, period)])
  const days = { year, ...widest(period, reportPeriod(periods, basis, 'Y', year)) }
  const parts = new Map<string, Part[]>()
  const every = readEveryPlan(db, [...known.keys()], days)
  // The first plans are asked for together with what the offices settled: a page waits once for both.
  const [[lateAfter, closings], first] = await Promise.all([settled, every.next()])
  const question = { period, year, asOf, now, months, lateAfter }
  for await (const plan of startingWith(first, every)) {
    const part = countPlan(plan, known.get(plan.unit) as WholeUnit, question)
    if (part) parts.set(plan.unit, [...(parts.get(plan.unit) ?? []), part])
  }
  const closed = Map.groupBy(closings, ({ unit }) => unit)
  const rows = counted.map((unit) =>
    unitSum(unit, parts.get(unit.code) ?? [], closed.get(unit.code) ?? [], months),
  )
  return ok({ period, year, asOf, months, units: rows })
}

async function* startingWith<T>(first: IteratorResult<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (!first.done) yield first.value
  yield* rest
}

const monthsOf = (periods: Calendars['periods'], basis: Basis, year: number): Period[] =>
  Array.from({ length: 12 }, (_, i) =>
    parsePeriod(periods, basis, `${year}-${String(i + 1).padStart(2, '0')}`, year),
  ).flatMap((month) => (month.ok ? [month.value] : []))

type Question = {
  period: Period
  year: number
  asOf: LocalDate
  now: Instant
  months: readonly DateRange[]
  lateAfter: (unit: WholeUnit) => number
}

/** One plan's part of a unit's row. */
type Part = {
  planId: string
  rows: CountRow[]
  shares: Shares
  months: Shares[]
  lastRecord: Instant | null
}

/** Null for a plan of another year that asked for nothing in the period. */
function countPlan(
  plan: UnitPlan,
  unit: WholeUnit,
  { period, year, asOf, now, ...rest }: Question,
): Part | null {
  const { obligations, logged, options, rules } = plan
  const days = rest.lateAfter(unit)
  const readings = read(beforeClosing(plan.recorded, unit.closedFrom), momentOf(asOf, { now, rules }))
  const ownYear = isYear(period, plan.year) ? 'office' : null
  const all = countRows(obligations, readings, logged, { period, asOf }, { ...options, ownYear })
  const isOwn = plan.year === year
  const rows = isOwn ? all : all.filter(({ scheduled, logged }) => scheduled + logged > 0)
  if (!isOwn && !rows.length) return null
  const [shares, ...months] = sharesOf(readings, [period, ...rest.months], days) as [Shares, ...Shares[]]
  return {
    ...{ planId: plan.planId, rows, shares, months },
    lastRecord: lastOf([...plan.recorded.flatMap(({ facts }) => facts), ...logged]),
  }
}

const lastOf = (facts: readonly Fact[]): Instant | null =>
  facts.reduce<Instant | null>((last, { recordedAt }) => Math.max(last ?? 0, recordedAt), null)

function unitSum(
  unit: WholeUnit,
  parts: readonly Part[],
  closed: readonly ClosedPlan[],
  months: readonly unknown[],
): UnitSum {
  const rows = parts.flatMap((part) => part.rows)
  const shares = parts.map((part) => part.shares)
  const monthly = months.map((_, i) => sumShares(parts.map((part) => part.months[i] as Shares)))
  const late = parts.flatMap(({ planId, rows }) =>
    rows
      .filter(({ verdict }) => LATE.includes(verdict))
      .map(({ obligationId }) => `${planId} ${obligationId}`),
  )
  const recorded = parts.flatMap(({ lastRecord }) => lastRecord ?? [])
  return {
    ...{ unit, plans: parts.length, sum: sumOf(rows), verdicts: verdictsOf(rows), ...sumShares(shares) },
    behind: new Set(late).size,
    closing: closingOf(parts, closed),
    lastRecord: recorded.length ? Math.max(...recorded) : null,
    months: monthly.map(({ due, settled }) => ({ due, settled })),
  }
}

const LATE: readonly Verdict[] = ['behind', 'not-met']

const sumShares = (all: readonly Shares[]): Shares => {
  const add = (field: keyof Shares) => all.reduce((sum, one) => sum + one[field], 0)
  return {
    ...{ due: add('due'), done: add('done'), unconfirmed: add('unconfirmed') },
    ...{ settled: add('settled'), settledOnTime: add('settledOnTime') },
  }
}

/** An office closes its period as one; in former times plan by plan, and then it is settled with the last of them. */
function closingOf(parts: readonly Part[], closed: readonly ClosedPlan[]): Instant | null {
  const whole = closed.find(({ planId }) => planId === OFFICE)
  if (whole) return whole.closedAt
  const due = parts.filter(({ shares }) => shares.due > 0)
  const times = due.map(({ planId }) => closed.find((one) => one.planId === planId)?.closedAt ?? null)
  return times.length && times.every((time) => time !== null) ? Math.max(...times) : null
}

const verdictsOf = (rows: readonly CountRow[]): UnitSum['verdicts'] =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ verdict }) => verdict)].map(([verdict, own]) => [verdict, own.length]),
  )

/** So many days a record may take: as the nearest office above says. */
async function lateAfterOf(db: Db, units: readonly WholeUnit[]): Promise<(unit: WholeUnit) => number> {
  const said = await onTimeDaysOf(db)
  const parents = new Map(units.map(({ code, parent }) => [code, parent]))
  return ({ parent }) => {
    for (let above = parent; above !== null; above = parents.get(above) ?? null) {
      const days = said.get(above)
      if (days !== undefined) return days
    }
    return ON_TIME_DAYS
  }
}

export const unitJson = ({ code, name, kind, parent }: WholeUnit) => ({ code, name, kind, parent })

/** The public shape: what `roll-up --format json` prints and `/api/v1/roll-up` answers. */
export const rollUpJson = ({ period: { basis, from, to }, asOf, units }: RollUp) => ({
  period: { basis, from, to },
  asOf,
  units: units.map(
    ({ unit, due, done, unconfirmed, settled, settledOnTime, behind, closing, lastRecord }) => ({
      unit: unitJson(unit),
      ...{ due, done, unconfirmed, settled, settledOnTime, behind },
      closing: closing === null ? null : formatInstant(closing),
      lastRecord: lastRecord === null ? null : formatInstant(lastRecord),
    }),
  ),
})

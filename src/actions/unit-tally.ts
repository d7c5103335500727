/** What one office's plans add up to over a period: its row of the page of many offices, but for what it settled. */
import { type CountRow, countRows } from '../core/count/count-rows.ts'
import { type Sum, sumOf } from '../core/count/tally.ts'
import { beforeClosing, type Shares, sharesOf } from '../core/count/unit-row.ts'
import type { Fact } from '../core/fact.ts'
import type { Period } from '../core/period.ts'
import { read } from '../core/reading.ts'
import { changesAt, type Moment, momentOf } from '../core/standing.ts'
import type { Verdict } from '../core/verdict.ts'
import { type DateRange, type Instant, isYear, type LocalDate } from '../core/wall-clock.ts'
import type { UnitPlan } from '../store/roll-up-cells.ts'

export type TallyQuestion = {
  period: Period
  year: number
  asOf: LocalDate
  now: Instant
  /** Of the year, in order. */
  months: readonly DateRange[]
}

/** What is settled for an office from outside its plans: `onTimeDays` by who stands above, its closing by an admin. */
export type UnitTerms = { onTimeDays: number; closedFrom: LocalDate | null }

export type UnitTally = Shares & {
  plans: number
  sum: Sum
  verdicts: Partial<Record<Verdict, number>>
  /** Obligations that are behind, or came short. */
  behind: number
  lastRecord: Instant | null
  /** Of the months of the year, in order; due is 0 where nothing is due yet. */
  months: Pick<Shares, 'due' | 'settled'>[]
  /** Plans that had something due. */
  duePlans: string[]
  /** When it may be another one though nobody recorded anything. */
  changesAt: Instant
}

/** One plan's part of it. */
type Part = {
  planId: string
  rows: CountRow[]
  shares: Shares
  months: Shares[]
  lastRecord: Instant | null
  changesAt: Instant
}

export function tallyOf(plans: readonly UnitPlan[], terms: UnitTerms, question: TallyQuestion): UnitTally {
  const parts = plans.flatMap((plan) => countPlan(plan, terms, question) ?? [])
  const rows = parts.flatMap((part) => part.rows)
  const monthly = question.months.map((_, i) => sumShares(parts.map((part) => part.months[i] as Shares)))
  const late = parts.flatMap(({ planId, rows }) =>
    rows
      .filter(({ verdict }) => LATE.includes(verdict))
      .map(({ obligationId }) => `${planId} ${obligationId}`),
  )
  const recorded = parts.flatMap(({ lastRecord }) => lastRecord ?? [])
  return {
    ...{ plans: parts.length, sum: sumOf(rows), verdicts: verdictsOf(rows) },
    ...sumShares(parts.map(({ shares }) => shares)),
    behind: new Set(late).size,
    lastRecord: recorded.length ? Math.max(...recorded) : null,
    months: monthly.map(({ due, settled }) => ({ due, settled })),
    duePlans: parts.filter(({ shares }) => shares.due > 0).map(({ planId }) => planId),
    changesAt: Math.min(...parts.map((part) => part.changesAt)),
  }
}

/** Null for a plan of another year that asked for nothing in the period. */
function countPlan(
  plan: UnitPlan,
  { onTimeDays, closedFrom }: UnitTerms,
  { period, year, asOf, now, months }: TallyQuestion,
): Part | null {
  const { obligations, logged, options, rules } = plan
  const moment: Moment = momentOf(asOf, { now, rules })
  const readings = read(beforeClosing(plan.recorded, closedFrom), moment)
  const ownYear = isYear(period, plan.year) ? 'office' : null
  const all = countRows(obligations, readings, logged, { period, asOf }, { ...options, ownYear })
  const isOwn = plan.year === year
  const rows = isOwn ? all : all.filter(({ scheduled, logged }) => scheduled + logged > 0)
  if (!isOwn && !rows.length) return null
  const [shares, ...monthly] = sharesOf(readings, [period, ...months], onTimeDays) as [Shares, ...Shares[]]
  return {
    ...{ planId: plan.planId, rows, shares, months: monthly },
    lastRecord: lastOf([...plan.recorded.flatMap(({ facts }) => facts), ...logged]),
    changesAt: changesAt(readings, moment),
  }
}

const lastOf = (facts: readonly Fact[]): Instant | null =>
  facts.reduce<Instant | null>((last, { recordedAt }) => Math.max(last ?? 0, recordedAt), null)

const LATE: readonly Verdict[] = ['behind', 'not-met']

const sumShares = (all: readonly Shares[]): Shares => {
  const add = (field: keyof Shares) => all.reduce((sum, one) => sum + one[field], 0)
  return {
    ...{ due: add('due'), done: add('done'), unconfirmed: add('unconfirmed') },
    ...{ settled: add('settled'), settledOnTime: add('settledOnTime') },
  }
}

const verdictsOf = (rows: readonly CountRow[]): UnitTally['verdicts'] =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ verdict }) => verdict)].map(([verdict, own]) => [verdict, own.length]),
  )

/**
 * Plans that run on: while an office has no plan that succeeds it, last year's keeps the station going (nối tiếp). What
 * is made so says that it is, and gives way to its successor from that one's first day.
 */
import type { Plan } from '../plan.ts'
import {
  type Instant,
  instantOf,
  type LocalDate,
  later,
  localDateOf,
  monthOf,
  yearOf,
  yearRange,
} from '../wall-clock.ts'
import { type AdoptedPlan, runsOn } from './edition.ts'
import { planForYear, planIdForYear } from './plan-year.ts'

/**
 * `decided`: somebody said whether it runs on; null is nobody did, and then a plan that keeps a station going runs on
 * until there is one that succeeds it.
 */
export type KnownPlan = { plan: AdoptedPlan; adoptedAt: Instant; decided: boolean | null }

/** It has a rhythm that silence would break; tasks to be done once end with their year. */
export const keepsBeat = ({ obligations }: Plan): boolean =>
  obligations.some(({ cadence }) => cadence.kind === 'rate')

/** In December the coming year is made. */
const lastYearToMake = (now: Instant): number => {
  const today = localDateOf(now)
  return yearOf(today) + (monthOf(today) === 12 ? 1 : 0)
}

/** What should be done about plans that run on. */
export type CarryOn = {
  /** Coming years to make, each of the plan that it runs on from. */
  make: { plan: Plan; of: string }[]
  /** Ends to set: a successor took a plan's place, or somebody said that it does not run on. Null: again without end. */
  end: { planId: string; from: LocalDate | null; successor: string | null }[]
}

/**
 * For the years that began since an instant, the coming one included from December on. A plan that was adopted for a
 * year when that year was over is history, and does not run on.
 */
export function carryOn(known: readonly KnownPlan[], since: Instant, now: Instant): CarryOn {
  const all = [...known]
  const make: CarryOn['make'] = []
  for (let year = yearOf(localDateOf(since)); year <= lastYearToMake(now); year++) {
    const starts = instantOf(yearRange(year).from)
    for (const source of all.filter(({ plan }) => plan.year === year - 1)) {
      if (since >= starts && source.adoptedAt >= starts) continue
      if (!mayRunOn(source, known) || all.some(({ plan }) => plan.id === planIdForYear(source.plan.id, year)))
        continue
      const plan = continued(source.plan, year)
      make.push({ plan, of: source.plan.id })
      all.push({ plan: { ...plan, ...NEW }, adoptedAt: starts - 1, decided: null })
    }
  }
  return { make, end: known.flatMap((one) => endOf(one, known)) }
}

const NEW = { edition: 1, origin: 'next-year', ends: null } as const

function mayRunOn({ plan, decided }: KnownPlan, known: readonly KnownPlan[]): boolean {
  if (plan.ends !== null || successorOf(plan, known)) return false
  return decided ?? keepsBeat(plan)
}

/** Of a year that nobody issued: the days of the new year under the title of the plan that was issued. */
const continued = (plan: Plan, year: number): Plan => ({ ...planForYear(plan, year), title: plan.title })

/** An end that is not what it should be. One by a document stays so. */
function endOf({ plan }: KnownPlan, known: readonly KnownPlan[]): CarryOn['end'] {
  if (plan.ends?.document) return []
  return runsOn(plan) ? endOfContinuation(plan, known) : endOfIssued(plan, known)
}

/** Ended by another plan: from that one's first day, and as long as there is that one. */
function endOfIssued(plan: AdoptedPlan, known: readonly KnownPlan[]): CarryOn['end'] {
  if (!plan.ends?.successor) return []
  const by = known.find((one) => one.plan.id === plan.ends?.successor)?.plan
  if (!by) return [{ planId: plan.id, from: null, successor: null }]
  const moved = by.succeeds === plan.id && by.inForceFrom !== plan.ends.from
  return moved ? [{ planId: plan.id, from: by.inForceFrom, successor: by.id }] : []
}

function endOfContinuation(plan: AdoptedPlan, known: readonly KnownPlan[]): CarryOn['end'] {
  const successor = successorOf(plan, known)
  const first = yearRange(plan.year).from
  const from = successor ? later(first, successor.inForceFrom) : isStopped(plan, known) ? first : null
  const same =
    (plan.ends?.from ?? null) === from && (plan.ends?.successor ?? null) === (successor?.id ?? null)
  return same ? [] : [{ planId: plan.id, from, successor: successor?.id ?? null }]
}

/** Somebody said of the plan from which it runs on that it does not. */
const isStopped = (plan: AdoptedPlan, known: readonly KnownPlan[]): boolean =>
  known.some(
    ({ plan: { id, year }, decided }) =>
      decided === false && year === plan.year - 1 && planIdForYear(id, plan.year) === plan.id,
  )

/** The issued plan that takes the place of one that runs on, or of the one from which it runs on. */
export function successorOf(plan: AdoptedPlan, known: readonly KnownPlan[]): AdoptedPlan | null {
  const line = new Set([plan.id, ...ancestors(plan, known)])
  const issued = known.map((one) => one.plan).filter((one) => !runsOn(one) && one.id !== plan.id)
  return issued.find((one) => succeededBy(one, known).some((id) => line.has(id))) ?? null
}

/** The plans of earlier years from which it runs on. */
const ancestors = (plan: AdoptedPlan, known: readonly KnownPlan[]): string[] =>
  runsOn(plan)
    ? known
        .filter((one) => one.plan.year < plan.year && planIdForYear(one.plan.id, plan.year) === plan.id)
        .map((one) => one.plan.id)
    : []

/** What a plan says that it succeeds; otherwise the plan of the year before whose id differs in the year alone. */
function succeededBy(plan: AdoptedPlan, known: readonly KnownPlan[]): string[] {
  if (plan.succeeds !== null) return [plan.succeeds]
  return known
    .filter((one) => one.plan.year === plan.year - 1 && withoutYear(one.plan) === withoutYear(plan))
    .map((one) => one.plan.id)
}

/** `ngok-tu-2025@2026` and `ngok-tu-2027` are `ngok-tu-*`; an id without its year is itself. */
const withoutYear = ({ id }: Plan): string =>
  id.replace(/@\d{4}$/, '').replace(/(?<![0-9])\d{4}(?![0-9])/, '*')

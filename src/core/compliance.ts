/**
 * How much of a plan was kept (kết quả thực hiện): counts for each obligation over a period, as of a day.
 *
 * A slot belongs to the period of its planned day, a window or deadline to that of its last day. What the words mean:
 * `done = onTime + late + madeUp`, `due = done + short + missed + excused + unconfirmed`,
 * `shortfall = max(0, declared − done − remaining)`.
 */
import { isDone, type Fact, uncorrected } from './fact.ts'
import type { Obligation } from './plan.ts'
import { type Airing, declaredTotal, plannedDay, type Slot } from './slot.ts'
import { type Assessment, assess, isKept } from './standing.ts'
import { addDays, contains, type DateRange, daysBetween, endOfDay, type Instant, type LocalDate, localDateOf } from './wall-clock.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** A slot with its facts in the order in which they were recorded. */
export type Recorded = { slot: Slot; facts: readonly Fact[] }

export type Counts = {
  scheduled: number
  feasible: number
  due: number
  done: number
  onTime: number
  late: number
  madeUp: number
  short: number
  missed: number
  excused: number
  unconfirmed: number
  remaining: number
}

export type ComplianceRow = { obligationId: string; airing: Airing } & { declared: number | null } & Counts & {
    /** Null without a declared total. */
    shortfall: number | null
    verdict: Verdict
    /** Minutes aired, as far as they were recorded. */
    minutes: number
    /** Facts logged on the duty itself, without a slot: all that a continuous duty has. */
    logged: number
    /** Days of the longest time without anything logged, for a continuous duty. */
    longestGap: number | null
    /** The latest measured value, for a measure. */
    value: number | null
  }

/** The last instant of a day: facts that had happened by then count. */
export const asOfInstant = (day: LocalDate): Instant => endOfDay(day) - 1

/** Rows in the plan's order, originals before reruns. `logged` are the facts without a slot. */
export function compliance(
  obligations: readonly Obligation[],
  recorded: readonly Recorded[],
  logged: readonly Fact[],
  period: DateRange,
  asOf: LocalDate,
): ComplianceRow[] {
  const inPeriod = recorded.filter(({ slot }) => contains(period, plannedDay(slot)))
  const slotsOf = Map.groupBy(inPeriod, ({ slot }) => `${slot.obligationId} ${slot.airing}`)
  const factsOf = Map.groupBy(uncorrected(logged), (fact) => fact.obligationId)
  return obligations.flatMap((obligation) =>
    airingsOf(obligation).map((airing) => {
      const own = slotsOf.get(`${obligation.id} ${airing}`) ?? []
      const free = airing === 'new' ? (factsOf.get(obligation.id) ?? []) : []
      return row(obligation, airing, own, free, period, asOf)
    }),
  )
}

const airingsOf = ({ cadence }: Obligation): Airing[] =>
  cadence.kind === 'rate' && cadence.reruns ? ['new', 'rerun'] : ['new']

function row(
  obligation: Obligation,
  airing: Airing,
  recorded: readonly Recorded[],
  free: readonly Fact[],
  period: DateRange,
  asOf: LocalDate,
): ComplianceRow {
  const now = asOfInstant(asOf)
  const assessed = recorded.map(({ slot, facts }) => ({ slot, ...assess(slot, facts, now) }))
  const counts = countSlots(assessed, asOf)
  const declared = declaredTotal(obligation.cadence, airing)
  const waiting = assessed.length > 0 && assessed.every(({ standing }) => standing === 'not-triggered')
  const logged = free.filter((fact) => fact.at <= now && contains(period, localDateOf(fact.at)))
  const continuous = obligation.cadence.kind === 'continuous'
  return {
    obligationId: obligation.id,
    airing,
    declared,
    ...counts,
    shortfall: declared === null ? null : Math.max(0, declared - counts.done - counts.remaining),
    verdict: verdictOf({ cadence: obligation.cadence, declared, counts, waiting, logged, period, asOf }),
    minutes: minutesAired(assessed, logged),
    logged: logged.length,
    longestGap: continuous ? longestGap(logged, period, asOf) : null,
    value: assessed.find(({ outcome }) => outcome?.kind === 'measured')?.outcome?.value ?? null,
  }
}

type Assessed = Assessment & { slot: Slot }

const NOTHING: Counts = {
  scheduled: 0,
  feasible: 0,
  due: 0,
  done: 0,
  onTime: 0,
  late: 0,
  madeUp: 0,
  short: 0,
  missed: 0,
  excused: 0,
  unconfirmed: 0,
  remaining: 0,
}

/** Withdrawn slots are not asked for any more; those that wait for their condition are in no denominator. */
function countSlots(assessed: readonly Assessed[], asOf: LocalDate): Counts {
  const counts = { ...NOTHING }
  for (const one of assessed) {
    if (one.standing === 'withdrawn' || one.standing === 'not-triggered') continue
    counts.scheduled++
    if (one.slot.inForce) counts.feasible++
    const place = placeOf(one, asOf)
    if (place === null) continue
    counts[place]++
    if (place === 'remaining') continue
    counts.due++
    if (isKept(one.standing)) counts.done++
  }
  return counts
}

const PLACES = {
  done: 'onTime',
  late: 'late',
  'made-up': 'madeUp',
  short: 'short',
  missed: 'missed',
  excused: 'excused',
} as const

type Place = (typeof PLACES)[keyof typeof PLACES] | 'unconfirmed' | 'remaining'

/** Where a slot is counted; null for one from before the plan was in force that nobody aired. */
function placeOf({ standing, slot, dueDay }: Assessed, asOf: LocalDate): Place | null {
  if (isKept(standing)) return PLACES[standing as keyof typeof PLACES]
  if (!slot.inForce) return null
  if (dueDay > asOf) return 'remaining'
  return standing in PLACES ? PLACES[standing as keyof typeof PLACES] : 'unconfirmed'
}

function minutesAired(assessed: readonly Assessed[], logged: readonly Fact[]): number {
  const outcomes = assessed.flatMap(({ outcome }) => (outcome ? [outcome] : []))
  const aired = [...outcomes, ...logged].filter((fact) => isDone(fact) || fact.kind === 'made-up')
  return aired.reduce((sum, fact) => sum + (fact.minutes ?? 0), 0)
}

/** Days between one log entry and the next, the period's edges included; null before the period begins. */
function longestGap(logged: readonly Fact[], period: DateRange, asOf: LocalDate): number | null {
  const end = asOf < period.to ? asOf : period.to
  if (end < period.from) return null
  const days = logged.map((fact) => localDateOf(fact.at)).sort()
  const edges = [addDays(period.from, -1), ...days, addDays(end, 1)]
  return Math.max(...edges.slice(1).map((day, i) => daysBetween(edges[i] as LocalDate, day) - 1))
}

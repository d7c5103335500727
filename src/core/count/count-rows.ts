/**
 * How much of a plan was kept (kết quả thực hiện): counts for each obligation over a period, as of a day.
 *
 * A slot belongs to the period of its planned day, a window or deadline to that of its last day. What the words mean:
 * `done = onTime + late + madeUp`, `due = done + short + missed + excused + unconfirmed`,
 * `shortfall = max(0, declared − done − remaining)` over the plan's own year, `due − done` over every other period.
 */
import { type Counts, countEach } from '../counts.ts'
import { type Fact, isDone, uncorrected } from '../fact.ts'
import { withoutTotal } from '../plan/asked.ts'
import type { Obligation } from '../plan.ts'
import type { Reading, Recorded } from '../reading.ts'
import { type Airing, awaitsCondition, declaredTotal, plannedDay } from '../slot.ts'
import { isDue, isKept } from '../standing.ts'
import { type Verdict, verdictOf } from '../verdict.ts'
import {
  addDays,
  contains,
  type DateRange,
  daysBetween,
  earlier,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../wall-clock.ts'

/** What an office holds itself to, where it chose that instead of the document's total; by `rowKey`. */
export type Targets = ReadonlyMap<string, number>

export type CountOptions = {
  targets?: Targets
  /** A continuous obligation is not missed before the plan is in force. */
  inForceFrom?: LocalDate
  ownYear?: OwnYear
}

/**
 * The period is the plan's own year, which the totals are for. `plan`: its own count, of all its slots, those that reach
 * past the year too; `office`: by planned day, so that nothing is counted in two years. Null: any other period.
 */
export type OwnYear = 'plan' | 'office' | null

export const rowKey = ({ obligationId, airing }: { obligationId: string; airing: Airing }): string =>
  `${obligationId} ${airing}`

export type CountRow = { obligationId: string; airing: Airing } & {
  declared: number | null
} & Counts & {
    /** What the plan's year is held against: what the office chose, otherwise the total; never one "nếu có". */
    target: number | null
    /** Null without a declared total. */
    shortfall: number | null
    verdict: Verdict
    /** Slots whose condition nobody said to have arisen: scheduled too, and in no other number. */
    awaiting: number
    /** Minutes aired, as far as they were recorded. */
    minutes: number
    /** What was done on the obligation itself, without a slot: all that a continuous obligation has. */
    logged: number
    /** Days of the longest time without anything logged, for a continuous obligation. */
    longestGap: number | null
    /** The latest measured value, for a measure. */
    value: number | null
  }

/** All that a count needs to know of an obligation. */
type Counted = Pick<Obligation, 'id' | 'cadence'>

/** The last instant of a day: facts that had happened by then count. */
export const asOfInstant = (day: LocalDate): Instant => endOfDay(day) - 1

/**
 * Rows in the plan's order, originals before reruns. `readings` are all slots of the plan, in the period or not, as they
 * stand at the moment of `asOf`; `logged` are the facts without a slot.
 */
export function countRows(
  obligations: readonly Counted[],
  readings: readonly Reading<Recorded>[],
  logged: readonly Fact[],
  { period, asOf }: { period: DateRange; asOf: LocalDate },
  { targets = new Map(), inForceFrom = period.from, ownYear = null }: CountOptions = {},
): CountRow[] {
  const since = inForceFrom > period.from ? inForceFrom : period.from
  const slotsOf = Map.groupBy(readings, ({ slot }) => slot.obligationId)
  const factsOf = Map.groupBy(uncorrected(logged), (fact) => fact.obligationId)
  return obligations.flatMap((obligation) =>
    airingsOf(obligation, slotsOf).map((airing) => {
      const key = rowKey({ obligationId: obligation.id, airing })
      const own = (slotsOf.get(obligation.id) ?? []).filter(({ slot }) => slot.airing === airing)
      const free = airing === 'new' ? (factsOf.get(obligation.id) ?? []) : []
      const chosen = targets.get(key)
      return row({ obligation, airing, readings: own, free, chosen, period, ownYear, asOf, since })
    }),
  )
}

/** Reruns also where an earlier edition asked for them. */
function airingsOf({ id, cadence }: Counted, slotsOf: ReadonlyMap<string, readonly Recorded[]>): Airing[] {
  const asksForReruns = () =>
    slotsOf.get(id)?.some(({ slot }) => slot.airing === 'rerun' && !slot.withdrawn) ?? false
  const hasReruns = (cadence.kind === 'rate' && cadence.reruns) || asksForReruns()
  return hasReruns ? ['new', 'rerun'] : ['new']
}

/**
 * A plan's obligations, and after them those that it has no more and that asked for something before: they are counted for
 * that, and their total went with them. `asked`: the obligations of its slots, in the wordings that asked for them.
 */
export function withFormer<D extends Counted>(current: readonly D[], asked: Iterable<D>): D[] {
  const known = new Set(current.map(({ id }) => id))
  const former = new Map<string, D>()
  for (const obligation of asked)
    if (!known.has(obligation.id)) former.set(obligation.id, withoutTotal(obligation))
  return [...current, ...former.values()]
}

type RowQuestion = {
  obligation: Counted
  airing: Airing
  /** All its slots. */
  readings: readonly Reading<Recorded>[]
  /** Facts without a slot that nobody corrected. */
  free: readonly Fact[]
  chosen: number | undefined
  period: DateRange
  ownYear: OwnYear
  asOf: LocalDate
  /** From here on a continuous obligation is expected. */
  since: LocalDate
}

function row(question: RowQuestion): CountRow {
  const { obligation, airing, readings, free, chosen, period, ownYear, asOf, since } = question
  const inPeriod = readings.filter(({ slot }) => contains(period, plannedDay(slot)))
  const counted = ownYear === 'plan' ? readings : inPeriod
  const counts = countSlots(counted)
  const declared = declaredTotal(obligation.cadence, airing)
  const { cadence } = obligation
  const owed = awaitsCondition(cadence) ? null : declared
  const target = chosen ?? owed
  const elsewhere = asked(readings) - asked(counted)
  const held = (total: number | null) => (ownYear === null || total === null ? null : total - elsewhere)
  const share = chosen === undefined && declared === null ? null : shareOf(held(target), counts)
  const never = free.some(({ reason }) => reason === 'not-triggered')
  const waiting = never || (counted.length > 0 && counted.every(({ at }) => at.standing === 'not-triggered'))
  const logged = free.filter((fact) => isOccurrence(fact, period, asOf))
  const days = askedDays(obligation, since, period)
  const verdict = verdictOf({ cadence, target: share, counts, waiting, logged, period, asked: days, asOf })
  return {
    obligationId: obligation.id,
    airing,
    declared,
    ...counts,
    target: verdict === 'not-triggered' ? null : target,
    shortfall: declared === null ? null : shortfallOf(held(owed), counts),
    verdict,
    awaiting: counted.filter(({ at }) => at.standing === 'not-triggered').length,
    minutes: minutesAired(counted, logged),
    logged: logged.length,
    longestGap: cadence.kind === 'continuous' ? longestGap(logged, days, asOf) : null,
    value: counted.find(({ at }) => at.outcome?.kind === 'measured')?.at.outcome?.value ?? null,
  }
}

/** Something done on an obligation itself in the period: a note, or the day of an event, is none. */
export const isOccurrence = (fact: Fact, period: DateRange, asOf: LocalDate): boolean =>
  isDone(fact) && fact.at <= asOfInstant(asOf) && contains(period, localDateOf(fact.at))

/** The days of a period on which an obligation is expected: since the plan is in force, within its own window. */
function askedDays({ cadence }: Counted, since: LocalDate, { to }: DateRange): DateRange {
  const window = cadence.kind === 'continuous' ? cadence.window : null
  return {
    from: window && window.from > since ? window.from : since,
    to: window ? earlier(window.to, to) : to,
  }
}

const asked = (readings: readonly Recorded[]): number => readings.filter(({ slot }) => !slot.withdrawn).length

/** Over the plan's year the total is owed; any other period is held against what is planned in it. */
function shareOf(total: number | null, { due, remaining }: Counts): number | null {
  const share = Math.max(0, total ?? due + remaining)
  return share + due > 0 ? share : null
}

const shortfallOf = (total: number | null, { due, done, remaining }: Counts): number =>
  total === null ? due - done : Math.max(0, total - done - remaining)

/** Withdrawn slots are not asked for any more; those that wait for their condition are in no denominator. */
export function countSlots(readings: readonly Reading<Recorded>[]): Counts {
  const counts = countEach(() => 0)
  for (const { slot, at } of readings) {
    if (at.bucket === null) continue
    counts.scheduled++
    if (slot.inForce) counts.feasible++
    if (at.bucket === 'outside') continue
    counts[at.bucket]++
    if (!isDue(at.bucket)) continue
    counts.due++
    if (isKept(at.standing)) counts.done++
  }
  return counts
}

function minutesAired(readings: readonly Reading<Recorded>[], logged: readonly Fact[]): number {
  const minutesOf = (fact: Fact | null) =>
    fact && (isDone(fact) || fact.kind === 'made-up') ? (fact.minutes ?? 0) : 0
  const inSlots = readings.reduce((sum, { at }) => sum + (at.bucket === null ? 0 : minutesOf(at.outcome)), 0)
  return logged.reduce((sum, fact) => sum + minutesOf(fact), inSlots)
}

/** Days between one log entry and the next, the period's edges included; null before the period begins. */
function longestGap(logged: readonly Fact[], period: DateRange, asOf: LocalDate): number | null {
  const end = asOf < period.to ? asOf : period.to
  if (end < period.from) return null
  const days = logged
    .map((fact) => localDateOf(fact.at))
    .filter((day) => contains(period, day))
    .sort()
  const edges = [addDays(period.from, -1), ...days, addDays(end, 1)]
  return Math.max(...edges.slice(1).map((day, i) => daysBetween(edges[i] as LocalDate, day) - 1))
}

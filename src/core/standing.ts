/**
 * What a slot's facts and an instant add up to (tình trạng). The one rule that pages, feed, API and count share.
 *
 * Silence is not an answer: time passing makes a slot `unconfirmed`, never `done` and never `missed`.
 */
import { type Fact, type FactKind, isDone, isSilent, uncorrected } from './fact.ts'
import { plannedDay, type Slot } from './slot.ts'
import {
  endOfDay,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  type WallTime,
} from './wall-clock.ts'

export const STANDINGS = [
  'upcoming',
  'due',
  'unconfirmed',
  'done',
  'late',
  'short',
  'made-up',
  'missed',
  'excused',
  'withdrawn',
  'not-triggered',
  'not-in-force',
] as const
export type Standing = (typeof STANDINGS)[number]

/** Where a count has a slot. `outside`: from before the in-force date, and not done. */
export type Bucket =
  | 'onTime'
  | 'late'
  | 'madeUp'
  | 'short'
  | 'missed'
  | 'excused'
  | 'unconfirmed'
  | 'remaining'
  | 'outside'

export type Place = { date: LocalDate; time: WallTime | null }

/** A place that a slot left: it was moved away from there, or not aired there and given a day for its make-up. */
export type Left = Place & { as: 'moved' | 'missed' }

/** In a count's denominator: asked for, in force, and its day has come. */
export const isDue = (bucket: Bucket | null): boolean =>
  bucket !== null && bucket !== 'outside' && bucket !== 'remaining'

/** A slot as it stands: the day it is due now, and the fact that decided. */
export type Assessment = {
  standing: Standing
  /** Null for what the plan does not ask for, no longer or not yet. */
  bucket: Bucket | null
  /** The day it was moved to, or the planned one. */
  dueDay: LocalDate
  dueTime: WallTime | null
  /** The move in force, if it was moved and not moved back. */
  moved: Fact | null
  /** The move that gave a day to its make-up, while that was not aired. */
  makeUp: Fact | null
  /** Where it stood before, as far as that was on other days: where the plan has it, where it was not aired. */
  left: readonly Left[]
  /** The fact that settled it, if it is settled. */
  outcome: Fact | null
}

const SETTLED: readonly Standing[] = ['done', 'late', 'made-up', 'short', 'missed', 'excused']
const OPEN: readonly Standing[] = ['upcoming', 'due', 'unconfirmed']
const KEPT: readonly Standing[] = ['done', 'late', 'made-up']

/** It has a day: planned, or fixed since. */
export const hasDay = (slot: Pick<Slot, 'date'>, { moved }: Pick<Assessment, 'moved'>): boolean =>
  slot.date !== null || moved !== null

/** Somebody recorded how it ended. */
export const isSettled = (standing: Standing): boolean => SETTLED.includes(standing)
/** Asked for, in force, and nobody has said how it ended. */
export const isOpen = (standing: Standing): boolean => OPEN.includes(standing)
/** Nobody is asked about it yet: its day, or its time and the grace, are not over. */
export const isAhead = (standing: Standing): boolean => standing === 'upcoming' || standing === 'due'
/** Its day has come, and nobody has said how it ended. */
export const hasCome = (standing: Standing): boolean => standing === 'due' || standing === 'unconfirmed'
/** Counted as done. */
export const isKept = (standing: Standing): boolean => KEPT.includes(standing)

/** What an office settles for itself. */
export type Rules = {
  /** So many minutes after its time a slot's silence is asked about; null is the end of its day. */
  graceMinutes: number | null
}

export const USUAL_RULES: Rules = { graceMinutes: null }

/** When one looks, and by whose rules. `dayIsOver`: back on a day as a whole, of which nothing is waited for any more. */
export type Moment = { now: Instant; rules: Rules; dayIsOver?: true }

/** The moment that a count "as of" a day speaks of: today as it stands by now, every other day as over. */
export const momentOf = (asOf: LocalDate, { now, rules }: Moment): Moment =>
  asOf === localDateOf(now) ? { now, rules } : { now: endOfDay(asOf) - 1, rules, dayIsOver: true }

/** Where a slot is due, by its moves alone: they hold whenever they were recorded. */
export type Due = Pick<Assessment, 'dueDay' | 'dueTime' | 'moved'>

export const dueOf = (slot: Slot, facts: readonly Fact[]): Due => dueAfter(slot, lastMove(uncorrected(facts)))

const lastMove = (inForce: readonly Fact[]): Fact | null =>
  inForce.findLast(({ kind }) => kind === 'moved') ?? null

function dueAfter(slot: Slot, move: Fact | null): Due {
  const moved = move && isHome(slot, move) ? null : move
  return {
    dueDay: moved?.to?.date ?? plannedDay(slot),
    dueTime: moved?.to?.time ?? slot.time,
    moved,
  }
}

/** The fact by which a slot is settled at an instant, whatever the rules. */
export const outcomeOf = (slot: Slot, facts: readonly Fact[], now: Instant): Fact | null =>
  decisive(
    slot,
    uncorrected(facts).filter(({ at }) => at <= now),
  )

/** How a slot stands. Facts count when they had happened by then; corrections and moves hold whenever recorded. */
export function assess(slot: Slot, facts: readonly Fact[], moment: Moment): Assessment {
  const { now } = moment
  const inForce = uncorrected(facts)
  const move = lastMove(inForce)
  const due = dueAfter(slot, move)
  const happened = inForce.filter((fact) => fact.at <= now)
  const outcome = decisive(slot, happened)
  const standing = standingOf(slot, { due, move, outcome, happened }, moment)
  const silent = move ? happened.find(isSilent) : undefined
  const isMakeUp = silent && move && inForce.indexOf(move) > inForce.indexOf(silent)
  const makeUp = isMakeUp && outcome && isSilent(outcome) ? move : null
  const left = move ? placesLeft(slot, inForce, silent, due.dueDay) : NOWHERE
  const bucket = bucketOf(slot, { standing, makeUp, due }, moment)
  // Written out: spreading takes longer than judging, and a province judges a million slots.
  const { dueDay, dueTime, moved } = due
  return { standing, bucket, dueDay, dueTime, moved, makeUp, left, outcome }
}

const NOWHERE: readonly Left[] = []

type Known = { due: Due; move: Fact | null; outcome: Fact | null; happened: readonly Fact[] }

function standingOf(slot: Slot, { due, move, outcome, happened }: Known, moment: Moment): Standing {
  if (slot.withdrawn) return 'withdrawn'
  if (outcome) return settled(slot, outcome, due, happened)
  if (slot.conditional && !move) return 'not-triggered'
  return slot.inForce ? waiting(due, moment) : 'not-in-force'
}

/** Where the facts so far had brought a slot; null while it has a window only. */
export function placeAfter(slot: Slot, facts: readonly Fact[]): Place | null {
  const to = lastMove(facts)?.to
  if (to) return { date: to.date, time: to.time ?? slot.time }
  return slot.date === null ? null : { date: slot.date, time: slot.time }
}

function placesLeft(
  slot: Slot,
  inForce: readonly Fact[],
  silent: Fact | undefined,
  dueDay: LocalDate,
): Left[] {
  const missed = silent ? placeAfter(slot, inForce.slice(0, inForce.indexOf(silent))) : null
  const planned = placeAfter(slot, [])
  const moved = planned && planned.date !== missed?.date ? [{ ...planned, as: 'moved' as const }] : []
  const places: Left[] = missed ? [...moved, { ...missed, as: 'missed' }] : moved
  return places.filter(({ date }) => date !== dueDay)
}

/** Where a slot stood when it was not aired, not where its make-up is to be. */
export const placeMissed = ({ left, dueDay, dueTime }: Assessment): Place =>
  left.find(({ as }) => as === 'missed') ?? { date: dueDay, time: dueTime }

/** A move that brought the slot back to where the plan has it. */
const isHome = ({ date, time }: Slot, { to }: Fact): boolean =>
  to?.date === date && (to?.time ?? time) === time

/**
 * Done outweighs made up, that outweighs an excuse, that outweighs "not aired"; of several, the last one recorded. Done
 * in several places, the first counts: a later post doesn't make the slot late. Too short an airing may be made up for.
 */
function decisive(slot: Slot, happened: readonly Fact[]): Fact | null {
  if (!happened.length) return null
  const last = (kind: FactKind) => happened.findLast((fact) => fact.kind === kind)
  if (slot.target !== null && last('measured')) return byTime(happened, 'measured').at(-1) ?? null
  const done = happened.reduce<Fact | null>((first, fact) => {
    if (!isDone(fact)) return first
    return first && first.at <= fact.at ? first : fact
  }, null)
  const madeUp = last('made-up')
  if (done && !(madeUp && isShort(slot, done))) return done
  return madeUp ?? last('excused') ?? last('not-aired') ?? null
}

const byTime = (facts: readonly Fact[], kind: FactKind): Fact[] =>
  facts.filter((fact) => fact.kind === kind).sort((a, b) => a.at - b.at)

function settled(slot: Slot, outcome: Fact, { dueDay, dueTime }: Due, happened: readonly Fact[]): Standing {
  if (outcome.kind === 'excused') return 'excused'
  // Only the plan's own "nếu có" takes a slot out of the count.
  if (outcome.kind === 'not-aired')
    return slot.conditional && outcome.reason === 'not-triggered' ? 'not-triggered' : 'missed'
  if (isShort(slot, outcome)) return 'short'
  if (outcome.kind === 'made-up') return 'made-up'
  if (dueTime !== null && isWithin(slot, outcome, instantOf(dueDay, dueTime))) return 'done'
  const day = outcome.kind === 'measured' ? dayReached(slot, happened) : localDateOf(outcome.at)
  return day > dueDay || (slot.window && day > slot.window.to) ? 'late' : 'done'
}

/** What begins at 23:50 and is aired at 00:02 was aired in its time, though it is another day. */
const isWithin = ({ minutes }: Slot, { at }: Fact, start: Instant): boolean =>
  at >= start && at < start + minutes * 60_000

/** Since when the measured values reach the target: measuring again in December does not undo September. */
function dayReached(slot: Slot, happened: readonly Fact[]): LocalDate {
  const measured = byTime(happened, 'measured')
  const reached = measured.slice(measured.findLastIndex((fact) => isShort(slot, fact)) + 1)
  return localDateOf((reached[0] as Fact).at)
}

/** Less than the plan states: minutes of an airing, the value of a measure. */
export function isShort(slot: Slot, outcome: Fact): boolean {
  if (outcome.kind === 'measured') return (outcome.value ?? 0) < (slot.target ?? 0)
  return slot.leastMinutes !== null && outcome.minutes !== null && outcome.minutes < slot.leastMinutes
}

/** An airing of today is ahead until its time and the grace have passed. */
function waiting(due: Pick<Due, 'dueDay' | 'dueTime'>, moment: Moment): Standing {
  const { now, dayIsOver = false } = moment
  if (now < instantOf(due.dueDay)) return 'upcoming'
  return dayIsOver || now >= overAt(due, moment.rules) ? 'unconfirmed' : 'due'
}

function overAt({ dueDay, dueTime }: Pick<Due, 'dueDay' | 'dueTime'>, { graceMinutes }: Rules): Instant {
  if (graceMinutes === null || dueTime === null) return endOfDay(dueDay)
  return instantOf(dueDay, dueTime) + graceMinutes * 60_000
}

/**
 * The next instant of the day of `now` at which one of these slots stands otherwise though nobody records anything: its grace
 * is over, or what was recorded ahead has happened. Infinity on a day that is looked back on.
 */
export function changesAt(
  readings: readonly { facts: readonly Fact[]; at: Pick<Assessment, 'dueDay' | 'dueTime'> }[],
  { now, rules, dayIsOver }: Moment,
): Instant {
  if (dayIsOver) return Number.POSITIVE_INFINITY
  const today = localDateOf(now)
  let next = Number.POSITIVE_INFINITY
  const meet = (instant: Instant) => {
    if (instant > now && instant < next) next = instant
  }
  for (const { facts, at } of readings) {
    if (at.dueDay === today) meet(overAt(at, rules))
    for (const fact of facts) meet(fact.at)
  }
  return next
}

const BUCKETS: Record<Standing, Bucket | null> = {
  upcoming: 'remaining',
  due: 'remaining',
  unconfirmed: 'unconfirmed',
  done: 'onTime',
  late: 'late',
  'made-up': 'madeUp',
  short: 'short',
  missed: 'missed',
  excused: 'excused',
  withdrawn: null,
  'not-triggered': null,
  'not-in-force': 'outside',
}

type Judged = Pick<Assessment, 'standing' | 'makeUp'> & { due: Due }

/** What was done counts wherever it lies; what was not counts once its day has come, that of its make-up at last. */
function bucketOf(slot: Slot, { standing, makeUp, due }: Judged, moment: Moment): Bucket | null {
  const bucket = BUCKETS[standing]
  if (bucket === null || isKept(standing)) return bucket
  if (!slot.inForce) return 'outside'
  const ahead = makeUp ? waiting(due, moment) !== 'unconfirmed' : moment.now < instantOf(due.dueDay)
  return ahead ? 'remaining' : bucket
}

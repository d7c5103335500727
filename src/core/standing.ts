/**
 * What a slot's facts and an instant add up to (tình trạng). The one rule that pages, feed, API and count share.
 *
 * Silence is not an answer: time passing makes a slot `unconfirmed`, never `done` and never `missed`.
 */
import { type Fact, type FactKind, isDone, uncorrected } from './fact.ts'
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

/** A slot as it stands: the day it is due now, and the fact that decided. */
export type Assessment = {
  standing: Standing
  /** The day it was moved to, or the planned one. */
  dueDay: LocalDate
  dueTime: WallTime | null
  /** The move in force, if it was moved and not moved back. */
  moved: Fact | null
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
/** Counted as done. */
export const isKept = (standing: Standing): boolean => KEPT.includes(standing)

/**
 * How a slot stands at an instant. Facts count when they had happened by then; corrections and moves hold whenever
 * they were recorded. `graceMinutes` after its time a dated slot becomes unconfirmed; null is the end of its day.
 */
export function assess(
  slot: Slot,
  facts: readonly Fact[],
  now: Instant,
  graceMinutes: number | null = null,
): Assessment {
  const inForce = uncorrected(facts)
  const move = inForce.findLast(({ kind }) => kind === 'moved') ?? null
  const moved = move && isHome(slot, move) ? null : move
  const dueDay = moved?.to?.date ?? plannedDay(slot)
  const dueTime = moved?.to?.time ?? slot.time
  const happened = inForce.filter((fact) => fact.at <= now)
  const outcome = decisive(slot, happened)
  const base = { dueDay, dueTime, moved, outcome }
  if (slot.withdrawn) return { ...base, standing: 'withdrawn' }
  if (outcome) return { ...base, standing: settled(slot, outcome, base, happened) }
  if (slot.conditional && !move) return { ...base, standing: 'not-triggered' }
  if (!slot.inForce) return { ...base, standing: 'not-in-force' }
  return { ...base, standing: waiting(dueDay, dueTime, now, graceMinutes) }
}

/** A move that brought the slot back to where the plan has it. */
const isHome = ({ date, time }: Slot, { to }: Fact): boolean =>
  to?.date === date && (to?.time ?? time) === time

export const standing = (slot: Slot, facts: readonly Fact[], now: Instant): Standing =>
  assess(slot, facts, now).standing

/**
 * Done outweighs made up, that outweighs an excuse, that outweighs "not aired"; of several, the last one recorded. Done
 * in several places, the first counts: a later post doesn't make the slot late. Too short an airing may be made up for.
 */
function decisive(slot: Slot, happened: Fact[]): Fact | null {
  const last = (kind: FactKind) => happened.findLast((fact) => fact.kind === kind)
  if (slot.target !== null && last('measured')) return byTime(happened, 'measured').at(-1) ?? null
  const done = happened
    .filter(isDone)
    .reduce<Fact | null>((first, fact) => (first && first.at <= fact.at ? first : fact), null)
  const madeUp = last('made-up')
  if (done && !(madeUp && isShort(slot, done))) return done
  return madeUp ?? last('excused') ?? last('not-aired') ?? null
}

const byTime = (facts: readonly Fact[], kind: FactKind): Fact[] =>
  facts.filter((fact) => fact.kind === kind).sort((a, b) => a.at - b.at)

function settled(
  slot: Slot,
  outcome: Fact,
  { dueDay, dueTime }: Pick<Assessment, 'dueDay' | 'dueTime'>,
  happened: readonly Fact[],
): Standing {
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

function waiting(dueDay: LocalDate, dueTime: WallTime | null, now: Instant, grace: number | null): Standing {
  if (now < instantOf(dueDay)) return 'upcoming'
  const over =
    grace === null || dueTime === null ? endOfDay(dueDay) : instantOf(dueDay, dueTime) + grace * 60_000
  return now < over ? 'due' : 'unconfirmed'
}

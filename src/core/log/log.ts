/**
 * The broadcast log (sổ nhật ký phát thanh): what was planned and what became of it, day by day.
 *
 * What was done stands on the day on which it happened, what was not on the day on which it was due: a slot that was
 * not aired on the 4th and made up for on the 7th has an entry on both.
 */

import { type Fact, isDone, isOutcome, isSilent, uncorrected } from '../fact.ts'
import type { ItemBrief } from '../item-brief.ts'
import { keptInVersion } from '../making.ts'
import type { Channel, Obligation } from '../plan.ts'
import { programmeOf, type Reading } from '../reading.ts'
import type { Slot } from '../slot.ts'
import { hasCome, type Place, placeAfter, type Standing } from '../standing.ts'
import {
  contains,
  type DateRange,
  type Instant,
  type LocalDate,
  localDateOf,
  wallTimeOf,
} from '../wall-clock.ts'

/** A moment of the log. Planned, actual and recorded time are three things. */
export type LogEntry = {
  day: LocalDate
  obligation: Obligation
  /** Null for what was logged on an obligation without slots. */
  slot: Slot | null
  /** Where the plan had it; null for what has no day in it. */
  planned: Place | null
  /** Where it had been moved to before this happened. */
  moved: Place | null
  /** When it happened; null for what did not. */
  actual: Instant | null
  /** How it ended, by the fact that says so; null while nobody said anything. */
  fact: Fact | null
  /** How the slot stands, for the entry that decides it and for one that waits. */
  standing: Standing | null
  /** The day that was found for its make-up. */
  makeUp: Place | null
  /** Evidence and notes that were added. */
  added: Fact[]
  /** What was said; absent where nobody wrote it down. */
  item?: ItemBrief
}

/** `obligation`: `<plan>:<obligation>`, or an obligation's id alone for every plan that has it. */
export type LogFilter = { range: DateRange; channel: Channel | null; obligation: string | null }

type Logged = { obligation: Obligation; fact: Fact }

/** By day, then by hour. What lies ahead is no matter for a log. */
export function logEntries(
  readings: readonly Reading[],
  logged: readonly Logged[],
  { range, channel, obligation }: LogFilter,
  now: Instant,
): LogEntry[] {
  const entries = [...readings.flatMap(slotEntries), ...loggedEntries(readings, logged, now)]
  return entries
    .filter(({ day }) => contains(range, day))
    .filter(({ obligation }) => channel === null || obligation.channels.includes(channel))
    .filter(
      (entry) =>
        obligation === null ||
        entry.obligation.id === obligation ||
        obligationKey(planOf(entry), entry.obligation) === obligation,
    )
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

export const obligationKey = (planId: string, { id }: Pick<Obligation, 'id'>): string => `${planId}:${id}`

const planOf = ({ slot, fact }: LogEntry): string => slot?.planId ?? fact?.planId ?? ''

const sortKey = ({ day, actual, moved, planned, obligation }: LogEntry): string => {
  const place = moved ?? planned
  const hour = actual === null ? (place?.date === day ? place.time : null) : wallTimeOf(actual)
  return `${day} ${hour ?? '99'} ${obligation.id}`
}

function slotEntries(reading: Reading): LogEntry[] {
  const inForce = uncorrected(reading.facts)
  const outcomes = outcomesOf(inForce)
  const moves = inForce.filter(
    (fact, i) => fact.kind === 'moved' && leaves(reading.slot, inForce.slice(0, i), fact),
  )
  const waiting = outcomes.length || !hasCome(reading.at.standing) ? [] : [waitingEntry(reading, inForce)]
  return [
    ...moves.map((fact) => moveEntry(reading, inForce, fact)),
    ...outcomes.map((fact) => outcomeEntry(reading, inForce, fact)),
    ...waiting,
  ]
}

/** An excuse stands for the "not aired" that it accepted. */
function outcomesOf(inForce: readonly Fact[]): Fact[] {
  const excused = inForce.some(({ kind }) => kind === 'excused')
  return inForce.filter(
    (fact) => (isOutcome(fact) || fact.kind === 'measured') && !(excused && fact.kind === 'not-aired'),
  )
}

/** A move to another day is an entry where the slot had been; a day for a make-up is told beside what was missed. */
const leaves = (slot: Slot, before: readonly Fact[], move: Fact): boolean => {
  const place = placeAfter(slot, before)
  return place !== null && place.date !== move.to?.date && !before.some(isSilent)
}

const plannedPlace = (slot: Slot): Place | null => placeAfter(slot, [])

function base({ slot, obligation, item }: Reading, before: readonly Fact[]) {
  const planned = plannedPlace(slot)
  const place = placeAfter(slot, before)
  const isMoved = place?.date !== planned?.date || place?.time !== planned?.time
  return {
    slot,
    obligation,
    planned,
    moved: isMoved ? place : null,
    makeUp: null,
    added: [],
    ...(item && { item }),
  }
}

function moveEntry(reading: Reading, inForce: readonly Fact[], fact: Fact): LogEntry {
  const before = inForce.slice(0, inForce.indexOf(fact))
  const day = placeAfter(reading.slot, before)?.date ?? localDateOf(fact.at)
  return { ...base(reading, before), day, actual: null, fact, standing: null }
}

function outcomeEntry(reading: Reading, inForce: readonly Fact[], fact: Fact): LogEntry {
  const { slot, at } = reading
  const silent = isSilent(fact)
  const firstSilent = inForce.findIndex(isSilent)
  const before = inForce.slice(0, silent ? firstSilent : inForce.indexOf(fact))
  const due = placeAfter(slot, before)?.date ?? slot.window?.to
  return {
    ...base(reading, before),
    day: silent && due ? due : localDateOf(fact.at),
    actual: silent ? null : fact.at,
    fact,
    standing: at.outcome?.id === fact.id ? at.standing : null,
    makeUp: silent ? (at.makeUp?.to ?? null) : null,
    added: fact.id === lastOutcome(inForce)?.id ? additions(inForce) : [],
  }
}

const lastOutcome = (inForce: readonly Fact[]): Fact | undefined => outcomesOf(inForce).at(-1)

const additions = (inForce: readonly Fact[]): Fact[] =>
  inForce.filter(({ kind }) => kind === 'evidence' || kind === 'note')

const waitingEntry = (reading: Reading, inForce: readonly Fact[]): LogEntry => ({
  ...base(reading, inForce),
  ...{ day: reading.at.dueDay, actual: null, fact: null },
  ...{ standing: reading.at.standing, added: additions(inForce) },
})

/** What was done on obligations without slots, once each; a version in another language with its programme's title. */
function loggedEntries(readings: readonly Reading[], logged: readonly Logged[], now: Instant): LogEntry[] {
  const inForce = new Set(uncorrected(logged.map(({ fact }) => fact)))
  return logged
    .filter(({ fact }) => inForce.has(fact) && fact.at <= now && (isDone(fact) || fact.kind === 'evidence'))
    .map(({ obligation, fact }) => {
      const item = programmeOf(fact, readings)?.item
      return {
        ...{ day: localDateOf(fact.at), obligation, slot: null, planned: null, moved: null },
        ...{ actual: fact.at, fact, standing: null, makeUp: null, added: [] },
        ...(item && { item: { ...item, making: keptInVersion(item.making) } }),
      }
    })
}

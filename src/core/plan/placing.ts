/**
 * What a plan asks for, matched to the slots that are stored (rule 10 of the design): a slot's id never means two things.
 *
 * By obligation and planned day first, then to untouched slots of the same month by the nearest day (the earlier on a tie);
 * what is left over gets numbers never used before. What was planned before the edition's first day stays as it is.
 */
import { plannedDay, type Slot, slotKey } from '../slot.ts'
import { dayNumber, type LocalDate, yearMonthOf } from '../wall-clock.ts'

/** A slot as it is stored, also one that a plan no longer asks for. */
export type StoredSlot = {
  slot: Slot
  /** Somebody recorded something of it, or approved what is said in it: it is not moved. */
  touched: boolean
  /** Something was written for it: it may move, but is not taken away. */
  tied: boolean
  /** Taken away by an earlier edition; its number stays its own. */
  gone: boolean
}

export type Placed = {
  /** As it should stand now, under its own id. */
  slot: Slot
  /** As the plan asks for it. */
  want: Slot
  was: StoredSlot | null
  /** It kept its hour and length, because it is touched. */
  kept: boolean
}

export type Placing = {
  placed: Placed[]
  /** No longer asked for, and not to be lost. */
  withdrawn: StoredSlot[]
  /** No longer asked for, and nobody touched it. */
  dropped: StoredSlot[]
}

/** `wanted` is all that the plan asks for; `from` null is the whole plan. */
export function placeSlots(
  stored: readonly StoredSlot[],
  wanted: readonly Slot[],
  from: LocalDate | null,
): Placing {
  const storedOf = Map.groupBy(stored, ({ slot }) => slot.obligationId)
  const wantedOf = Map.groupBy(wanted, ({ obligationId }) => obligationId)
  const obligations = [...new Set([...wantedOf.keys(), ...storedOf.keys()])]
  const placings = obligations.map((id) =>
    placeObligation(storedOf.get(id) ?? [], wantedOf.get(id) ?? [], from),
  )
  return {
    placed: placings.flatMap(({ placed }) => placed),
    withdrawn: placings.flatMap(({ withdrawn }) => withdrawn),
    dropped: placings.flatMap(({ dropped }) => dropped),
  }
}

type Match = { want: Slot; have: StoredSlot | null }

function placeObligation(
  stored: readonly StoredSlot[],
  wanted: readonly Slot[],
  from: LocalDate | null,
): Placing {
  const free = new Set(stored.filter(({ slot }) => isAsked(slot, from)))
  const asked = wanted.filter((slot) => isAsked(slot, from))
  const originals = matchAll(
    asked.filter(isNew),
    [...free].filter(({ slot }) => isNew(slot)),
  )
  const numbers = new Numbers(stored.map(({ slot }) => slot))
  const before = stored.filter(({ slot, gone }) => isLive(slot) && !gone && !isAsked(slot, from)).length
  const placed = originals.map((match, i) => ranked(placedOriginal(match, numbers), before + i + 1))
  take(free, originals)
  const parents = parentsOf(stored, wanted, placed, from, numbers)
  const ranks = new Map([...stored, ...placed].map(({ slot }) => [slot.id, slot.rank]))
  const reruns = Map.groupBy(
    asked.filter((slot) => !isNew(slot)),
    ({ of }) => parents.get(of ?? '') ?? '',
  )
  for (const [parent, wants] of reruns) {
    const family = [...free].filter(({ slot }) => slot.of === parent)
    const matches = matchAll(wants, family).map((match) => orphanOf(match, free))
    take(free, matches)
    const rank = ranks.get(parent)
    const own = matches.map((match) => placedRerun(match, parent, numbers))
    placed.push(...own.map((one) => (rank === undefined ? one : { ...one, slot: { ...one.slot, rank } })))
  }
  const left = [...free].filter(({ gone }) => !gone)
  return {
    placed,
    withdrawn: left.filter(({ touched, tied }) => touched || tied),
    dropped: left.filter(({ touched, tied }) => !touched && !tied),
  }
}

/** A date's rank counts on from what was asked before; a period or a window is the one that the plan lists there. */
const ranked = (placed: Placed, rank: number): Placed =>
  placed.want.date === null ? placed : { ...placed, slot: { ...placed.slot, rank } }

const isLive = (slot: Slot): boolean => isNew(slot) && !slot.withdrawn
const isNew = ({ airing }: Slot): boolean => airing === 'new'
const isAsked = (slot: Slot, from: LocalDate | null): boolean => from === null || plannedDay(slot) >= from

function take(free: Set<StoredSlot>, matches: readonly Match[]): void {
  for (const { have } of matches) if (have) free.delete(have)
}

/** A rerun that somebody touched stays on its day, whichever original it was of. */
function orphanOf(match: Match, free: ReadonlySet<StoredSlot>): Match {
  if (match.have) return match
  const same = [...free].find(
    (have) => have.touched && !isNew(have.slot) && isSameKindOfDay(have.slot, match.want),
  )
  return same ? { ...match, have: same } : match
}

/** Same day, by hour where there are several; then the nearest of the month among those that nobody touched. */
function matchAll(wanted: readonly Slot[], stored: readonly StoredSlot[]): Match[] {
  const free = new Set(stored)
  const matches = new Map<Slot, StoredSlot>()
  const each = (choose: (want: Slot) => StoredSlot | undefined) => {
    for (const want of wanted) {
      const have = matches.has(want) ? undefined : choose(want)
      if (!have) continue
      matches.set(want, have)
      free.delete(have)
    }
  }
  const byDay = Map.groupBy(stored, ({ slot }) => plannedDay(slot))
  const onDay = (want: Slot) =>
    (byDay.get(plannedDay(want)) ?? []).filter((have) => free.has(have) && isSameKindOfDay(have.slot, want))
  each((want) => best(onDay(want).filter(({ slot }) => slot.time === want.time)))
  each((want) => best(onDay(want)))
  const byMonth = Map.groupBy(stored.filter(mayMove), ({ slot }) => yearMonthOf(plannedDay(slot)))
  each((want) => nearest(want, byMonth.get(yearMonthOf(plannedDay(want))) ?? [], free))
  return wanted.map((want) => ({ want, have: matches.get(want) ?? null }))
}

const mayMove = ({ touched, gone, slot }: StoredSlot): boolean => !touched && !gone && !slot.withdrawn

/** A day, or the last day of a window: the two are no match for each other. */
const isSameKindOfDay = (a: Slot, b: Slot): boolean =>
  plannedDay(a) === plannedDay(b) && (a.date === null) === (b.date === null)

/** One that is asked for before one that was withdrawn, before one that is gone; in the order of their numbers. */
const rank = ({ gone, slot, touched }: StoredSlot): number =>
  (gone ? 4 : 0) + (slot.withdrawn ? 2 : 0) + (touched ? 0 : 1)

const best = (all: readonly StoredSlot[]): StoredSlot | undefined =>
  all.toSorted((a, b) => rank(a) - rank(b) || a.slot.ordinal - b.slot.ordinal)[0]

function nearest(
  want: Slot,
  month: readonly StoredSlot[],
  free: ReadonlySet<StoredSlot>,
): StoredSlot | undefined {
  const day = dayNumber(plannedDay(want))
  const key = ({ slot }: StoredSlot): [number, number, number, number] => {
    const has = dayNumber(plannedDay(slot))
    return [Math.abs(has - day), has, slot.time === want.time ? 0 : 1, slot.ordinal]
  }
  return month
    .filter((have) => free.has(have) && (have.slot.date === null) === (want.date === null))
    .toSorted((a, b) => inOrder(key(a), key(b)))[0]
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((part, at) => part !== b[at])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}

/** The numbers that an obligation has used, of originals and within each family of reruns. */
class Numbers {
  private last: number
  private readonly reruns = new Map<string, Set<number>>()

  constructor(slots: readonly Slot[]) {
    this.last = slots.filter(isNew).reduce((last, { ordinal }) => Math.max(last, ordinal), 0)
    for (const { id, of } of slots) if (of !== null) this.family(of).add(rerunNumber(id))
  }

  original(): number {
    this.last++
    return this.last
  }

  /** The plan's own number where the family never used it, else the next one. */
  rerun(parent: string, wish: number): number {
    return take1(this.family(parent), wish)
  }

  private family(parent: string): Set<number> {
    const known = this.reruns.get(parent) ?? new Set()
    this.reruns.set(parent, known)
    return known
  }
}

function take1(used: Set<number>, wish: number): number {
  const number = used.has(wish) ? Math.max(...used) + 1 : wish
  used.add(number)
  return number
}

const rerunNumber = (id: string): number => Number(id.slice(id.lastIndexOf('.r') + 2))

function placedOriginal({ want, have }: Match, numbers: Numbers): Placed {
  if (have) return stays(want, have)
  const ordinal = numbers.original()
  const slot = { ...want, ordinal, id: slotKey(want.planId, want.obligationId, ordinal) }
  return { slot, want, was: null, kept: false }
}

function placedRerun({ want, have }: Match, parent: string, numbers: Numbers): Placed {
  if (have) return stays(want, have)
  const ordinal = ordinalOf(parent)
  const number = numbers.rerun(parent, rerunNumber(want.id))
  const slot = { ...want, ordinal, of: parent, id: slotKey(want.planId, want.obligationId, ordinal, number) }
  return { slot, want, was: null, kept: false }
}

const ordinalOf = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1))

/** Its id and number are its own; a touched one keeps its hour and length too. */
function stays(want: Slot, have: StoredSlot): Placed {
  const { id, ordinal, of, time, minutes, date, window } = have.slot
  const own = { id, ordinal, of }
  if (!have.touched) return { slot: { ...want, ...own }, want, was: have, kept: false }
  return { slot: { ...want, ...own, date, time, minutes, window }, want, was: have, kept: true }
}

/**
 * The id of each wanted original, by the id that the plan gives it. One from before the edition's first day is the stored
 * one of its day, or of the nearest in its month: its reruns go on naming it.
 */
function parentsOf(
  stored: readonly StoredSlot[],
  wanted: readonly Slot[],
  placed: readonly Placed[],
  from: LocalDate | null,
  numbers: Numbers,
): Map<string, string> {
  const parents = new Map(placed.map(({ want, slot }) => [want.id, slot.id]))
  const needed = new Set(wanted.flatMap((slot) => (slot.of !== null && isAsked(slot, from) ? [slot.of] : [])))
  const early = wanted.filter((slot) => needed.has(slot.id) && !parents.has(slot.id))
  const before = stored.filter(({ slot }) => isNew(slot) && !isAsked(slot, from))
  for (const { want, have } of matchAll(early, before.map(untouched)))
    parents.set(want.id, have ? have.slot.id : slotKey(want.planId, want.obligationId, numbers.original()))
  return parents
}

/** Nothing moves here, so whether somebody touched it does not matter. */
const untouched = (one: StoredSlot): StoredSlot => ({ ...one, touched: false })

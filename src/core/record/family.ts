/** An original and its reruns (gốc và phát lại): a rerun never comes before its original. */

import { type Fact, type FactKind, uncorrected } from '../fact.ts'
import { invalid, ok, type Result } from '../problem.ts'
import type { Recorded } from '../reading.ts'
import type { Slot } from '../slot.ts'
import { dueOf, outcomeOf, type Place } from '../standing.ts'
import {
  addDays,
  daysBetween,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  yearMonthOf,
} from '../wall-clock.ts'
import { dayInWords } from '../words/words.ts'
import type { FactDraft } from './recording.ts'

const startOf = ({ slot, facts }: Recorded): Place => {
  const { dueDay, dueTime } = dueOf(slot, facts)
  return { date: dueDay, time: dueTime }
}

const isBefore = (a: Place, b: Place): boolean =>
  `${a.date} ${a.time ?? '00:00'}` < `${b.date} ${b.time ?? '00:00'}`

const isSameMoment = (a: Place, b: Place): boolean =>
  a.time !== null && a.date === b.date && a.time === b.time

const isOpen = ({ slot, facts }: Recorded, now: Instant): boolean =>
  !slot.withdrawn && outcomeOf(slot, facts, now) === null

/** Where the open reruns of an original go when it moves: as many days later as the plan had them. */
export function rerunMoves(
  family: readonly Recorded[],
  original: Recorded,
  to: Place,
  now: Instant,
): Map<Slot, Place> {
  const open = family.filter((one) => one.slot.of === original.slot.id && isOpen(one, now))
  return new Map(open.map(({ slot }) => [slot, shifted(original.slot, slot, to)]))
}

function shifted(original: Slot, rerun: Slot, to: Place): Place {
  const days = daysBetween(original.date as LocalDate, rerun.date as LocalDate)
  return { date: addDays(to.date, days), time: rerun.time }
}

/** A rerun that leaves its original's month: allowed, but the plan counts it by month. */
export const leavesMonth = (rerun: LocalDate, original: LocalDate): boolean =>
  yearMonthOf(rerun) !== yearMonthOf(original)

/**
 * A move with what it brings along: for an original the moves of its reruns, when they are to go with it. Refused when
 * a rerun would come before its original.
 */
export function moveFamily(
  family: readonly Recorded[],
  draft: FactDraft,
  withReruns: boolean,
  now: Instant,
): Result<FactDraft[]> {
  const self = family.find(({ slot }) => slot.id === draft.slotId)
  if (!self || self.slot.date === null) return ok([draft])
  if (draft.kind === 'correction') return undoMove(family, self, draft, now)
  if (draft.kind !== 'moved' || draft.to === null) return ok([draft])
  if (self.slot.of !== null) return moveRerun(family, self.slot, draft, draft.to)
  const moves = rerunMoves(family, self, draft.to, now)
  if (withReruns) return moveAll(family, draft, moves)
  const early = family.find(
    ({ slot, facts }) => moves.has(slot) && isBefore(startOf({ slot, facts }), draft.to as Place),
  )
  return early ? refuse('phát lại sẽ đứng trước phát mới: hãy dời cả các lần phát lại') : ok([draft])
}

/** Of the reruns, those that get another day: with another hour alone each keeps its own. */
function moveAll(
  family: readonly Recorded[],
  draft: FactDraft,
  moves: ReadonlyMap<Slot, Place>,
): Result<FactDraft[]> {
  const early = [...moves.values()].some((to) => to.time !== null && isBefore(to, draft.to as Place))
  if (early) return refuse('phát lại sẽ đứng trước phát mới: hãy chọn giờ sớm hơn')
  const along = family.flatMap((one) => {
    const to = moves.get(one.slot)
    return to && !stays(one, to) ? [alongWith(draft, one.slot, to)] : []
  })
  return ok([draft, ...along])
}

/** Whether a rerun that is to go there stands there already. */
export function stays(rerun: Recorded, to: Place): boolean {
  const { date, time } = startOf(rerun)
  return date === to.date && time === to.time
}

function moveRerun(
  family: readonly Recorded[],
  rerun: Slot,
  draft: FactDraft,
  to: Place,
): Result<FactDraft[]> {
  const original = family.find(({ slot }) => slot.id === rerun.of)
  if (!original) return ok([draft])
  const start = startOf(original)
  return isBefore(to, start) || isSameMoment(to, start) ? refuse(notBefore(start.date)) : ok([draft])
}

const notBefore = (day: LocalDate): string => `phát lại không thể trước phát mới (${dayInWords(day)})`

/** What was aired before the original's hour, and before the original itself, was no rerun. */
export function earlyRerun(family: readonly Recorded[], draft: FactDraft, now: Instant) {
  if (!AIRED.includes(draft.kind)) return null
  const rerun = family.find(({ slot }) => slot.id === draft.slotId)?.slot
  const original = family.find(({ slot }) => slot.id === rerun?.of)
  if (!original) return null
  const { date, time } = startOf(original)
  const planned = instantOf(date, time ?? '00:00')
  const outcome = outcomeOf(original.slot, original.facts, now)
  const first = outcome && AIRED.includes(outcome.kind) ? Math.min(planned, outcome.at) : planned
  if (draft.at >= first) return null
  return invalid('Ghi nhận chưa đúng.', [
    { path: ['at'], code: 'rerun-before-original', message: notBefore(localDateOf(first)) },
  ])
}

const AIRED: readonly FactKind[] = ['aired', 'posted', 'held', 'made-up']

/** The day of a rerun's original, whose month it should not leave; null for an original. */
export function originalDay(family: readonly Recorded[], { of }: Slot): LocalDate | null {
  const original = family.find(({ slot }) => slot.id === of)
  return original ? startOf(original).date : null
}

const alongWith = (draft: FactDraft, slot: Slot, to: Place): FactDraft => ({
  ...draft,
  slotId: slot.id,
  to,
  corrects: null,
})

/** Taking back a move takes back what it had brought along; refused where a rerun would then come first. */
function undoMove(
  family: readonly Recorded[],
  { slot: self, facts }: Recorded,
  draft: FactDraft,
  now: Instant,
): Result<FactDraft[]> {
  const move = facts.find(({ id }) => id === draft.corrects)
  if (move?.kind !== 'moved') return ok([draft])
  const along = movedAlong(family, self, move)
  const gone = new Set([move, ...along].map(({ id }) => id))
  const left = family.map((one) => ({ ...one, facts: one.facts.filter(({ id }) => !gone.has(id)) }))
  const original = left.find(({ slot }) => slot.of === null)
  const start = original && startOf(original)
  if (start && left.some((one) => one.slot.of !== null && isOpen(one, now) && isBefore(startOf(one), start)))
    return refuse('phát lại sẽ đứng trước phát mới: hãy dời phát lại trước', 'corrects')
  return ok([draft, ...along.map(({ id, slotId }) => ({ ...draft, slotId, corrects: id }))])
}

/** The moves of the reruns that were recorded together with an original's, as many days on as its own. */
export const movedAlong = (
  family: readonly Recorded[],
  original: Slot,
  { recordedAt, by, to }: Fact,
): Fact[] =>
  original.of !== null || original.date === null
    ? []
    : family
        .filter(({ slot }) => slot.of === original.id)
        .flatMap(({ slot, facts }) =>
          uncorrected(facts).filter(
            (fact) =>
              fact.kind === 'moved' &&
              fact.recordedAt === recordedAt &&
              fact.by === by &&
              fact.to?.date === shifted(original, slot, to as Place).date,
          ),
        )

const refuse = (message: string, path = 'to') =>
  invalid('Không dời được như vậy.', [{ path: [path], code: 'rerun-before-original', message }])

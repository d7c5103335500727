/** What moving a slot to some places would meet, before anybody confirms it: the rules of recording, asked in advance. */
import { inputOf } from '../core/fact.ts'
import type { Problem } from '../core/problem.ts'
import type { SlotRecord } from '../core/reading.ts'
import { type Closing, closingFor } from '../core/record/closing.ts'
import { moveFamily } from '../core/record/family.ts'
import { draftFact } from '../core/record/recording.ts'
import type { Place } from '../core/standing.ts'
import { type DateRange, type Instant, localDateOf } from '../core/wall-clock.ts'
import { listClosings } from '../store/closings.ts'
import type { Look } from './act.ts'
import { type MeetsAt, meetsOnAir, onAir } from './meets-at.ts'

export type JudgedMove = {
  to: Place
  /** Why it cannot be moved there at all; null where it can. */
  refused: string | null
  /** The closed period that it belongs to: moving it asks for a reason. */
  closed: Closing | null
  /** Its day is over: who moves it there says that it was done then. */
  past: boolean
  air: MeetsAt
}

/** `family`: the slot, its original and all reruns. One question of the database for all places. */
export async function judgeMoves(
  { db, unit, moment: { now } }: Pick<Look, 'db' | 'unit' | 'moment'>,
  { record, family }: { record: SlotRecord; family: readonly SlotRecord[] },
  places: readonly Place[],
): Promise<JudgedMove[]> {
  const [air, closings] = await Promise.all([
    onAir(db, unit, record.slot, rangeOf(places)),
    listClosings(db, unit, record.slot.planId),
  ])
  const closed = closingFor(closings, record)
  return places.map((to) => ({
    ...{ to, closed, past: to.date < localDateOf(now), refused: refusal(record, family, to, now) },
    air: meetsOnAir(air, record, to),
  }))
}

function rangeOf(places: readonly Place[]): DateRange {
  const days = places.map(({ date }) => date).sort()
  return { from: days[0] ?? '', to: days.at(-1) ?? '' }
}

function refusal(
  { slot, facts }: SlotRecord,
  family: readonly SlotRecord[],
  to: Place,
  now: Instant,
): string | null {
  const draft = draftFact(slot, facts, inputOf('moved', { to }), now)
  if (!draft.ok) return wordsOf(draft.problem)
  const moves = moveFamily(family, draft.value, true, now)
  return moves.ok ? null : wordsOf(moves.problem)
}

const wordsOf = (problem: Problem): string =>
  ('errors' in problem && problem.errors?.map(({ message }) => message).join('; ')) || problem.detail

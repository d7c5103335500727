/** What a slot is now: what is stored of it, and how it stands at an instant, judged once. All pages start from here. */
import type { Fact } from './fact.ts'
import type { ItemBrief } from './item-brief.ts'
import type { Obligation } from './plan.ts'
import { plannedDay, type Slot } from './slot.ts'
import { type Assessment, assess, hasDay, type Moment } from './standing.ts'
import type { TopicBrief } from './topic.ts'
import { type Instant, instantOf, yearOf } from './wall-clock.ts'

/** A slot with its facts in the order in which they were recorded: all that judging needs. */
export type Recorded = { slot: Slot; facts: readonly Fact[] }

/** Of the plan that asks for a slot, what every page may have to say. `runsOn`: nobody issued it (nối tiếp). */
export type PlanBrief = { id: string; title: string; year: number; runsOn: boolean }

/** All that is stored of a slot. */
export type SlotRecord = Recorded & {
  /** In the wording that asked for it. */
  obligation: Obligation
  plan: PlanBrief
  /** What is said in it; a rerun's is its original's. */
  item: ItemBrief | null
  /** What it, or its original, is to speak of, as far as somebody chose. */
  topics: TopicBrief[]
  revision: number
  changedAt: Instant
}

/** A slot as it stands at an instant. */
export type Reading<R extends Recorded = SlotRecord> = R & { at: Assessment }

export const readOne = <R extends Recorded>(record: R, moment: Moment): Reading<R> => ({
  ...record,
  at: assess(record.slot, record.facts, moment),
})

export const read = <R extends Recorded>(records: readonly R[], moment: Moment): Reading<R>[] =>
  records.map((record) => readOne(record, moment))

/** A slot of which nobody has said or written anything. */
export const untouched = (slot: Slot, obligation: Obligation, plan?: PlanBrief): SlotRecord => ({
  ...{ slot, obligation, facts: [], item: null, topics: [] },
  plan: plan ?? { id: slot.planId, title: slot.planId, year: yearOf(plannedDay(slot)), runsOn: false },
  ...{ revision: 0, changedAt: 0 },
})

/** The slot whose programme an airing is a version of, in another language. */
export const programmeOf = <R extends Recorded>(
  { making }: Pick<Fact, 'making'>,
  records: readonly R[],
): R | undefined => (making?.versionOf ? records.find(({ slot }) => slot.id === making.versionOf) : undefined)

/** The plan still asks for it. */
export const isAsked = ({ at }: Reading<Recorded>): boolean => at.standing !== 'withdrawn'

export const isDated = ({ slot, at }: Reading<Recorded>): boolean => hasDay(slot, at)

/** When it begins; one of which only the day is known begins with the day. */
export const startOf = ({ at }: Reading<Recorded>): Instant => instantOf(at.dueDay, at.dueTime ?? '00:00')

/** By day and hour; what has no hour comes last in its day. */
export function byDay(a: Reading<Recorded>, b: Reading<Recorded>): number {
  const key = ({ at }: Reading<Recorded>) => `${at.dueDay} ${at.dueTime ?? '99'}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

/** Topics of a plan against its slots: what is covered, and what might be said where. */
import type { Plan } from '../core/plan.ts'
import { proposeTopics, type Rotation, type RotationSlot } from '../core/rotation.ts'
import { assess, isKept, isSettled } from '../core/standing.ts'
import type { Topic } from '../core/topic.ts'
import { type Instant, type LocalDate, localDateOf } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { listSlots, type SlotRecord } from '../store/slots.ts'
import { listSlotTopics, type SlotTopic, saveProposal } from '../store/topics.ts'
import { topicsOfPlan } from '../topics.ts'

export type PlanTopics = {
  plan: Plan
  topics: Topic[]
  /** Originals that the plan still asks for. */
  records: SlotRecord[]
  /** By slot. */
  given: ReadonlyMap<string, SlotTopic[]>
}

export async function planTopics(db: Db, unit: string, plan: Plan): Promise<PlanTopics> {
  const [records, given] = await Promise.all([
    listSlots(db, unit, { planId: plan.id }),
    listSlotTopics(db, unit, { planId: plan.id }),
  ])
  return {
    plan,
    topics: topicsOfPlan(plan.id),
    records: records.filter(({ slot }) => slot.airing === 'new' && !slot.withdrawn),
    given: Map.groupBy(given, ({ slotId }) => slotId),
  }
}

/** What a slot speaks of: by its item, or else by what was given to it. */
export const topicsAt = ({ slot, item }: SlotRecord, given: PlanTopics['given']): string[] =>
  item?.topics.length ? item.topics : (given.get(slot.id) ?? []).map(({ topic }) => topic)

export type Coverage = {
  topic: Topic
  aired: number
  lastAired: LocalDate | null
  /** Slots that nobody settled yet. */
  planned: number
  /** The first of them from today on. */
  next: LocalDate | null
  /** The last of them that has passed, unconfirmed. */
  passed: LocalDate | null
}

export function coverageOf({ topics, records, given }: PlanTopics, now: Instant): Coverage[] {
  const today = localDateOf(now)
  const told = records.map((record) => {
    const { standing, dueDay, outcome } = assess(record.slot, record.facts, now)
    const kept = isKept(standing)
    const day = kept && outcome ? localDateOf(outcome.at) : dueDay
    return { topics: topicsAt(record, given), kept, open: !isSettled(standing), day }
  })
  return topics.map((topic) => {
    const own = told.filter((slot) => slot.topics.includes(topic.id))
    const aired = own.filter(({ kept }) => kept).map(({ day }) => day)
    const planned = own
      .filter(({ kept, open }) => !kept && open)
      .map(({ day }) => day)
      .sort()
    return {
      topic,
      aired: aired.length,
      lastAired: aired.sort().at(-1) ?? null,
      planned: planned.length,
      next: planned.find((day) => day >= today) ?? null,
      passed: planned.findLast((day) => day < today) ?? null,
    }
  })
}

export type RotationAsked = {
  /** Null: all duties of the plan. */
  obligationId: string | null
  from: LocalDate
  gapWeeks: number
}

/** Reports and measures are no place to talk about something. */
const speaks = ({ slot, obligation }: SlotRecord): boolean =>
  slot.date !== null && !obligation.channels.includes('report')

export type Proposed = {
  /** By day: what a proposal was made for, and what was chosen before. */
  slots: { record: SlotRecord; day: LocalDate; chosen: string[] }[]
  rotation: Rotation
}

const MOST_IN_A_SLOT = 3

/** What lies before `from`, or has an item or a choice of somebody's, stays as it is and counts. */
export function propose(
  { topics, records, given }: PlanTopics,
  { obligationId, from, gapWeeks }: RotationAsked,
  now: Instant,
): Proposed {
  const slots = records
    .filter((record) => speaks(record) && (obligationId ?? record.obligation.id) === record.obligation.id)
    .map((record) => {
      const { dueDay, standing } = assess(record.slot, record.facts, now)
      const fixed = dueDay < from || isSettled(standing) || record.item !== null || isByHand(record, given)
      return { record, day: dueDay, fixed, chosen: fixed ? topicsAt(record, given) : [] }
    })
    .filter(({ fixed, chosen }) => !fixed || chosen.length)
    .sort((a, b) => (`${a.day} ${a.record.slot.time}` < `${b.day} ${b.record.slot.time}` ? -1 : 1))
  const asked: RotationSlot[] = slots.map(({ record, day, chosen }) => ({
    ...{ id: record.slot.id, day, channels: record.obligation.channels, chosen },
  }))
  const rules = { gapDays: gapWeeks * 7, most: MOST_IN_A_SLOT }
  return { slots, rotation: proposeTopics(asked, topics, rules) }
}

const isByHand = ({ slot }: SlotRecord, given: PlanTopics['given']): boolean =>
  (given.get(slot.id) ?? []).some(({ byHand }) => byHand)

/** Keeps a proposal; what somebody chose by hand meanwhile stays. */
export async function keepProposal(
  db: Db,
  who: { unit: string; name: string },
  { slots, rotation }: Proposed,
  now: Instant,
): Promise<void> {
  const open = slots.filter(({ chosen }) => !chosen.length).map(({ record }) => record.slot.id)
  const chosen = rotation.choices.map((choice) => ({ ...choice, byHand: false, by: who.name, at: now }))
  await saveProposal(db, who.unit, open, chosen)
}

/** Topics of a plan against its slots: what is covered, and what might be said where. */
import type { Author } from '../core/author.ts'
import { proposeTopics, type Rotation, type RotationSlot } from '../core/content/rotation.ts'
import { topicsSaid } from '../core/item-brief.ts'
import type { Plan } from '../core/plan.ts'
import { type Reading, read } from '../core/reading.ts'
import { type Bucket, isKept, isSettled, type Moment } from '../core/standing.ts'
import { type KnownTopics, type Topic, topicsOfPlan } from '../core/topic.ts'
import { type Instant, type LocalDate, localDateOf } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { listSlots } from '../store/slots.ts'
import { findTopics } from '../store/topic-names.ts'
import { saveProposal, slotsChosenByHand } from '../store/topics.ts'

export type PlanTopics = {
  plan: Plan
  topics: Topic[]
  /** With those that its slots speak of and it does not name. */
  known: KnownTopics
  /** Originals that the plan still asks for. */
  readings: Reading[]
  /** Slots of which somebody chose the topics by hand. */
  byHand: ReadonlySet<string>
}

export async function planTopics(db: Db, unit: string, plan: Plan, moment: Moment): Promise<PlanTopics> {
  const [records, byHand] = await Promise.all([
    listSlots(db, unit, { planId: plan.id }),
    slotsChosenByHand(db, unit, plan.id),
  ])
  const topics = topicsOfPlan(plan)
  const own = new Map(topics.map((topic) => [topic.id, topic]))
  const others = new Set(records.flatMap(topicsSaid).filter((id) => !own.has(id)))
  return {
    ...{ plan, topics, byHand },
    known: new Map([...own, ...(await findTopics(db, unit, [...others]))]),
    readings: read(
      records.filter(({ slot }) => slot.airing === 'new' && !slot.withdrawn),
      moment,
    ),
  }
}

export type Coverage = {
  topic: Topic
  aired: number
  lastAired: LocalDate | null
  /** Slots that nobody settled yet. */
  planned: number
  /** The first that is still ahead, a make-up too. */
  next: LocalDate | null
  /** The last that is unconfirmed. */
  passed: LocalDate | null
}

export function coverageOf({ topics, readings }: PlanTopics): Coverage[] {
  const told = readings.map((reading) => {
    const { standing, bucket, dueDay, outcome } = reading.at
    const kept = isKept(standing)
    const day = kept && outcome ? localDateOf(outcome.at) : dueDay
    return { topics: topicsSaid(reading), kept, open: !isSettled(standing), bucket, day }
  })
  return topics.map((topic) => {
    const own = told.filter((slot) => slot.topics.includes(topic.id))
    const aired = own.filter(({ kept }) => kept).map(({ day }) => day)
    const daysIn = (bucket: Bucket) =>
      own
        .filter((slot) => slot.bucket === bucket)
        .map(({ day }) => day)
        .sort()
    return {
      topic,
      aired: aired.length,
      lastAired: aired.sort().at(-1) ?? null,
      planned: own.filter(({ open }) => open).length,
      next: daysIn('remaining')[0] ?? null,
      passed: daysIn('unconfirmed').at(-1) ?? null,
    }
  })
}

export type RotationAsked = {
  /** Null: all obligations of the plan. */
  obligationId: string | null
  from: LocalDate
  gapWeeks: number
}

/** Reports and measures are no place to talk about something. */
const speaks = ({ slot, obligation }: Reading): boolean =>
  slot.date !== null && !obligation.channels.includes('report')

export type Proposed = {
  /** By day: what a proposal was made for, and what was chosen before. */
  slots: { reading: Reading; day: LocalDate; chosen: string[] }[]
  rotation: Rotation
}

const MOST_IN_A_SLOT = 3

/**
 * What lies before `from`, or has an item or a choice of somebody's, stays as it is and counts; a slot that was missed
 * told nobody anything.
 */
export function propose(
  { topics, readings, byHand }: PlanTopics,
  { obligationId, from, gapWeeks }: RotationAsked,
): Proposed {
  const slots = readings
    .filter((reading) => speaks(reading) && (obligationId ?? reading.obligation.id) === reading.obligation.id)
    .map((reading) => {
      const { dueDay, standing } = reading.at
      const settled = isSettled(standing)
      const fixed = dueDay < from || settled || reading.item !== null || byHand.has(reading.slot.id)
      const said = fixed && (!settled || isKept(standing))
      return { reading, day: dueDay, fixed, chosen: said ? topicsSaid(reading) : [] }
    })
    .filter(({ fixed, chosen }) => !fixed || chosen.length)
    .sort((a, b) => (`${a.day} ${a.reading.slot.time}` < `${b.day} ${b.reading.slot.time}` ? -1 : 1))
  const asked: RotationSlot[] = slots.map(({ reading: { slot, obligation }, day, chosen }) => ({
    ...{ id: slot.id, day, channels: obligation.channels, chosen },
  }))
  const rules = { gapDays: gapWeeks * 7, most: MOST_IN_A_SLOT }
  return { slots, rotation: proposeTopics(asked, topics, rules) }
}

/** Keeps a proposal; what somebody chose by hand meanwhile stays. */
export async function keepProposal(
  db: Db,
  who: Pick<Author, 'unit' | 'name'>,
  { slots, rotation }: Proposed,
  now: Instant,
): Promise<void> {
  const open = slots.filter(({ chosen }) => !chosen.length).map(({ reading }) => reading.slot.id)
  const chosen = rotation.choices.map((choice) => ({ ...choice, byHand: false, by: who.name, at: now }))
  await saveProposal(db, who.unit, open, chosen)
}

/** Of the most slots with a day: the column that has to talk about everything. */
export function busiestObligation(records: readonly Reading[]): string | null {
  const dated = Map.groupBy(
    records.filter(({ slot }) => slot.date !== null),
    ({ obligation }) => obligation.id,
  )
  return [...dated].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null
}

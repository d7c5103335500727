/** The second round of a rotation: slots that are left once every topic has one. */
import type { Channel } from '../plan.ts'
import type { Topic } from '../topic.ts'
import { dayNumber, type LocalDate } from '../wall-clock.ts'

export type RotationSlot = {
  id: string
  day: LocalDate
  channels: readonly Channel[]
  /** Topics that somebody chose; such a slot is never proposed for. */
  chosen: readonly string[]
}

export type RotationRules = {
  /** The least days between two slots of one topic. */
  gapDays: number
  /** How many topics a slot may have where there are more topics than slots. */
  most: number
}

export type RotationChoice = { slotId: string; topic: string; why: string }

export const suits = (topic: Topic, { channels }: RotationSlot): boolean =>
  topic.channels.length === 0 || channels.some((channel) => topic.channels.includes(channel))

/** Once every topic has its slot, the others come back: the least often told, and the longest ago. */
export function repeats(
  ordered: readonly RotationSlot[],
  covering: readonly RotationChoice[],
  topics: readonly Topic[],
  { gapDays }: RotationRules,
): RotationChoice[] {
  const dayOf = new Map(ordered.map(({ id, day }) => [id, dayNumber(day)]))
  const told = new Map<string, number[]>(topics.map(({ id }) => [id, []]))
  for (const { topic, slotId } of covering) told.get(topic)?.push(dayOf.get(slotId) as number)
  for (const { chosen, id } of ordered)
    for (const topic of chosen) told.get(topic)?.push(dayOf.get(id) as number)
  const taken = new Set(covering.map(({ slotId }) => slotId))
  const choices: RotationChoice[] = []
  for (const slot of ordered) {
    if (slot.chosen.length || taken.has(slot.id)) continue
    const day = dayOf.get(slot.id) as number
    const best = leastTold(topics, told, slot, day, gapDays)
    if (!best) continue
    choices.push({ slotId: slot.id, topic: best.topic.id, why: whyAgain(best.apart) })
    told.get(best.topic.id)?.push(day)
  }
  return choices
}

/** `apart`: days to the nearest slot of the same topic. */
type Candidate = { topic: Topic; times: number; apart: number }

/** Days as numbers; a topic that was never told is as far away as can be. */
const nearest = (told: readonly number[], day: number): number =>
  told.reduce((least, other) => Math.min(least, Math.abs(other - day)), Number.MAX_SAFE_INTEGER)

function leastTold(
  topics: readonly Topic[],
  told: ReadonlyMap<string, number[]>,
  slot: RotationSlot,
  day: number,
  gapDays: number,
): Candidate | null {
  let best: Candidate | null = null
  for (const topic of topics) {
    if (!suits(topic, slot)) continue
    const days = told.get(topic.id) as number[]
    const one = { topic, times: days.length, apart: nearest(days, day) }
    if (one.apart >= gapDays && (!best || isBetter(one, best))) best = one
  }
  return best
}

const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.times === other.times ? one.apart > other.apart : one.times < other.times

const whyAgain = (apart: number): string =>
  `nhắc lại: chủ đề được nói ít nhất đến nay, cách lần gần nhất ${Math.floor(apart / 7)} tuần`

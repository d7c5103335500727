/**
 * "Đề xuất chủ đề": topics for the slots of a year. Every topic gets a slot whenever there are enough, dated ones near
 * their days, none comes back within some weeks, and what somebody chose by hand stays. The same question has the same
 * answer, and each choice says why in words.
 */

import { type Season, seasonIn, type Topic } from '../topic.ts'
import { daysBetween, type LocalDate } from '../wall-clock.ts'
import { shortDay } from '../words/words.ts'
import {
  type RotationChoice,
  type RotationRules,
  type RotationSlot,
  repeats,
  suits,
} from './rotation-repeats.ts'

export type { RotationChoice, RotationRules, RotationSlot }

/** `uncovered`: topics for which no slot is left, or none of a channel that suits them. */
export type Rotation = { choices: RotationChoice[]; uncovered: string[] }

type Wish = { topic: Topic; candidates: Place[]; why: (slot: RotationSlot) => string }
type Place = { slot: RotationSlot; index: number }

export function proposeTopics(
  slots: readonly RotationSlot[],
  topics: readonly Topic[],
  rules: RotationRules,
): Rotation {
  const ordered = slots.toSorted((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1))
  const free = ordered.filter(({ chosen }) => !chosen.length).map((slot, index) => ({ slot, index }))
  const byHand = new Set(ordered.flatMap(({ chosen }) => chosen))
  const wishes = wishesOf(
    topics.filter(({ id }) => !byHand.has(id)),
    free,
  )
  const placed = new Map<string, Wish[]>(free.map(({ slot }) => [slot.id, []]))
  let left = wishes
  for (let room = 1; room <= rules.most && left.length; room++) left = cover(left, placed, room)
  const covering = free.flatMap(({ slot }) =>
    choicesAt(slot, placed.get(slot.id) ?? [], wishes.length, free.length),
  )
  return {
    choices: inOrder(ordered, [...covering, ...repeats(ordered, covering, topics, rules)]),
    uncovered: left.map(({ topic }) => topic.id),
  }
}

/** Dated topics first: they are the ones that can't go elsewhere. The others are spread over the year. */
function wishesOf(topics: readonly Topic[], free: readonly Place[]): Wish[] {
  const dated = topics.flatMap((topic) => (topic.days[0] ? [datedWish(topic, topic.days[0], free)] : []))
  const rest = interleaved(topics.filter(({ days }) => !days.length))
  return [...dated, ...rest.map((topic, i) => spreadWish(topic, (i * free.length) / rest.length, free))]
}

/** Groups by turns, in proportion to their sizes, each in the order of the plan. */
function interleaved(topics: readonly Topic[]): Topic[] {
  const groups = Map.groupBy(topics, ({ group }) => group)
  return [...groups.values()]
    .flatMap((list) => list.map((topic, i) => ({ topic, share: (i + 0.5) / list.length })))
    .sort((a, b) => a.share - b.share)
    .map(({ topic }) => topic)
}

/** Days from a season; before it counts a little less than after it. */
function distance(season: Season, day: LocalDate): number {
  const { from, to } = seasonIn(season, day)
  if (day < from) return daysBetween(day, from)
  return day > to ? daysBetween(to, day) + 0.5 : 0
}

function datedWish(topic: Topic, season: Season, free: readonly Place[]): Wish {
  return {
    topic,
    candidates: free
      .filter(({ slot }) => suits(topic, slot))
      .map((candidate) => ({ candidate, away: distance(season, candidate.slot.day) }))
      .sort((a, b) => a.away - b.away)
      .map(({ candidate }) => candidate),
    why: (slot) => {
      const { from, to } = seasonIn(season, slot.day)
      const when = from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`
      const near = distance(season, slot.day) === 0 ? 'đúng dịp' : 'kỳ gần nhất với'
      return `${near} ${season.name} (${when}, ${season.source})`
    },
  }
}

const spreadWish = (topic: Topic, ideal: number, free: readonly Place[]): Wish => ({
  topic,
  candidates: free
    .filter(({ slot }) => suits(topic, slot))
    .toSorted((a, b) => Math.abs(a.index - ideal) - Math.abs(b.index - ideal) || a.index - b.index),
  why: () => 'lần đầu trong năm, theo thứ tự của kế hoạch, xen kẽ các nhóm',
})

/** Fills slots up to `room` topics each; answers the wishes that found none. Others give way where that helps. */
function cover(wishes: readonly Wish[], placed: Map<string, Wish[]>, room: number): Wish[] {
  return wishes.filter((wish) => !place(wish, placed, room, new Set()))
}

function place(wish: Wish, placed: Map<string, Wish[]>, room: number, tried: Set<string>): boolean {
  const here = ({ slot }: Place) => placed.get(slot.id) as Wish[]
  const open = wish.candidates.find((candidate) => here(candidate).length < room)
  if (open) {
    here(open).push(wish)
    return true
  }
  for (const candidate of wish.candidates) {
    if (tried.has(candidate.slot.id)) continue
    tried.add(candidate.slot.id)
    const sitting = here(candidate)
    const last = sitting.findLastIndex((other) => place(other, placed, room, tried))
    if (last < 0) continue
    sitting.splice(last, 1, wish)
    return true
  }
  return false
}

function choicesAt(
  slot: RotationSlot,
  wishes: readonly Wish[],
  topics: number,
  slots: number,
): RotationChoice[] {
  const crowded = wishes.length > 1 ? `; chung kỳ vì ${topics} chủ đề mà chỉ có ${slots} kỳ` : ''
  return wishes.map(({ topic, why }) => ({ slotId: slot.id, topic: topic.id, why: why(slot) + crowded }))
}

/** By the slots' days. */
function inOrder(ordered: readonly RotationSlot[], choices: readonly RotationChoice[]): RotationChoice[] {
  const rank = new Map(ordered.map(({ id }, i) => [id, i]))
  return choices.toSorted((a, b) => (rank.get(a.slotId) as number) - (rank.get(b.slotId) as number))
}

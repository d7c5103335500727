/** What is said in a slot, as far as lists, feeds and reports need it. Its text and its reviews are in `content/item.ts`. */
import type { Making } from './making.ts'
import type { TopicBrief } from './topic.ts'
import type { Instant } from './wall-clock.ts'

export type ItemState = 'draft' | 'waiting' | 'approved' | 'returned'

/** An item as far as lists, feeds and reports need it. */
export type ItemBrief = {
  id: string
  title: string
  state: ItemState
  topics: string[]
  /** As its newest version says. */
  making: Making
  /** Each version with when it was approved, if it was; in their order. */
  versions: { at: Instant; approvedAt: Instant | null }[]
}

/** What a slot speaks of: by its item, or else as somebody chose. */
export const topicsSaid = ({ item, topics }: { item: ItemBrief | null; topics: TopicBrief[] }): string[] =>
  item?.topics.length ? item.topics : topics.map(({ id }) => id)

/** A slot's title with what is said in it. */
export const withItem = (title: string, item: Pick<ItemBrief, 'title'> | null | undefined): string =>
  item ? `${title}: ${item.title}` : title

/** Whether what stood written at an instant had been approved by then. */
export function approvedBy({ versions }: Pick<ItemBrief, 'versions'>, instant: Instant): boolean {
  const standing = versions.findLast(({ at }) => at <= instant)
  return standing !== undefined && standing.approvedAt !== null && standing.approvedAt <= instant
}

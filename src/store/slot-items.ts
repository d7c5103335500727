/** What is said in slots: for each of them the topics chosen, and the item's title and state. */
import { type SQL, sql } from 'drizzle-orm'
import { itemMade, stateOf } from '../core/content/item.ts'
import type { ItemBrief } from '../core/item-brief.ts'
import type { TopicBrief } from '../core/topic.ts'
import { inOrder, jsonRows } from './json-rows.ts'
import type { itemReviews, itemVersions } from './schema.ts'
import { type KnownRow, newestFirst, topicRows } from './topic-names.ts'

type VersionRow = { slotId: string; id: string } & Pick<
  typeof itemVersions.$inferSelect,
  'version' | 'title' | 'topics' | 'at' | 'language' | 'author' | 'source' | 'making'
>
/** `seq` is its place among all reviews. */
type ReviewRow = { id: string; seq: number } & Pick<
  typeof itemReviews.$inferSelect,
  'version' | 'kind' | 'at'
>

/** The slots that are `chosen`, reruns by their originals. */
const ORIGINALS = sql`(SELECT value FROM json_each(chosen.originals))`

const PLANS = sql`SELECT value ->> 0 FROM json_each(chosen.obligations)`

const UNIT = sql`chosen.unit`

const TIED = sql`item_slots.unit = ${UNIT} AND item_slots.slot_id IN ${ORIGINALS}`

/** The two lists that `slotItems` takes apart, of the slots that are `chosen`. */
export const SLOT_ITEM_ROWS: SQL[] = [
  jsonRows(
    sql`json_object('slotId', slot_id, 'id', said.item_id, 'version', version, 'title', title,
      'topics', json(topics), 'at', said.at, 'language', language, 'author', author, 'source', source,
      'making', json(making))`,
    sql`FROM item_slots JOIN item_versions AS said
      ON said.unit = item_slots.unit AND said.item_id = item_slots.item_id WHERE ${TIED}`,
  ),
  jsonRows(
    sql`json_object('id', item_id, 'seq', id, 'version', version, 'kind', kind, 'at', at)`,
    sql`FROM item_reviews WHERE unit = ${UNIT} AND item_id IN (SELECT item_id FROM item_slots WHERE ${TIED})`,
  ),
]

const CHOSEN_TOPICS = sql`FROM slot_topics WHERE slot_topics.unit = ${UNIT} AND slot_id IN ${ORIGINALS}`

/** The two lists that `slotTopicsOf` takes apart, of the slots that are `chosen`: what was chosen, and its names. */
export const SLOT_TOPIC_ROWS: SQL[] = [
  jsonRows(sql`json_object('slotId', slot_id, 'topic', topic, 'seq', slot_topics.rowid)`, CHOSEN_TOPICS),
  topicRows(UNIT, PLANS, sql`SELECT DISTINCT topic ${CHOSEN_TOPICS}`, sql`topic ->> 'name'`),
]

type TopicRow = { slotId: string; topic: string; seq: number }

/** What is to be said in a slot of a plan, by the original's id, in the order in which it was chosen. */
export type TopicsOf = (original: string, planId: string) => TopicBrief[]

/** A plan's own word for a topic goes before another year's. */
export function slotTopicsOf(rows: TopicRow[], names: KnownRow<string>[]): TopicsOf {
  const chosen = Map.groupBy(
    rows.sort((a, b) => inOrder(a.seq, b.seq)),
    ({ slotId }) => slotId,
  )
  const known = Map.groupBy(newestFirst(names), ({ id }) => id)
  return (original, planId) =>
    (chosen.get(original) ?? []).map(({ topic: id }) => {
      const named = known.get(id) ?? []
      return { id, name: (named.find((one) => one.planId === planId) ?? named[0])?.topic ?? id }
    })
}

/** By the original's id. */
export function slotItems(versions: VersionRow[], reviews: ReviewRow[]): Map<string, ItemBrief> {
  const reviewsOf = Map.groupBy(
    reviews.sort((a, b) => inOrder(a.seq, b.seq)),
    ({ id }) => id,
  )
  const versionsOf = Map.groupBy(
    versions.sort((a, b) => inOrder(a.version, b.version)),
    ({ slotId }) => slotId,
  )
  return new Map(
    [...versionsOf].map(([slotId, rows]) => [
      slotId,
      briefOf(rows, reviewsOf.get((rows[0] as VersionRow).id) ?? []),
    ]),
  )
}

/** `rows`: the versions of one item, oldest first. */
function briefOf(rows: Omit<VersionRow, 'slotId'>[], reviews: Omit<ReviewRow, 'id' | 'seq'>[]): ItemBrief {
  const latest = rows.at(-1) as VersionRow
  const { id, version, title, topics } = latest
  return {
    ...{ id, title, topics, making: itemMade(latest), state: stateOf(version, reviews) },
    versions: rows.map((row) => ({
      at: row.at,
      approvedAt:
        reviews.find((review) => review.version === row.version && review.kind === 'approved')?.at ?? null,
    })),
  }
}

/** What waits for a leader: the item whose slot comes first stands first. */

import type { SlotRecord } from '../../../core/reading.ts'
import { dueOf } from '../../../core/standing.ts'
import { type KnownTopics, topicName } from '../../../core/topic.ts'
import { type Instant, type LocalDate, localDateOf } from '../../../core/wall-clock.ts'
import { slotWords } from '../../../core/words/slot-words.ts'
import type { ListedItem } from '../../../store/item-lists.ts'
import type { WaitingView } from '../../../templates/item-views.ts'
import { markdownHtml } from '../../../templates/markdown.ts'
import type { Frame } from '../../../templates/views.ts'
import { say } from '../say.ts'
import { noticesOf, variantsOf } from './item-version.ts'
import { instantWords, itemPath, slotWhen } from './item-words.ts'

export type WaitingQuestion = {
  frame: Frame
  waiting: readonly ListedItem[]
  slots: ReadonlyMap<string, SlotRecord>
  topics: KnownTopics
  mayDecide: boolean
  now: Instant
}

type Due = { item: ListedItem; record: SlotRecord | null; key: string }

export function waitingView({ frame, waiting, slots, topics, mayDecide, now }: WaitingQuestion): WaitingView {
  const due = waiting.map((item) => dueItem(item, slots)).sort((a, b) => (a.key < b.key ? -1 : 1))
  const today = localDateOf(now)
  const urgent = due.filter(({ key }) => key.slice(0, 10) <= today).length
  return {
    frame,
    say: [
      say(due.length ? `${due.length} bài chờ duyệt.` : 'Không có bài nào chờ duyệt.', 'strong'),
      ...(urgent ? [say(`${urgent} bài phát hôm nay hoặc đã quá ngày.`, 'ask')] : []),
    ],
    mayDecide,
    waiting: due.map(({ item, record }) => ({
      id: item.id,
      href: itemPath(item.id),
      title: item.title,
      details: [
        ...(record ? [slotWords(record)] : ['chưa gắn kỳ nào']),
        `bản ${item.version} của ${item.by}`,
        ...(item.source ? [`nguồn: ${item.source}`] : []),
        ...(item.language === 'Tiếng Việt' ? [] : [item.language]),
        ...item.topics.map((id) => `chủ đề: ${topicName(topics, id)}`),
        ...(item.reviewedAt === null ? [] : [`gửi ${instantWords(item.reviewedAt)}`]),
      ],
      slot: record && `Phát ${slotWhen(record)}`,
      note: item.comment && `${item.reviewedBy ?? ''} nhắn: “${item.comment}”`,
      notices: noticesOf(item, 'waiting'),
      body: markdownHtml(item.body),
      variants: variantsOf(item),
      approve: { action: `${itemPath(item.id)}/duyet`, hash: item.hash },
      sendBack: { action: `${itemPath(item.id)}/tra-lai`, hash: item.hash },
    })),
  }
}

const NEVER: LocalDate = '9999-12-31'

function dueItem(item: ListedItem, slots: ReadonlyMap<string, SlotRecord>): Due {
  const own = item.slots
    .flatMap((id) => slots.get(id) ?? [])
    .map((record) => ({ record, key: keyOf(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return { item, record: own[0]?.record ?? null, key: own[0]?.key ?? NEVER }
}

function keyOf({ slot, facts }: SlotRecord): string {
  const { dueDay, dueTime } = dueOf(slot, facts)
  return `${dueDay} ${dueTime ?? '99'}`
}

/** The announcer's sheet, in large type, and the slip on which a leader signs. */

import { itemState } from '../../../actions/items.ts'
import { ITEM_STATE_NAMES } from '../../../core/content/item.ts'
import type { SlotRecord } from '../../../core/reading.ts'
import { dueOf } from '../../../core/standing.ts'
import { type KnownTopics, topicName } from '../../../core/topic.ts'
import { type Instant, localDateOf } from '../../../core/wall-clock.ts'
import { slotWords } from '../../../core/words/slot-words.ts'
import { placeOf } from '../../../core/words/unit-words.ts'
import { documentDay } from '../../../core/words/words.ts'
import { type Item, latestOf } from '../../../store/items.ts'
import type { AnnouncerSheetView, ApprovalSlipView } from '../../../templates/item-views.ts'
import { markdownHtml, sentencesHtml } from '../../../templates/markdown.ts'
import type { Frame } from '../../../templates/views.ts'
import { variantsOf } from './item-version.ts'
import { instantWords, itemPath, readingView, slotWhen } from './item-words.ts'

export type PaperQuestion = {
  frame: Frame
  unit: string
  item: Item
  slots: readonly SlotRecord[]
  topics: KnownTopics
  perMinute: number
  now: Instant
}

/** The next slot in which it is said, or the last one. */
const nextOf = (slots: readonly SlotRecord[], now: Instant): SlotRecord | undefined => {
  const day = ({ slot, facts }: SlotRecord) => dueOf(slot, facts).dueDay
  const sorted = slots.toSorted((a, b) => (day(a) < day(b) ? -1 : 1))
  return sorted.find((record) => day(record) >= localDateOf(now)) ?? sorted.at(-1)
}

const approvalOf = ({ reviews }: Item, version: number) =>
  reviews.findLast((review) => review.version === version && review.kind === 'approved')

export function announcerSheet({
  frame,
  unit,
  item,
  slots,
  perMinute,
  now,
}: PaperQuestion): AnnouncerSheetView {
  const version = latestOf(item)
  const approved = approvalOf(item, version.version)
  const on = nextOf(slots, now)
  const { time, fit } = readingView(version, perMinute, on)
  return {
    frame,
    unit,
    title: version.title,
    meta: [
      ...(on ? [slotWhen(on), slotWords(on)] : ['chưa gắn kỳ nào']),
      ...(version.language === 'Tiếng Việt' ? [] : [version.language]),
    ],
    reading: fit ? `Đọc ${time}; ${fit}` : `Đọc ${time}`,
    body: sentencesHtml(version.loudspeaker ?? version.body),
    warning:
      itemState(item) === 'approved'
        ? null
        : `${ITEM_STATE_NAMES[itemState(item)].toUpperCase()}: bài chưa được duyệt, phát thì sổ ghi là phát khi chưa duyệt.`,
    seal: approved
      ? `Bản ${version.version}, ${approved.by} duyệt ${instantWords(approved.at)}, mã băm ${version.hash.slice(0, 12)}`
      : `Bản ${version.version}, chưa duyệt, mã băm ${version.hash.slice(0, 12)}`,
    item: { href: itemPath(item.id), words: version.title },
  }
}

export function approvalSlip({
  frame,
  unit,
  item,
  slots,
  topics,
  perMinute,
  now,
}: PaperQuestion): ApprovalSlipView {
  const version = latestOf(item)
  const approved = approvalOf(item, version.version)
  const on = nextOf(slots, now)
  const reading = readingView(version, perMinute, on)
  const texts = [{ name: '', body: markdownHtml(version.body) }, ...variantsOf(version)]
  return {
    frame,
    unit,
    place: `${placeOf(unit)}, ngày ${documentDay(localDateOf(now))}`,
    title: version.title,
    rows: [
      { name: 'Dùng cho kỳ', words: on ? `${slotWhen(on)}: ${slotWords(on)}` : 'chưa gắn kỳ nào' },
      { name: 'Chủ đề', words: version.topics.map((id) => topicName(topics, id)).join('; ') },
      { name: 'Người viết', words: version.author ?? version.by },
      { name: 'Nguồn', words: version.source ?? '' },
      { name: 'Ngôn ngữ', words: version.language },
      { name: 'Độ dài', words: `${reading.pay}; đọc ${reading.time}` },
      { name: 'Phiên bản', words: `bản ${version.version}, ${version.by} lưu ${instantWords(version.at)}` },
    ].filter(({ words }) => words),
    texts,
    decision: approved ? `${approved.by} đã duyệt trên Nhịp Sóng lúc ${instantWords(approved.at)}.` : null,
    hash: version.hash,
    item: { href: itemPath(item.id), words: version.title },
  }
}

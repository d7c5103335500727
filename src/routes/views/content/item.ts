/** The page of one item: its text, how it stands, where it is said, and what can be done with it. */

import { itemState } from '../../../actions/items.ts'
import { type ItemVersion, itemMade } from '../../../core/content/item.ts'
import { ITEM_MAKING_FIELDS } from '../../../core/form/making-form.ts'
import { MAKING_NAMES, twoRoles } from '../../../core/making.ts'
import type { Reading, SlotRecord } from '../../../core/reading.ts'
import { can, type Role } from '../../../core/role.ts'
import { isKept } from '../../../core/standing.ts'
import type { KnownTopics } from '../../../core/topic.ts'
import { slotWords } from '../../../core/words/slot-words.ts'
import type { Item } from '../../../store/items.ts'
import { latestOf } from '../../../store/items.ts'
import type { Field } from '../../../templates/account-views.ts'
import type { DecisionForm, ItemView } from '../../../templates/item-views.ts'
import { markdownHtml } from '../../../templates/markdown.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { say } from '../say.ts'
import { slotLine } from '../slot-line.ts'
import { historyOf, noticesOf, variantsOf } from './item-version.ts'
import { instantWords, itemPath, readingView, slotWhen, stateTag, versionPath } from './item-words.ts'

export type ItemQuestion = {
  frame: Frame
  item: Item
  /** The originals that it is tied to. */
  slots: readonly Reading[]
  /** Originals to come that have no item. */
  free: readonly SlotRecord[]
  topics: KnownTopics
  perMinute: number
  role: Role
}

export function itemView({ frame, item, slots, free, topics, perMinute, role }: ItemQuestion): ItemView {
  const version = latestOf(item)
  const state = itemState(item)
  const path = itemPath(item.id)
  const form = (what: string): DecisionForm => ({ action: `${path}/${what}`, hash: version.hash })
  const mayWrite = can(role, 'record')
  return {
    frame,
    title: version.title,
    tag: stateTag(state),
    meta: [`bản ${version.version}`, `${version.by} lưu ${instantWords(version.at)}`, version.language],
    say: sayState(item, version),
    notices: [...noticesOf(version, state), ...roleNotices(version)],
    body: markdownHtml(version.body),
    variants: variantsOf(version),
    topics: version.topics.map((id) => {
      const topic = topics.get(id)
      return { name: topic?.name ?? id, clause: topic?.clause ?? '', quote: topic?.quote ?? '' }
    }),
    facts: [
      { name: 'Người viết', words: version.author ?? '' },
      { name: 'Nguồn', words: version.source ?? '' },
      { name: 'Ngôn ngữ', words: version.language },
      ...madeFacts(version),
    ].filter(({ words }) => words),
    reading: readingView(version, perMinute, slots[0]),
    slots: slots.map((reading) => tiedSlot(reading, item.id, mayWrite)),
    tie: mayWrite
      ? {
          action: `${path}/khung`,
          choices: free.map((record) => ({
            value: record.slot.id,
            words: `${slotWhen(record)} · ${slotWords(record)}`,
            chosen: false,
          })),
        }
      : null,
    edit: mayWrite ? `${path}/sua` : null,
    send:
      mayWrite && (state === 'draft' || state === 'returned') ? { form: form('gui'), note: NOTHING } : null,
    decide:
      can(role, 'approve') && state === 'waiting'
        ? { approve: form('duyet'), sendBack: form('tra-lai'), comment: NOTHING }
        : null,
    papers: [
      { href: `${path}/ban-doc`, words: 'Bản đọc cho phát thanh viên' },
      { href: `${path}/phieu-duyet`, words: 'Phiếu duyệt tin, bài' },
    ],
    history: historyOf(item),
  }
}

const NOTHING: Field = { value: '', error: null }

const madeFacts = (version: ItemVersion) =>
  ITEM_MAKING_FIELDS.map(({ key, field }) => ({ name: field.label, words: madeWords(version, key) }))

/** A code by its name, everything else as it was said. */
function madeWords(version: ItemVersion, key: (typeof ITEM_MAKING_FIELDS)[number]['key']): string {
  const value = itemMade(version)[key]
  if (value === null) return ''
  const names: Partial<Record<string, Record<string, string>>> = MAKING_NAMES
  return names[key]?.[String(value)] ?? String(value)
}

const roleNotices = (version: ItemVersion): string[] =>
  twoRoles(itemMade(version)).map((words) => `${words}: xem lại để không tính hai lần trong bảng kê.`)

function tiedSlot(reading: Reading, itemId: string, mayWrite: boolean): ItemView['slots'][number] {
  const mayUntie = mayWrite && !isKept(reading.at.standing)
  return {
    ...slotLine(reading),
    untie: mayUntie ? { action: `${itemPath(itemId)}/bo-khung`, id: reading.slot.id } : null,
  }
}

/** Who decides next, or who decided. */
function sayState(item: Item, version: ItemVersion): Say[] {
  const last = item.reviews.findLast((review) => review.version === version.version)
  const approved = item.reviews.findLast(({ kind }) => kind === 'approved')
  const older =
    approved && approved.version !== version.version
      ? [
          say(
            `Bản ${approved.version} đã được duyệt trước đó.`,
            'plain',
            versionPath(item.id, approved.version),
          ),
        ]
      : []
  if (!last) return [say('Bản nháp này chưa gửi duyệt.', 'strong'), ...older]
  const who = `${last.by}, ${instantWords(last.at)}`
  if (last.kind === 'sent')
    return [
      say('Đang chờ lãnh đạo duyệt.', 'ask'),
      say(`Gửi bởi ${who}${last.comment ? `: “${last.comment}”` : '.'}`),
      ...older,
    ]
  if (last.kind === 'returned')
    return [
      say('Lãnh đạo trả lại:', 'miss'),
      say(`“${last.comment ?? ''}”`, 'strong'),
      say(`(${who})`),
      ...older,
    ]
  return [say(`Đã duyệt bởi ${who}.`, 'strong'), say('Sửa bài thì phải duyệt lại.')]
}

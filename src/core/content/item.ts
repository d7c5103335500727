/**
 * An item (bài): what is said in a slot. Its versions and what leaders said of them are append-only; its state is what
 * they add up to. An approval names the hash of the text that was seen.
 */
import { z } from 'zod'
import { fewOf, optional, text, words } from '../field.ts'
import type { ItemState } from '../item-brief.ts'
import { type Making, making, NO_MAKING } from '../making.ts'
import { fail, type Problem } from '../problem.ts'
import { oneWay } from '../text.ts'
import type { Instant } from '../wall-clock.ts'

/** Other wordings of the same item; without one, the body serves. */
export const VARIANTS = ['loudspeaker', 'portal', 'social'] as const
export type Variant = (typeof VARIANTS)[number]

export const MAX_TEXT = 60_000

const INVISIBLE = /\u00ad|\u200b|\u2060|\ufeff/g

/** Paragraphs: NFC, one kind of line end, no white space at the ends of lines. */
const prose = text()
  .transform((value) =>
    oneWay(value)
      .replace(/\r\n?/g, '\n')
      .replace(INVISIBLE, '')
      .replace(/\u00a0/g, ' ')
      .normalize('NFC')
      // Not by a pattern for the end of a line: that tries at each of 60,000 spaces, which takes minutes.
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{4,}/g, '\n\n\n')
      .trim(),
  )
  .pipe(z.string().max(MAX_TEXT, `không quá ${MAX_TEXT.toLocaleString('vi-VN')} ký tự`))

const variant = prose.transform((value) => value || null)

/** What an item is made of besides its language, author and source, which it has anyway; an item is no airing. */
const itemMaking = making.omit({ language: true, author: true, source: true, versionOf: true })
export type ItemMaking = z.infer<typeof itemMaking>

export const itemText = z.strictObject({
  title: words(300),
  topics: fewOf(z.string().min(1).max(120), 20),
  body: prose,
  language: words(60),
  author: optional(words(200)),
  source: optional(words(500)),
  loudspeaker: variant,
  portal: variant,
  social: variant,
  making: optional(itemMaking),
})
export type ItemText = z.infer<typeof itemText>

/** All that an item says of what it is made of. */
export const itemMade = ({
  language,
  author,
  source,
  making,
}: Pick<ItemText, 'language' | 'author' | 'source'> & { making: ItemMaking | null }): Making => ({
  ...NO_MAKING,
  ...making,
  ...{ language, author, source },
})

export type ItemVersion = ItemText & { version: number; hash: string; by: string; at: Instant }

export type ReviewKind = 'sent' | 'approved' | 'returned'

export type Review = {
  version: number
  /** Of the text that was seen. */
  hash: string
  kind: ReviewKind
  comment: string | null
  by: string
  at: Instant
}

const STATE_AFTER: Record<ReviewKind, ItemState> = {
  sent: 'waiting',
  approved: 'approved',
  returned: 'returned',
}

export const ITEM_STATE_NAMES: Record<ItemState, string> = {
  draft: 'Bản nháp',
  waiting: 'Chờ duyệt',
  approved: 'Đã duyệt',
  returned: 'Trả lại',
}

/** How a version stands, by what was said of it and of nothing else: an edit makes a draft again. */
export function stateOf(version: number, reviews: readonly Pick<Review, 'version' | 'kind'>[]): ItemState {
  return stateAfter(reviews.findLast((review) => review.version === version)?.kind ?? null)
}

/** By the last thing that was said of a version; null when nobody has said anything. */
export const stateAfter = (last: ReviewKind | null): ItemState => (last ? STATE_AFTER[last] : 'draft')

/** From which states each review leads on. */
const MAY_FOLLOW: Record<ReviewKind, readonly ItemState[]> = {
  sent: ['draft', 'returned'],
  approved: ['waiting'],
  returned: ['waiting'],
}

type Judged = { version: Pick<ItemVersion, 'version' | 'hash' | 'by'>; state: ItemState }

/** Null when a review of the text with this hash may be recorded; otherwise what to tell whoever tried. */
export function reviewProblem({ version, state }: Judged, kind: ReviewKind, seen: string): Problem | null {
  if (seen !== version.hash)
    return {
      kind: 'conflict',
      detail: `Bài đã được ${version.by} sửa thành bản ${version.version} sau khi anh/chị mở trang. Hãy đọc bản mới rồi quyết định.`,
    }
  if (MAY_FOLLOW[kind].includes(state)) return null
  return {
    kind: 'conflict',
    detail: `Bài đang ở trạng thái "${ITEM_STATE_NAMES[state]}", không làm được việc này.`,
  }
}

/** Sending an empty item would ask a leader to approve nothing. */
export const emptyProblem = ({ body }: Pick<ItemText, 'body'>): Problem | null =>
  body
    ? null
    : fail({ kind: 'invalid', detail: 'Bài chưa có nội dung nên chưa gửi duyệt được.', errors: [] }).problem

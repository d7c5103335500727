/** The page of a document under review: its text with the quotes marked, beside the duties that were read from it. */
import type { OpenSource } from '../../../actions/sources.ts'
import type { LeftOut } from '../../../core/document/proposal.ts'
import type { Problem } from '../../../core/problem.ts'
import { cadenceWords, questionOf } from '../../../core/review/questions.ts'
import {
  isDoubtful,
  isUnread,
  keptDuties,
  type Review,
  type ReviewedDuty,
} from '../../../core/review/review.ts'
import { waiting } from '../../../core/review/to-plan.ts'
import { localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import { documentDay, shortDay } from '../../../core/words/words.ts'
import type { ReviewCard, ReviewView } from '../../../templates/review-views.ts'
import type { Frame, Link, Say, Tag } from '../../../templates/view-parts.ts'
import { dutyCard, editionPath, reviewedDutyPath, sourcePath } from '../places.ts'
import { say } from '../say.ts'
import { SIGNS } from '../tag.ts'
import { anchorOf, passagesOf, spotHref } from './passages.ts'

export const FILTERS = ['can-xem', 'chac', 'bo', 'tat-ca'] as const
export type Filter = (typeof FILTERS)[number]

const FILTER_NAMES: Record<Filter, string> = {
  'can-xem': 'Cần xem',
  chac: 'Chắc, đã soát',
  bo: 'Không đưa vào',
  'tat-ca': 'Tất cả',
}

export const PICKS: Record<Filter, (duty: ReviewedDuty) => boolean> = {
  'can-xem': isDoubtful,
  chac: (duty) => duty.state !== 'skipped' && !isDoubtful(duty),
  bo: ({ state }) => state === 'skipped',
  'tat-ca': () => true,
}

/** What the address asks for; doubtful ones first as long as there are any. */
export function filterOf(asked: string, { duties }: Review): Filter {
  return FILTERS.find((one) => one === asked) ?? (duties.some(isDoubtful) ? 'can-xem' : 'tat-ca')
}

type Shown = { frame: Frame; opened: OpenSource; filter: Filter; problem: Problem | null }

export function reviewView({ frame, opened, filter, problem }: Shown): ReviewView {
  const { file, read, kept } = opened
  const { review } = kept
  const path = sourcePath(file.sha256)
  const shown = review.duties.filter(PICKS[filter])
  const { head, draft } = review
  return {
    frame: problem ? { ...frame, flash: { tone: 'miss', words: problem.detail, undo: null } } : frame,
    heading: head.title,
    details: [
      head.number === null ? 'Chưa ghi số' : `Số ${head.number}`,
      head.issued === null ? 'chưa ghi ngày ban hành' : `ban hành ${documentDay(head.issued)}`,
      head.year === null ? 'chưa rõ năm' : `năm ${head.year}`,
    ],
    say: sayReview(review),
    notes: notesOf(review),
    filters: FILTERS.map((one) => ({
      href: `${path}?xem=${one}`,
      words: FILTER_NAMES[one],
      count: review.duties.filter(PICKS[one]).length,
      current: one === filter,
    })),
    ...{ version: String(kept.version), filter },
    passages: passagesOf(read.text, review),
    fileLink: { href: `${path}/tep`, words: `${file.name}, ${sizeWords(file.size)}` },
    headPath: `${path}/chung`,
    newDutyPath: `${path}/them`,
    cards: shown.map((duty, i) => cardOf(file.sha256, review, duty, shown, i)),
    jumps: review.duties.map((duty) => ({
      href: `${path}?xem=tat-ca#${encodeURIComponent(dutyCard(duty.id))}`,
      ...{ words: duty.title, clause: duty.clause, state: tagOfDuty(duty).words, look: tagOfDuty(duty).tone },
    })),
    leftOut: review.leftOut.map((line, i) => leftOutLine(line, i, path)),
    topics: review.topics.map(({ id, title, kept: isKept, place }) => ({
      ...{ id, title, kept: isKept, place: `#${anchorOf(place.from)}` },
    })),
    topicsPath: `${path}/chu-de`,
    draftPath: `${path}/du-thao`,
    saved: savedWords(kept),
    waits: waitsOf(review, path),
    draft: draft && { href: editionPath(draft.planId, draft.number), words: `Bản dự thảo ${draft.number}` },
  }
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${Math.round(bytes / 1024 / 1024)} MB`

function sayReview(review: Review): Say[] {
  const { duties, leftOut } = review
  const kept = keptDuties(review)
  const unread = kept.filter(isUnread).length
  const look = kept.filter(isDoubtful).length - unread
  const rest = kept.length - look - unread
  return [
    say(`Đọc được ${duties.length} nhiệm vụ:`, 'strong'),
    say(`${rest} chắc hoặc đã soát${look || unread ? ',' : '.'}`),
    ...(look ? [say(`${look} cần xem${unread ? ',' : '.'}`, 'ask')] : []),
    ...(unread ? [say(`${unread} chưa đọc được thời gian.`, 'miss')] : []),
    ...(leftOut.length
      ? [say(`${leftOut.length} dòng có ngày hoặc số lần không thuộc nhiệm vụ nào.`, 'plain', '#ngoai')]
      : []),
  ]
}

const notesOf = ({ converted, head }: Review): string[] => [
  ...(converted ? ['Văn bản gõ bằng phông chữ cũ, đã đổi sang Unicode: hãy nhìn kỹ chữ có dấu.'] : []),
  ...(head.yearGuessed
    ? [
        `Tên kế hoạch và ngày ban hành không cho biết năm; năm ${head.year} lấy theo các câu trong văn bản: hãy xem và lưu lại ở phần chung của kế hoạch.`,
      ]
    : []),
]

function waitsOf(review: Review, path: string): Link[] {
  return waiting(review).map(({ path: [what, id], message }) =>
    what === 'year'
      ? { href: `${path}/chung`, words: message }
      : { href: `${path}?xem=tat-ca#${encodeURIComponent(dutyCard(String(id)))}`, words: message },
  )
}

const leftOutLine = ({ text, why, place }: LeftOut, i: number, path: string) => ({
  ...{ text, why, place: `#${anchorOf(place.from)}`, add: `${path}/them?dong=${i}` },
})

function tagOfDuty(duty: ReviewedDuty): Tag {
  if (duty.state === 'skipped') return { words: 'Không đưa vào', tone: 'plan', sign: SIGNS.bar }
  if (isUnread(duty)) return { words: 'Chưa đọc được', tone: 'miss', sign: SIGNS.wait }
  if (duty.state === 'settled')
    return { words: duty.byHand ? 'Cán bộ ghi' : 'Đã soát', tone: 'done', sign: SIGNS.check }
  if (duty.level === 'sure') return { words: 'Chắc', tone: 'done', sign: SIGNS.check }
  return { words: 'Cần xem', tone: 'ask', sign: SIGNS.wait }
}

function cardOf(
  sha256: string,
  review: Review,
  duty: ReviewedDuty,
  shown: readonly ReviewedDuty[],
  at: number,
): ReviewCard {
  const { id, clause, title, quote, when } = duty
  const cardAt = (i: number) => {
    const other = shown[i]
    return other ? `#${dutyCard(other.id)}` : null
  }
  const last = keptDuties(review).at(-1)?.id === id
  return {
    ...{ id: dutyCard(id), first: at === 0, clause, title, tag: tagOfDuty(duty) },
    action: reviewedDutyPath(sha256, id),
    edit: `${reviewedDutyPath(sha256, id)}/sua`,
    quoted: {
      href: spotHref(duty, 'when'),
      words: when.verbatim ? `“${when.verbatim}”` : 'Văn bản không ghi thời gian',
    },
    passage: quote,
    said: saidOf(duty),
    rule: cadenceWords(duty),
    question: duty.state === 'open' ? questionView(duty, review) : null,
    settled: settledWords(duty),
    canMerge: duty.state === 'open' && !last,
    place: `${at + 1}/${shown.length}`,
    ...{ previous: cardAt(at - 1), next: cardAt(at + 1) },
  }
}

function saidOf(duty: ReviewedDuty): ReviewCard['said'] {
  const { lead, support, channels, assumptions } = duty
  const way = (field: 'lead' | 'support') =>
    duty.spots?.some((spot) => spot.field === field) ? spotHref(duty, field) : null
  return [
    { name: 'Chủ trì', words: lead ?? 'văn bản không ghi', href: way('lead') },
    ...(support.length ? [{ name: 'Phối hợp', words: support.join('; '), href: way('support') }] : []),
    { name: 'Qua', words: channels.map((channel) => CHANNEL_NAMES[channel]).join(', '), href: null },
    ...(assumptions.length ? [{ name: 'Đơn vị chọn', words: assumptions.join(' '), href: null }] : []),
  ]
}

function questionView(duty: ReviewedDuty, { head }: Review): ReviewCard['question'] {
  const question = questionOf(duty, head.year)
  if (!question) return null
  const { doubts, answers } = question
  const unread = duty.cadence === null ? [UNREAD] : []
  const isChoice = answers.length > 1 || duty.cadence === null
  return {
    doubts: [...doubts.map(({ message }) => message), ...unread],
    answers: isChoice ? answers.map(({ value, words, hint = null }) => ({ value, words, hint })) : [],
    asksLead: doubts.some(({ field }) => field === 'lead'),
    canSettle: answers.length > 0,
  }
}

const UNREAD = 'Chưa đọc được thời gian thực hiện: hãy bấm “Sửa…” và ghi bằng lời của cơ quan.'

function settledWords({ state, by, choice }: ReviewedDuty): string | null {
  if (state === 'open') return null
  const what = state === 'skipped' ? 'Không đưa vào kế hoạch.' : (choice ?? 'Đúng như đã đọc.')
  return by === null ? what : `${what} ${by}.`
}

const savedWords = ({ by, at }: OpenSource['kept']): string =>
  `Lưu lúc ${wallTimeOf(at)} ngày ${shortDay(localDateOf(at))}, ${by}.`

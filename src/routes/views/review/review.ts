/** The page of a document under review: its text with the quotes marked, beside the obligations that were read from it. */
import type { OpenSource } from '../../../actions/sources.ts'
import type { LeftOut } from '../../../core/document/proposal.ts'
import type { Problem } from '../../../core/problem.ts'
import { cadenceWords, questionOf } from '../../../core/review/questions.ts'
import {
  isDoubtful,
  isUnread,
  keptObligations,
  type Review,
  type ReviewedObligation,
} from '../../../core/review/review.ts'
import { waiting } from '../../../core/review/to-plan.ts'
import { localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { sizeInWords } from '../../../core/words/figures.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import { documentDay, shortDay } from '../../../core/words/words.ts'
import type { ReviewCard, ReviewView } from '../../../templates/review-views.ts'
import type { Frame, Link, Say, Tag } from '../../../templates/view-parts.ts'
import { editionPath, obligationCard, reviewedObligationPath, sourcePath } from '../paths.ts'
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

export const PICKS: Record<Filter, (obligation: ReviewedObligation) => boolean> = {
  'can-xem': isDoubtful,
  chac: (obligation) => obligation.state !== 'skipped' && !isDoubtful(obligation),
  bo: ({ state }) => state === 'skipped',
  'tat-ca': () => true,
}

/** What the address asks for; doubtful ones first as long as there are any. */
export function filterOf(asked: string, { obligations }: Review): Filter {
  return FILTERS.find((one) => one === asked) ?? (obligations.some(isDoubtful) ? 'can-xem' : 'tat-ca')
}

type Shown = { frame: Frame; opened: OpenSource; filter: Filter; problem: Problem | null }

export function reviewView({ frame, opened, filter, problem }: Shown): ReviewView {
  const { file, read, kept } = opened
  const { review } = kept
  const path = sourcePath(file.sha256)
  const shown = review.obligations.filter(PICKS[filter])
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
      count: review.obligations.filter(PICKS[one]).length,
      current: one === filter,
    })),
    ...{ version: String(kept.version), filter },
    passages: passagesOf(read.text, review),
    fileLink: { href: `${path}/tep`, words: `${file.name}, ${sizeInWords(file.size)}` },
    headPath: `${path}/chung`,
    newObligationPath: `${path}/them`,
    cards: shown.map((obligation, i) => cardOf(file.sha256, review, obligation, shown, i)),
    jumps: review.obligations.map((obligation) => ({
      href: `${path}?xem=tat-ca#${encodeURIComponent(obligationCard(obligation.id))}`,
      ...{
        words: obligation.title,
        clause: obligation.clause,
        state: tagOfObligation(obligation).words,
        look: tagOfObligation(obligation).tone,
      },
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

function sayReview(review: Review): Say[] {
  const { obligations, leftOut } = review
  const kept = keptObligations(review)
  const unread = kept.filter(isUnread).length
  const look = kept.filter(isDoubtful).length - unread
  const rest = kept.length - look - unread
  return [
    say(`Đọc được ${obligations.length} nhiệm vụ:`, 'strong'),
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
      : { href: `${path}?xem=tat-ca#${encodeURIComponent(obligationCard(String(id)))}`, words: message },
  )
}

const leftOutLine = ({ text, why, place }: LeftOut, i: number, path: string) => ({
  ...{ text, why, place: `#${anchorOf(place.from)}`, add: `${path}/them?dong=${i}` },
})

function tagOfObligation(obligation: ReviewedObligation): Tag {
  if (obligation.state === 'skipped') return { words: 'Không đưa vào', tone: 'plan', sign: SIGNS.bar }
  if (isUnread(obligation)) return { words: 'Chưa đọc được', tone: 'miss', sign: SIGNS.wait }
  if (obligation.state === 'settled')
    return { words: obligation.byHand ? 'Cán bộ ghi' : 'Đã soát', tone: 'done', sign: SIGNS.check }
  if (obligation.level === 'sure') return { words: 'Chắc', tone: 'done', sign: SIGNS.check }
  return { words: 'Cần xem', tone: 'ask', sign: SIGNS.wait }
}

function cardOf(
  sha256: string,
  review: Review,
  obligation: ReviewedObligation,
  shown: readonly ReviewedObligation[],
  at: number,
): ReviewCard {
  const { id, clause, title, quote, when } = obligation
  const cardAt = (i: number) => {
    const other = shown[i]
    return other ? `#${obligationCard(other.id)}` : null
  }
  const last = keptObligations(review).at(-1)?.id === id
  return {
    ...{ id: obligationCard(id), first: at === 0, clause, title, tag: tagOfObligation(obligation) },
    action: reviewedObligationPath(sha256, id),
    edit: `${reviewedObligationPath(sha256, id)}/sua`,
    quoted: {
      href: spotHref(obligation, 'when'),
      words: when.verbatim ? `“${when.verbatim}”` : 'Văn bản không ghi thời gian',
    },
    passage: quote,
    said: saidOf(obligation),
    rule: cadenceWords(obligation),
    question: obligation.state === 'open' ? questionView(obligation, review) : null,
    settled: settledWords(obligation),
    canMerge: obligation.state === 'open' && !last,
    place: `${at + 1}/${shown.length}`,
    ...{ previous: cardAt(at - 1), next: cardAt(at + 1) },
  }
}

function saidOf(obligation: ReviewedObligation): ReviewCard['said'] {
  const { lead, support, channels, assumptions } = obligation
  const way = (field: 'lead' | 'support') =>
    obligation.spots?.some((spot) => spot.field === field) ? spotHref(obligation, field) : null
  return [
    { name: 'Chủ trì', words: lead ?? 'văn bản không ghi', href: way('lead') },
    ...(support.length ? [{ name: 'Phối hợp', words: support.join('; '), href: way('support') }] : []),
    { name: 'Qua', words: channels.map((channel) => CHANNEL_NAMES[channel]).join(', '), href: null },
    ...(assumptions.length ? [{ name: 'Đơn vị chọn', words: assumptions.join(' '), href: null }] : []),
  ]
}

function questionView(obligation: ReviewedObligation, { head }: Review): ReviewCard['question'] {
  const question = questionOf(obligation, head.year)
  if (!question) return null
  const { doubts, answers } = question
  const unread = obligation.cadence === null ? [UNREAD] : []
  const isChoice = answers.length > 1 || obligation.cadence === null
  return {
    doubts: [...doubts.map(({ message }) => message), ...unread],
    answers: isChoice ? answers.map(({ value, words, hint = null }) => ({ value, words, hint })) : [],
    asksLead: doubts.some(({ field }) => field === 'lead'),
    canSettle: answers.length > 0,
  }
}

const UNREAD = 'Chưa đọc được thời gian thực hiện: hãy bấm “Sửa…” và ghi bằng lời của cơ quan.'

function settledWords({ state, by, choice }: ReviewedObligation): string | null {
  if (state === 'open') return null
  const what = state === 'skipped' ? 'Không đưa vào kế hoạch.' : (choice ?? 'Đúng như đã đọc.')
  return by === null ? what : `${what} ${by}.`
}

const savedWords = ({ by, at }: OpenSource['kept']): string =>
  `Lưu lúc ${wallTimeOf(at)} ngày ${shortDay(localDateOf(at))}, ${by}.`

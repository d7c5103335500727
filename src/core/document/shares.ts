/** Words that part one work among several times, each with its own count: "(quý I: 01 lớp; quý III: 02 lớp)". */
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import type { Sentence } from './section-sentences.ts'
import { draftOf } from './sentence-draft.ts'
import { CONTEST_STAGE, masked, SHARE, type Span, WAVE } from './time-words.ts'
import { join, keyOf, part, placeOf, type Words } from './words.ts'

/** Those that stand beside each other; none where fewer than two do. */
function sharesIn(words: Words, form = SHARE): Span[] {
  const key = masked(words.text)
  const found = [...key.matchAll(form)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }))
  const apart = found.some(({ end }, i) => {
    const next = found[i + 1]
    return next !== undefined && !BETWEEN.test(key.slice(end, next.start))
  })
  const works = found.map(({ start, end }) => COUNTED.exec(key.slice(start, end))?.[1] ?? '')
  const isTotal = found.every(({ end }) => RATE.test(key.slice(0, end))) && new Set(works).size < works.length
  return found.length < 2 || apart || isTotal ? [] : found
}

/** "Thực hiện" alone names no work. */
const SHORT = 12

/** "52 chuyên mục/năm (01 chuyên mục/tuần)" is one work, "08 bài/tháng và 01 video/tháng" are two. */
const RATE = /\/ ?\p{L}+\)?$/u
const COUNTED = /\d (\p{L}[\p{L} ,]*?) ?\//u

/** "02 lần/năm (lần 1: tháng 5; lần 2: tháng 11)" is one rhythm. */
const YEARLY = /\d \p{L}+ ?\/ ?năm(?!\p{L})/u

const BETWEEN = /^[\s,;()]*(?:va )?[\s(]*$/

const STAGE = new RegExp(`^${CONTEST_STAGE}`, 'u')

/** Of a sentence, one draft a share. */
export function sharedDrafts(sentence: Sentence): Draft[] {
  const { words, goal, subject } = sentence
  const waves = goal ? [] : wavesIn(words)
  const shares = goal || waves.length ? waves : sharesIn(words)
  const [first] = shares
  if (!first) return []
  const span = { start: first.start, end: shares.at(-1)?.end ?? first.end }
  const plain = draftOf(sentence, span, false)
  const own = subject && words.text.startsWith(subject.text) ? subject.text.length : 0
  const before = clean(part(words, own, span.start))
  const title = ({ start, end }: Span): Words => {
    const stage = STAGE.exec(keyOf(words.text).slice(start, end))?.[0].length ?? 0
    if (stage) return join(before, part(words, start, start + stage), before.text ? ': ' : '')
    return before.text.length > SHORT ? before : join(before, clean(part(words, start, end)))
  }
  return shares.map((share) => ({
    ...withShare(plain, words, share),
    title: title(share),
    place: placeOf(words),
  }))
}

/** "02 lần/năm, lần 1 trước 15/6, lần 2 trước 15/11" is two deadlines, "(lần 1: tháng 5; lần 2: tháng 11)" one rhythm. */
function wavesIn(words: Words): Span[] {
  const waves = sharesIn(words, WAVE)
  const isDue = ({ start, end }: Span) => DUE.test(keyOf(words.text).slice(start, end))
  return YEARLY.test(words.text) && !waves.every(isDue) ? [] : waves
}

const TOTAL = /^\d{1,2} \p{L}+(?: \p{L}+)? ?\/ ?năm[\s,;:(]*$/u
const DUE = /(?<!\p{L})(?:truoc|cham nhat)(?!\p{L})/u

/** Of a cell or a label that holds nothing else but, perhaps, how many they are. */
export function splitShares(draft: Draft): Draft[] {
  const { when, often } = draft
  if (!when || often) return [draft]
  const { words } = when
  const waves = wavesIn(words)
  const shares = waves.length ? waves : sharesIn(words)
  const [first, last] = [shares[0], shares.at(-1)]
  const ahead = words.text.slice(0, first?.start).replace(TOTAL, '')
  if (!first || !last || ahead.length > 2 || last.end < words.text.length - 2) return [draft]
  return shares.map((share) => withShare(draft, words, share))
}

const withShare = (draft: Draft, words: Words, { start, end }: Span): Draft => ({
  ...draft,
  when: { words: countFirst(unnumbered(clean(part(words, start, end)))), label: '' },
  doubts: [...draft.doubts, doubt('two-readings', 'when', SHARED)],
})

const SHARED = 'Một câu chia việc ra nhiều thời gian: mỗi phần đọc thành một nhiệm vụ, hãy xem lại.'

/** "cuộc 1 | trong tháng 3", "đợt 1 | (01 - 02/6)" */
function unnumbered(words: Words): Words {
  const [head = ''] = NUMBERED.exec(words.text) ?? []
  return clean(part(words, head.length))
}

const NUMBERED =
  /^(?:(?:cuộc|lớp|kỳ|hội nghị) (?:thứ )?(?:\d|[IVX]+(?!\p{L})|nhất|hai|ba|tư)[ :]+(?=\p{L})|(?:đợt|lần|vòng|buổi) \d(?= \())/iu

/** "quý I: 01 lớp" is read as "01 lớp trong quý I". */
function countFirst(words: Words): Words {
  const [head = ''] = /^.*?[:(]\s*(?=\d)/u.exec(words.text) ?? []
  return head ? join(clean(part(words, head.length)), clean(part(words, 0, head.length)), ' trong ') : words
}

/** A sentence that lists days by their names. */
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { whole } from './prose-spans.ts'
import type { Sentence } from './section-sentences.ts'
import { draftOf } from './sentence-draft.ts'
import { timesIn } from './time-words.ts'
import { part, placeOf, type Words } from './words.ts'

/** Fewer days in brackets are one obligation's. */
const LEAST_DAYS = 3
const DAY = '(?:ngày )?\\d{1,2}\\/\\d{1,2}(?:\\/\\d{4})?'
const IN_BRACKETS = new RegExp(`\\(${DAY}(?:(?:,| và) ${DAY})*\\)`, 'giu')
/** "…, Ngày Thế giới phòng, chống AIDS 01/12" */
const NEXT_NAME = /(?:[,;]| và)\s+(?=(?:Ngày|Lễ|Tết|\d{2,3} năm Ngày)\s)/gu
const ENDS_WITH_DAY = new RegExp(`\\p{L}{2,} \\(?${DAY}\\)?[\\s.;]*$`, 'iu')

/** "Kỷ niệm các ngày lễ lớn: Ngày thành lập Đảng (3/2), Ngày giải phóng miền Nam (30/4), …": each a day of its own. */
export function namedDays(sentence: Sentence): Draft[] {
  if (sentence.goal) return []
  return [bracketed, oneByOne, workByWork]
    .flatMap((read) => read(sentence.words))
    .map((own) => ({
      ...draftOf({ ...sentence, words: own }, whole(timesIn(own.text)), false),
      content: [sentence.words],
      place: placeOf(sentence.words),
    }))
}

function bracketed(words: Words): Words[] {
  const ends = [...words.text.matchAll(IN_BRACKETS)].map(({ 0: all, index }) => index + all.length)
  if (ends.length < LEAST_DAYS) return []
  const starts = [words.text.indexOf(': ') + 1, ...ends.slice(0, -1)]
  const named = ends.map((end, i) => withoutAnd(clean(part(words, starts[i] ?? 0, end))))
  const rest = clean(part(words, ends.at(-1) ?? words.text.length))
  return timesIn(rest.text).length ? [...named, rest] : named
}

function oneByOne(words: Words): Words[] {
  if ([...words.text.matchAll(IN_BRACKETS)].length >= LEAST_DAYS) return []
  const gaps = [...words.text.matchAll(NEXT_NAME)].map(
    ({ 0: all, index }) => [index, index + all.length] as const,
  )
  const starts = [0, ...gaps.map(([, to]) => to)]
  const named = starts.map((start, i) => clean(part(words, start, gaps[i]?.[0] ?? words.text.length)))
  return named.length > 1 && named.every(({ text }) => ENDS_WITH_DAY.test(text)) ? named : []
}

/** "Kỷ niệm Ngày thành lập Đoàn: mít tinh ngày 26/3, diễu hành 25/3": each its work and its day. */
function workByWork(words: Words): Words[] {
  const from = words.text.indexOf(': ') + 1
  const rest = clean(part(words, from))
  const pieces = rest.text.split(/(?:[,;]| và) (?=\p{Ll}{2,} \p{Ll})/u)
  if (from < 1 || pieces.length < 2 || !pieces.every((one) => ONE_WORK.test(one))) return []
  return pieces.map((one) => part(rest, rest.text.indexOf(one), rest.text.indexOf(one) + one.length))
}

const ONE_WORK = new RegExp(
  `^(?!trước|chậm|từ |báo cáo|hoàn thành)\\p{Ll}{2,}(?: \\p{L}+){1,8} ${DAY}[\\s.;]*$`,
  'u',
)

const withoutAnd = (words: Words): Words => part(words, /^và\s+/iu.exec(words.text)?.[0].length ?? 0)

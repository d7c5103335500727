/** A sentence that lists days by their names. */
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { whole } from './prose-spans.ts'
import type { Sentence } from './section-sentences.ts'
import { draftOf } from './sentence-draft.ts'
import { timesIn } from './time-words.ts'
import { part, placeOf, type Words } from './words.ts'

/** Fewer days with names are one obligation's. */
const LEAST_DAYS = 3
const NAMED_DAY = /\((?:ngày )?\d{1,2}\/\d{1,2}(?:(?:,| và) (?:ngày )?\d{1,2}\/\d{1,2})*\)/giu

/** "Kỷ niệm các ngày lễ lớn: Ngày thành lập Đảng (3/2), Ngày giải phóng miền Nam (30/4), …": each a day of its own. */
export function namedDays(sentence: Sentence): Draft[] {
  const { words, goal } = sentence
  const found = [...words.text.matchAll(NAMED_DAY)]
  if (goal || found.length < LEAST_DAYS) return []
  const colon = words.text.indexOf(': ')
  const ends = found.map(({ 0: all, index }) => index + all.length)
  const starts = [Math.max(colon + 1, 0), ...ends.slice(0, -1)]
  const tail = ends.at(-1) ?? words.text.length
  const named = ends.map((end, i) => withoutAnd(clean(part(words, starts[i] ?? 0, end))))
  const rest = clean(part(words, tail))
  return [...named, ...(timesIn(rest.text).length ? [rest] : [])].map((own) => ({
    ...draftOf({ ...sentence, words: own }, whole(timesIn(own.text)), false),
    content: [words],
    place: placeOf(words),
  }))
}

const withoutAnd = (words: Words): Words => part(words, /^và\s+/iu.exec(words.text)?.[0].length ?? 0)

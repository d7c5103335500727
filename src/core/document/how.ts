/** "Hình thức: …" of an obligation: words that may say how often, or how many, where no label does. */
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import type { Section } from './outline.ts'
import { proseDrafts } from './prose-obligations.ts'
import { draftOf } from './sentence-draft.ts'
import { sentencesOf } from './sentences.ts'
import { COUNT_IN, timesIn } from './time-words.ts'
import { join, keyOf, part } from './words.ts'

/** "- Thời gian: từ 15/4 đến 05/5; - Hình thức: mỗi ngày 01 tin; 05 chuyên đề": so often, or so many, within that time. */
export function countedByHow(draft: Draft, section: Section): Draft[] {
  const { lead, doer, support, when, how = [] } = draft
  const who = lead ?? doer
  const given = who && { lead: who, support, words: who }
  const said = when && !draft.often ? how.flatMap(sentencesOf).map(clean) : []
  const counted = said.flatMap((words) => {
    const sentence = { words, section, subject: null, given, season: when?.words ?? null, goal: false }
    if (timesIn(words.text).length > 0) return proseDrafts(sentence)
    const count = COUNT_IN.exec(keyOf(words.text))
    if (!when || !count) return []
    const often = part(words, count.index, count.index + count[0].length)
    const joint = /^(?:từ|trong|vào)(?!\p{L})/iu.test(when.words.text) ? ' ' : ' trong '
    const within = { ...when, words: join(often, when.words, joint) }
    return [{ ...draftOf(sentence, { start: 0, end: 0 }, false), when: within }]
  })
  return [draft, ...counted.map((one) => ({ ...one, place: draft.place }))]
}

/** "b) Hình thức: chuyên mục …, 02 lần/tháng" beside "c) Cơ quan thực hiện": each sentence with a time, led by who is named. */
export function timedByHow(draft: Draft, section: Section): Draft[] {
  const { lead, doer, support, when, often, how = [] } = draft
  const who = lead ?? doer
  if (when || often || !who || [draft.title, ...draft.content].some(({ text }) => timesIn(text).length > 0))
    return [draft]
  const given = { lead: who, support, words: who }
  const timed = how
    .flatMap(sentencesOf)
    .flatMap((words) => proseDrafts({ words, section, subject: null, given, season: null, goal: false }))
  return timed.length ? timed.map((one) => ({ ...one, place: draft.place })) : [draft]
}

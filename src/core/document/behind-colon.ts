/** "Chuyên mục …: 02 số/tuần, phát vào thứ Ba và thứ Sáu": a colon may part an obligation from its time as a label does. */
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { startsAsOffice } from './offices.ts'
import { seasonIn } from './season.ts'
import { sentencesOf } from './sentences.ts'
import { ownWords, timesIn } from './time-words.ts'
import { isLeftOver } from './when/doubts.ts'
import { readWhen } from './when/read-when.ts'
import { keyOf, part, type Words } from './words.ts'

/** So many words may stand before the time itself: "đăng tối thiểu …", "cao điểm từ …". */
const MOST_BEFORE = 2

/** Whether a phrase is understood is the same in each. */
const ANY_YEAR = 2026

/** Where all that follows the colon is understood as time, all of it is; real labels and columns hold before it. */
export function timeBehindColon(draft: Draft): Draft {
  const { often, found, level } = draft
  const isLabelled = draft.when !== null && (found !== 'prose' || draft.when.label !== '')
  if (often || isLabelled || found === 'row' || found === 'goal' || level) return draft
  const [first = draft.title, ...more] = sentencesOf(draft.title)
  const whole = parted(draft.title)
  const split = whole ?? parted(first)
  if (!split) return draft
  const content = whole ? draft.content : [...more, ...draft.content]
  const behind: Draft = { ...draft, title: split.head, content, when: { words: split.tail, label: '' } }
  const season = seasonIn(split.head)
  if (season) return { ...behind, title: titleInSeason(behind), season }
  const [time, ...other] = timesIn(split.head.text)
  return time && other.length === 0 ? { ...behind, season: part(split.head, time.start, time.end) } : behind
}

const GENERIC = /^(?:noi dung|thoi gian|hinh thuc|nhiem vu|hoat dong|cong viec)/

/** "Mùa dịch" says when; what is done then stands in the heading above. */
const titleInSeason = ({ title, under: [heading = ''] = [] }: Draft): Words => {
  const name = heading.replace(/[\s.:;]+$/, '')
  const isSame = heading.startsWith(title.text) || title.text.startsWith(name)
  return !name || isSame || GENERIC.test(keyOf(name)) ? title : { ...title, text: `${name} – ${title.text}` }
}

function parted(sentence: Words): { head: Words; tail: Words } | null {
  const at = lastColon(sentence.text)
  if (at < 0) return null
  const tail = clean(part(sentence, at + 1))
  const head = clean(part(sentence, 0, at))
  return isTime(tail.text) && (ownWords(head.text) > 1 || seasonIn(head)) && !startsAsOffice(head.text)
    ? { head, tail }
    : null
}

/** What it stands behind: a weekday there is a time. */
const COLON = ': '

/** The last that no bracket holds: "02 lần/năm (lần 1: tháng 5)". */
const lastColon = (text: string): number =>
  text.replace(/\([^()]*\)/g, (all) => ' '.repeat(all.length)).lastIndexOf(COLON)

function isTime(text: string): boolean {
  const [first] = timesIn(`${COLON}${text}`)
  if (!first || ownWords(text.slice(0, first.start - COLON.length)) > MOST_BEFORE) return false
  const { kind, doubt = [] } = readWhen(text, { year: ANY_YEAR, label: '' })
  return kind !== 'unknown' && !doubt.some(isLeftOver)
}

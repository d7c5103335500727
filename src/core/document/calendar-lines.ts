/** Lines of a timetable: told by the weekday or the hour that they begin with. */
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { type Sentence, WEEKLY } from './section-sentences.ts'
import { draftOf } from './sentence-draft.ts'
import { DAYS_LAST, HOUR_FIRST, WEEKDAY_FIRST } from './time-words.ts'
import { join, part, type Words } from './words.ts'

/** Null for any other sentence. */
export const calendarDraft = (sentence: Sentence): Draft | null =>
  weekdayDraft(sentence) ?? hourDraft(sentence)

/** "Thứ Hai: Bản tin địa phương (15 phút)" under a heading that says that each week is meant, or under an hour. */
function weekdayDraft(sentence: Sentence): Draft | null {
  const { words, section, hour = null } = sentence
  const [day = ''] = WEEKDAY_FIRST.exec(words.text) ?? []
  const weekly = day ? WEEKLY.exec(section.heading.text) : null
  if (!day || !(weekly || hour)) return null
  const [bracket = '', inner = ''] = /\(([^()]+)\)[.\s]*$/u.exec(words.text) ?? []
  const at = words.text.indexOf(bracket) + 1
  const each = weekly && part(section.heading, weekly.index, weekly.index + weekly[0].length)
  const days = each ? join(part(words, 0, day.length), each) : part(words, 0, day.length)
  const rhythm = hour ? join(days, hour, ', ') : days
  const plain = draftOf(sentence, { start: 0, end: day.length }, false)
  const when = bracket ? join(rhythm, part(words, at, at + inner.length), ', ') : rhythm
  const title = hour ? clean(part(words, day.length)) : plain.title
  return { ...plain, title: withoutBracket(title, bracket), when: { words: when, label: '' } }
}

/** "5h30: Bản tin địa phương - thứ 2, thứ 4, thứ 6": a line of a timetable. */
function hourDraft(sentence: Sentence): Draft | null {
  const { words } = sentence
  const [hour = ''] = HOUR_FIRST.exec(words.text) ?? []
  const days = hour ? DAYS_LAST.exec(words.text) : null
  if (!days) return null
  const title = clean(part(words, hour.length, days.index))
  const [all, said = ''] = days
  const at = days.index + all.indexOf(said)
  const when = join(part(words, at, at + said.length), clean(part(words, 0, hour.length)), ', ')
  return { ...draftOf(sentence, { start: 0, end: 0 }, false), title, when: { words: when, label: '' } }
}

const withoutBracket = (words: Words, bracket: string): Words => {
  const at = bracket ? words.text.lastIndexOf('(') : -1
  return at > 0 ? clean(part(words, 0, at)) : words
}

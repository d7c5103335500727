/** Obligations told in sentences: under an office's name, in goals, in the last lines about reports. */
import { type Assignment, assignmentIn } from './assignment.ts'
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { daysIn, levelsIn } from './levels.ts'
import { clauseOf } from './outline.ts'
import { reportSpans, rhythmSpan, whole } from './prose-spans.ts'
import { REPORT, type Sentence, WEEKLY } from './section-sentences.ts'
import {
  DAY_OF_WEEK,
  DAYS_LAST,
  HOUR_FIRST,
  masked,
  type Span,
  TIME_FIRST,
  timesIn,
  WEEKDAY_FIRST,
  WORK,
} from './time-words.ts'
import { around, join, keyOf, part, placeOf, type Words } from './words.ts'

/** "Thứ Hai: Bản tin địa phương (15 phút)" under a heading that says that each week is meant. */
function weekdayDraft(sentence: Sentence): Draft | null {
  const { words, section } = sentence
  const [day = ''] = WEEKDAY_FIRST.exec(words.text) ?? []
  const weekly = day ? WEEKLY.exec(section.heading.text) : null
  if (!weekly) return null
  const [bracket = '', inner = ''] = /\(([^()]+)\)[.\s]*$/u.exec(words.text) ?? []
  const at = words.text.indexOf(bracket) + 1
  const each = part(section.heading, weekly.index, weekly.index + weekly[0].length)
  const rhythm = join(part(words, 0, day.length), each)
  const plain = draftOf(sentence, { start: 0, end: day.length }, false)
  const when = bracket ? join(rhythm, part(words, at, at + inner.length), ', ') : rhythm
  return { ...plain, title: withoutBracket(plain.title, bracket), when: { words: when, label: '' } }
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

/** A heading in capitals. */
const isShouted = (text: string): boolean => !/\p{Ll}{2}/u.test(text)

const VAGUE = /^(?:trong (?:nam|thang)|dau nam|nam|vao nam|cuoi nam|trong nam \d{4}|hang nam)$/

export function proseDrafts(sentence: Sentence): Draft[] {
  const { words } = sentence
  const slot = weekdayDraft(sentence) ?? hourDraft(sentence)
  if (slot) return [slot]
  const assigned = assignmentIn(words)
  if (assigned && (assigned.said === 'brackets' || timesIn(words.text).length > 0))
    return [assignedDraft(sentence, assigned)]
  const times = timesIn(words.text)
  if (times.length === 0) return seasonDrafts(sentence)
  if (isShouted(words.text)) return []
  if (/%/.test(words.text)) return levelDrafts(sentence)
  const key = masked(words.text)
  const said = times.filter(
    ({ start, end }) => isStrong(key, start, end, sentence.goal) && !isMost(key, start),
  )
  const isReport = REPORT.test(key)
  const [season, rhythm] = isReport ? [] : seasonAhead(words, key, said)
  if (season && rhythm) return [{ ...draftOf(sentence, rhythmSpan(key, rhythm), false), season }]
  const strong = firmOf(key, said)
  if (strong.length === 0) return []
  const spans = isReport ? reportSpans(key, strong) : [rhythmSpan(key, whole(strong))]
  return spans.map((span) => draftOf(sentence, span, isReport))
}

/** "Chiến dịch hè (01/6 - 31/8): mỗi đội hình đăng 03 tin/tuần": the stretch before the colon bounds what follows. */
function seasonAhead(words: Words, key: string, spans: readonly Span[]): [Words, Span] | [] {
  const [first, ...more] = spans
  const colon = first ? /^\)?\s*:/.test(key.slice(first.end)) : false
  const isStretch = first !== undefined && / den | - |thang|quy/.test(key.slice(first.start, first.end))
  return first &&
    colon &&
    isStretch &&
    more.length > 0 &&
    /\/ ?\p{L}|(?<!\p{L})(?:moi|hang) |ngay \d+ /u.test(key.slice(more[0]?.start, more.at(-1)?.end))
    ? [part(words, first.start, first.end), whole(more)]
    : []
}

/** "Treo băng rôn tại trụ sở" under "Đợt 1 (từ 01/3 đến 31/3)": its time is the heading's. */
function seasonDrafts(sentence: Sentence): Draft[] {
  const { words, section, season, goal } = sentence
  const does = section.marker?.rank === 'calendar' || DOES.test(keyOf(words.text))
  if (!season || goal || isShouted(words.text) || !does) return []
  return [{ ...draftOf(sentence, { start: 0, end: 0 }, false), when: { words: season, label: '' } }]
}

const DOES = new RegExp(
  `^(?:${WORK}|treo|in|cap phat|phat hanh|mo|trien khai|huong dan|van dong|chay|to chuc)(?!\\p{L})`,
  'u',
)

/** "Tháng 3: tổ chức …" says its time before a colon; a bare date elsewhere ("Ngày Quốc tế Phụ nữ 08/3") is only named. */
function firmOf(key: string, strong: readonly Span[]): readonly Span[] {
  const [first] = strong
  if (first && first.start < 12 && /^\s*:/.test(key.slice(first.end))) return [first]
  const goOn = (one: Span | undefined, next: Span | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    /^[\s,;]*(?:va|den|-)?\s*$/.test(key.slice(one.end, next.start))
  const firm = strong.filter(
    (span, i) =>
      goOn(strong[i - 1], span) ||
      goOn(span, strong[i + 1]) ||
      !/^\d{1,2}\s*\//.test(key.slice(span.start, span.end)),
  )
  return firm.length ? firm : strong
}

/** "tối đa 03 lần/ngày" asks for none. */
const isMost = (key: string, start: number): boolean =>
  /(?:toi da|khong qua|khong vuot qua)\s+$/.test(key.slice(0, start))

function isStrong(key: string, start: number, end: number, goal: boolean): boolean {
  const words = key.slice(start, end).trim()
  if (VAGUE.test(words)) return false
  if (
    /^(?:tu|ke tu) .*\d{4}$/.test(words) &&
    / den | - /.test(key.slice(end, end + 6)) === false &&
    !/thang \d|\d\/\d/.test(words)
  )
    return false
  if (/^(?:den|den het|den cuoi) nam \d{4}$/.test(words)) return false
  if (/^(?:hang|moi) (?:tuan|thang|quy)$/.test(words) && goal) return false
  return true
}

function draftOf(
  { words, section, subject, given, season, goal }: Sentence,
  { start, end }: Span,
  report: boolean,
): Draft {
  return {
    clause: clauseOf(section.path),
    title: titleOf(words, subject),
    content: [words],
    lead: given?.lead ?? subject,
    doer: null,
    support: given?.support ?? null,
    when: { words: timeWords(words, { start, end }, report), label: report ? 'báo cáo' : '' },
    often: null,
    season,
    emptyWhen: false,
    place: given ? around([words, given.words]) : placeOf(words),
    found: goal ? 'goal' : 'prose',
    doubts: [
      doubt(
        'two-readings',
        'quote',
        'Đọc từ câu văn, không có nhãn cơ quan và thời gian riêng: hãy xem đúng việc, đúng cơ quan.',
      ),
    ],
  }
}

/** With the period that begins a report far from its day, or the weekday that a bracket adds to a rhythm. */
function timeWords(words: Words, { start, end }: Span, report: boolean): Words {
  const key = keyOf(words.text)
  const own = clean(part(words, start, closedAt(words.text, start, end)))
  const period = report ? FAR_PERIOD.exec(key.slice(0, start)) : null
  if (period) {
    const from = period[0].length - (period[1]?.length ?? 0)
    return join(part(words, from, period[0].length), own)
  }
  const bracket = /^(?:hang|moi) (?:tuan|thang)(?: \d{1,2}(?: \p{L}+){1,3})?$/u.test(keyOf(own.text))
    ? BRACKETED_DAY.exec(key)
    : null
  const at = bracket ? bracket.index + bracket[0].indexOf(bracket[1] ?? '') : 0
  return bracket ? join(own, part(words, at, at + (bracket[1] ?? '').length)) : own
}

/** "Báo cáo năm gửi Sở … trước 05/12" */
const FAR_PERIOD = /^bao cao (tuan|thang|quy|0?6 thang|0?9 thang|nam)(?= gui | ve | ?:)/
/** "hằng tuần tổng hợp … (chiều thứ Năm)", "hằng tuần đăng tải … vào sáng thứ Hai" */
const BRACKETED_DAY = new RegExp(
  `(?:\\((?:vao )?|(?<=[ ,])vao )((?:(?:sang|chieu|toi|trua) )?(?:${DAY_OF_WEEK}|ngay \\d{1,2}(?! ?[/.\\d])))(?!\\p{L})`,
  'u',
)

/** With the bracket that closes one opened inside, and with "âm lịch", which makes another day of a date. */
const closedAt = (text: string, start: number, end: number): number => {
  const lunar = /^ ?âm lịch/iu.exec(text.slice(end))?.[0].length ?? 0
  return lunar ? end + lunar : closedBracket(text, start, end)
}

const closedBracket = (text: string, start: number, end: number): number => {
  const inside = text.slice(start, end)
  return inside.split('(').length > inside.split(')').length && text.charAt(end) === ')' ? end + 1 : end
}

/** Brackets that name the office say plainly who leads; the time stands there or in the sentence. */
function assignedDraft(sentence: Sentence, { rest, lead, support, when, said }: Assignment): Draft {
  const times = timesIn(rest.text)
  const own = times.length ? clean(withSpan(rest, rhythmSpan(masked(rest.text), whole(times)))) : null
  const words = when ?? own
  const plain = draftOf(sentence, { start: 0, end: 0 }, false)
  return {
    ...plain,
    title: rest,
    lead,
    support,
    when: words ? { words, label: '' } : null,
    found: 'bracket',
    doubts: said === 'brackets' ? [] : plain.doubts,
  }
}

const withSpan = (words: Words, { start, end }: Span): Words => part(words, start, end)

/** Without the office, or the time, that it begins with. */
function titleOf(words: Words, subject: Words | null): Words {
  const [time = ''] = TIME_FIRST.exec(words.text) ?? []
  const own = subject && words.text.startsWith(subject.text) ? subject.text.length : time.length
  const rest = clean(part(words, own))
  // "… là cơ quan thường trực, tham mưu …": the office's part is no work.
  const named = /^là (?:cơ quan|đơn vị)[^,;:]{0,30},\s*/u.exec(rest.text)?.[0].length ?? 0
  return rest.text.length > 12 ? clean(part(rest, named)) : clean(words)
}

/** A level without a day of its own is a wish. */
function levelDrafts(sentence: Sentence): Draft[] {
  const dated = levelsIn(sentence.words).filter(({ by }) => by !== null)
  if (dated.length === 0 && daysIn(masked(sentence.words.text)).length === 0) return []
  return dated.map(({ words }) => ({
    ...draftOf(sentence, { start: 0, end: sentence.words.text.length }, false),
    title: words,
    when: { words: sentence.words, label: '' },
  }))
}

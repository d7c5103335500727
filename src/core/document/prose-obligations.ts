/** Obligations told in sentences: under an office's name, in goals, in the last lines about reports. */
import { type Assignment, assignmentIn } from './assignment.ts'
import { calendarDraft } from './calendar-lines.ts'
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { daysIn, levelsIn } from './levels.ts'
import { namedDays } from './named-days.ts'
import { reportSpans, rhythmSpan, whole } from './prose-spans.ts'
import { REPORT, type Sentence } from './section-sentences.ts'
import { draftOf } from './sentence-draft.ts'
import { sharedDrafts } from './shares.ts'
import { masked, type Span, timesIn, WORK } from './time-words.ts'
import { join, keyOf, part, type Words } from './words.ts'

/** A heading in capitals. */
const isShouted = (text: string): boolean => !/\p{Ll}{2}/u.test(text)

const VAGUE = /^(?:trong (?:nam|thang)|dau nam|nam|vao nam|cuoi nam|trong nam \d{4}|hang nam)$/

export function proseDrafts(sentence: Sentence): Draft[] {
  const { words } = sentence
  const slot = calendarDraft(sentence)
  if (slot) return [slot]
  const days = namedDays(sentence)
  if (days.length) return days
  const shares = sharedDrafts(sentence)
  if (shares.length) return shares
  const assigned = assignmentIn(words)
  if (assigned && (assigned.said === 'brackets' || timesIn(words.text).length > 0))
    return [assignedDraft(sentence, assigned)]
  const times = timesIn(words.text)
  if (times.length === 0) return seasonDrafts(sentence)
  if (isShouted(words.text)) return []
  const levels = /%/.test(words.text) ? levelDrafts(sentence) : []
  const key = masked(words.text)
  if (levels.length || (/%/.test(words.text) && (sentence.goal || !RHYTHM.test(key)))) return levels
  const said = times.filter(
    ({ start, end }) => isStrong(key, start, end, sentence.goal) && !isMost(key, start),
  )
  const isReport = REPORT.test(key)
  const [season, rhythm] = isReport ? [] : seasonAhead(words, key, said)
  if (season && rhythm) return [{ ...draftOf(sentence, rhythmSpan(key, rhythm), false), season }]
  const strong = firmOf(key, said)
  if (strong.length === 0) return []
  const reports = isReport ? reportSpans(key, strong) : []
  const periods = isReport ? bracketedPeriods(key) : []
  if (periods.length > Math.max(reports.length, 1)) return periods.map((span) => periodDraft(sentence, span))
  const spans = isReport ? reports : [rhythmSpan(key, whole(strong))]
  return spans.map((span) => draftOf(sentence, span, isReport))
}

/** "Báo cáo ngày (trước 16h00), tuần (thứ Sáu), tháng (ngày 14), năm (14/11)": each with its day. */
function bracketedPeriods(key: string): Span[] {
  const found = [...key.matchAll(PERIOD_WITH_DAY)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }))
  const apart = found.some(
    ({ end }, i) => !/^(?:[\s,;]|va )*$/.test(key.slice(end, found[i + 1]?.start ?? end)),
  )
  return apart ? [] : found
}

function periodDraft(sentence: Sentence, span: Span): Draft {
  const draft = draftOf(sentence, span, true)
  const own = clean(withSpan(sentence.words, span))
  const when = { words: own, label: 'báo cáo' }
  if (/^báo cáo/iu.test(own.text)) return { ...draft, title: own, when }
  const at = keyOf(sentence.words.text).indexOf('bao cao')
  return { ...draft, title: join(part(sentence.words, at, at + 'bao cao'.length), own), when }
}

const PERIOD_WITH_DAY =
  /(?<!\p{L})(?:bao cao )?(?:dinh ky )?(?:ngay|tuan|thang|quy|0?[69] thang|(?:ca )?nam) \((?=[^()]*(?:\d|thu ))[^()]*\)/gu

/** Work that comes again, whatever share it reaches: "sinh hoạt thôn hằng tháng, cấp phát đến 100% hộ". */
const RHYTHM =
  /(?<!\p{L})(?:hang|moi) (?:ngay|tuan|thang|quy)(?!\p{L})|\d \p{L}[\p{L}, ]*\/ ?(?:ngay|tuan|thang|quy)/u

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
    /^[\s,;]*(?:\([^()]{2,24}\)[\s,;]*)?(?:va|den|-)?\s*$/.test(key.slice(one.end, next.start))
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

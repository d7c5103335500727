/** What one sentence says, as a draft: its title, and how far its words of time go. */
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { clauseOf } from './outline.ts'
import type { Sentence } from './section-sentences.ts'
import { COUNT_LAST, DAY_OF_WEEK, ownWords, type Span, STAGE_FIRST, TIME_FIRST } from './time-words.ts'
import { around, join, keyOf, part, placeOf, type Words } from './words.ts'

export function draftOf(
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
  const before =
    report && /^(?:ngay )?\d/.test(keyOf(own.text)) ? BEFORE_BOTH.exec(key.slice(0, start)) : null
  const [, word = '', noun = ''] = before ?? []
  const ahead = keyOf(own.text).startsWith('ngay') ? word : word + noun
  if (before) return join(part(words, before.index, before.index + ahead.length), own)
  const count = STRETCH.test(keyOf(own.text)) ? COUNT_LAST.exec(key) : null
  if (count)
    return join(part(words, count.index + 1, count.index + 1 + (count[1] ?? '').length), own, ' trong ')
  const bracket = /^(?:hang|moi) (?:tuan|thang)(?: \d{1,2}(?: \p{L}+){1,3})?$/u.test(keyOf(own.text))
    ? BRACKETED_DAY.exec(key)
    : null
  const at = bracket ? bracket.index + bracket[0].indexOf(bracket[1] ?? '') : 0
  return bracket ? join(own, part(words, at, at + (bracket[1] ?? '').length)) : own
}

/** A month or a quarter, or several, and nothing else. */
const STRETCH =
  /^(?:tu |trong )?(?:thang|quy) (?:\d|i)[\divx ,/-]*(?:(?:den|va) (?:het )?(?:thang|quy) [\divx/]+)?$/u

/** "trước ngày 20/6 (6 tháng) và | 20/11 (năm)" */
const BEFORE_BOTH = /(truoc)( ngay)? \d[^;.]*(?:va|,) $/
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

const stageIn = (text: string): RegExpExecArray | null => {
  const found = STAGE_FIRST.exec(text)
  return found && ownWords(text.slice(found[0].length)) > 1 ? found : null
}

/** Without the office, or the time, that it begins with. */
function titleOf(words: Words, subject: Words | null): Words {
  const [time = ''] = TIME_FIRST.exec(words.text) ?? stageIn(words.text) ?? []
  const own = subject && words.text.startsWith(subject.text) ? subject.text.length : time.length
  const asked = subject ? askedOf(words, subject) : null
  if (asked) return asked
  const rest = clean(part(words, own))
  // "… là cơ quan thường trực, tham mưu …": the office's part is no work.
  const named = /^là (?:cơ quan|đơn vị)[^,;:]{0,30},\s*/u.exec(rest.text)?.[0].length ?? 0
  return rest.text.length > 12 ? clean(part(rest, named)) : clean(words)
}

/** "Đề nghị các đoàn thể: mỗi đoàn thể tổ chức 01 buổi": what is asked of it. */
function askedOf({ text, ...words }: Words, subject: Words): Words | null {
  const colon = text.indexOf(': ')
  const asked = /^(?:đề nghị|yêu cầu|giao)\s/iu.test(text) && text.slice(0, colon).endsWith(subject.text)
  return asked ? clean(part({ text, ...words }, colon + 1)) : null
}

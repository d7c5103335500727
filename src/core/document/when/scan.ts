/** From folded text to items, each with the letter of its kind (`lexicon.ts`), so that patterns read the whole phrase. */
import { foldTone } from '../../text.ts'
import type { WallTime, Weekday } from '../../wall-clock.ts'
import { hourAt, weekdaysAt, weekOfMonthAt } from './clock-words.ts'
import { COUNTED_NEXT, longestFirst } from './counted.ts'
import { type Dates, datesAt } from './date-words.ts'
import { LETTERS, PERIODS, UNITS } from './lexicon.ts'
import { digitsAt, type Found, numberWordAt } from './numbers.ts'
import type { Period } from './when.ts'

/**
 * Letters beside those of the lexicon: n number · u what is counted · p period · M length of time · % per cent · d dates ·
 * x days without a month · y weekdays · z week of the month · T hour · Y a period's own month · S a document that is named · w any other word;
 * signs stand for themselves.
 */
export type Item = {
  letter: string
  text: string
  /** As the phrase writes it, capitals included. */
  shown: string
  n?: number
  max?: number
  period?: Period
  /** Minutes of one: 1, 60, 1/60. */
  minutes?: number
  dates?: Dates
  days?: number[]
  weekdays?: Weekday[]
  week?: number
  time?: WallTime
  /** Of Y: "tháng đầu quý sau" lies after the period; `month` reports are each month's. */
  after?: boolean
  reports?: 'quarter' | 'month'
}

type Lexed = Omit<Item, 'text' | 'shown'>
type Lexeme = (text: string, from: number) => { item: Lexed; end: number } | null

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'uy')
const run = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}
const END = '(?![\\p{L}\\d])'

/** A lexeme that a pattern recognises. */
function lexeme(pattern: string, item: (found: RegExpExecArray) => Lexed): Lexeme {
  const compiled = sticky(pattern)
  return (text, from) => {
    const found = run(compiled, text, from)
    return found && { item: item(found), end: compiled.lastIndex }
  }
}

const from =
  <T>(read: (text: string, from: number) => Found<T> | null, item: (value: T) => Lexed): Lexeme =>
  (text, at) => {
    const found = read(text, at)
    return found && { item: item(found.value), end: found.end }
  }

const LEXEMES: Lexeme[] = [
  lexeme(
    '(?:theo )?(?:kế hoạch|nghị quyết|quyết định|công văn|chỉ thị|thông tư|nghị định|văn bản|hướng dẫn|chương trình|kết luận|luật|thông báo)[^,;.:()]{0,40}? số ?:? ?\\d+[^\\s,;()]*(?: ?ngày \\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}| ngày \\d{1,2} tháng \\d{1,2} năm \\d{4})?',
    () => ({ letter: 'S' }),
  ),
  lexeme('không (?:để )?quá (?=(?:ngày )?\\d{1,2} ?[/.]|ngày \\d|tháng \\d|quý )', () => ({ letter: 'l' })),
  lexeme(
    '(?:ngay )?(?:kể từ|tính từ|bắt đầu từ|từ|sau|trước|từ sau) (?:ngày|thời điểm|khi|lúc|thời gian)(?! ?\\d| thứ| mùng| nay| hằng)(?! (?:chủ nhật|cn))(?= \\p{L})',
    () => ({ letter: 'J' }),
  ),
  lexeme('(?:từ|tính từ|kể từ) nay (?:cho )?(?:đến|tới) hết(?: ngày(?! ?\\d))?', () => ({ letter: 'E' })),
  lexeme('(?:từ|tính từ|kể từ) nay (?:cho )?(?:đến|tới)', () => ({ letter: 'E' })),
  lexeme(
    `tháng (cuối cùng|cuối|thứ ba|thứ 3|đầu tiên|đầu)(?: của)?(?: mỗi| hằng| từng| các)? quý( sau| tiếp theo| kế tiếp| liền kề)?${END}`,
    ([, which = '', next]) => ({
      letter: 'Y',
      reports: 'quarter',
      after: next !== undefined || which.startsWith('đầu'),
    }),
  ),
  lexeme(`(?:của )?tháng (?:sau|tiếp theo|liền kề|kế tiếp|kế sau|liền sau)${END}`, () => ({
    letter: 'Y',
    reports: 'month',
    after: true,
  })),
  lexeme(`ngày(?: làm việc)? cuối(?: cùng)?(?: của)?(?= (?:mỗi |hằng |các )?tháng)`, () => ({
    letter: 'x',
    days: [-1],
  })),
  lexeme('ngày làm việc', () => ({ letter: 'W' })),
  lexeme(
    `(?:thời gian|thời hạn|tháng|năm|ngày) (?:thực hiện|tổ chức|triển khai|phát sóng|hành động|thanh niên|cao điểm|an toàn|công nhân|tổng kết|hội|pháp luật|chuyển đổi)${END}`,
    () => ({ letter: 'w' }),
  ),
  lexeme(
    `(?:kể )?cả (?:ngày )?(?:thứ bảy|thứ 7|chủ nhật)(?:(?:,| và|, và) (?:thứ bảy|chủ nhật))?${END}`,
    () => ({ letter: 'w' }),
  ),
  from(weekOfMonthAt, (week) => ({ letter: 'z', week })),
  from(weekdaysAt, (weekdays) => ({ letter: 'y', weekdays })),
  from(hourAt, (time) => ({ letter: 'T', time })),
  from(datesAt, (dates) => ({ letter: 'd', dates })),
  bareDays,
  percentOrNumber,
  lexeme(`(?:các )?(?:ngày )?(?:cuối tuần|ngày nghỉ cuối tuần)${END}`, () => ({
    letter: 'y',
    weekdays: ['SA', 'SU'],
  })),
  lexeme(`(đầu|giữa|cuối)(?: (?:của|mỗi|hằng|các))* tháng${END}`, ([, part]) => ({
    letter: 'z',
    week: part === 'đầu' ? 1 : part === 'cuối' ? -1 : 0,
    period: 'month',
  })),
  lexeme(`nửa năm${END}`, () => ({ letter: 'p', period: 'half' })),
  phrase,
  lexeme(`(?:phút|ph)${END}`, () => ({ letter: 'M', minutes: 1 })),
  lexeme(`giây${END}`, () => ({ letter: 'M', minutes: 1 / 60 })),
  lexeme(`(?:giờ|tiếng|h)(?! hành chính)${END}`, () => ({ letter: 'M', minutes: 60 })),
  lexeme(`(?:các )?(ngày|tuần|tháng|quý|năm)${END}`, ([, name = '']) => ({
    letter: 'p',
    ...(PERIODS[name] && { period: PERIODS[name] }),
  })),
  lexeme(`(?:${longestFirst(UNITS.map(foldTone))})${END}`, () => ({ letter: 'u' })),
  lexeme('\\.{2,}', () => ({ letter: 'w' })),
  lexeme('[/,;.:()%&-]', ([sign = '']) => ({ letter: sign })),
  lexeme('[\\p{L}\\d][^\\s/,;.:()%-]*', () => ({ letter: 'w' })),
]

const DAYS = sticky(
  `(?:vào )?(?:các )?ngày (?:mùng |mồng )?(\\d{1,2})(?![\\d])(?! ?[/.] ?\\d)(?!${COUNTED_NEXT})`,
)
const DAYS_NEXT = sticky(
  ' ?(?:,|và|;|&) ?(?:ngày )?(?:mùng |mồng )?(\\d{1,2})(?![\\d])(?! ?[/.] ?\\d)(?! ?(?:lần|bài|tin|số|buổi|kỳ|phút)(?!\\p{L}))',
)

/** "ngày 15", "các ngày 05 và 20". */
function bareDays(text: string, from: number): ReturnType<Lexeme> {
  const first = run(DAYS, text, from)
  if (!first) return null
  const days = [Number(first[1])]
  let end = DAYS.lastIndex
  for (let next = run(DAYS_NEXT, text, end); next; next = run(DAYS_NEXT, text, end)) {
    days.push(Number(next[1]))
    end = DAYS_NEXT.lastIndex
  }
  return { item: { letter: 'x', days }, end }
}

const UP_TO = sticky(' ?(?:-|đến|tới|hoặc) ?(?=[\\d\\p{L}])')
const COUNTS = sticky(
  ` ?(?:\\(|/|%|(?:${longestFirst([...UNITS.map(foldTone), ...Object.keys(PERIODS), 'phút', 'ph', 'giây', 'giờ', 'tiếng', 'phần trăm', 'lần', 'mỗi', 'trên'])})${END})`,
)

/** "03", "2 - 3", "hai"; a word is a number only where it counts something: not in "một cửa". */
function percentOrNumber(text: string, from: number): ReturnType<Lexeme> {
  const first = digitsAt(text, from) ?? countingWord(text, from)
  if (!first) return null
  const up = run(UP_TO, text, first.end)
  const second = up && (digitsAt(text, UP_TO.lastIndex) ?? countingWord(text, UP_TO.lastIndex))
  if (second && second.value > first.value && run(COUNTS, text, second.end))
    return { item: { letter: 'n', n: first.value, max: second.value }, end: second.end }
  return { item: { letter: 'n', n: first.value }, end: first.end }
}

const ISSUE_OR_SOME = sticky('một số(?= (?:cơ|đơn|xã|nội|lĩnh|địa|hoạt|nhiệm|bộ|ngành|thôn|trường|văn))')
const YEAR_BEFORE = /(?:mỗi|hằng|trong|cả|cuối|đầu|một|hết|từng|suốt|báo cáo) $/u

function countingWord(text: string, from: number): Found<number> | null {
  if (run(ISSUE_OR_SOME, text, from)) return null
  const found = numberWordAt(text, from)
  if (!found) return null
  if (text.startsWith('năm', from) && YEAR_BEFORE.test(text.slice(Math.max(0, from - 8), from))) return null
  return run(COUNTS, text, found.end) ? found : null
}

/** The longest phrase of the lexicon that begins here. */
function phrase(text: string, from: number): ReturnType<Lexeme> {
  let end = from
  let best: ReturnType<Lexeme> = null
  for (let words = 0; words < 6; words++) {
    end = wordEnd(text, end)
    const letter = LETTERS.get(text.slice(from, end))
    if (letter) best = { item: { letter }, end }
    if (text[end] !== ' ') break
    end += 1
  }
  return best
}

function wordEnd(text: string, from: number): number {
  const found = run(WORD, text, from)
  return found ? WORD.lastIndex : from
}
const WORD = sticky('[\\p{L}\\d%&]+,?(?= (?:tết|liên tục))|[\\p{L}\\d%&]+')

/** `shown` is the same text with its capitals. */
export function scan(text: string, shown: string): Item[] {
  const items: Item[] = []
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at += 1
      continue
    }
    const found = firstOf(text, at)
    items.push({ ...found.item, text: text.slice(at, found.end), shown: shown.slice(at, found.end) })
    at = found.end
  }
  return items
}

function firstOf(text: string, at: number): { item: Lexed; end: number } {
  for (const read of LEXEMES) {
    const found = read(text, at)
    if (found && found.end > at) return found
  }
  return { item: { letter: 'w' }, end: at + 1 }
}

/** How items are recognised in folded text, one table from the most particular to any word. */
import { foldTone } from '../../text.ts'
import type { Weekday } from '../../wall-clock.ts'
import { hourAt, weekdaysAt, weeksOfMonthAt } from './clock-words.ts'
import { longestFirst } from './counted.ts'
import { datesAt } from './dates.ts'
import type { Item } from './items.ts'
import { LETTERS, PERIODS, UNITS } from './lexicon.ts'
import { bareDays, percentOrNumber } from './number-items.ts'
import type { Found } from './numbers.ts'
import { run, sticky } from './sticky.ts'

export type Lexed = Omit<Item, 'text' | 'shown'>
export type ReadItem = (text: string, from: number) => { item: Lexed; end: number } | null

/** `starts` are the letters with which it can begin; all, when empty. */
export type Lexeme = { starts: string; read: ReadItem }

const END = '(?![\\p{L}\\d])'
const DIGITS = '0123456789'
const WORKDAYS: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR']
const PLACES =
  'khu|làng|thôn|xóm|bản|buôn|ấp|tổ|xã|phường|trường|chi bộ|chi hội|chi đoàn|đơn vị|cơ sở|điểm|hộ'

function lexeme(starts: string, pattern: string, item: (found: RegExpExecArray) => Lexed): Lexeme {
  const compiled = sticky(pattern)
  const read: ReadItem = (text, from) => {
    const found = run(compiled, text, from)
    return found && { item: item(found), end: compiled.lastIndex }
  }
  return { starts, read }
}

const reader = <T>(
  starts: string,
  find: (text: string, from: number) => Found<T> | null,
  item: (value: T) => Lexed,
): Lexeme => ({
  starts,
  read: (text, at) => {
    const found = find(text, at)
    return found && { item: item(found.value), end: found.end }
  },
})

/** In this order: what a later one would take apart comes first. */
export const LEXEMES: Lexeme[] = [
  lexeme(
    'tknqcvhlt',
    '(?:theo )?(?:kế hoạch|nghị quyết|quyết định|công văn|chỉ thị|thông tư|nghị định|văn bản|hướng dẫn|chương trình|kết luận|luật|thông báo)[^,;.:()]{0,40}? số ?:? ?\\d+[^\\s,;()]*(?: ?ngày \\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}| ngày \\d{1,2} tháng \\d{1,2} năm \\d{4})?',
    () => ({ letter: 'S' }),
  ),
  lexeme(
    'nt',
    '(?:nếu|trường hợp|trong trường hợp) (?:trùng|rơi) (?:vào |với )?(?:các )?(?:ngày|thứ|dịp|lịch|chủ nhật)[^;)]*',
    () => ({ letter: 'w' }),
  ),
  lexeme('k', 'không (?:để )?quá (?=(?:ngày )?\\d{1,2} ?[/.]|ngày \\d|tháng \\d|quý )', () => ({
    letter: 'l',
  })),
  lexeme(
    'nktbs',
    '(?:ngay )?(?:kể từ|tính từ|bắt đầu từ|từ|sau|trước|từ sau) (?:ngày|thời điểm|khi|lúc|thời gian)(?! ?\\d| thứ| mùng| nay| hằng)(?! (?:chủ nhật|cn))(?= \\p{L})',
    () => ({ letter: 'J' }),
  ),
  lexeme('tk', '(?:từ|tính từ|kể từ) nay (?:cho )?(?:đến|tới) hết(?: ngày(?! ?\\d))?', () => ({
    letter: 'E',
  })),
  lexeme('tk', '(?:từ|tính từ|kể từ) nay (?:cho )?(?:đến|tới)', () => ({ letter: 'E' })),
  lexeme(
    't',
    `tháng (cuối cùng|cuối|thứ ba|thứ 3|thứ hai|giữa|đầu tiên|đầu)(?: của)?(?: mỗi| hằng| từng| các)? quý( sau| tiếp theo| kế tiếp| liền kề)?${END}`,
    ([, which = '', next]) => ({
      letter: 'Y',
      reports: 'quarter',
      after: next !== undefined || which.startsWith('đầu'),
      ofQuarter: which.startsWith('đầu') ? 1 : which === 'giữa' || which === 'thứ hai' ? 2 : 3,
    }),
  ),
  lexeme('ct', `(?:của )?tháng (?:sau|tiếp theo|liền kề|kế tiếp|kế sau|liền sau)${END}`, () => ({
    letter: 'Y',
    reports: 'month',
    after: true,
  })),
  lexeme('n', `ngày(?: làm việc)? cuối(?: cùng)?(?: của)?(?= (?:mỗi |hằng |các )?tháng)`, () => ({
    letter: 'x',
    days: [-1],
  })),
  lexeme('t', `thời lượng${END}`, () => ({ letter: 'w' })),
  lexeme('tcm', `(?:tất cả )?(?:các|mọi) ngày làm việc(?: trong tuần)?${END}(?! (?:đầu|cuối))`, () => ({
    letter: 'y',
    weekdays: WORKDAYS,
  })),
  // "tại 15/15 khu dân cư"
  lexeme(DIGITS, `(\\d{1,3})/\\1(?= (?:${PLACES})${END})`, () => ({ letter: 'w' })),
  // "(03/02/1930 - 03/02/2026)", "kỷ niệm 96 năm", "96 năm Ngày thành lập": the day that is remembered
  lexeme(
    DIGITS,
    '0?(\\d{1,2})([/.-])0?(\\d{1,2})\\2(?:1\\d|20(?=[01]))\\d\\d ?(?:-|đến) ?(?=(?:ngày )?0?\\1\\2 ?0?\\3(?!\\d))',
    () => ({ letter: 'w' }),
  ),
  lexeme(DIGITS, '\\d{1,4} năm(?:(?<=kỷ niệm (?:lần thứ )?\\d+ năm)|(?= ngày \\p{L}))', () => ({
    letter: 'w',
  })),
  lexeme('c', `cách mạng tháng (?:tám|mười)${END}`, () => ({ letter: 'w' })),
  // "02 tin/ngày làm việc"
  lexeme('n', '(?<=/ ?)ngày(?= làm việc)', () => ({ letter: 'p', period: 'day' })),
  lexeme('l', '(?<=/ ?ngày )làm việc', () => ({ letter: 'y', weekdays: WORKDAYS })),
  lexeme('n', 'ngày làm việc', () => ({ letter: 'W' })),
  lexeme('tcs', '(?:trong )?(?:cả|suốt cả|suốt|trọn) (?=năm \\d{4})', () => ({ letter: 'A' })),
  lexeme(
    'đc',
    `(đầu tiên|cuối cùng)(?: của| trong)*(?: mỗi| hằng| từng)? tháng${END}(?! \\d)`,
    ([, order = '']) => ({
      letter: 'z',
      weeks: [order.startsWith('đầu') ? 1 : -1],
      period: 'month',
    }),
  ),
  lexeme('cl', `(?:chẵn|lẻ)${END}`, () => ({ letter: 'V' })),
  lexeme('nvmđ', `(?:nhiều|vài|một vài|đôi) (?:lần|đợt|buổi|kỳ|tin|bài|số|lượt)${END}`, () => ({
    letter: 'V',
  })),
  lexeme('đgc', '(?:đầu|giữa|cuối) (?:quý|kỳ)(?! ?(?:i|\\d|một|hai|ba|tư|bốn))', () => ({
    letter: 'z',
    weeks: [],
    period: 'month',
  })),
  lexeme(
    '2',
    `(?:24/24(?: ?h| ?giờ)?|(?<=(?:trực|liên tục|vận hành|hoạt động|phục vụ|tiếp nhận|xử lý|giám sát)(?!\\p{L})[^;.]{0,40} )24/7)${END}`,
    () => ({ letter: 'C' }),
  ),
  lexeme('t', `trước(?: và|,)*(?: trong)?(?: và|,)* sau${END}`, () => ({ letter: 'A', around: true })),
  lexeme(
    'đlkbg',
    `(?:đợt|lần|kỳ|buổi|giai đoạn|lớp|bước) (?:thứ )?(?:\\d{1,2}|i{1,3}|nhất|hai|ba|tư)(?= ?[:(]| (?:từ|trong|vào|trước|tháng|quý|ngày)(?!\\p{L}))`,
    () => ({ letter: '#' }),
  ),
  lexeme('đgc', '(?:đầu|giữa|cuối)(?= (?:(?:của|mỗi|hằng|từng) )+(?:quý|năm|tuần|ngày|kỳ))', () => ({
    letter: 'z',
    weeks: [],
    period: 'month',
  })),
  lexeme(
    'tn',
    `(?<!(?:mỗi|hằng|từng) )(?:thời gian|thời hạn|tháng|năm|ngày) (?:thực hiện|tổ chức|triển khai|phát sóng|hành động|thanh niên|cao điểm|an toàn|công nhân|tổng kết|hội|pháp luật|chuyển đổi)${END}`,
    () => ({ letter: 'w' }),
  ),
  lexeme(
    'kc',
    `(?:kể )?cả (?:ngày )?(?:thứ bảy|thứ 7|chủ nhật)(?:(?:,| và|, và) (?:thứ bảy|chủ nhật))?${END}`,
    () => ({ letter: 'w' }),
  ),
  reader('tvc', weeksOfMonthAt, (weeks) => ({ letter: 'z', weeks })),
  reader('tcvn', weekdaysAt, (weekdays) => ({ letter: 'y', weekdays })),
  reader(DIGITS, hourAt, (time) => ({ letter: 'T', time })),
  reader(`${DIGITS}ncqtđgmvbhsk`, datesAt, (dates) => ({ letter: 'd', dates })),
  { starts: 'nvcm', read: bareDays },
  { starts: `${DIGITS}mhbnstcklđ`, read: percentOrNumber },
  lexeme('cn', `(?:các )?(?:ngày )?(?:cuối tuần|ngày nghỉ cuối tuần)${END}`, () => ({
    letter: 'y',
    weekdays: ['SA', 'SU'],
  })),
  lexeme('đgc', `(đầu|giữa|cuối)(?: (?:của|mỗi|hằng|các))* tháng${END}`, ([, part]) => ({
    letter: 'z',
    weeks: part === 'đầu' ? [1] : part === 'cuối' ? [-1] : [],
    period: 'month',
  })),
  lexeme('n', `nửa năm${END}`, () => ({ letter: 'p', period: 'half' })),
  { starts: '', read: phrase },
  lexeme('p', `(?:phút|ph)${END}`, () => ({ letter: 'M', minutes: 1 })),
  lexeme('g', `giây${END}`, () => ({ letter: 'M', minutes: 1 / 60 })),
  lexeme('gth', `(?:giờ|tiếng|h)(?! hành chính)${END}`, () => ({ letter: 'M', minutes: 60 })),
  lexeme('cntq', `(?:các )?(ngày|tuần|tháng|quý|năm)${END}`, ([, name = '']) => ({
    letter: 'p',
    ...(PERIODS[name] && { period: PERIODS[name] }),
  })),
  // "mỗi kỳ phát lại 2 lần": each is aired again.
  lexeme('', `(?:${longestFirst(UNITS.map(foldTone))})${END}(?<! phát(?= lại))`, () => ({ letter: 'u' })),
  lexeme('.', '\\.{2,}', () => ({ letter: 'w' })),
  lexeme('/,;.:()%&-', '[/,;.:()%&-]', ([sign = '']) => ({ letter: sign })),
  lexeme('', '[\\p{L}\\d][^\\s/,;.:()%-]*', () => ({ letter: 'w' })),
]

/** The longest phrase of the lexicon that begins here. */
function phrase(text: string, from: number): ReturnType<ReadItem> {
  let end = from
  let best: ReturnType<ReadItem> = null
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

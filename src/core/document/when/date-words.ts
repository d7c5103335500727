/** Dates as offices write them: "ngày 09 tháng 11 năm 2026", "từ 16 - 2", "quý III, IV/2026", "trung tuần tháng 11". */
import { day, months, quarter, type Stretch, years } from './calendar.ts'
import { COUNTED_NEXT } from './counted.ts'
import { type Found, smallNumber } from './numbers.ts'

/** Dates of one grain beside each other. */
export type Dates = {
  stretches: Stretch[]
  /** "và" and commas list them, "đến" and dashes span them, "hoặc" leaves the choice. */
  join: 'list' | 'span' | 'choice'
}

const MONTH_NAME =
  '(?:1[0-2]|0?[1-9]|[1-9]\\d|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp)'
const ROMAN = '(?:iv|i{1,3}|0?[1-4]|một|hai|ba|tư|bốn)'
const YEAR = '(?:(?: ?[/.,-])?(?: của)?(?: năm)? ?((?:19|20)\\d\\d)(?![\\d/]))'
const END = '(?![\\p{L}\\d])'
const JOIN = ' ?(,|;|và|&|-|đến|tới|cho đến|hoặc|hay|và đến) ?'
const DAY_OF = '(?:(?:vào )?(?:các )?ngày )?(?:mùng |mồng )?'

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'uy')

const run = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

const yearOf = (text: string | undefined): number | null => (text ? Number(text) : null)

const joinOf = (words: string[]): Dates['join'] => {
  if (words.some((word) => ['hoặc', 'hay'].includes(word))) return 'choice'
  return words.some((word) => ['-', 'đến', 'tới', 'cho đến'].includes(word)) ? 'span' : 'list'
}

/** Items of a list after its first one, as long as `next` finds another: `, IV`, `và tháng 10`. */
function listFrom(
  text: string,
  from: number,
  next: RegExp,
): { items: string[]; joins: string[]; end: number } {
  const items: string[] = []
  const joins: string[] = []
  let end = from
  for (let found = run(next, text, end); found; found = run(next, text, end)) {
    joins.push(found[1] as string)
    items.push(found[2] as string)
    end = next.lastIndex
  }
  return { items, joins, end }
}

/** The year after the last of a list holds for all of it. */
function withYear(text: string, end: number): { year: number | null; end: number } {
  const found = run(YEAR_AFTER, text, end)
  return found ? { year: yearOf(found[1]), end: YEAR_AFTER.lastIndex } : { year: null, end }
}
const YEAR_AFTER = sticky(YEAR)

type Reader = (text: string, from: number) => Found<Dates> | null

const one = (stretch: Stretch, end: number): Found<Dates> => ({
  value: { stretches: [stretch], join: 'list' },
  end,
})

const FULL_DAY = sticky(`${DAY_OF}(\\d{1,2}) ?([/.-]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})(?!\\d)`)
const fullDay: Reader = (text, from) => {
  const found = run(FULL_DAY, text, from)
  if (!found) return null
  const [, date, , month, year = ''] = found
  return one(day(Number(month), Number(date), Number(year.padStart(4, '20'))), FULL_DAY.lastIndex)
}

const DAY_LIST = sticky(`${DAY_OF}(\\d{1,2}) ?(?=[,;&-]|và|đến|tới|hoặc)`)
const DAY_NEXT = sticky(`${JOIN}(?:ngày )?(\\d{1,2})(?![\\d])(?!${'(?: ?[.:h])'}\\d)`)
const MONTH_OF_LIST = sticky(` ?(?:/ ?(\\d{1,2})(?![\\d])|(?:của )?tháng (${MONTH_NAME})${END})(?:${YEAR})?`)
const dayList: Reader = (text, from) => {
  const first = run(DAY_LIST, text, from)
  if (!first) return null
  const { items, joins, end } = listFrom(text, from + first[0].trimEnd().length, DAY_NEXT)
  const found = items.length ? run(MONTH_OF_LIST, text, end) : null
  if (!found || isCounted(text, MONTH_OF_LIST.lastIndex)) return null
  const month = smallNumber(found[1] ?? found[2] ?? '')
  const stretches = [first[1] as string, ...items].map((date) => day(month, Number(date), yearOf(found[3])))
  return { value: { stretches, join: joinOf(joins) }, end: MONTH_OF_LIST.lastIndex }
}

const LONG_DAY = sticky(`${DAY_OF}(\\d{1,2})(?: ?,)? (?:của )?tháng (${MONTH_NAME})${END}${YEAR}?`)
const longDay: Reader = (text, from) => {
  const found = run(LONG_DAY, text, from)
  if (!found || isCounted(text, LONG_DAY.lastIndex)) return null
  return one(day(smallNumber(found[2] as string), Number(found[1]), yearOf(found[3])), LONG_DAY.lastIndex)
}

const SHORT_DAY = sticky(`${DAY_OF}(\\d{1,2}) ?/ ?(\\d{1,2})(?![\\d])(?! ?/ ?\\d)${YEAR}?`)
const shortDay: Reader = (text, from) => {
  const found = run(SHORT_DAY, text, from)
  if (!found || isCounted(text, SHORT_DAY.lastIndex)) return null
  return one(day(Number(found[2]), Number(found[1]), yearOf(found[3])), SHORT_DAY.lastIndex)
}

/** "16 - 2", "16.2": only where a day is expected, for the same signs stand between two numbers. */
const DASHED_DAY = sticky(`(\\d{1,2}) ?[-.] ?(0?[1-9]|1[0-2])(?![\\d])${YEAR}?`)
const EXPECTS_DAY = /(?:từ|đến|tới|ngày|trước|sau|nhất) $/u
const dashedDay: Reader = (text, from) => {
  if (!EXPECTS_DAY.test(text.slice(Math.max(0, from - 8), from))) return null
  const found = run(DASHED_DAY, text, from)
  if (!found || isCounted(text, DASHED_DAY.lastIndex)) return null
  return one(day(Number(found[2]), Number(found[1]), yearOf(found[3])), DASHED_DAY.lastIndex)
}
const NAMED_DASHED = sticky(
  `ngày (\\d{1,2}) ?[-.] ?(0?[1-9]|1[0-2])(?![\\d/])(?!.{0,4}(?:hằng|mỗi|của) )${YEAR}?`,
)
const namedDashedDay: Reader = (text, from) => {
  const found = run(NAMED_DASHED, text, from)
  if (!found || isCounted(text, NAMED_DASHED.lastIndex)) return null
  return one(day(Number(found[2]), Number(found[1]), yearOf(found[3])), NAMED_DASHED.lastIndex)
}

const QUARTER = sticky(`(?:các )?(?:quý|q) ?(?:thứ )?(${ROMAN})${END}`)
const QUARTER_NEXT = sticky(
  ` ?(,|;|và|&|-|đến|tới|hoặc|hay|/|\\+) ?(?:quý )?(${ROMAN})${END}(?! ?(?:lần|kỳ|số|bài|tin)(?!\\p{L}))`,
)
const quarters: Reader = (text, from) => {
  const found = run(QUARTER, text, from)
  if (!found || isCounted(text, QUARTER.lastIndex)) return null
  const list = listFrom(text, QUARTER.lastIndex, QUARTER_NEXT)
  const { year, end } = withYear(text, list.end)
  const stretches = [found[1] as string, ...list.items].map((name) => quarter(quarterNumber(name), year))
  return { value: { stretches, join: joinOf(list.joins) }, end }
}

const quarterNumber = (name: string): number => ({ i: 1, ii: 2, iii: 3, iv: 4 })[name] ?? smallNumber(name)

const MONTH = sticky(`(?:các )?(?:tháng|t) ?(${MONTH_NAME})${END}(?! ?[.-] ?\\d{1,2} ?[.-])`)
const MONTH_NEXT = sticky(
  `${JOIN}(?:tháng )?(${MONTH_NAME})${END}(?! ?[/.] ?\\d{1,2}(?!\\d))(?!${COUNTED_NEXT})`,
)
const monthList: Reader = (text, from) => {
  const found = run(MONTH, text, from)
  if (!found || isCounted(text, MONTH.lastIndex)) return null
  const list = listFrom(text, MONTH.lastIndex, MONTH_NEXT)
  const { year, end } = withYear(text, list.end)
  const stretches = [found[1] as string, ...list.items].map((name) => monthStretch(monthNumber(name), year))
  return { value: { stretches, join: joinOf(list.joins) }, end }
}

const monthNumber = (name: string): number =>
  ({ giêng: 1, chạp: 12, 'mười một': 11, 'mười hai': 12, mười: 10 })[name] ?? smallNumber(name)

const monthStretch = (month: number, year: number | null): Stretch => months('month', month, month, year)

const BARE_MONTH = sticky(`(\\d{1,2}) ?/ ?((?:19|20)\\d\\d)(?!\\d)`)
const bareMonth: Reader = (text, from) => {
  const found = run(BARE_MONTH, text, from)
  return found && one(monthStretch(Number(found[1]), Number(found[2])), BARE_MONTH.lastIndex)
}

const SOME_MONTHS = sticky(
  `(?:(\\d{1,2}|ba|sáu|chín|bốn|hai|tám|mười) tháng|(nửa)) (?:(đầu|cuối|sau)(?: của)? )?năm(?: nay)?${END}${YEAR}?`,
)
const someMonths: Reader = (text, from) => {
  const found = run(SOME_MONTHS, text, from)
  if (!found || (found[2] && !found[3])) return null
  const count = found[2] ? 6 : smallNumber(found[1] as string)
  if (count < 1 || count > 12) return null
  const late = found[3] !== undefined && found[3] !== 'đầu'
  const grain = count === 6 ? 'half' : 'part'
  const stretch = late
    ? months(grain, 13 - count, 12, yearOf(found[4]))
    : months(grain, 1, count, yearOf(found[4]))
  return one(stretch, SOME_MONTHS.lastIndex)
}

const TEN_DAYS: Record<string, [number, number]> = {
  đầu: [1, 10],
  'thượng tuần': [1, 10],
  giữa: [11, 20],
  'trung tuần': [11, 20],
  cuối: [21, 0],
  'hạ tuần': [21, 0],
  'nửa đầu': [1, 15],
  'nửa cuối': [16, 0],
  'nửa sau': [16, 0],
  'tuần đầu': [1, 7],
  'tuần đầu tiên': [1, 7],
  'tuần thứ nhất': [1, 7],
  'tuần thứ hai': [8, 14],
  'tuần thứ ba': [15, 21],
  'tuần thứ tư': [22, 28],
  'tuần cuối': [-7, 0],
  'tuần cuối cùng': [-7, 0],
  'tuần 1': [1, 7],
  'tuần 2': [8, 14],
  'tuần 3': [15, 21],
  'tuần 4': [22, 28],
}
const PART_NAME = Object.keys(TEN_DAYS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const PART_OF_MONTH = sticky(`(${PART_NAME}|tuần thứ [1-4]) (?:của )?tháng (${MONTH_NAME})${END}${YEAR}?`)
const partOfMonth: Reader = (text, from) => {
  const found = run(PART_OF_MONTH, text, from)
  if (!found || isCounted(text, PART_OF_MONTH.lastIndex)) return null
  const part = TEN_DAYS[(found[1] as string).replace(/thứ (?=\d)/, '')]
  if (!part) return null
  const month = monthNumber(found[2] as string)
  const year = yearOf(found[3])
  return one(
    { grain: 'part', year, first: [month, startDay(part[0], month)], last: [month, part[1]], about: true },
    PART_OF_MONTH.lastIndex,
  )
}

/** The last seven days begin on the 22nd to the 25th; February's on the 22nd. */
const startDay = (date: number, month: number): number => {
  if (date > 0) return date
  if (month === 2) return 22
  return [4, 6, 9, 11].includes(month) ? 24 : 25
}

const PART_OF_LONGER = sticky(
  `(đầu|giữa|cuối) (?:(?:của )?quý (${ROMAN})|(?:của )?năm(?! (?:học|tài)))${END}${YEAR}?`,
)
const partOfLonger: Reader = (text, from) => {
  const found = run(PART_OF_LONGER, text, from)
  if (!found) return null
  const number = found[2] ? quarterNumber(found[2]) : null
  const begin = number === null ? 1 : number * 3 - 2
  const third = number === null ? 3 : 1
  const at = { đầu: 0, giữa: number === null ? 4 : 1, cuối: number === null ? 9 : 2 }[found[1] as string] ?? 0
  const stretch = months('part', begin + at, begin + at + third - 1, yearOf(found[3]))
  return one({ ...stretch, about: true }, PART_OF_LONGER.lastIndex)
}

const YEARS = sticky(
  `(?:(?:giai đoạn|các năm|những năm|năm) )?((?:19|20)\\d\\d)(?: ?(?:-|đến|tới|và|,)(?: hết)? ?(?:năm )?((?:19|20)\\d\\d))?(?!\\d)(?! ?[/.] ?\\d)`,
)
const yearRange: Reader = (text, from) => {
  const found = run(YEARS, text, from)
  if (!found) return null
  const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])]
  return first > last ? null : one(years(first, last), YEARS.lastIndex)
}

const COUNTED = sticky(COUNTED_NEXT)
/** "tháng 2 bài", "01/2 tuần": what looks like a date counts something. */
const isCounted = (text: string, end: number): boolean => {
  COUNTED.lastIndex = end
  return COUNTED.test(text)
}

const READERS: Reader[] = [
  fullDay,
  dayList,
  longDay,
  bareMonth,
  shortDay,
  namedDashedDay,
  dashedDay,
  someMonths,
  partOfMonth,
  partOfLonger,
  quarters,
  monthList,
  yearRange,
]

/** The dates that begin at a place of folded text, or null. */
export function datesAt(text: string, from: number): Found<Dates> | null {
  for (const read of READERS) {
    const found = read(text, from)
    if (found) return found
  }
  return null
}

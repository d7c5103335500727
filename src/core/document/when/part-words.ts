/** Parts of months, quarters and years: "6 tháng đầu năm", "trung tuần tháng 11", "cuối quý II". */
import { months } from './calendar.ts'
import {
  END,
  MONTH_NAME,
  monthNumber,
  one,
  quarterNumber,
  type Reader,
  ROMAN,
  uncounted,
  YEAR,
  yearOf,
} from './date-parts.ts'
import { smallNumber } from './numbers.ts'
import { run, sticky } from './sticky.ts'

const SOME_MONTHS = sticky(
  `(?:(\\d{1,2}|ba|sáu|chín|bốn|hai|tám|mười) tháng|(nửa)) (?:(đầu|cuối|sau)(?: của)? )?năm(?: nay)?${END}${YEAR}?`,
)
export const someMonths: Reader = (text, from) => {
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
const PART_OF_MONTH = sticky(
  `(?:vào )?(${PART_NAME}|tuần (?:lễ )?(?:thứ )?(?:[1-4]|nhất|hai|ba|tư|đầu tiên|đầu|cuối cùng|cuối)) (?:của )?tháng (${MONTH_NAME})${END}${YEAR}?`,
)
export const partOfMonth: Reader = (text, from) => {
  const found = uncounted(PART_OF_MONTH, text, from)
  if (!found) return null
  const part = TEN_DAYS[(found[1] as string).replace('lễ ', '').replace(/thứ (?=\d)/, '')]
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
export const partOfLonger: Reader = (text, from) => {
  const found = run(PART_OF_LONGER, text, from)
  if (!found) return null
  const number = found[2] ? quarterNumber(found[2]) : null
  const begin = number === null ? 1 : number * 3 - 2
  const third = number === null ? 3 : 1
  const at = { đầu: 0, giữa: number === null ? 4 : 1, cuối: number === null ? 9 : 2 }[found[1] as string] ?? 0
  const stretch = months('part', begin + at, begin + at + third - 1, yearOf(found[3]))
  return one({ ...stretch, about: true }, PART_OF_LONGER.lastIndex)
}

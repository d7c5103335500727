/** Days: "ngày 09 tháng 11 năm 2026", "24, 25 và 26/8", "từ 16 - 2". */
import { day } from './calendar.ts'
import {
  DAY_OF,
  END,
  JOIN,
  joinOf,
  listFrom,
  MONTH_NAME,
  one,
  type Reader,
  uncounted,
  YEAR,
  yearOf,
} from './date-parts.ts'
import { smallNumber } from './numbers.ts'
import { run, sticky } from './sticky.ts'

const FULL_DAY = sticky(`${DAY_OF}(\\d{1,2}) ?([/.-]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})(?!\\d)`)
export const fullDay: Reader = (text, from) => {
  const found = run(FULL_DAY, text, from)
  if (!found) return null
  const [, date, , month, year = ''] = found
  return one(day(Number(month), Number(date), Number(year.padStart(4, '20'))), FULL_DAY.lastIndex)
}

const DAY_LIST = sticky(`${DAY_OF}(\\d{1,2}) ?(?=[,;&-]|và|đến|tới|hoặc)`)
const DAY_NEXT = sticky(`${JOIN}(?:ngày )?(\\d{1,2})(?![\\d])(?!${'(?: ?[.:h])'}\\d)`)
const MONTH_OF_LIST = sticky(` ?(?:/ ?(\\d{1,2})(?![\\d])|(?:của )?tháng (${MONTH_NAME})${END})(?:${YEAR})?`)
export const dayList: Reader = (text, from) => {
  const first = run(DAY_LIST, text, from)
  if (!first) return null
  const { items, joins, end } = listFrom(text, from + first[0].trimEnd().length, DAY_NEXT)
  const found = items.length ? uncounted(MONTH_OF_LIST, text, end) : null
  if (!found) return null
  const month = smallNumber(found[1] ?? found[2] ?? '')
  const stretches = [first[1] as string, ...items].map((date) => day(month, Number(date), yearOf(found[3])))
  return { value: { stretches, join: joinOf(joins) }, end: MONTH_OF_LIST.lastIndex }
}

const DAY_OF_MONTHS = sticky(
  `(?:vào )?ngày (\\d{1,2}) (?:của )?(?:các )?tháng (\\d{1,2}(?: ?(?:,|và) ?(?:tháng )?\\d{1,2})+)(?![\\d/])${YEAR}?`,
)
/** "ngày 20 các tháng 3, 6, 9, 12" */
export const dayOfMonths: Reader = (text, from) => {
  const found = uncounted(DAY_OF_MONTHS, text, from)
  if (!found) return null
  const stretches = (found[2]?.match(/\d+/g) ?? []).map((month) =>
    day(Number(month), Number(found[1]), yearOf(found[3])),
  )
  return { value: { stretches, join: 'list' }, end: DAY_OF_MONTHS.lastIndex }
}

const LONG_DAY = sticky(`${DAY_OF}(\\d{1,2})(?: ?,)? (?:của )?tháng (${MONTH_NAME})${END}${YEAR}?`)
export const longDay: Reader = (text, from) => {
  const found = uncounted(LONG_DAY, text, from)
  if (!found) return null
  return one(day(smallNumber(found[2] as string), Number(found[1]), yearOf(found[3])), LONG_DAY.lastIndex)
}

const SHORT_DAY = sticky(`${DAY_OF}(\\d{1,2}) ?/ ?(\\d{1,2})(?![\\d])(?! ?/ ?\\d)${YEAR}?`)
export const shortDay: Reader = (text, from) => {
  const found = uncounted(SHORT_DAY, text, from)
  if (!found) return null
  return one(day(Number(found[2]), Number(found[1]), yearOf(found[3])), SHORT_DAY.lastIndex)
}

/** "16 - 2", "16.2": only where a day is expected, for the same signs stand between two numbers. */
const DASHED_DAY = sticky(`(\\d{1,2}) ?[-.] ?(0?[1-9]|1[0-2])(?![\\d])${YEAR}?`)
const EXPECTS_DAY = /(?:từ|đến|tới|ngày|trước|sau|nhất) $/u
export const dashedDay: Reader = (text, from) => {
  if (!EXPECTS_DAY.test(text.slice(Math.max(0, from - 8), from))) return null
  const found = uncounted(DASHED_DAY, text, from)
  if (!found) return null
  return one(day(Number(found[2]), Number(found[1]), yearOf(found[3])), DASHED_DAY.lastIndex)
}
const NAMED_DASHED = sticky(
  `ngày (\\d{1,2}) ?[-.] ?(0?[1-9]|1[0-2])(?![\\d/])(?!.{0,4}(?:hằng|mỗi|của) )${YEAR}?`,
)
export const namedDashedDay: Reader = (text, from) => {
  const found = uncounted(NAMED_DASHED, text, from)
  if (!found) return null
  return one(day(Number(found[2]), Number(found[1]), yearOf(found[3])), NAMED_DASHED.lastIndex)
}

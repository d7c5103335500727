/** Whole months, quarters and years: "quý III, IV/2026", "tháng 4, 7 và 10", "2026 - 2030". */
import { months, quarter, type Stretch, years } from './calendar.ts'
import { COUNTED_NEXT } from './counted.ts'
import {
  END,
  JOIN,
  joinOf,
  listFrom,
  MONTH_NAME,
  monthNumber,
  one,
  quarterNumber,
  type Reader,
  ROMAN,
  spansListed,
  uncounted,
  withYear,
} from './date-parts.ts'
import { smallNumber } from './numbers.ts'
import { run, sticky } from './sticky.ts'

const QUARTER = sticky(`(?:các )?(?:quý|q) ?(?:thứ )?(${ROMAN})${END}`)
const QUARTER_NEXT = sticky(
  ` ?(,|;|và|&|-|đến|tới|hoặc|hay|/|\\+) ?(?:quý )?(${ROMAN})${END}(?! ?(?:lần|kỳ|số|bài|tin)(?!\\p{L}))`,
)
export const quarters: Reader = (text, from) => {
  const found = uncounted(QUARTER, text, from)
  if (!found) return null
  const list = listFrom(text, QUARTER.lastIndex, QUARTER_NEXT)
  const { year, end } = withYear(text, list.end)
  const stretches = [found[1] as string, ...list.items].map((name) => quarter(quarterNumber(name), year))
  return { value: { stretches, join: joinOf(list.joins) }, end }
}

// "mỗi tháng 01 thôn" counts villages.
const MONTH = sticky(`(?:các )?(?<!mỗi )(?:tháng|t) ?(${MONTH_NAME})${END}(?! ?[.-] ?\\d{1,2} ?[.-] ?\\d{4})`)
const MONTH_NEXT = sticky(
  `${JOIN}(?:tháng )?(${MONTH_NAME})${END}(?! ?[/.] ?\\d{1,2}(?!\\d))(?!${COUNTED_NEXT})`,
)
export const monthList: Reader = (text, from) => {
  const found = uncounted(MONTH, text, from)
  if (!found) return null
  const list = listFrom(text, MONTH.lastIndex, MONTH_NEXT)
  const { year, end } = withYear(text, list.end)
  const numbers = [found[1] as string, ...list.items].map(monthNumber)
  const listed = spansListed(numbers, list.joins)
  const stretches = (listed ?? numbers).map((number) => monthStretch(number, year))
  return { value: { stretches, join: listed ? 'list' : joinOf(list.joins) }, end }
}

/** "2 tháng 3 và 4", "ba tháng 6, 7, 8": as many as are listed. */
const HOW_MANY = sticky(`(\\d{1,2}|hai|ba|bốn|năm|sáu) (?=tháng )`)
export const countedMonths: Reader = (text, from) => {
  const found = run(HOW_MANY, text, from)
  const listed = found && monthList(text, HOW_MANY.lastIndex)
  const many = listed ? listed.value.stretches.length : 0
  return many > 1 && many === smallNumber(found?.[1] as string) ? listed : null
}

/** "đến hết năm": to the end of the plan's own. */
const YEAR_END = sticky(`(?<=(?:hết|(?:đến|tới) cuối) )năm(?: nay)?(?= ?[,;.:()]|$)`)
export const yearEnd: Reader = (text, from) =>
  run(YEAR_END, text, from) && one(monthStretch(12, null), YEAR_END.lastIndex)

const EVERY_OTHER = sticky(`(?:các )?tháng (chẵn|lẻ)${END}`)
export const everyOtherMonth: Reader = (text, from) => {
  const found = run(EVERY_OTHER, text, from)
  if (!found) return null
  const first = found[1] === 'chẵn' ? 2 : 1
  const stretches = Array.from({ length: 6 }, (_, i) => monthStretch(first + 2 * i, null))
  return { value: { stretches, join: 'list' }, end: EVERY_OTHER.lastIndex }
}

const monthStretch = (month: number, year: number | null): Stretch => months('month', month, month, year)

const BARE_MONTH = sticky(`(\\d{1,2}) ?/ ?((?:19|20)\\d\\d)(?!\\d)`)
export const bareMonth: Reader = (text, from) => {
  const found = run(BARE_MONTH, text, from)
  return found && one(monthStretch(Number(found[1]), Number(found[2])), BARE_MONTH.lastIndex)
}
const YEARS = sticky(
  `(?:(?:giai đoạn|các năm|những năm|năm) )?((?:19|20)\\d\\d)(?: ?(?:-|đến|tới|và|,)(?: hết)? ?(?:năm )?((?:19|20)\\d\\d))?(?!\\d)(?! ?[/.] ?\\d)`,
)
export const yearRange: Reader = (text, from) => {
  const found = run(YEARS, text, from)
  if (!found) return null
  const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])]
  return first > last ? null : one(years(first, last), YEARS.lastIndex)
}

/**
 * Days, hours and lengths as Vietnamese systems write them: `04/08/2025`, `5h30 chiều`, `05:30:00 SA`, `15 phút`, and
 * the serial numbers behind a spreadsheet's dates. What cannot be read is null, never guessed.
 */
import { foldAll, foldTone } from '../text.ts'
import {
  addDays,
  dateOfDayNumber,
  formatInstant,
  isLocalDate,
  isWallTime,
  type LocalDate,
  type WallTime,
} from '../wall-clock.ts'
import { HALF, hourOfHalf, saysHalf } from './half-day.ts'

/** A cell of a table: text, or a number that may stand for a date. */
export type Cell = string | number | null

/** `next`: the hour, 24:00 or 12 giờ đêm, lies on the day after the one that stands beside it. */
export type Moment = { date: LocalDate | null; time: WallTime | null; next?: true }

/** Which of two numbers of a day comes first; a column decides it, not a cell (`date-order.ts`). */
export type DateOrder = 'day-month' | 'month-day'

/** Serial day 25569 is 1 January 1970. */
const EPOCH = 25_569
/** 1970 to the end of 2100, exclusive: other numbers are no dates. */
const SERIALS = { from: EPOCH, to: 73_416 }
const DAY_MINUTES = 1440

const two = (value: string | number): string => String(value).padStart(2, '0')

/** What a cell says about when: a day, an hour, or both. Both null when it says neither. */
export function momentOf(cell: Cell, order: DateOrder = 'day-month'): Moment {
  if (cell === null) return { date: null, time: null }
  const number = typeof cell === 'number' ? cell : numberIn(cell)
  if (number !== null && number < SERIALS.to) return serialMoment(number)
  if (!/\p{N}/u.test(String(cell))) return { date: null, time: null }
  const text = plain(cell)
  const whole = zonedMoment(text) ?? digitsMoment(text)
  if (whole) return whole
  const date = dateIn(text, order)
  const time = timeIn(date ? text.replace(date.text, ' ') : text)
  if (date && time?.next) return { date: addDays(date.value, 1), time: time.time }
  return { date: date?.value ?? null, time: null, ...time }
}

/** Full-width digits and colons of other alphabets are digits and colons. */
const plain = (cell: Cell): string => foldTone(String(cell).normalize('NFKC')).trim()

/** A cell of a column of halves: "Sáng", "buổi chiều", "PM". */
export const isHalfOfDay = (cell: Cell): boolean => cell !== null && saysHalf(foldTone(String(cell)).trim())

/** `5h30`, or the number behind it, with "Chiều" from a column of its own; what says no half leaves it as it is. */
export function inHalf(cell: Cell, half: Cell): Cell {
  if (cell === null || !isHalfOfDay(half)) return cell
  const isNumber = typeof cell === 'number' || numberIn(cell) !== null
  const { date, time } = momentOf(cell)
  return `${isNumber ? [date, time].filter(Boolean).join(' ') : cell} ${half}`
}

/** A number that lost its form: only with a decimal point or five digits is it a date, `7` is no hour. */
const numberIn = (text: string): number | null =>
  /^\s*(\d{5}(?:[.,]\d+)?|0?[.,]\d+)\s*$/.test(text) ? Number(text.trim().replace(',', '.')) : null

function serialMoment(serial: number): Moment {
  const minutes = Math.floor((serial - Math.floor(serial)) * DAY_MINUTES + 1 / 120)
  const time = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
  if (serial >= 0 && serial < 1) return { date: null, time }
  // 24:15 of a spreadsheet; a bare 1 is a number like any other.
  if (serial > 1 && serial < 2) return { date: null, time, next: true }
  if (serial < SERIALS.from || serial >= SERIALS.to) return { date: null, time: null }
  const date = dateOfDayNumber(Math.floor(serial + 1 / (DAY_MINUTES * 120)) - EPOCH)
  return { date, time: Number.isInteger(serial) ? null : time }
}

/** With an offset it is an instant, shown as Vietnamese time. */
function zonedMoment(text: string): Moment | null {
  if (!/^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})$/.test(text)) return null
  const instant = Date.parse(text.toUpperCase())
  if (Number.isNaN(instant)) return null
  const wall = formatInstant(instant)
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) }
}

/** `20250804` and `20250804053000`. */
function digitsMoment(text: string): Moment | null {
  const [, y, m, d, hour, minute] = /^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?)?$/.exec(text) ?? []
  const date = `${y}-${m}-${d}`
  const time = `${hour}:${minute}`
  return isLocalDate(date) ? { date, time: isWallTime(time) ? time : null } : null
}

/** Two numbers and a year, whichever of the two is the day. */
const TWO_AND_YEAR = /(?<![\d/.-])(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/

/** The two numbers as they stand, `[8, 13]` of `8/13/2026`; null where a cell says its day otherwise. */
export function dayNumbers(cell: Cell): [number, number] | null {
  const [, first, second] = (typeof cell === 'string' && TWO_AND_YEAR.exec(cell)) || []
  return first === undefined ? null : [Number(first), Number(second)]
}

/** `03-thg 8-26` and `3-Aug-26` as Excel writes them; the longer names stand first. */
const MONTHS_VI = 'mười hai|mười một|chạp|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười'.split('|')
const MONTHS_EN = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
const NUMBER_VI: Record<string, number> = {
  ...{ giêng: 1, một: 1, hai: 2, ba: 3, tư: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 },
  ...{ 'mười một': 11, 'mười hai': 12, chạp: 12 },
}
const monthIn = (names: readonly string[], said: string): string =>
  String(NUMBER_VI[said] ?? (names.includes(said) ? names.indexOf(said) + 1 : said))

const DATES: [RegExp, (parts: string[], order: DateOrder) => string][] = [
  [
    /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)/,
    ([y, m, d]) => `${y}-${two(m ?? '')}-${two(d ?? '')}`,
  ],
  [
    TWO_AND_YEAR,
    ([a, b, y], order) => (order === 'day-month' ? dayMonthYear(a, b, y) : dayMonthYear(b, a, y)),
  ],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})[\\s-]*(?:th[aá]ng|thg|th)\\.?[\\s-]*(\\d{1,2}|${MONTHS_VI.join('|')})[\\s,-]*(?:n[aă]m\\s*)?(\\d{4}|\\d{2})(?!\\d)`,
    ),
    ([d, m = '', y]) => dayMonthYear(d, monthIn(MONTHS_VI, m), y),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})[\\s.-]*(${MONTHS_EN.join('|')})[a-z]*[\\s.,-]*(\\d{4}|\\d{2})(?!\\d)`),
    ([d, m = '', y]) => dayMonthYear(d, monthIn(MONTHS_EN, m), y),
  ],
  [
    new RegExp(`(?<!\\p{L})(${MONTHS_EN.join('|')})[a-z]*[\\s.-]*(\\d{1,2})[\\s,]+(\\d{4})(?!\\d)`, 'u'),
    ([m = '', d, y]) => dayMonthYear(d, monthIn(MONTHS_EN, m), y),
  ],
]

const dayMonthYear = (day = '', month = '', year = ''): string =>
  `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`

/** The first date in a text, with the words that say it. */
function dateIn(text: string, order: DateOrder): { value: LocalDate; text: string } | null {
  for (const [pattern, build] of DATES) {
    const found = pattern.exec(text)
    if (!found) continue
    const value = build(found.slice(1), order)
    if (isLocalDate(value)) return { value, text: found[0] }
  }
  return null
}

// 05:30, 5:30:15, 5h30, 5g30, 5 giờ 30, 5 giờ rưỡi, 17h; the half of the day before or behind it.
const TIME = new RegExp(
  `(?:(?<![\\p{L}])(?<before>${HALF})\\s*(?:l[uú]c\\s*)?)?(?<![\\d:.])(?<hour>\\d{1,2})\\s*(?::|h|g(?:iờ|io)?)\\s*(?<minute>\\d{2}|rưỡi|ruoi)?` +
    `(?:\\s*(?::|p(?!\\.?m)(?:hút|hut)?)\\s*(?:\\d{2})?(?:\\s*(?:s|gi[aâ]y))?(?:\\.\\d+)?)?\\s*(?<half>${HALF})?(?![\\d:\\p{L}])(?!\\s*k[eé]m|\\s+[sctđ](?!\\p{L}))`,
  'u',
)

function timeIn(text: string): { time: WallTime; next?: true } | null {
  const { hour, minute = '00', half, before } = TIME.exec(text)?.groups ?? {}
  if (hour === undefined) return null
  const clock = hourOfHalf(Number(hour), half ?? before ?? null)
  const minutes = /\d/.test(minute) ? minute : '30'
  if (clock === null) return null
  const time = `${two(clock % 24)}:${minutes}`
  if (clock > 24 || !isWallTime(time)) return null
  return clock === 24 ? { time, next: true } : { time }
}

const SHORTEST_DAY = '3/8/26'.length

/** "03/08/2026 - 07/08/2026" is no day of an airing. */
export function saysSeveralDays(cell: Cell, order: DateOrder): boolean {
  if (typeof cell !== 'string' || cell.length < 2 * SHORTEST_DAY) return false
  const text = plain(cell)
  const first = dateIn(text, order)
  const second = first && dateIn(text.replace(first.text, ' '), order)
  return second !== null && second.value !== first?.value
}

const WEEKDAYS: [RegExp, number][] = [
  [/(?<!\p{L})(?:thứ|thu|t)\.?\s*([2-7])(?!\d)/u, 0],
  [/thứ hai|thu hai|\bmon/, 1],
  [/thứ ba|thu ba|\btue/, 2],
  [/thứ tư|thu tu|\bwed/, 3],
  [/thứ năm|thu nam|\bthu(?:rsday)?\b/, 4],
  [/thứ sáu|thu sau|\bfri/, 5],
  [/thứ bảy|thu bay|\bsat/, 6],
  [/chủ nhật|chu nhat|(?<!\p{L})cn(?!\p{L})|\bsun/u, 7],
]

/** "Thứ 2, 03/08/2026" names its weekday, 1 for Monday to 7; null where a cell names none. */
export function weekdaySaid(cell: Cell): number | null {
  if (typeof cell !== 'string' || !/\p{L}/u.test(cell)) return null
  const text = plain(cell)
  for (const [pattern, day] of WEEKDAYS) {
    const found = pattern.exec(text)
    if (found) return day || Number(found[1]) - 1
  }
  return null
}

export type Hours = { at: Cell; end: Cell }
const LISTS = [/[,;\n]|\s(?:và|va|and)\s/, /[/&]/]
const RANGE = /\s*(?:[-–—→~]|đến|tới|(?<=\s)(?:den|toi|to)(?=\s))\s*/

/** Two hours, whatever stands between them: `5h`, `5:30`, a day that lies before them. */
const SEVERAL = /\d\s*(?:[:hg]|giờ|gio).*\d\s*(?:[:hg]|giờ|gio)/isu

/** `5h30, 17h30` is two beginnings, `05:30 - 05:45` one and its end; `5:30 - 6:15 chiều` is all in the afternoon. */
export function hoursIn(cell: Cell): Hours[] {
  if (typeof cell !== 'string' || !SEVERAL.test(cell)) return [{ at: cell, end: null }]
  const day = momentOf(cell).date === null ? '' : (dateIn(plain(cell), 'day-month')?.text ?? '')
  const parts = LISTS.map((list) => partsBy(list, cell)).find(({ length }) => length > 1) ?? [cell]
  return parts.map((part, i) => {
    const [from = part, end = null, ...more] = partsBy(RANGE, part)
    const at = i > 0 && day && momentOf(from).date === null ? `${day} ${from}` : from
    return more.length
      ? { at: part, end: null }
      : { at: end === null ? at : inHalf(at, halfIn(at, end)), end }
  })
}

/** Null where the first says its own, or would say nothing with the other's. */
function halfIn(at: string, end: string): string | null {
  const [own, others] = [at, end].map((text) => TIME.exec(plain(text))?.groups)
  const half = others?.half ?? others?.before ?? null
  const hasOwn = (own?.half ?? own?.before) !== undefined
  return half !== null && !hasOwn && momentOf(`${at} ${half}`).time !== null ? half : null
}

/** The whole where not each of its parts says an hour. */
function partsBy(between: RegExp, text: string): string[] {
  const parts = text.split(between)
  return parts.every((part) => momentOf(part).time !== null) ? parts : [text]
}

export type LengthUnit = 'minutes' | 'seconds'

/** `15 phút`, `15'`, `900 giây`, `1 giờ 5 phút`: each part optional. */
const WORDS =
  /^(?:(\d+)\s*(?:h|gio|g)\s*)?(?:(\d+)\s*(?:p|ph|phut|m|min|mins|minutes?|')\s*)?(?:(\d+)\s*(?:s|giay|sec|seconds?|"))?$/

/**
 * A length in whole minutes. `unit` is what a bare number means. `15:00` is a quarter of an hour and `00:15:00` too;
 * `00:15` and `01:30` may be minutes or seconds, so they are null.
 */
export function minutesOf(cell: Cell, unit: LengthUnit): number | null {
  const seconds = secondsOf(cell, unit)
  return seconds === null || seconds > DAY_MINUTES * 60 ? null : Math.round(seconds / 60)
}

/** It says its unit in words, so no other cell of its column can change what it means. */
export const saysUnit = (cell: Cell): boolean => typeof cell === 'string' && /[a-z'"]/i.test(foldAll(cell))

function secondsOf(cell: Cell, unit: LengthUnit): number | null {
  if (cell === null) return null
  // A spreadsheet keeps 00:15:00 as the fraction of a day.
  if (typeof cell === 'number' && cell > 0 && cell < 1) return Math.round(cell * 86_400)
  const text = foldAll(String(cell))
    .trim()
    .replace(/[’‘′`]/g, "'")
    .replace(/^(\d{1,3})[.,](\d{3})$/, '$1$2')
    .replace(',', '.')
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * (unit === 'minutes' ? 60 : 1)
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/.exec(text)
  if (clock) return clockSeconds(clock.slice(1))
  // 1h05
  const [said, hours, minutes, rest] = WORDS.exec(text.replace(/(h|gio|g)\s*(\d{1,2})$/, '$1$2p')) ?? []
  if (!said || (hours ?? minutes ?? rest) === undefined) return null
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0)
}

/** `00:15` and `01:30` may be hours and minutes, or minutes and seconds. */
const MOST_HOURS = 3

function clockSeconds([first = '', second = '', third]: (string | undefined)[]): number | null {
  if (third !== undefined) return Number(first) * 3600 + Number(second) * 60 + Number(third)
  return Number(first) <= MOST_HOURS ? null : Number(first) * 60 + Number(second)
}

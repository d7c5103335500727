/**
 * The one file that turns an instant into Vietnamese wall time and back.
 *
 * Vietnam has kept UTC+7 without daylight saving since 1975, so a wall time and an instant differ by a constant.
 * The zone's name is a constant too: some runtimes answer `Asia/Saigon` when asked for it.
 */
export const ZONE = 'Asia/Ho_Chi_Minh'
const OFFSET = '+07:00'

const OFFSET_MS = 7 * 3_600_000
export const DAY_MS = 86_400_000

/** A local calendar day, `YYYY-MM-DD`. Sorts and compares as text. */
export type LocalDate = string
/** A wall time, `HH:mm`. */
export type WallTime = string
/** Milliseconds since the epoch, UTC. */
export type Instant = number
/** Both days belong to it. */
export type DateRange = { from: LocalDate; to: LocalDate }

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Two digits of a text; by hand, since a count of many offices asks for millions of days. */
const pairAt = (text: string, i: number): number =>
  (text.charCodeAt(i) - 48) * 10 + text.charCodeAt(i + 1) - 48

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  const month = pairAt(date, 5)
  // Years begin in March here, so that the day that some of them lack is the last one.
  const year = pairAt(date, 0) * 100 + pairAt(date, 2) - (month > 2 ? 0 : 1)
  const days = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + pairAt(date, 8) - 1
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leaps + days - DAYS_TO_1970
}

/** From 1 March of the year 0. */
const DAYS_TO_1970 = 719_468

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** Of the days that are asked for now: a few years, and the same ones again and again. */
const namesOfDays = new Map<number, LocalDate>()
const MOST_NAMES = 10_000

export function dateOfDayNumber(day: number): LocalDate {
  const known = namesOfDays.get(day)
  if (known !== undefined) return known
  const date = new Date(day * DAY_MS)
  const name = `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}`
  if (namesOfDays.size >= MOST_NAMES) namesOfDays.clear()
  namesOfDays.set(day, name)
  return name
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days)

export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** True for a day that exists: `2025-02-29` is none. `Date` takes years before 100 for those of 1900. */
export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('00') && dateExists(text)
}

function dateExists(text: string): boolean {
  const day = dayNumber(text)
  return Number.isFinite(day) && dateOfDayNumber(day) === text
}

export const isWallTime = (text: string): text is WallTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** 0 = Monday … 6 = Sunday, as ISO weeks count. */
export const weekdayIndex = (date: LocalDate): number => (dayNumber(date) + 3) % 7

export const weekdayOf = (date: LocalDate): Weekday => WEEKDAYS[weekdayIndex(date)] as Weekday

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
/** 1 … 12 */
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))
/** `YYYY-MM` */
export const yearMonthOf = (date: LocalDate): string => date.slice(0, 7)

export const lastDayOfMonth = (year: number, month: number): LocalDate =>
  dateOfDayNumber(Date.UTC(year, month, 0) / DAY_MS)

/** The whole month of a day. */
export const monthRange = (date: LocalDate): DateRange => ({
  from: `${yearMonthOf(date)}-01`,
  to: lastDayOfMonth(yearOf(date), monthOf(date)),
})

export const yearRange = (year: number): DateRange => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** These days are a whole calendar year. */
export const isYear = ({ from, to }: DateRange, year: number): boolean =>
  from === yearRange(year).from && to === yearRange(year).to

/** The same month and day in another year; 29 February becomes the last day of February. */
export function inYear(date: LocalDate, year: number): LocalDate {
  const shifted = `${year}${date.slice(4)}`
  return dateExists(shifted) ? shifted : lastDayOfMonth(year, monthOf(date))
}

export const contains = (range: DateRange, date: LocalDate): boolean => range.from <= date && date <= range.to

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

export const overlaps = (a: DateRange, b: DateRange): boolean => a.from <= b.to && b.from <= a.to

/** Minutes since midnight. */
export const minuteOfDay = (time: WallTime): number => pairAt(time, 0) * 60 + pairAt(time, 3)

/** The instant of a wall time on a local day. Counted, not parsed: a count asks this of every slot of every unit. */
export const instantOf = (date: LocalDate, time: WallTime = '00:00'): Instant =>
  dayNumber(date) * DAY_MS + minuteOfDay(time) * 60_000 - OFFSET_MS

/** The first instant after a local day: the end of that day, exclusive. */
export const endOfDay = (date: LocalDate): Instant => instantOf(date) + DAY_MS

/** The local day on which an instant falls: 22:00 UTC is the next day's 05:00 here. */
export const localDateOf = (instant: Instant): LocalDate =>
  dateOfDayNumber(Math.floor((instant + OFFSET_MS) / DAY_MS))

export function wallTimeOf(instant: Instant): WallTime {
  const date = new Date(instant + OFFSET_MS)
  return `${digits(date.getUTCHours(), 2)}:${digits(date.getUTCMinutes(), 2)}`
}

/** RFC 3339 with the local offset: `2025-01-06T05:30:00+07:00`. */
export const formatInstant = (instant: Instant): string =>
  `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}${OFFSET}`

export const formatWall = (date: LocalDate, time: WallTime): string => `${date}T${time}:00${OFFSET}`

/** A wall time some minutes later, which may fall on a later day. */
export function addMinutes(
  date: LocalDate,
  time: WallTime,
  minutes: number,
): { date: LocalDate; time: WallTime } {
  const end = instantOf(date, time) + minutes * 60_000
  return { date: localDateOf(end), time: wallTimeOf(end) }
}

/** ISO 8601 week of a day: 2025-12-29 is in week 1 of 2026. */
export function isoWeekOf(date: LocalDate): { year: number; week: number } {
  const thursday = addDays(date, 3 - weekdayIndex(date))
  const year = yearOf(thursday)
  return { year, week: 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) }
}

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, -weekdayIndex(date))

/** Monday to Sunday of the week of a day. */
export const weekRange = (date: LocalDate): DateRange => ({
  from: mondayOf(date),
  to: addDays(mondayOf(date), 6),
})

/** Monday to Sunday of an ISO week, or null when that year has no such week. */
export function isoWeekRange(year: number, week: number): DateRange | null {
  const from = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7)
  const back = isoWeekOf(from)
  return back.year === year && back.week === week ? weekRange(from) : null
}

/** `2025-W32` */
export function formatIsoWeek(date: LocalDate): string {
  const { year, week } = isoWeekOf(date)
  return `${year}-W${String(week).padStart(2, '0')}`
}

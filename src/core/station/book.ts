/** The book of a station: what is taken on each day, and where in its sessions there is still room. */
import type { Channel } from '../plan.ts'
import {
  addDays,
  type LocalDate,
  minuteOfDay,
  type WallTime,
  type Weekday,
  weekdayIndex,
} from '../wall-clock.ts'
import { type Airtime, spanOf } from './airtime.ts'
import { type Session, type Station, sessionsOn, stationFor } from './station.ts'

/** Minutes of a day, the end exclusive. */
type Span = { from: number; to: number }

/** What a channel has on each day, with the minutes of each day and of each weekday from Monday. */
type Page = { spans: Map<LocalDate, Span[]>; ofDays: Map<LocalDate, number>; ofWeekdays: number[] }

export type Book = Map<Channel, Page>

const DAY = 1440
/** Programmes begin on round minutes where nobody said otherwise. */
const STEP = 5

export function openBook(taken: readonly Airtime[] = []): Book {
  const book: Book = new Map()
  for (const one of taken) take(book, one)
  return book
}

function pageOf(book: Book, channel: Channel): Page {
  const page = book.get(channel) ?? { spans: new Map(), ofDays: new Map(), ofWeekdays: Array(7).fill(0) }
  book.set(channel, page)
  return page
}

export type Entry = Pick<Airtime, 'channel' | 'date' | 'time' | 'minutes'>

export function take(book: Book, entry: Entry): void {
  const page = pageOf(book, entry.channel)
  const { from, to } = spanOf(entry)
  addSpan(page, entry.date, { from, to: Math.min(to, DAY) })
  if (to > DAY) addSpan(page, addDays(entry.date, 1), { from: 0, to: to - DAY })
  weigh(page, entry, entry.minutes)
}

function addSpan({ spans }: Page, date: LocalDate, span: Span): void {
  const there = spans.get(date)
  if (there) there.push(span)
  else spans.set(date, [span])
}

/** The last entry of that kind is struck out again. */
export function release(book: Book, entry: Entry): void {
  const page = pageOf(book, entry.channel)
  page.spans.get(entry.date)?.pop()
  if (spanOf(entry).to > DAY) page.spans.get(addDays(entry.date, 1))?.pop()
  weigh(page, entry, -entry.minutes)
}

function weigh({ ofDays, ofWeekdays }: Page, { date }: Entry, minutes: number): void {
  ofDays.set(date, (ofDays.get(date) ?? 0) + minutes)
  const weekday = weekdayIndex(date)
  ofWeekdays[weekday] = (ofWeekdays[weekday] ?? 0) + minutes
}

const minutesOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0)

/** Minutes that these days hold already, and that these weekdays hold in all. */
export function loadOf(
  book: Book,
  channel: Channel,
  dates: readonly LocalDate[],
  weekdays: readonly number[],
) {
  const { ofDays, ofWeekdays } = pageOf(book, channel)
  return {
    dates: dates.reduce((sum, date) => sum + (ofDays.get(date) ?? 0), 0),
    weekdays: weekdays.reduce((sum, day) => sum + (ofWeekdays[day] ?? 0), 0),
  }
}

export type Question = {
  channel: Channel
  minutes: number
  stations: readonly Station[]
  silentDays: readonly Weekday[]
}

/** At which minutes of the day an airing of that length may begin on every one of the days: 1 where it may. */
export function openStarts(book: Book, dates: readonly LocalDate[], question: Question): Uint8Array {
  const open = new Uint8Array(DAY).fill(1)
  const asked = new Set<string>()
  const { spans } = pageOf(book, question.channel)
  for (const date of dates) {
    const station = stationFor(question.stations, date)
    if (station === null) return open.fill(0)
    const weekday = `${station.from} ${weekdayIndex(date)}`
    if (!asked.has(weekday)) closeOutside(open, station, date, question)
    asked.add(weekday)
    closeTaken(open, spans.get(date) ?? [], station, date, question)
  }
  return open
}

function closeOutside(open: Uint8Array, station: Station, date: LocalDate, question: Question): void {
  let closed = 0
  for (const { from, to } of sessionsFor(station, date, question)) {
    open.fill(0, closed, minuteOfDay(from))
    closed = Math.max(minuteOfDay(from), minuteOfDay(to) - question.minutes + 1)
  }
  open.fill(0, closed)
}

function sessionsFor(
  station: Station,
  date: LocalDate,
  { channel, minutes, silentDays }: Question,
): Session[] {
  return minutes > (station.maxMinutes ?? DAY) ? [] : sessionsOn(station, date, channel, silentDays)
}

function closeTaken(
  open: Uint8Array,
  spans: readonly Span[],
  station: Station,
  date: LocalDate,
  question: Question,
): void {
  for (const { from, to } of spans) open.fill(0, Math.max(from - question.minutes + 1, 0), to)
  if (station.maxMinutes === null || spans.length === 0) return
  for (const session of sessionsFor(station, date, question))
    if (minutesOf(spans.filter(startsIn(session))) + question.minutes > station.maxMinutes)
      open.fill(0, minuteOfDay(session.from), minuteOfDay(session.to))
}

const startsIn =
  ({ from, to }: Session) =>
  (span: Span): boolean =>
    span.from >= minuteOfDay(from) && span.from < minuteOfDay(to)

/** The first round start from a minute on; null when there is none. */
export function firstOpen(open: Uint8Array, from = 0): WallTime | null {
  for (let minute = Math.ceil(from / STEP) * STEP; minute < DAY; minute += STEP)
    if (open[minute]) return timeOfMinute(minute)
  return null
}

export const timeOfMinute = (minute: number): WallTime =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/**
 * Placing (xếp giờ): every rate that has no hour yet goes into a session of the station. No two airings at one time,
 * lengths kept, rhythms spread over the week, originals before their reruns; the same wishes give the same answer in
 * whatever order they come. What a person or a plan said stays.
 */
import type { CadenceOf } from '../cadence.ts'
import type { Channel } from '../plan.ts'
import { recurrenceDates } from '../recurrence.ts'
import { addDays, type LocalDate, minuteOfDay, type WallTime, weekdayIndex } from '../wall-clock.ts'
import type { Airtime } from './airtime.ts'
import { type Book, firstOpen, loadOf, openBook, openStarts, release, take } from './book.ts'
import { memo } from './memo.ts'
import { namesDays, type Rhythm, rerunDays, rhythms } from './rhythm.ts'
import { type Session, type Station, sessionsOn, stationFor } from './station.ts'
import { minutesOf, type Wish } from './wish.ts'

export type Placed = Pick<Wish, 'planId' | 'obligationId'> & {
  cadence: CadenceOf<'rate'>
  /** The session of its originals; null for what is not heard. */
  session: Session | null
  /** How many airings found room there, reruns included. */
  airings: number
}

export type Placing = {
  placed: Placed[]
  /** Nothing that is open to them has room. */
  left: Wish[]
  /** What is on air afterwards. */
  book: Book
}

/** `stations` by day, `taken` what is on air already and stays. */
export function place(
  wishes: readonly Wish[],
  stations: readonly Station[],
  taken: readonly Airtime[],
): Placing {
  const book = openBook(taken)
  const placed: Placed[] = []
  const left: Wish[] = []
  for (const wish of hardestFirst(wishes)) {
    const found = placeOne(book, wish, stations)
    if (found) placed.push(found)
    else left.push(wish)
  }
  return { placed: placed.sort(byName), left: left.sort(byName), book }
}

type Named = Pick<Wish, 'planId' | 'obligationId'>

const nameOf = ({ planId, obligationId }: Named): string => `${planId}:${obligationId}`
const byName = (a: Named, b: Named): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0)

/** What is fixed already comes first, then what has least choice: a named hour, named days, many airings, long ones. */
function hardestFirst(wishes: readonly Wish[]): Wish[] {
  const ranked = [...wishes].sort(byName).map((wish) => {
    const { time, rrule } = wish.cadence
    const chosen = [isFixed(wish), time !== null, namesDays(rrule)].map((said) => (said ? 0 : 1))
    return { wish, rank: [...chosen, -airingsOf(wish), -minutesOf(wish)] }
  })
  return ranked.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ wish }) => wish)
}

/** Somebody chose all of it: it stands where it stands, whatever is there. */
const isFixed = ({ cadence }: Wish): boolean =>
  cadence.time !== null && namesDays(cadence.rrule) && cadence.reruns?.afterDays !== null

const airingsOf = (wish: Wish): number =>
  originals(wish, firstRhythm(wish)).length * (1 + (wish.cadence.reruns?.times ?? 0))

const firstRhythm = ({ cadence, times }: Wish): Rhythm =>
  rhythms(cadence.rrule, times, false)[0] ?? { rrule: cadence.rrule, uneven: 0, week: 0 }

function originals({ cadence, range }: Wish, { rrule, week }: Rhythm): readonly LocalDate[] {
  const dates = recurrenceDates(rrule, range, cadence.start)
  const first = dates[0]
  return week === 0 || first === undefined ? dates : recurrenceDates(rrule, range, addDays(first, 7 * week))
}

/** Reruns of two originals on one day, for which there is one hour. */
export function rerunsMeet(wish: Wish): boolean {
  const afterDays = wish.cadence.reruns?.afterDays ?? []
  const days = originals(wish, firstRhythm(wish)).flatMap((date) => afterDays.map((n) => addDays(date, n)))
  return new Set(days).size < days.length
}

/** One way to keep a wish: its days, before an hour is looked for. */
type Way = {
  rhythm: Rhythm
  dates: readonly LocalDate[]
  /** From 0 for Monday. */
  weekdays: number[]
  afterDays: number[]
  /** The how manieth of the choices of `afterDays`. */
  choice: number
  reruns: LocalDate[]
}
type Hours = { time: WallTime; rerunTime: WallTime | null }

function placeOne(book: Book, wish: Wish, stations: readonly Station[]): Placed | null {
  const found = findPlace(book, wish, stations)
  return found && settle(book, wish, found.way, found.hours, stations)
}

/** The best way that has room; the book stays as it is. */
export function findPlace(
  book: Book,
  wish: Wish,
  stations: readonly Station[],
): { way: Way; hours: Hours } | null {
  for (const way of waysOf(book, wish)) {
    const hours = isFixed(wish) ? fixedHours(wish) : hoursFor(book, wish, way, stations)
    if (hours) return { way, hours }
  }
  return null
}

/** Best first: the total that the plan declares, even pauses, days and weekdays that hold little, then the earliest. */
function waysOf(book: Book, wish: Wish): Way[] {
  const channel = channelOf(wish)
  const ranked = daysFor(wish).map((way) => {
    const load = loadOf(book, channel, way.dates, way.weekdays)
    const off = Math.abs((wish.cadence.declared ?? way.dates.length) - way.dates.length)
    return { way, rank: [off, way.rhythm.uneven, way.choice, load.dates, load.weekdays] }
  })
  return ranked.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ way }) => way)
}

/** Every way, wherever there is room: plans share their wordings, so most wishes of a year ask the same. */
const daysFor = memo(
  ({ cadence: { rrule, start, reruns }, range, times }: Wish) =>
    [rrule, start, times, range.from, range.to, reruns?.times, reruns?.afterDays].join('|'),
  (wish) =>
    rhythms(wish.cadence.rrule, wish.times, wish.cadence.start === null).flatMap((rhythm) => {
      const dates = originals(wish, rhythm)
      const weekdays = [...new Set(dates.map(weekdayIndex))]
      if (dates.length === 0) return []
      return rerunChoices(wish, rhythm).map((afterDays, choice): Way => {
        const reruns = dates.flatMap((date) => afterDays.map((days) => addDays(date, days)))
        return { rhythm, choice, dates, weekdays, afterDays, reruns }
      })
    }),
)

const compareRanks = (a: number[], b: number[]): number => {
  const at = a.findIndex((one, i) => one !== b[i])
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number)
}

const rerunChoices = ({ cadence: { reruns } }: Wish, { rrule }: Rhythm): number[][] =>
  reruns === null ? [[]] : reruns.afterDays ? [reruns.afterDays] : rerunDays(rrule, reruns.times)

const fixedHours = ({ cadence }: Wish): Hours => ({
  time: cadence.time as WallTime,
  rerunTime: cadence.reruns?.time ?? null,
})

/** One hour for all airings where that can be, otherwise one for the originals and one for the reruns. */
function hoursFor(book: Book, wish: Wish, way: Way, stations: readonly Station[]): Hours | null {
  const pages = wish.channel ? book : NOBODY
  const ask = (dates: readonly LocalDate[]) => openStarts(pages, dates, questionOf(wish, stations))
  const all = [...way.dates, ...way.reruns]
  const oneHour = wish.cadence.reruns?.time == null && new Set(all).size === all.length
  if (oneHour) {
    const time = choose(ask(all), wish.cadence.time)
    if (time) return { time, rerunTime: null }
  }
  if (way.reruns.length === 0 || new Set(way.reruns).size < way.reruns.length) return null
  return twoHours(book, wish, way, ask)
}

const choose = (open: Uint8Array, wanted: WallTime | null, from = 0): WallTime | null => {
  if (wanted === null) return firstOpen(open, from)
  return minuteOfDay(wanted) >= from && open[minuteOfDay(wanted)] ? wanted : null
}

function twoHours(
  book: Book,
  wish: Wish,
  way: Way,
  ask: (dates: readonly LocalDate[]) => Uint8Array,
): Hours | null {
  const open = ask(way.dates)
  const sameDay = way.afterDays[0] === 0
  for (let from = 0; ; ) {
    const time = choose(open, wish.cadence.time, from)
    if (time === null) return null
    const ends = minuteOfDay(time) + minutesOf(wish)
    enter(take, book, wish, way.dates, time)
    const rerunTime = choose(ask(way.reruns), wish.cadence.reruns?.time ?? null, sameDay ? ends : 0)
    enter(release, book, wish, way.dates, time)
    if (rerunTime) return { time, rerunTime }
    from = minuteOfDay(time) + 1
  }
}

/** What is not heard is done in office hours, at the same one as anything else. */
const NOBODY: Book = openBook()
const OFFICE: Station = {
  from: '0001-01-01',
  sessions: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '08:00', to: '17:00', channel: 'portal' }],
  silentDays: [],
  maxMinutes: null,
}

const channelOf = ({ channel }: Wish): Channel => channel ?? 'portal'

const questionOf = (wish: Wish, stations: readonly Station[]) => ({
  channel: channelOf(wish),
  minutes: minutesOf(wish),
  stations: wish.channel ? stations : [OFFICE],
  silentDays: wish.silentDays,
})

function enter(how: typeof take, book: Book, wish: Wish, dates: readonly LocalDate[], time: WallTime): void {
  const entry = { channel: channelOf(wish), time, minutes: minutesOf(wish) }
  for (const date of dates) how(book, { ...entry, date })
}

function settle(book: Book, wish: Wish, way: Way, hours: Hours, stations: readonly Station[]): Placed {
  const { time, rerunTime } = hours
  enter(take, book, wish, way.dates, time)
  enter(take, book, wish, way.reruns, rerunTime ?? time)
  const { cadence, planId, obligationId } = wish
  const [first] = way.dates
  return {
    planId,
    obligationId,
    cadence: {
      ...cadence,
      rrule: way.rhythm.rrule,
      start: way.rhythm.week === 0 ? cadence.start : (first ?? null),
      time,
      duration: cadence.duration ?? (cadence.minutes ? null : minutesOf(wish)),
      reruns: cadence.reruns && { times: cadence.reruns.times, afterDays: way.afterDays, time: rerunTime },
    },
    session: wish.channel && first ? sessionAt(stations, first, wish, time) : null,
    airings: way.dates.length + way.reruns.length,
  }
}

function sessionAt(stations: readonly Station[], day: LocalDate, wish: Wish, time: WallTime): Session | null {
  const station = stationFor(stations, day)
  if (station === null || wish.channel === null) return null
  const sessions = sessionsOn(station, day, wish.channel, wish.silentDays)
  return sessions.find(({ from, to }) => from <= time && time < to) ?? null
}

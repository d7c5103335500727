import { isDated, type Reading, startOf } from '../reading.ts'
import { type Assessment, isKept, type Standing } from '../standing.ts'
import {
  addDays,
  contains,
  type DateRange,
  daysBetween,
  endOfDay,
  type Instant,
  instantOf,
  type LocalDate,
} from '../wall-clock.ts'
import { isSameTitle, likeness, titleWords } from './likeness.ts'
import type { Play } from './play-log.ts'
import { startOf as playStart } from './play-log.ts'

/** `closed`: its period is closed, so what is recorded now needs a reason, which a log does not give. */
export type Playable = Reading & { closed: boolean }

/** `=` matched, `?` may match, `−` planned but not played, `+` played but not planned. */
export type DiffLine =
  | { sign: '=' | '?'; play: Play; reading: Playable }
  | { sign: '−'; reading: Playable }
  | { sign: '+'; play: Play }

/** A programme that starts within a quarter of an hour of its slot, under a title like it, is the slot's. */
const ON_TIME_MINUTES = 15
const ALIKE = 0.5
/** Played so many days late it may be the slot's. */
const LATE_DAYS = 3

type Pair = {
  sign: '=' | '?'
  play: Play
  candidate: Candidate
  rank: [number, number, number]
}
type Candidate = { reading: Playable; words: string[] }

/** The days that a log speaks of, from its first play to its last; null for a log without plays. */
export function daysPlayed(plays: readonly Play[]): DateRange | null {
  const first = plays[0]
  const last = plays.at(-1)
  return first && last ? { from: first.date, to: last.date } : null
}

/** Slots that a log of these days may speak of. */
export const daysOfSlots = ({ from, to }: DateRange): DateRange => ({ from: addDays(from, -LATE_DAYS), to })

/**
 * The difference, by day and hour. `plays` are sorted by time. Each play goes to one slot at most, the surest pairs
 * first: on time under a like title, then on time, then a like title on that day, then one that is days late.
 */
export function diffPlays(plays: readonly Play[], readings: readonly Playable[], now: Instant): DiffLine[] {
  const days = daysPlayed(plays)
  if (!days) return []
  const candidates = readings
    .filter((reading) => isDated(reading) && !ELSEWHERE.includes(reading.at.standing))
    .map((reading) => ({ reading, words: titleWords(reading.obligation.title) }))
  const pairs = surest(pairsOf(plays, candidates))
  const played = new Set(pairs.map(({ play }) => play))
  const aired = new Set(pairs.map(({ candidate }) => candidate))
  const lines: DiffLine[] = [
    ...pairs.map(({ sign, play, candidate: { reading } }) => ({ sign, play, reading })),
    ...candidates
      .filter((candidate) => !aired.has(candidate) && isMissing(candidate, days, now))
      .map(({ reading }) => ({ sign: '−' as const, reading })),
    ...plays.filter((play) => !played.has(play)).map((play) => ({ sign: '+' as const, play })),
  ]
  return lines.sort((a, b) => lineStart(a) - lineStart(b))
}

const ELSEWHERE: Standing[] = ['withdrawn', 'not-triggered']

/** Only what is over and nobody has settled is missing. */
const isMissing = ({ reading: { at } }: Candidate, days: DateRange, now: Instant) =>
  contains(days, at.dueDay) && endOfDay(at.dueDay) <= now && at.standing === 'unconfirmed'

const lineStart = (line: DiffLine): Instant =>
  line.sign === '−' ? startOf(line.reading) : playStart(line.play)

function pairsOf(plays: readonly Play[], candidates: readonly Candidate[]): Pair[] {
  const byDay = Map.groupBy(candidates, ({ reading }) => reading.at.dueDay)
  const likenessTo = likenessTable()
  return plays.flatMap((play) =>
    daysAround(play.date).flatMap((day) =>
      (byDay.get(day) ?? []).flatMap(
        (candidate) => pairOf(play, candidate, likenessTo(play, candidate)) ?? [],
      ),
    ),
  )
}

type Alike = { like: number | null; isSame: boolean }

/** A log of a hundred thousand plays has a few hundred titles: each pair of titles is compared once. */
function likenessTable() {
  const wordsOf = new Map<string, string[]>()
  const known = new Map<string, Alike>()
  return ({ title }: Play, { reading, words }: Candidate): Alike => {
    const key = `${title}\n${reading.obligation.title}`
    const before = known.get(key)
    if (before !== undefined) return before
    const own = wordsOf.get(title) ?? titleWords(title)
    wordsOf.set(title, own)
    const alike = { like: likeness(own, words), isSame: isSameTitle(own, words) }
    known.set(key, alike)
    return alike
  }
}

/** Days late, or some minutes early before midnight. */
const daysAround = (date: LocalDate): LocalDate[] =>
  Array.from({ length: LATE_DAYS + 2 }, (_, i) => addDays(date, 1 - i))

function pairOf(play: Play, candidate: Candidate, { like, isSame }: Alike): Pair | null {
  const { at } = candidate.reading
  const off = minutesOff(play, at)
  const onTime = off <= ON_TIME_MINUTES
  const alike = like !== null && like >= ALIKE
  const days = daysBetween(at.dueDay, play.date)
  // What was aired already was aired once: another play of that title is one more.
  if (isKept(at.standing) || days < 0 ? !onTime : !alike && !onTime) return null
  const rank = onTime ? (isSame ? 0 : alike ? 1 : 2) : 3 + days
  // Another title at the hour is another programme until somebody says otherwise; so is what may not have been played.
  const sign = isSame && onTime && play.unclear === null ? '=' : '?'
  return { sign, play, candidate, rank: [rank, off, 1 - (like ?? 0)] }
}

/** From the time at which it was due, or at which somebody recorded it; without an hour it is never on time. */
function minutesOff(play: Play, { dueDay, dueTime, outcome, standing }: Assessment): number {
  const times = [
    dueTime === null ? null : instantOf(dueDay, dueTime),
    outcome && isKept(standing) ? outcome.at : null,
  ].filter((time) => time !== null)
  return Math.min(...times.map((time) => Math.abs(playStart(play) - time))) / 60_000
}

/** Takes the pairs from the surest on, each play and each slot once. */
function surest(pairs: Pair[]): Pair[] {
  const plays = new Set<Play>()
  const slots = new Set<Candidate>()
  return pairs.toSorted(byRank).filter(({ play, candidate }) => {
    if (plays.has(play) || slots.has(candidate)) return false
    plays.add(play)
    slots.add(candidate)
    return true
  })
}

const byRank = (a: Pair, b: Pair): number =>
  a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]

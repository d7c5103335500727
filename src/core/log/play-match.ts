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
const ON_TIME_MS = 15 * 60_000
const ALIKE = 0.5
/** Played so many days late it may be the slot's. */
const LATE_DAYS = 3

type Pair = {
  sign: '=' | '?'
  play: Timed
  candidate: Candidate
  rank: [number, number, number]
}
type Timed = { play: Play; start: Instant }
/** `times`: when it was due, and when somebody recorded it; without an hour none. */
type Candidate = { reading: Playable; words: string[]; times: Instant[] }

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
    .map((reading) => ({
      reading,
      words: titleWords(reading.obligation.title),
      times: timesOf(reading.at),
    }))
  const { pairs, left } = surest(
    plays.map((play) => ({ play, start: playStart(play) })),
    candidates,
  )
  const stretches = stretchesOf(plays)
  const lines: DiffLine[] = [
    ...pairs.map(({ sign, play: { play }, candidate: { reading } }) => ({ sign, play, reading })),
    ...[...left.candidates]
      .filter((candidate) => isMissing(candidate, stretches, now))
      .map(({ reading }) => ({ sign: '−' as const, reading })),
    ...[...left.plays].map(({ play }) => ({ sign: '+' as const, play })),
  ]
  return lines.sort((a, b) => lineStart(a) - lineStart(b))
}

/** From the time at which it was due, or at which somebody recorded it; without an hour it is never on time. */
const timesOf = ({ dueDay, dueTime, outcome, standing }: Assessment): Instant[] =>
  [
    dueTime === null ? null : instantOf(dueDay, dueTime),
    outcome && isKept(standing) ? outcome.at : null,
  ].filter((time) => time !== null)

const ELSEWHERE: Standing[] = ['withdrawn', 'not-triggered']

/** A log that is silent for so long was not kept; a programme of one a month is five weeks apart. */
const LONGEST_SILENCE = 45

/** One day far off, mistyped mostly, says nothing of the months between. */
function stretchesOf(plays: readonly Play[]): DateRange[] {
  const stretches: DateRange[] = []
  for (const { date } of plays) {
    const last = stretches.at(-1)
    if (last && daysBetween(last.to, date) <= LONGEST_SILENCE) last.to = date
    else stretches.push({ from: date, to: date })
  }
  return stretches
}

/** Only what is over and nobody has settled is missing. */
const isMissing = ({ reading: { at } }: Candidate, stretches: readonly DateRange[], now: Instant) =>
  stretches.some((days) => contains(days, at.dueDay)) &&
  endOfDay(at.dueDay) <= now &&
  at.standing === 'unconfirmed'

const lineStart = (line: DiffLine): Instant =>
  line.sign === '−' ? startOf(line.reading) : playStart(line.play)

type Left = { plays: Set<Timed>; candidates: Set<Candidate> }

/**
 * Takes the pairs from the surest on, each play and each slot once: those on time first, then what is left a day later
 * each time. A hundred thousand plays would make millions of pairs at once; of one hour, or one day with one day, there
 * are few.
 */
function surest(plays: readonly Timed[], candidates: readonly Candidate[]): { pairs: Pair[]; left: Left } {
  const left: Left = { plays: new Set(plays), candidates: new Set(candidates) }
  const likenessOf = likenessTable()
  const taken: Pair[] = []
  const take = (pairs: Pair[]) => {
    for (const pair of pairs.sort(byRank)) {
      if (!left.plays.has(pair.play) || !left.candidates.has(pair.candidate)) continue
      left.plays.delete(pair.play)
      left.candidates.delete(pair.candidate)
      taken.push(pair)
    }
  }
  take(onTimePairs(plays, candidates, likenessOf))
  for (let days = 0; days <= LATE_DAYS; days++) {
    const waiting = Map.groupBy(left.candidates, ({ reading }) => reading.at.dueDay)
    for (const [day, those] of Map.groupBy(left.plays, ({ play }) => play.date))
      take(latePairs(those, waiting.get(addDays(day, -days)) ?? [], days, likenessOf))
  }
  return { pairs: taken, left }
}

type Alike = { like: number | null; isSame: boolean; isAlike: boolean }
type LikenessOf = (title: string, candidate: Candidate) => Alike

/** A log of a hundred thousand plays has a few hundred titles: each pair of titles is compared once. */
function likenessTable(): LikenessOf {
  const wordsOf = new Map<string, string[]>()
  const known = new Map<string, Map<string, Alike>>()
  return (title, { reading, words }) => {
    const row = known.get(title) ?? new Map<string, Alike>()
    const before = row.get(reading.obligation.title)
    if (before !== undefined) return before
    const own = wordsOf.get(title) ?? titleWords(title)
    const like = likeness(own, words)
    const alike = { like, isSame: isSameTitle(own, words), isAlike: like !== null && like >= ALIKE }
    wordsOf.set(title, own)
    known.set(title, row.set(reading.obligation.title, alike))
    return alike
  }
}

/** `plays` are sorted by time: those around a time lie side by side. */
function onTimePairs(
  plays: readonly Timed[],
  candidates: readonly Candidate[],
  likenessOf: LikenessOf,
): Pair[] {
  const times = candidates
    .flatMap((candidate) => candidate.times.map((time) => ({ time, candidate })))
    .sort((a, b) => a.time - b.time)
  const pairs = new Map<Timed, Map<Candidate, Pair>>()
  let first = 0
  for (const play of plays) {
    while (first < times.length && (times[first]?.time ?? 0) < play.start - ON_TIME_MS) first++
    for (let i = first; i < times.length; i++) {
      const near = times[i]
      if (!near || near.time > play.start + ON_TIME_MS) break
      if (!isAround(play, near.candidate)) continue
      const own = pairs.get(play) ?? new Map<Candidate, Pair>()
      pairs.set(play, own.set(near.candidate, onTime(play, near.candidate, likenessOf)))
    }
  }
  return [...pairs.values()].flatMap((own) => [...own.values()].sort(ownDayFirst))
}

/** Of two slots as near in time: what was recorded days later belongs to its own day before it belongs to others. */
const ownDayFirst = (a: Pair, b: Pair): number =>
  daysBetween(a.candidate.reading.at.dueDay, b.candidate.reading.at.dueDay)

/** Days late, or some minutes early before midnight. */
function isAround({ play }: Timed, { reading }: Candidate): boolean {
  const days = daysBetween(reading.at.dueDay, play.date)
  return days >= -1 && days <= LATE_DAYS
}

/** Another title at the hour is another programme until somebody says otherwise; so is what may not have been played. */
function onTime(play: Timed, candidate: Candidate, likenessOf: LikenessOf): Pair {
  const { like, isSame, isAlike } = likenessOf(play.play.title, candidate)
  const sign = isSame && play.play.unclear === null ? '=' : '?'
  const rank = isSame ? 0 : isAlike ? 1 : 2
  return { sign, play, candidate, rank: [rank, minutesOff(play, candidate), 1 - (like ?? 0)] }
}

/** What was aired already was aired once: another play of that title is one more. */
function latePairs(
  plays: readonly Timed[],
  candidates: readonly Candidate[],
  days: number,
  likenessOf: LikenessOf,
): Pair[] {
  const due = Map.groupBy(
    candidates.filter(({ reading }) => !isKept(reading.at.standing)),
    ({ reading }) => reading.obligation.title,
  )
  return plays.flatMap((play) =>
    [...due.values()].flatMap((those) => {
      const [one] = those
      const { like, isAlike } = one ? likenessOf(play.play.title, one) : NOT_ALIKE
      if (!isAlike) return []
      return those.map((candidate): Pair => {
        return { sign: '?', play, candidate, rank: [3 + days, minutesOff(play, candidate), 1 - (like ?? 0)] }
      })
    }),
  )
}

const NOT_ALIKE: Alike = { like: null, isSame: false, isAlike: false }

const minutesOff = ({ start }: Timed, { times }: Candidate): number =>
  Math.min(...times.map((time) => Math.abs(start - time))) / 60_000

const byRank = (a: Pair, b: Pair): number =>
  a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]

/** What a loudspeaker system says that it played: rows of its export as plays. */
import { foldAll, tidy } from '../text.ts'
import { type Instant, instantOf, type LocalDate, minuteOfDay, type WallTime } from '../wall-clock.ts'
import { headingRow, type PlayColumns, type Sheet } from './play-columns.ts'
import { type Cell, minutesOf, momentOf } from './play-time.ts'

/** One airing; a system with many speakers has a row for each of them. */
export type Play = {
  date: LocalDate
  time: WallTime
  /** Null where the log does not say. */
  minutes: number | null
  /** As the log has it; empty where it has none. */
  title: string
  /** Lines of the file, from 1. */
  rows: number[]
}

/** A row that is no play: why in words, for the officer. */
export type SkippedRow = { row: number; why: string }

export type PlayLog = { plays: Play[]; skipped: SkippedRow[] }

/** Speakers start the same programme within some minutes of each other. */
const SAME_PLAY = 5 * 60_000
const LONGEST_TITLE = 200

export const startOf = ({ date, time }: Pick<Play, 'date' | 'time'>): Instant => instantOf(date, time)

/** By time. Rows of the same programme that began together are one play. */
export function readPlays(sheet: Sheet, columns: PlayColumns): PlayLog {
  const top = headingRow(sheet)
  const plays: Play[] = []
  const skipped: SkippedRow[] = []
  let day: LocalDate | null = null
  for (const [i, row] of sheet.entries()) {
    if (i <= top || row.every((cell) => cell === null || String(cell).trim() === '')) continue
    const read = playOf(row, columns, day)
    day = read.day
    if ('why' in read) skipped.push({ row: i + 1, why: read.why })
    else plays.push({ ...read.play, rows: [i + 1] })
  }
  return { plays: together(plays), skipped }
}

type Read = { day: LocalDate | null } & ({ why: string } | { play: Omit<Play, 'rows'> })

/** `day` is the last one seen: where its cells are merged it stands on the first row only. */
function playOf(row: readonly Cell[], columns: PlayColumns, day: LocalDate | null): Read {
  const cell = (index: number | null): Cell => (index === null ? null : (row[index] ?? null))
  const dateCell = cell(columns.date)
  const said = momentOf(dateCell)
  const isBlank = dateCell === null || String(dateCell).trim() === ''
  const date = said.date ?? (isBlank && columns.time !== null ? day : null)
  if (date === null)
    return { day, why: isBlank ? 'không có ngày' : `không đọc được ngày “${short(dateCell)}”` }
  // A workbook's moment that falls on midnight is a whole number, like a day.
  const midnight = typeof dateCell === 'number' ? '00:00' : null
  const time = columns.time === null ? (said.time ?? midnight) : momentOf(cell(columns.time)).time
  if (time === null)
    return { day: date, why: `không đọc được giờ “${short(cell(columns.time ?? columns.date))}”` }
  if (hasFailed(cell(columns.status)))
    return { day: date, why: `hệ thống ghi không phát được: “${short(cell(columns.status))}”` }
  const minutes = minutesOf(cell(columns.length), columns.lengthUnit) ?? untilEnd(time, cell(columns.end))
  const title = tidy(String(cell(columns.title) ?? '')).slice(0, LONGEST_TITLE)
  return { day: date, play: { date, time, minutes, title } }
}

const short = (cell: Cell): string => tidy(String(cell ?? '')).slice(0, 40)

const FAILED = /khong|chua|\bloi\b|that bai|\bhuy\b|cho phat|bo qua|fail|error|cancel|skip|pending/

const hasFailed = (cell: Cell): boolean => cell !== null && FAILED.test(foldAll(String(cell)))

/** Past midnight is the next day; half a day and more is no programme but a mistake. */
function untilEnd(start: WallTime, cell: Cell): number | null {
  const end = momentOf(cell).time
  if (end === null) return null
  const minutes = (minuteOfDay(end) - minuteOfDay(start) + 1440) % 1440
  return minutes > 0 && minutes < 720 ? minutes : null
}

function together(plays: Play[]): Play[] {
  const sorted = plays.toSorted((a, b) => startOf(a) - startOf(b))
  const latest = new Map<string, Play>()
  const merged: Play[] = []
  for (const play of sorted) {
    const name = foldAll(play.title)
    const before = latest.get(name)
    if (before && name !== '' && startOf(play) - startOf(before) <= SAME_PLAY) {
      before.rows.push(...play.rows)
      before.minutes = Math.max(before.minutes ?? 0, play.minutes ?? 0) || null
    } else {
      merged.push(play)
      latest.set(name, play)
    }
  }
  return merged
}

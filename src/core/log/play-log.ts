/** What a loudspeaker system says that it played: rows of its export as plays. */
import { foldAll, tidy } from '../text.ts'
import {
  addDays,
  daysBetween,
  type Instant,
  instantOf,
  type LocalDate,
  minuteOfDay,
  type WallTime,
} from '../wall-clock.ts'
import { type AiringState, airingState, bothSay, type Coverage, reachOf } from './airing-state.ts'
import { cellsOf, orderOf } from './date-order.ts'
import { headingRow, noteColumns, type PlayColumns, type Sheet } from './play-columns.ts'
import { doubtOf } from './play-doubt.ts'
import { type PlayTable, type RowName, rowName } from './play-pages.ts'
import {
  type Cell,
  type DateOrder,
  hoursIn,
  inHalf,
  type Moment,
  minutesOf,
  momentOf,
  saysSeveralDays,
  saysUnit,
} from './play-time.ts'

/** One airing; a system with many speakers has a row for each of them. */
export type Play = {
  date: LocalDate
  time: WallTime
  /** Null where the log does not say. */
  minutes: number | null
  /** As the log has it; empty where it has none. */
  title: string
  /** Lines of the file. */
  rows: RowName[]
  /** What the log says of how it went, where that is no clear yes. */
  unclear: string | null
  /** On how many of the devices it was played. */
  coverage: Coverage | null
}

/** A row that is no play: why in words, for the officer. */
export type SkippedRow = { row: RowName; why: string }

export type PlayLog = { plays: Play[]; skipped: SkippedRow[] }

/** Speakers start the same programme within some minutes of each other; looks of a machine are a minute apart. */
const SAME_PLAY = 5 * 60_000
const LONGEST_TITLE = 200

export const startOf = ({ date, time }: Pick<Play, 'date' | 'time'>): Instant => instantOf(date, time)

/** By time. Rows of the same programme that began together are one play, and so is a run of "đang phát". */
export function readPlays(
  { sheet, parts }: Pick<PlayTable, 'sheet' | 'parts'>,
  columns: PlayColumns,
): PlayLog {
  const top = headingRow(sheet)
  const reading: Reading = {
    columns,
    order: orderOf(cellsOf(sheet, columns.date), columns.dateOrder),
    scale: scaleOf(sheet.slice(top + 1), columns),
    saysStates: saysStates(sheet.slice(top + 1), columns),
    saysLengths: saysLengths(sheet.slice(top + 1), columns),
    notes: noteColumns(sheet),
    stateOf: remembered(airingState),
  }
  const plays: Found[] = []
  const skipped: SkippedRow[] = []
  let day: Before = { day: null, half: null }
  for (const [i, row] of sheet.entries()) {
    if (i <= top || row.every((cell) => cell === null || String(cell).trim() === '')) continue
    const name = rowName(parts, i)
    const at = columns.time ?? columns.date
    for (const { at: hour, end } of hoursIn(row[at] ?? null)) {
      const read = playOf(withHour(row, at, hour), end, reading, day)
      day = read.before
      if ('why' in read) skipped.push({ row: name, why: read.why })
      else
        plays.push({ play: { ...read.play, rows: [name] }, start: startOf(read.play), isLook: read.isLook })
    }
  }
  return { plays: together(plays), skipped }
}

type Reading = {
  columns: PlayColumns
  order: DateOrder
  /** By how much lengths without a unit are too large. */
  scale: number
  saysStates: boolean
  saysLengths: boolean
  /** Columns of remarks. */
  notes: readonly number[]
  stateOf: typeof airingState
}

/** `isLook`: the row does not begin a play but says that one was going on. */
type Found = { play: Play; start: Instant; isLook: boolean }
/** What merged cells said above: they stand on their first row only. */
type Before = { day: LocalDate | null; half: Cell }
type Read = { before: Before } & ({ why: string } | { play: Omit<Play, 'rows'>; isLook: boolean })

const withHour = (row: readonly Cell[], index: number, hour: Cell): readonly Cell[] =>
  row[index] === hour || index >= row.length ? row : row.with(index, hour)

const isSum = (cell: Cell): boolean =>
  typeof cell === 'string' && /^(?:tong|cong|total|sum)\b/.test(foldAll(tidy(cell)))

/** No loudspeaker system kept a log before; such years are a clock that was never set, or a slip of the pen. */
const FIRST_YEAR = '2000'

/** `until`: the end that the cell of the hour itself says. */
function playOf(row: readonly Cell[], until: Cell, reading: Reading, above: Before): Read {
  const { columns, order } = reading
  const cell = (index: number | null): Cell => (index === null ? null : (row[index] ?? null))
  const dateCell = cell(columns.date)
  const isBlank = dateCell === null || String(dateCell).trim() === ''
  const day =
    momentOf(dateCell, order).date ??
    (isBlank && columns.time !== null && !row.some(isSum) ? above.day : null)
  if (day === null)
    return { before: above, why: isBlank ? 'không có ngày' : `không đọc được ngày “${short(dateCell)}”` }
  if (saysSeveralDays(dateCell, order)) return { before: above, why: `ghi nhiều ngày “${short(dateCell)}”` }
  if (day < FIRST_YEAR) return { before: above, why: `không thể phát năm ${Number(day.slice(0, 4))}` }
  const half = cell(columns.half) ?? (day === above.day ? above.half : null)
  const before = { day, half }
  const moment = (said: Cell) => momentOf(inHalf(said, half), order)
  // A workbook's moment that falls on midnight is a whole number, like a day.
  const midnight = columns.time === null && typeof dateCell === 'number' ? '00:00' : null
  const hour = moment(cell(columns.time ?? columns.date))
  const time = hour.time ?? midnight
  if (time === null) {
    const said = short(inHalf(cell(columns.time ?? columns.date), half))
    return { before, why: `không đọc được giờ “${said}”` }
  }
  const [status, devices] = [cell(columns.status), cell(columns.devices)]
  const reach = reachOf(devices)
  const state = bothSay(reading.stateOf(status), reach)
  const denied = short(reach.kind === 'silent' ? devices : status)
  if (state.kind === 'silent') return { before, why: `hệ thống ghi không phát: “${denied}”` }
  const length = cell(columns.length)
  const date = columns.time === null ? (hour.date ?? day) : hour.next ? addDays(day, 1) : day
  const end = moment(until ?? cell(columns.end))
  const minutes = lengthOf(length, reading) ?? untilEnd({ date, time }, end)
  const title = tidy(String(cell(columns.title) ?? '')).slice(0, LONGEST_TITLE)
  const said = {
    day: date,
    dateCell,
    until: end.date,
    title,
    notes: reading.notes.map(cell),
    stateOf: reading.stateOf,
  }
  const play = {
    ...{ date, time, minutes, title },
    unclear: unclearWords(state, status, reading) ?? noLength(length, reading) ?? doubtOf(said),
    coverage: state.coverage,
  }
  return { before, play, isLook: state.kind === 'playing' }
}

/** A hundred thousand rows have a few states. */
function remembered<Said>(of: (cell: Cell) => Said): (cell: Cell) => Said {
  const known = new Map<Cell, Said>()
  return (cell) => {
    const said = known.get(cell) ?? of(cell)
    known.set(cell, said)
    return said
  }
}

const short = (cell: Cell): string => tidy(String(cell ?? '')).slice(0, 40)

/** An empty cell says nothing where no row says anything, and leaves open what others say. */
function unclearWords({ kind }: AiringState, cell: Cell, { saysStates }: Reading): string | null {
  if (kind === 'unclear') return `hệ thống ghi “${short(cell)}”, chưa rõ đã phát hay chưa`
  return kind === 'unsaid' && saysStates ? 'hệ thống không ghi đã phát hay chưa' : null
}

/** Nothing was heard of what took no time; a system that never measures writes 0 everywhere. */
const noLength = (cell: Cell, { columns, saysLengths }: Reading): string | null =>
  saysLengths && minutesOf(cell, columns.lengthUnit) === 0
    ? `hệ thống ghi thời lượng “${short(cell)}”, chưa rõ đã phát hay chưa`
    : null

const saysLengths = (rows: Sheet, { length, lengthUnit }: PlayColumns): boolean =>
  length !== null && rows.some((row) => (minutesOf(row[length] ?? null, lengthUnit) ?? 0) > 0)

const saysStates = (rows: Sheet, { status }: PlayColumns): boolean =>
  status !== null && rows.some((row) => airingState(row[status] ?? null).kind !== 'unsaid')

/** No station plays for half a day and more: such a length is a mistake, of its unit or of its end. */
const LONGEST = 720

function lengthOf(cell: Cell, { columns, scale }: Reading): number | null {
  const minutes = minutesOf(cell, columns.lengthUnit)
  if (minutes === null) return null
  const scaled = saysUnit(cell) ? minutes : Math.round(minutes / scale)
  return scaled > 0 && scaled < LONGEST ? scaled : null
}

/**
 * 60 where the lengths of a column make sense only so: seconds under "Thời lượng", or `15:00` that a spreadsheet took
 * for fifteen hours.
 */
function scaleOf(rows: Sheet, { length, lengthUnit }: PlayColumns): 1 | 60 {
  if (length === null) return 1
  const cells = rows.map((row) => row[length] ?? null).filter((cell) => !saysUnit(cell))
  const known = cells.map((cell) => minutesOf(cell, lengthUnit)).filter((minutes) => minutes !== null)
  return known.filter((minutes) => minutes > 180).length * 2 > known.length ? 60 : 1
}

/** Without a day of its own an end before the beginning is past midnight. */
function untilEnd({ date, time }: Pick<Play, 'date' | 'time'>, end: Moment): number | null {
  if (end.time === null) return null
  const apart = minuteOfDay(end.time) - minuteOfDay(time)
  const minutes = end.date === null ? (apart + DAY) % DAY : daysBetween(date, end.date) * DAY + apart
  return minutes > 0 && minutes < LONGEST ? minutes : null
}

const DAY = 1440

function together(found: Found[]): Play[] {
  const byStart = (a: Found, b: Found) => a.start - b.start
  const looks = found.filter(({ isLook }) => isLook).sort(byStart)
  const starts = found.filter(({ isLook }) => !isLook).sort(byStart)
  // One row that says "đang phát" beside others that were played is a play; many are what a machine saw each minute.
  const plays =
    looks.length > 1 ? [...runs(looks), ...merged(starts)] : merged([...starts, ...looks].sort(byStart))
  return plays.sort(byStart).map(({ play }) => play)
}

/** Speakers that began together; where a system writes a row each minute, all of them. Without a title only at one moment. */
function merged(found: readonly Found[]): Found[] {
  const latest = new Map<string, { first: Found; last: Instant }>()
  const plays: Found[] = []
  for (const next of found) {
    const { play } = next
    const name = foldAll(play.title)
    const before = latest.get(name)
    if (before && next.start - before.last <= (name === '' ? 0 : SAME_PLAY)) {
      const { first } = before
      before.last = next.start
      first.play.rows.push(...play.rows)
      first.play.minutes = Math.max(first.play.minutes ?? 0, play.minutes ?? 0) || null
      first.play.unclear = first.play.unclear && play.unclear
      first.play.coverage ??= play.coverage
    } else {
      plays.push(next)
      latest.set(name, { first: next, last: next.start })
    }
  }
  return plays
}

/** From the first look to the last, and as long again as lies between two. */
function runs(looks: readonly Found[]): Found[] {
  const beat = beatOf(looks)
  const latest = new Map<string, { run: Found; last: Instant }>()
  const plays: Found[] = []
  for (const { play, start: at, isLook } of looks) {
    const name = foldAll(play.title)
    const known = latest.get(name)
    if (known && at - known.last <= SAME_PLAY) {
      known.run.play.rows.push(...play.rows)
      known.run.play.minutes = (at - known.run.start) / 60_000 + beat
      known.last = at
    } else {
      const run = { play: { ...play, minutes: play.minutes ?? beat }, start: at, isLook }
      plays.push(run)
      latest.set(name, { run, last: at })
    }
  }
  return plays
}

/** Minutes between two looks, mostly. */
function beatOf(looks: readonly Found[]): number {
  const starts = looks.map(({ start }) => start)
  const gaps = starts
    .slice(1)
    .map((at, i) => (at - (starts[i] ?? at)) / 60_000)
    .filter((minutes) => minutes > 0 && minutes <= 5)
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? 1
}

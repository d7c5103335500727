/** What a play log says against the plan: read, compared, and as much of it as somebody can look through. */

import type { SlotRecord } from '../reading.ts'
import { type Reading, read } from '../reading.ts'
import { type Closing, OFFICE } from '../record/closing.ts'
import { CLOCK_SKEW } from '../record/recording.ts'
import { plannedDay } from '../slot.ts'
import type { Moment } from '../standing.ts'
import { columnLetters } from '../text.ts'
import type { DateRange, Instant } from '../wall-clock.ts'
import { contains } from '../wall-clock.ts'
import { orderTrouble } from './date-order.ts'
import { guessColumns, headingsOf, type PlayColumns, type Sheet, tableBeside } from './play-columns.ts'
import { type Play, readPlays, type SkippedRow, startOf } from './play-log.ts'
import { type DiffLine, daysPlayed, diffPlays } from './play-match.ts'
import type { PlayTable } from './play-pages.ts'

/** What was said once about files with these headings. */
export type SavedColumns = { headings: string; columns: PlayColumns }

/** What can be said of a log before it is compared. */
export type PlayHead = {
  headings: string
  /** Its first rows, as many as there are headings and samples in. */
  top: Sheet
  /** What was said of it, or was once of its like, or a guess; null where there is none. */
  columns: PlayColumns | null
  remembered: boolean
  /** Why the file must not be read by these columns, in words. */
  trouble: string | null
  /** The days that it speaks of; null without a play. */
  days: DateRange | null
  /** The first row that is no play. */
  skipped: SkippedRow | null
}

const TOP = 100

/** `said`: what somebody says of its columns now. */
export function playHead(
  table: PlayTable,
  saved: readonly SavedColumns[],
  said: PlayColumns | null,
  now: Instant,
): PlayHead {
  const { sheet } = table
  const headings = headingsOf(sheet)
  const known = said ?? saved.find((one) => one.headings === headings)?.columns ?? null
  const columns = known ?? guessColumns(sheet)
  const head = { headings, top: sheet.slice(0, TOP), columns, remembered: known !== null }
  if (columns === null) return { ...head, trouble: null, days: null, skipped: null }
  const trouble = orderTrouble(sheet, columns)
  const { plays, skipped } = playsUntil(table, columns, now)
  return { ...head, trouble, days: daysPlayed(plays), skipped: skipped[0] ?? null }
}

export type PlayDiff = {
  lines: DiffLine[]
  skipped: SkippedRow[]
  /** Sheets of a workbook that were not read, in words. */
  leftOut: string[]
  /** The days that the log speaks of. */
  days: DateRange | null
}

/** What a log is held against: the slots of its days, and the periods that are closed. */
export type Known = { records: readonly SlotRecord[]; closings: readonly Closing[] }

/** What the log says against the loudspeakers' slots. */
export function playDiff(
  table: PlayTable,
  columns: PlayColumns,
  { records, closings }: Known,
  moment: Moment,
): PlayDiff {
  const { plays, skipped } = playsUntil(table, columns, moment.now)
  const isClosed = ({ slot }: Reading) =>
    closings.some(
      (closing) => [slot.planId, OFFICE].includes(closing.planId) && contains(closing, plannedDay(slot)),
    )
  const aired = read(records, moment)
    .filter(({ obligation }) => obligation.channels.includes('loudspeaker'))
    .map((reading) => ({ ...reading, closed: isClosed(reading) }))
  const beside = tableBeside(table.sheet, columns)
  const besideWords =
    beside === null
      ? []
      : [`bảng thứ hai, từ cột ${columnLetters(beside)}, không đọc: hãy nhập riêng bảng ấy`]
  const leftOut = [...table.leftOut, ...besideWords]
  return { lines: diffPlays(plays, aired, moment.now), skipped, leftOut, days: daysPlayed(plays) }
}

/** What a log says of the future is no play. */
function playsUntil(
  table: PlayTable,
  columns: PlayColumns,
  now: Instant,
): { plays: Play[]; skipped: SkippedRow[] } {
  const { plays, skipped } = readPlays(table, columns)
  const isAhead = (play: Play) => startOf(play) > now + CLOCK_SKEW
  const ahead = plays
    .filter(isAhead)
    .flatMap(({ rows }) => rows.map((row) => ({ row, why: 'thời điểm ở tương lai' })))
  return { plays: plays.filter((play) => !isAhead(play)), skipped: [...skipped, ...ahead] }
}

/** Play logs: a file, what its columns mean, the difference to the plan, and recording what was confirmed. */
import { createHash } from 'node:crypto'
import type { Author } from '../core/author.ts'
import type { FileEvidence } from '../core/fact.ts'
import { orderTrouble } from '../core/log/date-order.ts'
import { guessColumns, headingsOf, type PlayColumns, type Sheet } from '../core/log/play-columns.ts'
import { factOfLine, keyOfLine, kindOfLine } from '../core/log/play-facts.ts'
import { readPlays, type SkippedRow, startOf } from '../core/log/play-log.ts'
import { type DiffLine, daysOfSlots, daysPlayed, diffPlays } from '../core/log/play-match.ts'
import type { PlayTable } from '../core/log/play-pages.ts'
import { ok, type Result } from '../core/problem.ts'
import { type Reading, read } from '../core/reading.ts'
import { OFFICE } from '../core/record/closing.ts'
import { CLOCK_SKEW, draftFact } from '../core/record/recording.ts'
import { plannedDay } from '../core/slot.ts'
import type { Moment } from '../core/standing.ts'
import { tidy } from '../core/text.ts'
import { contains, type DateRange, type Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import { listClosings } from '../store/closings.ts'
import type { Db } from '../store/db.ts'
import { appendEach, type NewFactOn } from '../store/facts.ts'
import { findPlayColumns, type KeptPlayLog, savePlayLog } from '../store/play-logs.ts'
import { listSlots } from '../store/slots.ts'
import { given } from '../workshop.ts'
import { readPlayFile } from './read-play-log.ts'
import { toFact } from './record-fact.ts'

export type PlayLine = DiffLine

/** Reads a file; nothing is stored. */
export async function openPlayLog(
  name: string,
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => Promise<Result<PlayTable>> = async (all) => readPlayFile(all),
): Promise<Result<KeptPlayLog>> {
  const table = await read(bytes)
  if (!table.ok) return table
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { name: tidy(name).slice(-200) || 'nhat-ky', size: bytes.length, sha256 }
  return ok({ file, table: table.value })
}

/** Reads a file and keeps its rows until it was looked through. */
export async function uploadPlayLog(
  { db, workshop }: Pick<Deps, 'db' | 'workshop'>,
  unit: string,
  name: string,
  bytes: Uint8Array,
  now: Instant,
): Promise<Result<KeptPlayLog>> {
  const log = await openPlayLog(name, bytes, () => workshop.run(unit, 'play-file', given(bytes)))
  if (log.ok) await savePlayLog(db, unit, log.value.file, log.value.table, now)
  return log
}

/** `trouble`: why the file must not be read by these columns, in words. */
export type KnownColumns = { columns: PlayColumns | null; remembered: boolean; trouble: string | null }

/** What was said once about files with these headings, otherwise a guess, if there is one. */
export async function columnsOf(db: Db, unit: string, sheet: Sheet): Promise<KnownColumns> {
  const columns = await findPlayColumns(db, unit, headingsOf(sheet))
  const known = columns ?? guessColumns(sheet)
  return { columns: known, remembered: columns !== null, trouble: known && orderTrouble(sheet, known) }
}

export type PlayDiff = {
  lines: PlayLine[]
  skipped: SkippedRow[]
  /** Sheets of a workbook that were not read, in words. */
  leftOut: string[]
  /** The days that the log speaks of. */
  days: DateRange | null
}

/** What the log says against the loudspeakers' slots. */
export async function playDiff(
  db: Db,
  unit: string,
  table: PlayTable,
  columns: PlayColumns,
  moment: Moment,
): Promise<PlayDiff> {
  const { now } = moment
  const log = readPlays(table, columns)
  const plays = log.plays.filter((play) => startOf(play) <= now + CLOCK_SKEW)
  const ahead = log.plays
    .filter((play) => startOf(play) > now + CLOCK_SKEW)
    .flatMap(({ rows }) => rows.map((row) => ({ row, why: 'thời điểm ở tương lai' })))
  const days = daysPlayed(plays)
  const [records, closings] = await Promise.all([
    days ? listSlots(db, unit, { range: daysOfSlots(days) }) : [],
    listClosings(db, unit),
  ])
  const isClosed = ({ slot }: Reading) =>
    closings.some(
      (closing) => [slot.planId, OFFICE].includes(closing.planId) && contains(closing, plannedDay(slot)),
    )
  const aired = read(records, moment)
    .filter(({ obligation }) => obligation.channels.includes('loudspeaker'))
    .map((reading) => ({ ...reading, closed: isClosed(reading) }))
  const { leftOut } = table
  return { lines: diffPlays(plays, aired, now), skipped: [...log.skipped, ...ahead], leftOut, days }
}

/** What there is to record of a line, and the key by which it is chosen; null where there is nothing. */
export const choiceOf = (line: PlayLine) => {
  const kind = kindOfLine(line)
  return kind === null || line.sign === '+' ? null : { kind, key: keyOfLine(line) }
}

const BATCH = 200

/** Records the lines that were confirmed. `reason` says why a slot was silent. Answers how many were recorded. */
export async function recordLines(
  db: Db,
  who: Author,
  lines: readonly PlayLine[],
  { file, reason, now }: { file: FileEvidence; reason: string; now: Instant },
): Promise<number> {
  const news = lines.flatMap((line): NewFactOn[] => {
    const input = factOfLine(line, file, reason)
    if (input === null || line.sign === '+') return []
    const { slot, facts } = line.reading
    const draft = draftFact(slot, facts, input, now)
    if (!draft.ok) return []
    const fact = toFact(draft.value, who, now)
    return [{ fact, byId: who.id, idempotencyKey: keyOfLine(line), seen: facts.length }]
  })
  let recorded = 0
  for (let from = 0; from < news.length; from += BATCH) {
    const added = await appendEach(db, who.unit, news.slice(from, from + BATCH))
    recorded += added.filter(Boolean).length
  }
  return recorded
}

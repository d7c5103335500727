/** Play logs: a file, what its columns mean, the difference to the plan, and recording what was confirmed. */
import { createHash } from 'node:crypto'
import type { FileEvidence } from '../core/fact.ts'
import type { PlayColumns } from '../core/log/play-columns.ts'
import { type Known, type PlayHead, playHead } from '../core/log/play-diff.ts'
import { factOfLine, keyOfLine } from '../core/log/play-facts.ts'
import type { PlayPage } from '../core/log/play-groups.ts'
import { type DiffLine, daysOfSlots } from '../core/log/play-match.ts'
import type { PlayTable } from '../core/log/play-pages.ts'
import { ok, type Result } from '../core/problem.ts'
import { draftFact } from '../core/record/recording.ts'
import { tidy } from '../core/text.ts'
import type { DateRange, Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import type { Breathe } from '../portions.ts'
import { listClosings } from '../store/closings.ts'
import type { Db } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { appendMany, type NewFactOn } from '../store/facts.ts'
import { type KeptPlayLog, listPlayColumns, savePlayLog } from '../store/play-logs.ts'
import { listSlots } from '../store/slots.ts'
import { given } from '../workshop.ts'
import type { Look } from './act.ts'
import { toFact } from './record-fact.ts'

/** Whose log it is, and where what is heavy about it is done. */
type House = Pick<Look, 'db' | 'unit' | 'moment'> & Pick<Deps, 'workshop'>

/** Reads a file and keeps its rows until it was looked through. */
export async function uploadPlayLog(
  { db, unit, moment, workshop }: House,
  name: string,
  bytes: Uint8Array,
): Promise<Result<KeptPlayLog>> {
  const packed = await workshop.run(unit, 'play-file', given(bytes))
  if (!packed.ok) return packed
  const log = { file: fileOf(name, bytes), packed: packed.value }
  await savePlayLog(db, unit, log, moment.now)
  return ok(log)
}

export const fileOf = (name: string, bytes: Uint8Array): FileEvidence => ({
  name: tidy(name).slice(-200) || 'nhat-ky',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** What can be said of a kept log; `said`: what somebody says of its columns now. */
export const headOf = (
  { db, unit, moment: { now }, workshop }: House,
  { packed }: KeptPlayLog,
  said: PlayColumns | null = null,
): Promise<Result<PlayHead>> =>
  workshop.run(unit, 'play-head', async () =>
    ok({ packed, saved: await listPlayColumns(db, unit), said, now }),
  )

/** The same of a table that is at hand. */
export const headOfTable = async (db: Db, unit: string, table: PlayTable, now: Instant): Promise<PlayHead> =>
  playHead(table, await listPlayColumns(db, unit), null, now)

/** What the log says against the loudspeakers' slots; `chosen`: keys of lines that somebody ticked. */
export const comparePlayLog = (
  { db, unit, moment, workshop }: House,
  { packed, columns, days }: Pick<KeptPlayLog, 'packed'> & { columns: PlayColumns; days: DateRange | null },
  chosen: ReadonlySet<string> = new Set(),
): Promise<Result<PlayPage>> =>
  workshop.run(unit, 'play-diff', async () =>
    ok({ packed, columns, known: await knownOf(db, unit, days), moment, chosen }),
  )

export async function knownOf(db: Db, unit: string, days: DateRange | null): Promise<Known> {
  const [records, closings] = await Promise.all([
    days ? listSlots(db, unit, { range: daysOfSlots(days) }) : [],
    listClosings(db, unit),
  ])
  return { records, closings }
}

/** Records the lines that were confirmed. `reason` says why a slot was silent. Answers how many were recorded. */
export async function recordLines(
  { db, who, now }: Deed,
  lines: readonly DiffLine[],
  { file, reason }: { file: FileEvidence; reason: string },
  breathe?: Breathe,
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
  return (await appendMany(db, who.unit, news, breathe)).filter(Boolean).length
}

/** What is recorded for a line of the difference between plan and play log, once an officer confirmed it. */
import { type FactInput, type FileEvidence, inputOf } from '../fact.ts'
import { isSettled } from '../standing.ts'
import { foldAll } from '../text.ts'
import { startOf } from './play-log.ts'
import type { DiffLine } from './play-match.ts'

export type LineKind = 'aired' | 'made-up' | 'not-aired'

/** Null where there is nothing to record: it was recorded before, was not planned, or its period is closed. */
export function kindOfLine(line: DiffLine): LineKind | null {
  if (line.sign === '+' || line.reading.closed) return null
  if (line.sign === '−') return 'not-aired'
  const { slot, at } = line.reading
  const { standing } = at
  if (!isSettled(standing)) return 'aired'
  const silent = standing === 'missed' || standing === 'excused'
  return silent && line.play.date > (slot.date ?? slot.window?.from ?? '') ? 'made-up' : null
}

/** `reason` is why a slot was silent; the log itself does not say. Null where there is nothing to record. */
export function factOfLine(line: DiffLine, file: FileEvidence, reason: string): FactInput | null {
  const kind = kindOfLine(line)
  if (kind === null || line.sign === '+') return null
  if (line.sign === '−')
    return inputOf('not-aired', { reason, note: `Không có trong nhật ký phát (tệp ${file.name})`, file })
  const { title, rows, coverage } = line.play
  const minutes = hasPlausibleLength(line) ? line.play.minutes : null
  const name = title === '' ? '' : ` “${title}”`
  const devices = coverage ? ` (${coverage.played}/${coverage.of} thiết bị)` : ''
  const note = `Theo nhật ký phát${name}${devices}, dòng ${rows.slice(0, 5).join(', ')}${rows.length > 5 ? '…' : ''} của tệp ${file.name}`
  return inputOf(kind, { at: startOf(line.play), minutes, note, file })
}

/** Several times as long as planned is a mistake of the log, of its unit mostly, and no length to report. */
export function hasPlausibleLength({ play, reading }: Exclude<DiffLine, { sign: '+' | '−' }>): boolean {
  const planned = reading.slot.minutes
  return play.minutes === null || planned === 0 || play.minutes <= Math.max(60, planned * 4)
}

/**
 * The same for the same row and slot, whatever file it stands in: a play is recorded once. What somebody took back
 * since may be recorded again.
 */
export function keyOfLine(line: Exclude<DiffLine, { sign: '+' }>): string {
  const { slot, facts } = line.reading
  const takenBack = facts.filter(({ kind }) => kind === 'correction').length
  const what =
    line.sign === '−' ? 'silent' : `${line.play.date}T${line.play.time} ${foldAll(line.play.title)}`
  return `play-log ${slot.id} ${takenBack} ${what}`
}

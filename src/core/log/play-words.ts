import { placeMissed } from '../standing.ts'
import type { LocalDate, WallTime } from '../wall-clock.ts'
import { STANDING_NAMES } from '../words/names.ts'
import { airingWords, issueWords } from '../words/slot-words.ts'
import { documentDay, shortDay, weekdayName } from '../words/words.ts'
import { hasPlausibleLength, kindOfLine } from './play-facts.ts'
import type { Play, SkippedRow } from './play-log.ts'
import type { DiffLine } from './play-match.ts'

export type LineWords = {
  day: LocalDate
  /** When it was played, or should have been. */
  time: WallTime | null
  /** What was planned; null for a play that nobody planned. */
  planned: { slotId: string; title: string; details: string[] } | null
  /** What the log says; null for what it does not have. */
  played: string | null
  /** Why there is nothing to confirm, or what to look at. */
  remark: string | null
}

export function lineWords(line: DiffLine): LineWords {
  if (line.sign === '+') {
    const { play } = line
    return { day: play.date, time: play.time, planned: null, played: playWords(play), remark: null }
  }
  const { slot, obligation, at, closed } = line.reading
  const planned = {
    slotId: slot.id,
    title: obligation.title,
    details: [airingWords(slot), issueWords(slot, obligation)].filter((words) => words !== null),
  }
  if (line.sign === '−') {
    const remark = closed ? CLOSED : null
    return { day: at.dueDay, time: at.dueTime, planned, played: null, remark }
  }
  const { play } = line
  return { day: play.date, time: play.time, planned, played: playWords(play), remark: remarkOf(line) }
}

const CLOSED = 'kỳ đã chốt: muốn ghi thì mở khung, nêu lý do sửa'

/** `“CM CĐS số 16”, 15 phút, 12 dòng` */
const playWords = ({ title, minutes, rows, coverage }: Play): string =>
  [
    title === '' ? null : `“${title}”`,
    minutes === null ? null : `${minutes} phút`,
    coverage && `${coverage.played}/${coverage.of} thiết bị`,
    rows.length > 1 ? `${rows.length} dòng` : `dòng ${rows[0]}`,
  ]
    .filter((words) => words !== null)
    .join(', ')

function remarkOf(line: Exclude<DiffLine, { sign: '+' } | { sign: '−' }>): string | null {
  const { at, closed } = line.reading
  const { dueDay, dueTime, outcome, standing } = at
  const kind = kindOfLine(line)
  if (kind === null && outcome) return `${outcome.by} đã ghi: ${STANDING_NAMES[standing].toLowerCase()}`
  if (closed) return CLOSED
  if (line.play.unclear !== null) return line.play.unclear
  if (!hasPlausibleLength(line))
    return `${line.play.minutes} phút dài quá mức của khung nên không ghi thời lượng`
  if (kind === 'made-up') {
    const missed = placeMissed(at).date
    return `khung ${weekdayName(missed)} ${shortDay(missed)} không phát: ghi là phát bù`
  }
  const { play } = line
  if (play.date !== dueDay) return `theo lịch ${dueTime ?? ''} ${weekdayName(dueDay)} ${shortDay(dueDay)}`
  return play.time === dueTime ? null : `theo lịch ${dueTime ?? 'trong ngày'}`
}

/** `= 04/8/2025 05:32  Chuyên mục CĐS (phát mới, số 16/26) ← “CM CĐS số 16”, dòng 2; theo lịch 05:30` */
export function lineText(line: DiffLine): string {
  const { day, time, planned, played, remark } = lineWords(line)
  const what = planned ? `${planned.title} (${planned.details.join(', ')})` : null
  const words = [what, played].filter((text) => text !== null).join(' ← ')
  return `${line.sign} ${documentDay(day)} ${time ?? '     '}  ${words}${remark ? `; ${remark}` : ''}`
}

/** So many rows are told one by one when they have one reason. */
const MOST_ALIKE = 5

/** `dòng 5: không có ngày`; the thousands of "Không phát" that a machine writes each minute are one line. */
export function skippedWords(skipped: readonly SkippedRow[]): string[] {
  const groups = Map.groupBy(skipped, ({ why }) => why)
  return [...groups].flatMap(([why, rows]) => {
    if (rows.length <= MOST_ALIKE) return rows.map(({ row }) => `dòng ${row}: ${why}`)
    const first = rows.slice(0, 3).map(({ row }) => row)
    return [`dòng ${first.join(', ')}… (${rows.length.toLocaleString('vi-VN')} dòng): ${why}`]
  })
}

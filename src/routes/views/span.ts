/** Windows, deadlines, reports and measures: what has a last day instead of an hour. */

import type { Reading, SlotRecord } from '../../core/reading.ts'
import { isAhead } from '../../core/standing.ts'
import { addDays, contains, type DateRange, daysBetween, type LocalDate } from '../../core/wall-clock.ts'
import { amount } from '../../core/words/figures.ts'
import { periodInWords } from '../../core/words/period-words.ts'
import { issueWords, slotTitle } from '../../core/words/slot-words.ts'
import { daysLeft, shortDay } from '../../core/words/words.ts'
import type { Span } from '../../templates/calendar-views.ts'
import type { Tag } from '../../templates/views.ts'
import { slotPath } from './paths.ts'
import { plainTag, tagOf } from './tag.ts'

/** Days before the end of a window from which it asks for attention. */
const SOON = 14
/** A window of more days than that is the year's, and must not crowd out the others. */
const LONG = 300

export function spanOf(record: Reading, today: LocalDate): Span {
  const { slot } = record
  const window = windowOf(record)
  return {
    href: slotPath(slot.id),
    when: hasOnlyEnd(record) ? `hạn ${shortDay(window.to)}` : periodInWords(window),
    title: slotTitle(slot, record.obligation),
    tag: spanTag(record, today),
    details: [
      issueWords(slot, record.obligation),
      targetWords(record),
      closedWords(record),
      anchorWords(record),
    ].filter((words) => words !== null),
  }
}

export const windowOf = ({ slot, at }: Reading): DateRange =>
  slot.window ?? { from: at.dueDay, to: at.dueDay }

export const isYearLong = (record: Reading): boolean => {
  const { from, to } = windowOf(record)
  return daysBetween(from, to) > LONG && !hasOnlyEnd(record)
}

/** A deadline's beginning is nobody's business. */
export const hasOnlyEnd = ({ obligation }: SlotRecord): boolean =>
  ['deadline', 'report', 'measure'].includes(obligation.cadence.kind)

function spanTag(record: Reading, today: LocalDate): Tag {
  const { at } = record
  const { from, to } = windowOf(record)
  if (!isAhead(at.standing)) return tagOf(record)
  if (today < from) return plainTag(`từ ${shortDay(from)}`)
  return plainTag(daysLeft(today, to), daysBetween(today, to) <= SOON ? 'now' : 'plan')
}

function targetWords({ obligation: { cadence } }: SlotRecord): string | null {
  return cadence.kind === 'measure' ? `mục tiêu ${amount(cadence.target.value, cadence.target.unit)}` : null
}

/** The window of a report opens on the day after its figures are closed. */
function closedWords({ slot, obligation }: SlotRecord): string | null {
  if (obligation.cadence.kind !== 'report' || !slot.window) return null
  return `số liệu đến ${shortDay(addDays(slot.window.from, -1))}`
}

function anchorWords(record: Reading): string | null {
  const { anchor } = record.obligation.cadence
  if (anchor === null) return null
  const outside = contains(windowOf(record), anchor) ? '' : ` nằm ngoài ${periodInWords(windowOf(record))}`
  return `mốc ${shortDay(anchor)}${outside}`
}

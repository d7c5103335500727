/** Slots and deadlines as messages list them. */

import type { Calendars } from '../calendars.ts'
import { workingDaysLeft } from '../core/notice/milestone.ts'
import { slotPath } from '../core/paths.ts'
import { lastWorkingDay } from '../core/plan/work-calendar.ts'
import type { Reading } from '../core/reading.ts'
import { plannedDay } from '../core/slot.ts'
import { isOpen } from '../core/standing.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import { slotName } from '../core/words/slot-name.ts'
import { slotTitle } from '../core/words/slot-words.ts'
import { dayInWords, daysLeft, shortDay, weekdayName } from '../core/words/words.ts'
import type { DueLine, MessageSlot } from '../templates/message-views.ts'

/** Still to come about, or to be confirmed: make-ups too. */
export const isUnsettled = ({ at }: Reading): boolean => isOpen(at.standing) || at.makeUp !== null

export const messageSlot = (reading: Reading, withDay = false): MessageSlot => ({
  ...slotName(reading),
  time: withDay ? shortMoment(reading) : reading.at.dueTime,
})

const shortMoment = ({ at }: Reading): string => [shortDay(at.dueDay), at.dueTime].filter(Boolean).join(' ')

/** `hạn thứ Ba 30/9/2025`; an office gets nothing done on a day off, so the last day that it has is said beside it. */
function dueWords(due: LocalDate, { work }: Calendars): string {
  const last = lastWorkingDay(work, due)
  const day = `hạn ${dayInWords(due)}`
  return last === due ? day : `${day} (ngày làm việc cuối: ${weekdayName(last)} ${shortDay(last)})`
}

/** `href` leads to its page, or where the work on it is done. */
export function dueLine(
  { slot, obligation }: Reading,
  today: LocalDate,
  calendars: Calendars,
  href = slotPath(slot.id),
): DueLine {
  const due = plannedDay(slot)
  const working = workingDaysLeft(calendars.work, today, due)
  const left = working > 0 ? `còn ${working} ngày làm việc` : daysLeft(today, due)
  return { title: slotTitle(slot, obligation), due: dueWords(due, calendars), left, href }
}

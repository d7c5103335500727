/**
 * A calendar that every program takes: Google's takes no more than a megabyte. What lies farthest from today is left
 * out, whole days of it, and an entry on the first and on the last day says so.
 */

import { Buffer } from 'node:buffer'
import type { Reading } from '../core/reading.ts'
import { addDays, daysBetween, instantOf, type LocalDate } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import { type CalendarOptions, calendarAround, entryText } from './calendar.ts'
import { serialise, textLine } from './content-line.ts'
import { dayLine, utcValue } from './date-time.ts'

const MOST_BYTES = 1_000_000
/** The head, and the two entries that say what is missing. */
const SPARE_BYTES = 8_000

export type Within = {
  text: string
  /** How many slots were left out; 0 almost always. */
  leftOut: number
}

export function calendarWithin(
  entries: readonly Reading[],
  options: CalendarOptions,
  today: LocalDate,
  mostBytes = MOST_BYTES,
): Within {
  const events = entries.map((entry) => ({ day: entry.at.dueDay, text: entryText(entry, options) }))
  const reach = reachOf(events, today, mostBytes - SPARE_BYTES)
  const kept = events.filter(({ day }) => isWithin(day, today, reach))
  const notes = [
    noteOf(
      'truoc',
      events.filter(({ day }) => daysBetween(day, today) > reach),
      -reach,
    ),
    noteOf(
      'sau',
      events.filter(({ day }) => daysBetween(today, day) > reach),
      reach,
    ),
  ].map((note) => note(options, today))
  const text = calendarAround([...kept.map((event) => event.text), ...notes].join(''), options)
  return { text, leftOut: events.length - kept.length }
}

type Event = { day: LocalDate; text: string }

const distance = (day: LocalDate, today: LocalDate): number => Math.abs(daysBetween(today, day))
const isWithin = (day: LocalDate, today: LocalDate, reach: number): boolean => distance(day, today) <= reach

/** How many days from today there is room for. */
function reachOf(events: readonly Event[], today: LocalDate, mostBytes: number): number {
  const bytesAt = new Map<number, number>()
  for (const { day, text } of events) {
    const far = distance(day, today)
    bytesAt.set(far, (bytesAt.get(far) ?? 0) + Buffer.byteLength(text))
  }
  let bytes = 0
  let reach = 0
  for (const far of [...bytesAt.keys()].sort((a, b) => a - b)) {
    bytes += bytesAt.get(far) ?? 0
    if (bytes > mostBytes) return reach
    reach = far
  }
  return Number.POSITIVE_INFINITY
}

/** An entry that fills its day: it says what is missing to whoever scrolls there. */
function noteOf(side: 'truoc' | 'sau', missing: readonly Event[], reach: number) {
  return ({ unit, baseUrl }: CalendarOptions, today: LocalDate): string => {
    const days = missing.map(({ day }) => day).sort()
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return ''
    const on = addDays(today, reach)
    const words = `Lịch này không có ${missing.length} kỳ từ ${documentDay(first)} đến ${documentDay(last)}`
    return serialise([
      'BEGIN:VEVENT',
      `UID:con-nua-${side}@${unit.code}.nhip-song`,
      `DTSTAMP:${utcValue(instantOf(today))}`,
      dayLine('DTSTART', on),
      dayLine('DTEND', addDays(on, 1)),
      textLine('SUMMARY', words),
      textLine(
        'DESCRIPTION',
        `${words}: các chương trình lịch chỉ nhận tối đa 1 MB nên những ngày xa nhất được bỏ bớt. Xem đủ ở trang của Nhịp Sóng.`,
      ),
      'TRANSP:TRANSPARENT',
      ...(baseUrl ? [`URL:${baseUrl}/nam/${first.slice(0, 4)}`] : []),
      'END:VEVENT',
    ])
  }
}

/**
 * A calendar that every program takes: Google's takes no more than a megabyte. What lies farthest from today is left
 * out, whole days of it, and an entry on the first and on the last day says so.
 */

import { Buffer } from 'node:buffer'
import type { Reading } from '../core/reading.ts'
import { addDays, daysBetween, instantOf, type LocalDate } from '../core/wall-clock.ts'
import { documentDay } from '../core/words/words.ts'
import type { Steps } from '../portions.ts'
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

/** So many entries take some ten milliseconds to write. */
const AT_ONCE = 200

export function* calendarWithin(
  entries: readonly Reading[],
  options: CalendarOptions,
  today: LocalDate,
  mostBytes = MOST_BYTES,
): Steps<Within> {
  const { texts, reach } = yield* nearest(entries, options, today, mostBytes - SPARE_BYTES)
  yield
  const missing = entries.filter(({ at }) => !isWithin(at.dueDay, today, reach))
  const notes = [
    noteOf(
      'truoc',
      missing.filter(({ at }) => at.dueDay < today),
      -Math.max(reach, 0),
    ),
    noteOf(
      'sau',
      missing.filter(({ at }) => at.dueDay >= today),
      Math.max(reach, 0),
    ),
  ].map((note) => note(options, today))
  yield
  const kept = entries.flatMap((entry) => texts.get(entry) ?? [])
  return { text: calendarAround([...kept, ...notes].join(''), options), leftOut: missing.length }
}

const distance = (day: LocalDate, today: LocalDate): number => Math.abs(daysBetween(today, day))
const isWithin = (day: LocalDate, today: LocalDate, reach: number): boolean => distance(day, today) <= reach

/**
 * The entries that there is room for, from today outward, and how many days from today they reach: -1 where not even
 * today's have room. What is too far is not even written: of a full year of daily programmes that is most of it.
 */
function* nearest(
  entries: readonly Reading[],
  options: CalendarOptions,
  today: LocalDate,
  mostBytes: number,
): Steps<{ texts: ReadonlyMap<Reading, string>; reach: number }> {
  const byDistance = Map.groupBy(entries, ({ at }) => distance(at.dueDay, today))
  const texts = new Map<Reading, string>()
  let bytes = 0
  let [reach, written] = [-1, 0]
  for (const far of [...byDistance.keys()].sort((a, b) => a - b)) {
    if (texts.size >= written + AT_ONCE) {
      yield
      written = texts.size
    }
    const those = (byDistance.get(far) ?? []).map((entry) => [entry, entryText(entry, options)] as const)
    for (const [, text] of those) bytes += Buffer.byteLength(text)
    if (bytes > mostBytes) return { texts, reach }
    for (const [entry, text] of those) texts.set(entry, text)
    reach = far
  }
  return { texts, reach: Number.POSITIVE_INFINITY }
}

/** An entry that fills its day: it says what is missing to whoever scrolls there. */
function noteOf(side: 'truoc' | 'sau', missing: readonly Reading[], reach: number) {
  return ({ unit, baseUrl }: CalendarOptions, today: LocalDate): string => {
    const days = missing.map(({ at }) => at.dueDay).sort()
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

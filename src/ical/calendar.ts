/** Slots → the text of an iCalendar file. */
import type { Reading, SlotRecord } from '../core/reading.ts'
import { type Instant, ZONE } from '../core/wall-clock.ts'
import { serialise, textLine } from './content-line.ts'
import { ZONE_LINES } from './date-time.ts'
import { cancelledUntil } from './entry.ts'
import { type EventContext, eventLines, reminderLines } from './event.ts'

const REFRESH = 'PT1H'

export type CalendarOptions = EventContext & {
  name: string
  now: Instant
  /** A day some days before each deadline, too: for calendars that people look at every day. */
  reminders: boolean
}

/** The same slots give the same bytes, on every host and in every time zone. */
export const calendarText = (entries: readonly Reading[], options: CalendarOptions): string =>
  calendarAround(entries.map((entry) => entryText(entry, options)).join(''), options)

/** What one slot adds. */
export const entryText = (entry: Reading, options: CalendarOptions): string =>
  serialise([
    ...eventLines(entry, options),
    ...(options.reminders ? reminderLines(entry, options, options.now) : []),
  ])

/** A calendar with these events in it. */
export const calendarAround = (events: string, options: CalendarOptions): string =>
  `${headText(options)}${events}END:VCALENDAR\r\n`

const headText = (options: CalendarOptions): string =>
  serialise([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nhip Song//Lich truyen thong//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    textLine('NAME', options.name),
    textLine('X-WR-CALNAME', options.name),
    `X-WR-TIMEZONE:${ZONE}`,
    'COLOR:teal',
    'X-APPLE-CALENDAR-COLOR:#0a6460',
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...ZONE_LINES,
  ])

/** The next instant at which the same slots give other bytes: when something cancelled has been shown for long enough. */
export const changesAt = (records: readonly SlotRecord[], now: Instant): Instant =>
  Math.min(Number.MAX_SAFE_INTEGER, ...lapses(records).filter((end) => end > now))

/** The last instant at which they began to give other bytes so; 0 when they never did. */
export const changedByTime = (records: readonly SlotRecord[], now: Instant): Instant =>
  Math.max(0, ...lapses(records).filter((end) => end <= now))

/** Ends of what is shown as cancelled, or may be: the reminder of a window that somebody recorded on. */
const lapses = (records: readonly SlotRecord[]): Instant[] =>
  records
    .filter(({ slot, revision }) => slot.withdrawn || (slot.window !== null && revision > 0))
    .map(cancelledUntil)

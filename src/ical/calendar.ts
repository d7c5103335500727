/** Slots → the text of an iCalendar file. */
import { type Instant, ZONE } from '../core/wall-clock.ts'
import { serialise, textLine } from './content-line.ts'
import { ZONE_LINES } from './date-time.ts'
import { cancelledUntil, type Entry } from './entry.ts'
import { type EventContext, eventLines, reminderLines } from './event.ts'

const REFRESH = 'PT1H'

export type CalendarOptions = EventContext & {
  name: string
  now: Instant
  /** A day some days before each deadline, too: for calendars that people look at every day. */
  reminders: boolean
}

/** The same slots give the same bytes, on every host and in every time zone. */
export const calendarText = (entries: readonly Entry[], options: CalendarOptions): string =>
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
    ...entries.flatMap((entry) => [
      ...eventLines(entry, options),
      ...(options.reminders ? reminderLines(entry, options, options.now) : []),
    ]),
    'END:VCALENDAR',
  ])

/** The next instant at which the same slots give other bytes: when something cancelled has been shown for long enough. */
export function changesAt(entries: readonly Entry[], now: Instant): Instant {
  const ends = entries.filter(({ slot }) => slot.withdrawn || slot.window !== null).map(cancelledUntil)
  return Math.min(Number.MAX_SAFE_INTEGER, ...ends.filter((end) => end > now))
}

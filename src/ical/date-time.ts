/** Days, wall times and instants as RFC 5545 writes them, and the one zone that there is. */
import { type Instant, type LocalDate, type WallTime, ZONE } from '../core/wall-clock.ts'

/** `20250804` */
const dateValue = (date: LocalDate): string => date.replaceAll('-', '')

/** `DTSTART;TZID=Asia/Ho_Chi_Minh:20250804T053000`: wall time, whatever the host's zone. */
export const wallLine = (name: string, date: LocalDate, time: WallTime): string =>
  `${name};TZID=${ZONE}:${dateValue(date)}T${time.replace(':', '')}00`

/** `DTSTART;VALUE=DATE:20250804` */
export const dayLine = (name: string, date: LocalDate): string => `${name};VALUE=DATE:${dateValue(date)}`

/** Most slots of a plan were changed at the same instant, when it was adopted. */
export function rememberingLast<T>(write: (instant: Instant) => T): (instant: Instant) => T {
  let last: { instant: Instant; value: T } | null = null
  return (instant) => {
    if (last?.instant !== instant) last = { instant, value: write(instant) }
    return last.value
  }
}

/** `20250804T011000Z` */
export const utcValue = rememberingLast(
  (instant) => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
)

/** Outlook refuses histories with odd offsets, and a zone without a description: one standard time says it all. */
export const ZONE_LINES: readonly string[] = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
]

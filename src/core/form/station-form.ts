/** The form of a station's hours: sessions by weekday, silent days, minutes, and the day from which they hold. */
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { type Station, stationSchema } from '../station/station.ts'
import { type LocalDate, WEEKDAYS } from '../wall-clock.ts'
import { type Entry, type Filled, wrong } from './filled.ts'
import { readDay, readHour, readWhole } from './reading.ts'

/** The names of a session's fields; rows count from 1. */
export const sessionField = (row: number, part: 'thu' | 'tu' | 'den' | 'kenh'): string =>
  `buoi-${row}-${part}`

export const STATION_FIELDS = { from: 'tu-ngay', silentDays: 'im', maxMinutes: 'phut' } as const

/** Rows that stand open for more. */
const SPARE_ROWS = 2
const MOST_ROWS = 60

export const fillStation = ({ from, sessions, silentDays, maxMinutes }: Station): Entry[] => [
  [STATION_FIELDS.from, from],
  ...sessions.flatMap((session, i): Entry[] => [
    ...session.days.map((day): Entry => [sessionField(i + 1, 'thu'), day]),
    [sessionField(i + 1, 'tu'), session.from],
    [sessionField(i + 1, 'den'), session.to],
    [sessionField(i + 1, 'kenh'), session.channel],
  ]),
  ...silentDays.map((day): Entry => [STATION_FIELDS.silentDays, day]),
  [STATION_FIELDS.maxMinutes, maxMinutes === null ? '' : String(maxMinutes)],
]

/** How many rows the form has, with those that stand open. */
export function rowsOf(filled: Filled): number {
  const last = Array.from({ length: MOST_ROWS }, (_, i) => i + 1).findLast((row) => !isEmptyRow(filled, row))
  return Math.min((last ?? 0) + SPARE_ROWS, MOST_ROWS)
}

const isEmptyRow = (filled: Filled, row: number): boolean =>
  filled.all(sessionField(row, 'thu')).length === 0 &&
  (['tu', 'den'] as const).every((part) => filled.one(sessionField(row, part)) === '')

/** `now` for a form that leaves the day empty: from that day on. Errors name the field. */
export function readStation(filled: Filled, today: LocalDate): Result<Station> {
  const rows = Array.from({ length: MOST_ROWS }, (_, i) => i + 1).filter((row) => !isEmptyRow(filled, row))
  const typed = (
    name: string,
    read: (text: string) => string | number | null,
    words: string,
  ): FieldError[] => (filled.one(name) !== '' && read(filled.one(name)) === null ? [wrong(name, words)] : [])
  const errors = [
    ...typed(STATION_FIELDS.from, readDay, 'không phải một ngày có thật'),
    ...typed(STATION_FIELDS.maxMinutes, readWhole, 'phải là số phút nguyên'),
    ...rows.flatMap((row) => rowErrors(filled, row)),
  ]
  if (errors.length) return invalid(WRONG, errors)
  const parsed = stationSchema.safeParse({
    from: readDay(filled.one(STATION_FIELDS.from)) ?? today,
    sessions: rows.map((row) => ({
      days: WEEKDAYS.filter((day) => filled.all(sessionField(row, 'thu')).includes(day)),
      from: readHour(filled.one(sessionField(row, 'tu'))),
      to: readHour(filled.one(sessionField(row, 'den'))),
      channel: filled.one(sessionField(row, 'kenh')) || 'loudspeaker',
    })),
    silentDays: WEEKDAYS.filter((day) => filled.all(STATION_FIELDS.silentDays).includes(day)),
    maxMinutes: readWhole(filled.one(STATION_FIELDS.maxMinutes)),
  })
  if (parsed.success) return ok(parsed.data)
  return invalid(
    WRONG,
    parsed.error.issues.map(({ path, message }) =>
      wrong(fieldAt(path as (string | number)[], rows), message),
    ),
  )
}

const WRONG = 'Chưa lưu được: hãy xem lại các ô được đánh dấu.'

function rowErrors(filled: Filled, row: number): FieldError[] {
  const hours = (['tu', 'den'] as const).flatMap((part) => {
    const name = sessionField(row, part)
    return readHour(filled.one(name)) === null ? [wrong(name, 'ghi giờ, ví dụ 05:30')] : []
  })
  const days = filled.all(sessionField(row, 'thu')).length ? [] : [wrong(sessionField(row, 'thu'), NO_DAYS)]
  return [...days, ...hours]
}

const NO_DAYS = 'cần ít nhất một ngày trong tuần'
const PARTS = { days: 'thu', from: 'tu', to: 'den', channel: 'kenh' } as const

function fieldAt([first, at, part]: (string | number)[], rows: number[]): string {
  if (first === 'sessions' && typeof at === 'number')
    return sessionField(rows[at] ?? 1, PARTS[part as keyof typeof PARTS] ?? 'tu')
  return STATION_FIELDS[first as keyof typeof STATION_FIELDS] ?? STATION_FIELDS.from
}

/** A slot as a VEVENT; what has a last day instead of an hour gets a second one, some days before. */

import { slotPath } from '../core/paths.ts'
import type { WorkCalendar } from '../core/plan/work-calendar.ts'
import { isDated, type Reading } from '../core/reading.ts'
import { isSettled } from '../core/standing.ts'
import {
  addDays,
  addMinutes,
  daysBetween,
  type Instant,
  type LocalDate,
  type WallTime,
} from '../core/wall-clock.ts'
import { CHANNEL_NAMES } from '../core/words/names.ts'
import { goesOnAir } from '../core/words/slot-words.ts'
import { stationOf } from '../core/words/unit-words.ts'
import { escapeText, textLine } from './content-line.ts'
import { dayLine, utcValue, wallLine } from './date-time.ts'
import { descriptionOf } from './description.ts'
import { cancelledUntil, isUntold } from './entry.ts'
import { reminderSummary, summaryOf } from './summary.ts'

export type EventContext = {
  unit: { code: string; name: string }
  /** Where slots' pages are; null where there is no server. */
  baseUrl: string | null
  work: WorkCalendar
  /** Minutes before the hour; null without an alarm. */
  alarm: number | null
}

/** Days before the last one on which the reminder stands; shorter windows have none. */
const REMINDER_DAYS = 7
const WORTH_A_REMINDER = 2 * REMINDER_DAYS

/** For ever, whatever becomes of the slot's day or title. ASCII, since some clients compare it byte by byte. */
export const eventUid = (slotId: string, unit: string): string =>
  `${encodeURIComponent(slotId).replaceAll('%3A', ':')}@${unit}.nhip-song`

/**
 * In place of an alarm's minutes, in a calendar that is written once for all who want one: `withAlarm` puts each one's own
 * there. It has as many digits as the longest, so that none makes the calendar longer.
 */
export const ANY_ALARM = 99_999

const trigger = (minutes: number): string => `TRIGGER:-PT${minutes}M`

/** No text of anybody's looks so: within a line, what ends lines is escaped. */
const ANY_TRIGGER = `\r\n${trigger(ANY_ALARM)}\r\n`

export const withAlarm = (calendar: string, minutes: number): string =>
  calendar.replaceAll(ANY_TRIGGER, `\r\n${trigger(minutes)}\r\n`)

const linkOf = ({ slot }: Reading, { baseUrl }: EventContext): string | null =>
  baseUrl && `${baseUrl}${slotPath(slot.id)}`

export function eventLines(entry: Reading, context: EventContext): string[] {
  const { at, slot } = entry
  const link = linkOf(entry, context)
  const summary = summaryOf(entry)
  return [
    'BEGIN:VEVENT',
    `UID:${eventUid(slot.id, context.unit.code)}`,
    ...changeLines(entry),
    ...timeLines(at.dueDay, isDated(entry) ? at.dueTime : null, slot.minutes),
    textLine('SUMMARY', summary),
    `DESCRIPTION:${descriptionOf(entry, link, context.work)}`,
    textLine('LOCATION', locationOf(entry, context)),
    `CATEGORIES:${entry.obligation.channels.map((channel) => escapeText(CHANNEL_NAMES[channel])).join(',')}`,
    `STATUS:${statusOf(entry)}`,
    'TRANSP:TRANSPARENT',
    ...(link ? [`URL:${link}`] : []),
    ...alarmLines(entry, summary, context.alarm),
    'END:VEVENT',
  ]
}

const changeLines = ({ revision, changedAt }: Reading): string[] => [
  `SEQUENCE:${revision}`,
  `DTSTAMP:${utcValue(changedAt)}`,
  `LAST-MODIFIED:${utcValue(changedAt)}`,
]

/** What has no length has no end either; what has no hour fills its day. */
function timeLines(date: LocalDate, time: WallTime | null, minutes: number): string[] {
  if (time === null) return [dayLine('DTSTART', date), dayLine('DTEND', addDays(date, 1))]
  const end = addMinutes(date, time, minutes)
  return [wallLine('DTSTART', date, time), ...(minutes ? [wallLine('DTEND', end.date, end.time)] : [])]
}

function statusOf({ at }: Reading): string {
  if (at.standing === 'withdrawn') return 'CANCELLED'
  return at.standing === 'not-in-force' ? 'TENTATIVE' : 'CONFIRMED'
}

/** The loudspeakers are the station's; everything else is at the office. */
function locationOf({ obligation }: Reading, { unit }: EventContext): string {
  return goesOnAir(obligation) ? stationOf(unit.name) : unit.name
}

function alarmLines(entry: Reading, summary: string, minutes: number | null): string[] {
  if (minutes === null || entry.at.dueTime === null || isSettled(entry.at.standing) || entry.slot.withdrawn)
    return []
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', trigger(minutes), textLine('DESCRIPTION', summary), 'END:VALARM']
}

/** Once it is settled the reminder is called off, like anything that was announced and will not be. */
export function reminderLines(entry: Reading, context: EventContext, now: Instant): string[] {
  const { slot, at } = entry
  if (slot.window === null || daysBetween(slot.window.from, slot.window.to) < WORTH_A_REMINDER) return []
  const wanted = isUntold(entry) && !isDated(entry)
  if (!wanted && (entry.revision === 0 || now >= cancelledUntil(entry))) return []
  const day = addDays(slot.window.to, -REMINDER_DAYS)
  const link = linkOf(entry, context)
  return [
    'BEGIN:VEVENT',
    `UID:${eventUid(slot.id, `nhac.${context.unit.code}`)}`,
    ...changeLines(entry),
    ...timeLines(day, null, 0),
    textLine('SUMMARY', reminderSummary({ ...entry, at: { ...at, dueDay: slot.window.to } }, REMINDER_DAYS)),
    `DESCRIPTION:${descriptionOf(entry, link, context.work)}`,
    `STATUS:${wanted ? 'CONFIRMED' : 'CANCELLED'}`,
    'TRANSP:TRANSPARENT',
    ...(link ? [`URL:${link}`] : []),
    'END:VEVENT',
  ]
}

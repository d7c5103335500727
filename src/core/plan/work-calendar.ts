/**
 * Office working days: weekends, public holidays, and the days that the Prime Minister swaps each year
 * (`content/calendars/working-days.json`). It moves office deadlines; it never deletes an airing.
 */
import { z } from 'zod'
import { localDate } from '../cadence.ts'
import { addDays, type LocalDate, weekdayIndex } from '../wall-clock.ts'

/** `off`: compensatory or swapped day off; `work`: a weekend day worked instead; `observance`: not a day off. */
const DAY_KINDS = ['holiday', 'off', 'work', 'observance'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** `source`: what decided it. */
export type SpecialDay = { date: LocalDate; kind: DayKind; name: string; source: string }

/** `provisional`: worked out, and still to be decided by the state. */
export type WorkCalendar = ReadonlyMap<LocalDate, SpecialDay & { provisional?: true }>

const special = z.object({
  date: localDate,
  kind: z.enum(DAY_KINDS),
  name: z.string(),
  source: z.string(),
})

/** `provisional` names the sources of days that nobody decided yet. */
export const workCalendar = z
  .object({ provisional: z.array(z.string()).default([]), days: z.array(special) })
  .transform(({ provisional, days }): WorkCalendar => {
    const isOpen = ({ source }: SpecialDay) => provisional.includes(source)
    return new Map(days.map((day) => [day.date, isOpen(day) ? { ...day, provisional: true as const } : day]))
  })

/** What an office laid beside the state's days holds for it. */
export const withOwnDays = (calendar: WorkCalendar, own: readonly SpecialDay[]): WorkCalendar =>
  own.length ? new Map([...calendar, ...own.map((day) => [day.date, day] as const)]) : calendar

export function isDayOff(calendar: WorkCalendar, date: LocalDate): boolean {
  const kind = calendar.get(date)?.kind
  if (kind === 'holiday' || kind === 'off') return true
  return kind !== 'work' && weekdayIndex(date) >= 5
}

/** The day itself when it is worked, otherwise the last one before it. */
export function lastWorkingDay(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = date
  while (isDayOff(calendar, day)) day = addDays(day, -1)
  return day
}

/** The n-th working day after a day (`02 ngày làm việc kể từ ngày chốt`), n from 1. */
export function workingDayAfter(calendar: WorkCalendar, date: LocalDate, n: number): LocalDate {
  let day = date
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (!isDayOff(calendar, day)) left--
  }
  return day
}

/** The name of a holiday or observance on that day; what is not decided yet says so. */
export function dayName(calendar: WorkCalendar, date: LocalDate): string | null {
  const day = calendar.get(date)
  if (!day) return null
  return day.provisional ? `${day.name} (tạm tính)` : day.name
}

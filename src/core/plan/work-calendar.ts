/**
 * Office working days: weekends, public holidays, and the days that the Prime Minister swaps each year
 * (`content/calendars/working-days.json`). It moves office deadlines; it never deletes an airing.
 */
import { z } from 'zod'
import { localDate } from '../cadence.ts'
import { addDays, type LocalDate, weekdayIndex } from '../wall-clock.ts'

/** `off`: compensatory or swapped day off; `work`: a weekend day worked instead; `observance`: not a day off. */
const special = z.object({
  date: localDate,
  kind: z.enum(['holiday', 'off', 'work', 'observance']),
  name: z.string(),
  source: z.string(),
})

export type WorkCalendar = ReadonlyMap<LocalDate, z.infer<typeof special>>

export const workCalendar = z
  .object({ days: z.array(special) })
  .transform(({ days }): WorkCalendar => new Map(days.map((day) => [day.date, day])))

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

/** The name of a holiday or observance on that day. */
export const dayName = (calendar: WorkCalendar, date: LocalDate): string | null =>
  calendar.get(date)?.name ?? null

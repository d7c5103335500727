/** Days before something is due, counted as an office counts them: working days before the last one that it has. */
import { isDayOff, lastWorkingDay, type WorkCalendar } from '../plan/work-calendar.ts'
import { addDays, type LocalDate } from '../wall-clock.ts'

/** Working days before a deadline on which the office is told of it. */
const MILESTONES = [14, 7, 1] as const

/** The working day that lies `days` working days before the last one on or before `due`. */
export function workingDayBefore(calendar: WorkCalendar, due: LocalDate, days: number): LocalDate {
  let day = lastWorkingDay(calendar, due)
  for (let left = days; left > 0; left--) day = lastWorkingDay(calendar, addDays(day, -1))
  return day
}

export const milestones = (calendar: WorkCalendar, due: LocalDate): LocalDate[] =>
  MILESTONES.map((days) => workingDayBefore(calendar, due, days))

/** Working days after `today`, up to the last one on or before `due`. */
export function workingDaysLeft(calendar: WorkCalendar, today: LocalDate, due: LocalDate): number {
  let count = 0
  for (let day = addDays(today, 1); day <= due; day = addDays(day, 1)) if (!isDayOff(calendar, day)) count++
  return count
}

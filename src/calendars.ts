/** The state's calendars, read from `content/calendars/` when the program is built or started. */
import reportPeriodsJson from '../content/calendars/report-periods.json' with { type: 'json' }
import workingDaysJson from '../content/calendars/working-days.json' with { type: 'json' }
import { type ReportPeriods, reportPeriods } from './core/period.ts'
import { type SpecialDay, type WorkCalendar, withOwnDays, workCalendar } from './core/plan/work-calendar.ts'

export type Calendars = { work: WorkCalendar; periods: ReportPeriods }

export const calendars: Calendars = {
  work: workCalendar.parse(workingDaysJson),
  periods: reportPeriods.parse(reportPeriodsJson),
}

/** As they hold for an office with days off of its own. */
export const calendarsFor = (known: Calendars, own: readonly SpecialDay[]): Calendars =>
  own.length ? { ...known, work: withOwnDays(known.work, own) } : known

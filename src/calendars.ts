/** The state's calendars, read from `content/calendars/` when the program is built or started. */
import reportPeriodsJson from '../content/calendars/report-periods.json' with { type: 'json' }
import workingDaysJson from '../content/calendars/working-days.json' with { type: 'json' }
import { type ReportPeriods, reportPeriods } from './core/period.ts'
import { type WorkCalendar, workCalendar } from './core/plan/work-calendar.ts'

export type Calendars = { work: WorkCalendar; periods: ReportPeriods }

export const calendars: Calendars = {
  work: workCalendar.parse(workingDaysJson),
  periods: reportPeriods.parse(reportPeriodsJson),
}

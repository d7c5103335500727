/** The table of jobs: what is done, when in office time, and why. A new one is a file in `jobs/` and a line here. */
import type { ServerJob, UnitJob } from './job.ts'
import { ask } from './jobs/ask.ts'
import { backup } from './jobs/backup.ts'
import { catchUp } from './jobs/catch-up.ts'
import { report, window } from './jobs/deadlines.ts'
import { month } from './jobs/month.ts'
import { newYear } from './jobs/new-year.ts'
import { pace } from './jobs/pace.ts'
import { prune } from './jobs/prune.ts'
import { remind } from './jobs/remind.ts'
import { week } from './jobs/week.ts'

/** For each unit, at the unit's own hours. */
export const UNIT_JOBS: readonly UnitJob[] = [
  newYear, //  1 December: a station must not fall silent because the new plan is late
  remind, //   the evening or minutes before: so that a slot is not forgotten
  ask, //      evenings: so that a day does not end in "nobody knows"
  week, //     Monday morning: the sheet that hangs on the wall
  window, //   14, 7, 1 working days ahead: what has no date is what gets forgotten
  report, //   14, 7, 1 working days ahead: with the draft that already has the figures
  pace, //     Monday morning: while a make-up can still save the total
  month, //    the first of a month: what leaders ask about
  catchUp, //  after a long pause: one message instead of forty
]

/** Once for the server. */
export const SERVER_JOBS: readonly ServerJob[] = [
  backup, //   01:30: before anybody comes to work
  prune, //    02:30: when the copy of what goes is made
]

/** Speaks for the others after a long pause, about all since `WATERMARK` last spoke. */
export const SUMMARY = catchUp.name
export const WATERMARK = ask.name

/** What a job is: what it does, when, and why. The table of them all is `jobs.ts`. */
import type { JobName } from '../core/notice/job-names.ts'
import type { NoticeHours } from '../core/notice/notice.ts'
import type { Result } from '../core/problem.ts'
import type { Moment } from '../core/standing.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import type { Breathe } from '../portions.ts'
import type { NewMessage } from '../store/outbox.ts'
import type { Unit } from '../store/units.ts'

/** Everything after `since`, up to and with `now`, is this turn's: a minute's worth, or what downtime left. */
export type Span = { since: Instant; now: Instant }

/** The same for one unit, whose rules say how slots are read. */
export type UnitSpan = Span & Moment

/** A unit with the hours that it keeps. */
export type OfUnit = Unit & NoticeHours

/** What a turn decided; all of it is written in one batch. */
export type Done = {
  /** Up to when everything is done, when that is not now: a turn that had nothing to do leaves the span open. */
  since?: Instant
  /** When there is something to do again; without it, when `next` says. */
  next?: Instant
  messages?: readonly NewMessage[]
}

type Shared = {
  /** What it is called and when it comes, in office words, is in `core/job-names.ts`. */
  name: JobName
  /** When it next has something to do. Pure: a unit with the usual hours needs no look into the database. */
  next: (after: Instant, hours: NoticeHours) => Instant
}

/** Done for each unit by itself. `summed`: after a long pause one summary speaks for it. */
export type UnitJob = Shared & {
  summed: boolean
  run: (deps: Deps, unit: OfUnit, span: UnitSpan) => Promise<Done>
}

/** Done once for the whole server. A problem is a failure like any other: it is shown, and tried again in an hour. */
export type ServerJob = Shared & { run: (deps: Deps, span: Span) => Promise<Result<Done>> }

/** Between the parts of a job that reads whole plans: visitors have their turn. */
export const breathing =
  ({ turns }: Deps): Breathe =>
  () =>
    turns.goOn('beat')

/** Pauses up to this are nights and weekends: each job makes up for them by itself. After a longer one a summary speaks. */
export const PAUSE_MS = 72 * 3_600_000

/** What a report is made of: the counts of an office's plans over a period and over their years, as of a day. */

import type { ObligationCount } from '../core/count/obligation-count.ts'
import type { Pace } from '../core/count/pace.ts'
import type { Fact } from '../core/fact.ts'
import type { PaperWords } from '../core/paper-words.ts'
import type { Period } from '../core/period.ts'
import type { AdoptedPlan } from '../core/plan/edition.ts'
import type { Reading } from '../core/reading.ts'
import type { LocalDate } from '../core/wall-clock.ts'

export type ReportQuestion = {
  unit: { code: string; name: string }
  /** An office's, of all its plans; or of one plan. */
  scope: 'office' | 'plan'
  period: Period
  /** Of the period. */
  year: number
  asOf: LocalDate
  /** With what the year will come to. */
  forecast: boolean
  parts: readonly PlanPart[]
  /** Done in the period outside any plan; an office's report alone tells of them. */
  extras: readonly Reading[]
  /** What the office says its own way. */
  paper: PaperWords
}

/** What a report says of one plan. */
export type PlanPart = {
  plan: AdoptedPlan
  /** How the report tells it from the others. */
  name: string
  /** The period is the plan's own year, and the plan is all that is reported: held to its totals. */
  ownYear: boolean
  /** The period's. */
  counts: readonly ObligationCount[]
  /** The plan's own year, as of the same day. */
  year: readonly ObligationCount[]
  paces: ReadonlyMap<string, Pace>
  /** Done in the period, and no longer asked for (ngoài kế hoạch). */
  outside: readonly Reading[]
  /** Facts without a slot. */
  logged: readonly Fact[]
  /** Facts that a leader vouches for. */
  confirmed: ReadonlySet<string>
}

/** What a report is made of: a plan's counts over a period and over its year, as of a day. */

import type { DutyCount } from '../core/count/duty-count.ts'
import type { Pace } from '../core/count/pace.ts'
import type { Fact } from '../core/fact.ts'
import type { Period } from '../core/period.ts'
import type { AdoptedPlan } from '../core/plan/edition.ts'
import type { LocalDate } from '../core/wall-clock.ts'

export type ReportQuestion = {
  unit: { code: string; name: string }
  plan: AdoptedPlan
  period: Period
  asOf: LocalDate
  /** With what the year will come to. */
  forecast: boolean
  /** The period's. */
  duties: readonly DutyCount[]
  /** The plan's own year, as of the same day. */
  year: readonly DutyCount[]
  paces: ReadonlyMap<string, Pace>
  /** Facts without a slot. */
  logged: readonly Fact[]
  /** Facts that a leader vouches for. */
  confirmed: ReadonlySet<string>
}

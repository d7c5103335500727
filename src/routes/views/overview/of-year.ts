/** A plan's own year as the overview needs it: its obligations, and how fast their totals fill. */
import { type Count, countOf, type PlanReadings } from '../../../actions/count.ts'
import { countsOf, pacesOf, periodOf } from '../../../actions/year-count.ts'
import type { Calendars } from '../../../calendars.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import type { Pace } from '../../../core/count/pace.ts'

/** `paces` by `rowKey`. */
export type OfYear = { count: Count; counts: ObligationCount[]; paces: ReadonlyMap<string, Pace> }

export function ofYear(known: PlanReadings, calendars: Calendars): OfYear {
  const count = countOf(known, periodOf(calendars, 'plan-year', 'Y', known.plan.year))
  return { count, counts: countsOf(count), paces: pacesOf(count, calendars) }
}

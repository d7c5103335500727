/** A plan's own year as the overview needs it: its duties, and how fast their totals fill. */
import { type Count, countOf, type PlanReadings } from '../../../actions/count.ts'
import { dutiesOf, pacesOf, periodOf } from '../../../actions/year-count.ts'
import type { Calendars } from '../../../calendars.ts'
import type { DutyCount } from '../../../core/count/duty-count.ts'
import type { Pace } from '../../../core/count/pace.ts'

/** `paces` by `rowKey`. */
export type OfYear = { count: Count; duties: DutyCount[]; paces: ReadonlyMap<string, Pace> }

export function ofYear(known: PlanReadings, calendars: Calendars): OfYear {
  const count = countOf(known, periodOf(calendars, 'plan-year', 'Y', known.plan.year))
  return { count, duties: dutiesOf(count), paces: pacesOf(count, calendars) }
}

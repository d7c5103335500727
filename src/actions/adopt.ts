/** Adopting a plan: store it, make its slots. The command line, the API and the first start share it. */
import type { Calendars } from '../calendars.ts'
import type { Plan } from '../core/plan.ts'
import { withTriggers } from '../core/record/trigger.ts'
import { expand } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { listLogged } from '../store/facts.ts'
import { type Adoption, savePlan } from '../store/plans.ts'

/** The days of events that people set hold on when the document, which names none, is adopted again. */
export async function adopt(
  db: Db,
  unit: string,
  plan: Plan,
  calendars: Calendars,
  now: Instant,
): Promise<Adoption> {
  const dated = withTriggers(plan, await listLogged(db, unit, { planId: plan.id }))
  return savePlan(db, unit, dated, expand(dated, calendars.periods), now)
}

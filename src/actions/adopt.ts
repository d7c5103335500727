/** Adopting a plan: store it, make its slots. The command line, the API and the first start share it. */
import type { Calendars } from '../calendars.ts'
import type { Plan } from '../core/plan.ts'
import { expand } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { type Adoption, savePlan } from '../store/plans.ts'

export const adopt = (
  db: Db,
  unit: string,
  plan: Plan,
  calendars: Calendars,
  now: Instant,
): Promise<Adoption> => savePlan(db, unit, plan, expand(plan, calendars.periods), now)

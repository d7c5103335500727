/** The told year as the count's actions read it from a database. */

import type { PlanRecords } from '../../src/actions/count.ts'
import type { Obligation } from '../../src/core/plan.ts'
import { untouched } from '../../src/core/reading.ts'
import { countedYear } from './counted-year.ts'
import { adoptedPlan } from './plans.ts'

export function recordsOf(): PlanRecords {
  const { plan, recorded, logged } = countedYear()
  const dutyOf = new Map(plan.obligations.map((obligation) => [obligation.id, obligation]))
  const all = recorded.map(({ slot, facts }) => ({
    ...untouched(slot, dutyOf.get(slot.obligationId) as Obligation),
    facts,
  }))
  const duties = plan.obligations
  return { plan: adoptedPlan(plan), duties, all, logged, chosen: [], confirmed: new Set() }
}

/** The told year as the count's actions read it from a database. */
import type { PlanRecords } from '../../src/actions/count.ts'
import type { Obligation } from '../../src/core/plan.ts'
import { countedYear } from './counted-year.ts'

export function recordsOf(): PlanRecords {
  const { plan, recorded, logged } = countedYear()
  const dutyOf = new Map(plan.obligations.map((obligation) => [obligation.id, obligation]))
  const all = recorded.map(({ slot, facts }) => ({
    slot,
    facts: [...facts],
    obligation: dutyOf.get(slot.obligationId) as Obligation,
    item: null,
    topics: [],
    revision: 0,
    changedAt: 0,
  }))
  return { plan, all, logged, chosen: [], confirmed: new Set() }
}

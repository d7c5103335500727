/** The topics of the plans that a unit has adopted. */
import { documentOf, type Topic } from '../../core/topic.ts'
import { listPlans } from '../../store/plans.ts'
import { topicsOfPlan } from '../../topics.ts'
import type { Ctx } from '../env.ts'

export async function unitTopics(c: Ctx): Promise<Topic[]> {
  const plans = await listPlans(c.var.deps.db, c.var.who.unit)
  return [...new Set(plans.map(({ id }) => documentOf(id)))].flatMap(topicsOfPlan)
}

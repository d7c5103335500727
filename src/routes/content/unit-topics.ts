/** What a text may be about: the topics of the unit's plans, and those that it already is about. */
import { type Topic, topicsOfPlan } from '../../core/topic.ts'
import { listPlans } from '../../store/plans.ts'
import { findTopics } from '../../store/topic-names.ts'
import type { Ctx } from '../env.ts'

/** In the order of the plans, newest year first; a plan that runs on names what its document does, once. */
export async function unitTopics(c: Ctx): Promise<Topic[]> {
  const plans = await listPlans(c.var.deps.db, c.var.who.unit)
  const own = new Map<string, Topic>()
  for (const topic of plans.flatMap(topicsOfPlan)) if (!own.has(topic.id)) own.set(topic.id, topic)
  return [...own.values()]
}

/** With what was `chosen` of topics that no plan names any more: saving a form again does not drop them. */
export async function topicsToChoose(c: Ctx, chosen: readonly string[]) {
  const topics = await unitTopics(c)
  const missing = chosen.filter((id) => !topics.some((topic) => topic.id === id))
  const known = await findTopics(c.var.deps.db, c.var.who.unit, missing)
  return { topics, gone: missing.map((id) => ({ id, name: known.get(id)?.name ?? id })) }
}

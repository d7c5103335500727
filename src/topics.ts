/** The topics of the sample plans, checked once. */
import { z } from 'zod'
import { topicFiles } from './content.generated.ts'
import { documentOf, type Topic, topic, topicsOfPlan as topicsOf } from './core/topic.ts'

const planTopics = z.object({ id: z.string(), topics: z.array(topic) })

const allTopics: readonly Topic[] = topicFiles.flatMap((data) => topicsOf(planTopics.parse(data)))

const byId = new Map(allTopics.map((topic) => [topic.id, topic]))

export const topicOf = (id: string): Topic | undefined => byId.get(id)

/** A topic that its plan no longer names goes by its id. */
export const topicName = (id: string): string => topicOf(id)?.name ?? id

/** In the order of the plan. */
export function topicsOfPlan(planId: string): Topic[] {
  const document = documentOf(planId)
  return allTopics.filter((topic) => topic.planId === document)
}

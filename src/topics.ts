/** The topics of `content/topics/`, checked once. */
import { topicFiles } from './content.generated.ts'
import { documentOf, type Topic, topicFile, topicsOf } from './core/content/topic.ts'

const allTopics: readonly Topic[] = topicFiles.flatMap((data) => topicsOf(topicFile.parse(data)))

const byId = new Map(allTopics.map((topic) => [topic.id, topic]))

export const topicOf = (id: string): Topic | undefined => byId.get(id)

/** A topic that its plan no longer names goes by its id. */
export const topicName = (id: string): string => topicOf(id)?.name ?? id

/** In the order of the plan. */
export function topicsOfPlan(planId: string): Topic[] {
  const document = documentOf(planId)
  return allTopics.filter((topic) => topic.planId === document)
}

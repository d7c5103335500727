/** What topics are called: as their plans have them, or as an earlier edition had those that an amendment dropped. */
import { type SQL, sql } from 'drizzle-orm'
import type { KnownTopics, PlanTopic, Topic } from '../core/topic.ts'
import { type Db, readOne } from './db.ts'
import { inOrder, jsonRows } from './json-rows.ts'

/** `told` of a plan, as what is said refers to it. */
const idOf = (planId: SQL): SQL =>
  sql`substr(${planId}, 1, instr(${planId} || '@', '@') - 1) || ':' || (told.value ->> 'id')`

/**
 * The topics of some plans of a unit, as SQL says it, whose ids are the `topic`s of `asked`, a SELECT, as `planIds` is. Editions are opened
 * only for those that have left their plan. `what`: of `topic`, its JSON.
 */
export function topicRows(unit: SQL, planIds: SQL, asked: SQL, what: SQL): SQL {
  const held = sql`plans CROSS JOIN json_each(plans.topics) AS told`
  const own = sql`plans.unit = ${unit} AND plans.id IN (${planIds})`
  const heldId = idOf(sql`plans.id`)
  return jsonRows(
    sql`json_object('planId', plan_id, 'id', id, 'year', year, 'edition', edition, 'topic', ${what})`,
    sql`FROM (
      SELECT plans.id AS plan_id, asked.topic AS id, plans.year AS year, plans.edition AS edition, told.value AS topic
        FROM ${held} CROSS JOIN (${asked}) AS asked ON asked.topic = ${heldId} WHERE ${own}
      UNION ALL
      SELECT e.plan_id, gone.topic, 0, e.number, told.value
        FROM (${asked} EXCEPT SELECT ${heldId} FROM ${held} WHERE ${own}) AS gone
          CROSS JOIN editions AS e ON e.unit = ${unit} AND e.plan_id IN (${planIds})
          CROSS JOIN json_each(e.plan, '$.topics') AS told ON gone.topic = ${idOf(sql`e.plan_id`)}
        WHERE EXISTS (SELECT 1 FROM edition_decisions AS d WHERE d.unit = e.unit AND d.plan_id = e.plan_id
          AND d.number = e.number AND d.kind = 'adopted'))`,
  )
}

export type KnownRow<T> = { planId: string; id: string; year: number; edition: number; topic: T }

/** The newest first: what holds, by year, before what was dropped. */
export const newestFirst = <T>(rows: KnownRow<T>[]): KnownRow<T>[] =>
  rows.sort((a, b) => inOrder(b.year, a.year) || inOrder(b.edition, a.edition) || inOrder(a.planId, b.planId))

/** Topics by their ids; those that nothing knows are missing. */
export async function findTopics(db: Db, unit: string, ids: readonly string[]): Promise<KnownTopics> {
  if (!ids.length) return new Map()
  const all = sql`SELECT id FROM plans AS every WHERE every.unit = ${unit}`
  const asked = sql`SELECT DISTINCT value AS topic FROM json_each(${JSON.stringify(ids)})`
  const { rows } = await readOne(db, sql`SELECT ${topicRows(sql`${unit}`, all, asked, sql`json(topic)`)}`)
  const found = newestFirst(JSON.parse(String(rows[0]?.[0])) as KnownRow<PlanTopic>[])
  const known = new Map<string, Topic>()
  for (const { planId, id, topic } of found) if (!known.has(id)) known.set(id, { ...topic, id, planId })
  return known
}

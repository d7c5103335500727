/** What a changed plan does to the calendars that people keep: slots that go, and duties in other words. */
import { type SQL, sql } from 'drizzle-orm'
import type { Plan } from '../core/plan.ts'
import { plannedDay, type Slot } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'

export const SLOT_FIELDS = ['ordinal', 'airing', 'of', 'date', 'time', 'minutes', 'window_from', 'window_to']
/** Of a duty, what a calendar shows. */
const SHOWN_FIELDS = ['title', 'channels', 'lead', 'quote', 'cadence']

export const takeOver = (fields: string[]): SQL =>
  sql.raw(fields.map((field) => `"${field}" = excluded."${field}"`).join(', '))

const recorded = 'EXISTS (SELECT 1 FROM facts WHERE facts.unit = slots.unit AND facts.slot_id = slots.id)'
const tied = `EXISTS (SELECT 1 FROM item_slots
  WHERE item_slots.unit = slots.unit AND item_slots.slot_id = coalesce(slots."of", slots.id))`
const approved = `EXISTS (SELECT 1 FROM item_slots JOIN item_reviews
  ON item_reviews.unit = item_slots.unit AND item_reviews.item_id = item_slots.item_id
  WHERE item_slots.unit = slots.unit AND item_slots.slot_id = coalesce(slots."of", slots.id)
  AND item_reviews.kind = 'approved')`

/** Somebody recorded something of it, or approved what is said in it: a changed plan doesn't move it. */
export const touched = sql.raw(`(${recorded} OR ${approved})`)
/** A draft waits for it: a changed plan may move it, but not take it away. */
export const kept = sql.raw(`(${recorded} OR ${tied})`)

const DUTY = sql.raw(
  `json_object('id', id, 'title', title, 'channels', json(channels), 'lead', lead, 'support', json(support),
    'quote', quote, 'cadence', json(cadence), 'assumptions', json(assumptions))`,
)

/** Whether a slot was in force before the amendment; its plan still says so then. */
const wasInForce = (unit: string, planId: string): SQL => sql`coalesce(date, window_to) >=
  (SELECT in_force_from FROM plans WHERE plans.unit = ${unit} AND plans.id = ${planId})`

/**
 * What calendars showed and will not show any more: deleted, or before the plan's first day now. Kept as it was while
 * somebody is subscribed, who is told that it is cancelled; and a slot that comes back goes on counting its revisions,
 * since calendars ignore what counts backwards. Comes before the plan itself is stored.
 */
export function rememberGone(unit: string, plan: Plan, slots: readonly Slot[], now: Instant): SQL {
  const shown = slots.filter((slot) => plannedDay(slot) >= plan.inForceFrom)
  const ids = JSON.stringify(shown.map(({ id }) => id))
  const same = sql.raw(`unit, id, plan_id, ${SLOT_FIELDS.map((field) => `"${field}"`).join(', ')}`)
  return sql`INSERT INTO gone_slots (${same}, obligation, revision, gone_at)
    SELECT ${same}, (SELECT ${DUTY} FROM obligations WHERE obligations.unit = slots.unit
      AND obligations.plan_id = slots.plan_id AND obligations.id = slots.obligation_id), revision + 1, ${now}
    FROM slots WHERE unit = ${unit} AND plan_id = ${plan.id} AND NOT ${touched}
      AND ${wasInForce(unit, plan.id)} AND id NOT IN (SELECT value FROM json_each(${ids}))
      AND EXISTS (SELECT 1 FROM feeds WHERE feeds.unit = ${unit} AND revoked_at IS NULL)
    ON CONFLICT (unit, id) DO UPDATE SET ${takeOver([...SLOT_FIELDS, 'obligation', 'revision', 'gone_at'])}`
}

/**
 * A duty in other words, or another first day of the plan, changes what calendars show of its slots. `duties`: the
 * plan's, as JSON. Comes before the plan itself is stored.
 */
export function markReworded(unit: string, plan: Plan, duties: string, now: Instant): SQL {
  const differs = sql.raw(
    SHOWN_FIELDS.map((field) => `obligations."${field}" IS NOT value ->> '${field}'`).join(' OR '),
  )
  return sql`UPDATE slots SET revision = revision + 1, changed_at = ${now}
    WHERE unit = ${unit} AND plan_id = ${plan.id} AND (obligation_id IN
      (SELECT obligations.id FROM json_each(${duties})
        JOIN obligations ON obligations.id = value ->> 'id'
        WHERE obligations.unit = ${unit} AND obligations.plan_id = ${plan.id} AND (${differs}))
      OR (${wasInForce(unit, plan.id)}) <> (coalesce(date, window_to) >= ${plan.inForceFrom}))`
}

/** What a changed plan does to the calendars that people keep: slots that go, and duties in other words. */
import { type SQL, sql } from 'drizzle-orm'
import type { Plan } from '../core/plan.ts'
import type { Slot } from '../core/slot.ts'
import type { Instant } from '../core/wall-clock.ts'

export const SLOT_FIELDS = ['ordinal', 'airing', 'of', 'date', 'time', 'minutes', 'window_from', 'window_to']
/** Of a duty, what a calendar shows. */
const SHOWN_FIELDS = ['title', 'channels', 'lead', 'quote', 'cadence']

export const takeOver = (fields: string[]): SQL =>
  sql.raw(fields.map((field) => `"${field}" = excluded."${field}"`).join(', '))

/** Somebody recorded something of it. */
export const touched = sql`EXISTS (SELECT 1 FROM facts WHERE facts.unit = slots.unit AND facts.slot_id = slots.id)`

const DUTY = sql.raw(
  `json_object('id', id, 'title', title, 'channels', json(channels), 'lead', lead, 'support', json(support),
    'quote', quote, 'cadence', json(cadence), 'assumptions', json(assumptions))`,
)

/**
 * What is about to be deleted, as it was: who is subscribed is told that it is cancelled, and a slot that comes back
 * goes on counting its revisions, since calendars ignore what counts backwards.
 */
export function rememberGone(unit: string, plan: Plan, slots: readonly Slot[], now: Instant): SQL {
  const ids = JSON.stringify(slots.map(({ id }) => id))
  const same = sql.raw(`unit, id, plan_id, ${SLOT_FIELDS.map((field) => `"${field}"`).join(', ')}`)
  return sql`INSERT INTO gone_slots (${same}, obligation, revision, gone_at)
    SELECT ${same}, (SELECT ${DUTY} FROM obligations WHERE obligations.unit = slots.unit
      AND obligations.plan_id = slots.plan_id AND obligations.id = slots.obligation_id), revision + 1, ${now}
    FROM slots WHERE unit = ${unit} AND plan_id = ${plan.id} AND NOT ${touched}
      AND id NOT IN (SELECT value FROM json_each(${ids}))
      AND EXISTS (SELECT 1 FROM feeds WHERE feeds.unit = ${unit} AND revoked_at IS NULL)
    ON CONFLICT (unit, id) DO UPDATE SET ${takeOver([...SLOT_FIELDS, 'obligation', 'revision', 'gone_at'])}`
}

/** A duty in other words changes what calendars show of its slots. `duties`: the plan's, as JSON. */
export function markReworded(unit: string, planId: string, duties: string, now: Instant): SQL {
  const differs = sql.raw(
    SHOWN_FIELDS.map((field) => `obligations."${field}" IS NOT value ->> '${field}'`).join(' OR '),
  )
  return sql`UPDATE slots SET revision = revision + 1, changed_at = ${now}
    WHERE unit = ${unit} AND plan_id = ${planId} AND obligation_id IN
      (SELECT obligations.id FROM json_each(${duties})
        JOIN obligations ON obligations.id = value ->> 'id'
        WHERE obligations.unit = ${unit} AND obligations.plan_id = ${planId} AND (${differs}))`
}

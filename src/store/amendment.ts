/** What keeps a slot where it is when its plan changes. */
import { sql } from 'drizzle-orm'

const recorded = 'EXISTS (SELECT 1 FROM facts WHERE facts.unit = slots.unit AND facts.slot_id = slots.id)'
const written = `EXISTS (SELECT 1 FROM item_slots
  WHERE item_slots.unit = slots.unit AND item_slots.slot_id = coalesce(slots."of", slots.id))`
const approved = `EXISTS (SELECT 1 FROM item_slots JOIN item_reviews
  ON item_reviews.unit = item_slots.unit AND item_reviews.item_id = item_slots.item_id
  WHERE item_slots.unit = slots.unit AND item_slots.slot_id = coalesce(slots."of", slots.id)
  AND item_reviews.kind = 'approved')`

/** Somebody recorded something of it, or approved what is said in it: a changed plan doesn't move it. */
export const touched = sql.raw(`(${recorded} OR ${approved})`)
/** A draft waits for it: a changed plan may move it, but not take it away. */
export const tied = sql.raw(written)

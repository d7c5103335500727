/** Which item is said in which slot. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../core/wall-clock.ts'
import { type Statement, write } from './db.ts'
import type { Deed } from './deed.ts'
import { itemSlots } from './schema.ts'

const touchFamily = (unit: string, slotId: string, now: Instant): SQL =>
  sql`UPDATE slots SET revision = revision + 1, changed_at = max(changed_at, ${now})
    WHERE unit = ${unit} AND coalesce("of", id) = ${slotId}`

/** Nothing happens when the slot has an item already. */
export function tieStatements({ who, now }: Omit<Deed, 'db'>, itemId: string, slotId: string): Statement[] {
  const row = { unit: who.unit, slotId, itemId, by: who.name, at: now }
  return [
    sql`INSERT INTO item_slots (unit, slot_id, item_id, by, at)
      SELECT ${row.unit}, ${slotId}, ${itemId}, ${row.by}, ${now}
      WHERE EXISTS (SELECT 1 FROM items WHERE unit = ${who.unit} AND id = ${itemId})
      ON CONFLICT DO NOTHING`,
    touchFamily(who.unit, slotId, now),
  ]
}

/** False when the slot has an item already. */
export async function tieItem(deed: Deed, itemId: string, slotId: string): Promise<boolean> {
  const [added] = await write(deed.db, tieStatements(deed, itemId, slotId))
  return added?.rowsAffected === 1
}

export async function untieItem({ db, who, now }: Deed, itemId: string, slotId: string): Promise<boolean> {
  const { unit } = who
  const [removed] = await write(db, [
    db
      .delete(itemSlots)
      .where(and(eq(itemSlots.unit, unit), eq(itemSlots.itemId, itemId), eq(itemSlots.slotId, slotId))),
    touchFamily(unit, slotId, now),
  ])
  return removed?.rowsAffected === 1
}

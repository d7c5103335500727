/** Facts with the longest texts that anybody may write: more of them than a libSQL server puts into one answer. */
import type { Db } from '../../src/store/db.ts'

/** `each` facts of every slot of a unit. */
export async function recordMuch(db: Db, unit: string, each: number): Promise<void> {
  await db.$client.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :each)
      INSERT INTO facts (unit, id, plan_id, obligation_id, slot_id, kind, at, recorded_at, by, by_id, reason, note)
      SELECT unit, printf('%s-%d', slots.id, i), plan_id, obligation_id, slots.id, 'note', i, i % 7, 'Lan', 'lan',
        replace(hex(zeroblob(250)), '0', 'ệ'), replace(hex(zeroblob(1000)), '0', 'ế')
      FROM slots CROSS JOIN n WHERE unit = :unit`,
    args: { unit, each },
  })
}

/** Which offices were reminded by the one above on a day: told by the messages that they got. */
import { type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '../core/wall-clock.ts'
import { type Db, readOne } from './db.ts'

/** The keys of a day's messages lie between these. */
const keysOf = (day: LocalDate): SQL => sql`key >= ${`nudge:${day}:`} AND key < ${`nudge:${day};`}`

export async function nudgedOn(db: Db, units: readonly string[], day: LocalDate): Promise<Set<string>> {
  const { rows } = await readOne(
    db,
    sql`SELECT DISTINCT unit FROM messages WHERE unit IN (SELECT value FROM json_each(${JSON.stringify(units)}))
      AND ${keysOf(day)}`,
  )
  return new Set(rows.map((row) => String(row[0])))
}

/** For messages that are just entered: nobody in their office was reminded that day. */
export const isFirstNudge = (day: LocalDate): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM messages AS sent WHERE sent.unit = value ->> 'unit'
    AND sent.key >= ${`nudge:${day}:`} AND sent.key < ${`nudge:${day};`})`

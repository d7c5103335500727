/** Ends of plans, append-only: a row without a day takes the one before back. */
import { type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '../core/wall-clock.ts'
import type { Deed } from './deed.ts'

export type NewEnd = {
  planId: string
  from: LocalDate | null
  document: string | null
  successor: string | null
}

/** For a batch whose other statements ask for its row. */
export const insertEnd = ({ who, now }: Deed, end: NewEnd, batch: string, claim: SQL): SQL =>
  sql`INSERT INTO plan_ends (unit, plan_id, from_day, document, successor, "by", by_id, at, batch)
    SELECT ${who.unit}, ${end.planId}, ${end.from}, ${end.document}, ${end.successor}, ${who.name}, ${who.id}, ${now},
      ${batch} WHERE ${claim}`

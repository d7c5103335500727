/** The days off that a unit laid beside the state's. */
import { desc, eq, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { SpecialDay } from '../core/plan/work-calendar.ts'
import type { Instant } from '../core/wall-clock.ts'
import { auditEntry } from './audit.ts'
import { type Db, write } from './db.ts'
import { ownDays } from './schema.ts'

/** Their JSON, or null, of the unit in `column`, for a lookup that brings it along. */
export const ownDaysSql = (column: string): string =>
  `(SELECT days FROM own_days WHERE own_days.unit = ${column} ORDER BY own_days.id DESC LIMIT 1)`

/** As such a lookup brings them. */
export const ownDaysIn = (json: string | null): SpecialDay[] =>
  json === null ? [] : (JSON.parse(json) as SpecialDay[])

export type SaidDays = { days: SpecialDay[]; by: string; setAt: Instant }

/** The last that was said, or null. */
export async function findOwnDays(db: Db, unit: string): Promise<SaidDays | null> {
  const [row] = await db
    .select({ days: ownDays.days, by: ownDays.by, setAt: ownDays.setAt })
    .from(ownDays)
    .where(eq(ownDays.unit, unit))
    .orderBy(desc(ownDays.id))
    .limit(1)
  return row ?? null
}

/** False when they are so already. What calendars say of deadlines changes with them. */
export async function saveOwnDays(db: Db, by: Author, days: SpecialDay[], now: Instant): Promise<boolean> {
  const held = await findOwnDays(db, by.unit)
  if (JSON.stringify(held?.days ?? []) === JSON.stringify(days)) return false
  const detail = days.length ? `${days.length} ngày` : 'bỏ hết'
  await write(db, [
    db.insert(ownDays).values({ unit: by.unit, days, by: by.name, byId: by.id, setAt: now }),
    sql`UPDATE feed_versions SET version = lower(hex(randomblob(8))) WHERE unit = ${by.unit}`,
    auditEntry(by, { kind: 'own-days', subject: 'ngày nghỉ của đơn vị', detail }, now),
  ])
  return true
}

/** Forms that an office, or one above it, brought along; what people typed into any form. All of it append-only. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, readOne } from './db.ts'
import type { Deed } from './deed.ts'
import { blankEntries, blanks } from './schema.ts'

export type BlankFile = {
  /** Whose form it is: the unit's own, or one above it. */
  unit: string
  unitName: string
  id: string
  file: string
  by: string
  at: Instant
}

/** As they hold now, the own ones first, then those of the offices above, from the nearest up. */
export async function listBlankFiles(db: Db, unit: string): Promise<BlankFile[]> {
  const { rows } = await readOne(
    db,
    sql`WITH RECURSIVE up (up_code, up_parent, up_name, far) AS
      (SELECT code, parent, name, 0 FROM units WHERE code = ${unit}
        UNION ALL SELECT code, parent, name, far + 1 FROM units JOIN up ON code = up_parent WHERE far < 10)
    SELECT up_code, up_name, blank_id, file, by, at FROM up JOIN blanks ON blanks.unit = up_code
      WHERE file IS NOT NULL AND id IN (SELECT max(id) FROM blanks GROUP BY unit, blank_id)
      ORDER BY far, blank_id`,
  )
  return rows.map((row) => ({
    ...{ unit: String(row.up_code), unitName: String(row.up_name), id: String(row.blank_id) },
    ...{ file: String(row.file), by: String(row.by), at: Number(row.at) },
  }))
}

/** `file` null takes the form back. */
export async function saveBlankFile(
  { db, who, now }: Deed,
  blankId: string,
  file: string | null,
): Promise<void> {
  await db.insert(blanks).values({ unit: who.unit, blankId, file, by: who.name, byId: who.id, at: now })
}

export type EntryKey = { blankId: string; year: number; period: string }
export type Entry = { typed: Record<string, string>; by: string; at: Instant }

export async function findEntry(db: Db, unit: string, key: EntryKey): Promise<Entry | null> {
  const [row] = await db
    .select({ typed: blankEntries.typed, by: blankEntries.by, at: blankEntries.at })
    .from(blankEntries)
    .where(
      and(
        eq(blankEntries.unit, unit),
        eq(blankEntries.blankId, key.blankId),
        eq(blankEntries.year, key.year),
        eq(blankEntries.period, key.period),
      ),
    )
    .orderBy(desc(blankEntries.id))
    .limit(1)
  return row ?? null
}

export async function saveEntry(
  { db, who, now }: Deed,
  key: EntryKey,
  typed: Record<string, string>,
): Promise<void> {
  await db.insert(blankEntries).values({ unit: who.unit, ...key, typed, by: who.name, byId: who.id, at: now })
}

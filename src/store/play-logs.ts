/** Files of play logs while somebody looks through them, and what their columns mean. */
import { and, desc, eq, lt } from 'drizzle-orm'
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import type { FileEvidence } from '../core/fact.ts'
import { type PlayColumns, playColumns as playColumnsSchema, type Sheet } from '../core/log/play-columns.ts'
import type { PlayTable } from '../core/log/play-pages.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import { playColumns, playLogs } from './schema.ts'

const KEPT_MS = 31 * DAY_MS

/** Keeps a file's rows for a month. The same file again is the same log. Older ones go. */
export async function savePlayLog(
  db: Db,
  unit: string,
  file: FileEvidence,
  table: PlayTable,
  now: Instant,
): Promise<void> {
  const row = { ...file, unit, sheet: Buffer.from(gzipSync(strToU8(JSON.stringify(table)))), uploadedAt: now }
  await write(db, [
    db.delete(playLogs).where(and(eq(playLogs.unit, unit), lt(playLogs.uploadedAt, now - KEPT_MS))),
    db
      .insert(playLogs)
      .values(row)
      .onConflictDoUpdate({
        target: [playLogs.unit, playLogs.sha256],
        set: { name: file.name, uploadedAt: now },
      }),
  ])
}

export type KeptFile = FileEvidence & { uploadedAt: Instant }

const FILE = {
  name: playLogs.name,
  size: playLogs.size,
  sha256: playLogs.sha256,
  uploadedAt: playLogs.uploadedAt,
}

/** The latest first. */
export const listPlayLogs = (db: Db, unit: string, limit = 10): Promise<KeptFile[]> =>
  db
    .select(FILE)
    .from(playLogs)
    .where(eq(playLogs.unit, unit))
    .orderBy(desc(playLogs.uploadedAt))
    .limit(limit)

export type KeptPlayLog = { file: FileEvidence; table: PlayTable }

export async function findPlayLog(db: Db, unit: string, sha256: string): Promise<KeptPlayLog | null> {
  const [row] = await db
    .select({ ...FILE, sheet: playLogs.sheet })
    .from(playLogs)
    .where(and(eq(playLogs.unit, unit), eq(playLogs.sha256, sha256)))
  if (!row) return null
  const kept = JSON.parse(strFromU8(gunzipSync(new Uint8Array(row.sheet)))) as PlayTable | Sheet
  const file = { name: row.name, size: row.size, sha256: row.sha256 }
  // Kept before workbooks were read with all their sheets.
  return { file, table: 'sheet' in kept ? kept : { sheet: kept, parts: [], leftOut: [] } }
}

/** What a person said that files with these headings mean. */
export async function findPlayColumns(db: Db, unit: string, headings: string): Promise<PlayColumns | null> {
  const [row] = await db
    .select({ columns: playColumns.columns })
    .from(playColumns)
    .where(and(eq(playColumns.unit, unit), eq(playColumns.headings, headings)))
  // Saved before one could say which comes first, the day or the month.
  return row ? playColumnsSchema.parse(row.columns) : null
}

export async function savePlayColumns(
  db: Db,
  unit: string,
  headings: string,
  columns: PlayColumns,
  now: Instant,
): Promise<void> {
  await db
    .insert(playColumns)
    .values({ unit, headings, columns, savedAt: now })
    .onConflictDoUpdate({
      target: [playColumns.unit, playColumns.headings],
      set: { columns, savedAt: now },
    })
}

/** Files of play logs while somebody looks through them, and what their columns mean. */
import { and, desc, eq, lt } from 'drizzle-orm'
import type { FileEvidence } from '../core/fact.ts'
import { playColumns as playColumnsSchema } from '../core/log/play-columns.ts'
import type { SavedColumns } from '../core/log/play-diff.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import { playColumns, playLogs } from './schema.ts'

const KEPT_MS = 31 * DAY_MS

/** Keeps a file's rows for a month. The same file again is the same log. Older ones go. */
export async function savePlayLog(
  db: Db,
  unit: string,
  { file, packed }: KeptPlayLog,
  now: Instant,
): Promise<void> {
  const row = { ...file, unit, sheet: Buffer.from(packed), uploadedAt: now }
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

/** `packed`: its rows, as `actions/play-log-file.ts` unpacks them. */
export type KeptPlayLog = { file: FileEvidence; packed: Uint8Array }

export async function findPlayLog(db: Db, unit: string, sha256: string): Promise<KeptPlayLog | null> {
  const [row] = await db
    .select({ ...FILE, sheet: playLogs.sheet })
    .from(playLogs)
    .where(and(eq(playLogs.unit, unit), eq(playLogs.sha256, sha256)))
  if (!row) return null
  const file = { name: row.name, size: row.size, sha256: row.sha256 }
  return { file, packed: new Uint8Array(row.sheet) }
}

/** What people said that files with these headings mean. */
export async function listPlayColumns(db: Db, unit: string): Promise<SavedColumns[]> {
  const rows = await db
    .select({ headings: playColumns.headings, columns: playColumns.columns })
    .from(playColumns)
    .where(eq(playColumns.unit, unit))
  // Saved before one could say which comes first, the day or the month.
  return rows.map(({ headings, columns }) => ({ headings, columns: playColumnsSchema.parse(columns) }))
}

export async function savePlayColumns(
  db: Db,
  unit: string,
  { headings, columns }: SavedColumns,
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

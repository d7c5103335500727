/** Which files are kept for which facts. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Fact } from '../core/fact.ts'
import type { KeptKind } from '../core/kept-file.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, readOne, type Statement, write } from './db.ts'
import { keptFiles } from './schema.ts'

export type KeptFile = { sha256: string; kind: KeptKind; size: number }

/** `slotId`: only where it is evidence of that slot. */
export async function findKeptFile(
  db: Db,
  unit: string,
  sha256: string,
  slotId?: string,
): Promise<KeptFile | null> {
  const ofSlot =
    slotId === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM facts WHERE facts.unit = ${unit} AND facts.id = ${keptFiles.factId}
          AND facts.slot_id = ${slotId})`
  const [row] = await db
    .select({ sha256: keptFiles.sha256, kind: keptFiles.kind, size: keptFiles.size })
    .from(keptFiles)
    .where(and(eq(keptFiles.unit, unit), eq(keptFiles.sha256, sha256), ofSlot))
    .limit(1)
  return row ?? null
}

const own = (unit: string): SQL =>
  sql`(SELECT DISTINCT sha256, size FROM kept_files WHERE unit = ${unit}) AS own`

/** Bytes that a unit keeps, each file once; and which of some hashes are among them. */
export async function keptOf(
  db: Db,
  unit: string,
  hashes: readonly string[],
): Promise<{ bytes: number; known: ReadonlySet<string> }> {
  const { rows } = await readOne(
    db,
    sql`SELECT coalesce(sum(own.size), 0),
        json_group_array(own.sha256) FILTER (WHERE own.sha256 IN (SELECT value FROM json_each(${JSON.stringify(hashes)})))
      FROM ${own(unit)}`,
  )
  return {
    bytes: Number(rows[0]?.[0]),
    known: new Set(JSON.parse(String(rows[0]?.[1] ?? '[]')) as string[]),
  }
}

/** A condition of the batch that keeps more: two who send at one moment do not go over together. */
export const roomFor = (unit: string, more: number, quota: number): SQL =>
  sql`(SELECT coalesce(sum(own.size), 0) FROM ${own(unit)}) + ${more} <= ${quota}`

/** In the batch of its fact, on the fact's condition. */
export const keepStatement = (unit: string, fact: Fact, condition: SQL): Statement =>
  sql`INSERT INTO kept_files (unit, fact_id, sha256, kind, size, at)
    SELECT ${unit}, ${fact.id}, ${fact.file?.sha256 ?? ''}, ${fact.file?.kept ?? ''}, ${fact.file?.size ?? 0},
      ${fact.recordedAt} WHERE ${condition}`

export type KeptOfUnit = { unit: string; sha256: string }

/** Every file of every unit, or of one. */
export async function listKeptFiles(db: Db, unit: string | null = null): Promise<KeptOfUnit[]> {
  const { rows } = await readOne(
    db,
    sql`SELECT DISTINCT unit, sha256 FROM kept_files ${unit === null ? sql`` : sql`WHERE unit = ${unit}`}`,
  )
  return rows.map((row) => ({ unit: String(row[0]), sha256: String(row[1]) }))
}

/** What a file is evidence of: the slots and obligations whose facts name it. */
type OfObligation = { planId: string; obligationId: string }

/**
 * Files of which every fact was struck out before an instant, with the obligations where to look whether that still holds: what
 * struck it out may have been struck out itself.
 */
export async function listStruck(
  db: Db,
  before: Instant,
): Promise<(KeptOfUnit & { asked: OfObligation[] })[]> {
  const { rows } = await readOne(
    db,
    sql`SELECT kept_files.unit, kept_files.sha256,
        json_group_array(DISTINCT json_object('planId', facts.plan_id, 'obligationId', facts.obligation_id))
      FROM kept_files JOIN facts ON facts.unit = kept_files.unit AND facts.id = kept_files.fact_id
      GROUP BY kept_files.unit, kept_files.sha256
      HAVING min(EXISTS (SELECT 1 FROM facts AS later WHERE later.unit = facts.unit
        AND later.plan_id = facts.plan_id AND later.obligation_id = facts.obligation_id
        AND later.corrects = facts.id AND later.recorded_at < ${before})) = 1`,
  )
  return rows.map((row) => ({
    ...{ unit: String(row[0]), sha256: String(row[1]) },
    asked: JSON.parse(String(row[2])) as OfObligation[],
  }))
}

/** That it was kept is forgotten; the facts that named it stay. */
export const forgetKeptFile = (db: Db, { unit, sha256 }: KeptOfUnit): Promise<unknown> =>
  write(db, [db.delete(keptFiles).where(and(eq(keptFiles.unit, unit), eq(keptFiles.sha256, sha256)))])

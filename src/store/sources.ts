/** Documents that plans are read from, and their reviews: versions are added, never changed. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import type { Author } from '../core/author.ts'
import type { SourceText } from '../core/document/source.ts'
import type { FileEvidence } from '../core/fact.ts'
import type { Review } from '../core/review/review.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import { sourceReviews, sources } from './schema.ts'

const pack = (value: unknown): Buffer => Buffer.from(gzipSync(strToU8(JSON.stringify(value))))
const unpack = (bytes: Uint8Array): unknown => JSON.parse(strFromU8(gunzipSync(new Uint8Array(bytes))))

/** Obligations were `duties` in reviews kept before they had one name. */
function reviewIn(bytes: Uint8Array): Review {
  const { duties, ...review } = unpack(bytes) as Review & { duties?: Review['obligations'] }
  return duties ? { ...review, obligations: duties } : review
}

export type NewSource = { file: FileEvidence; bytes: Uint8Array; read: SourceText; review: Review }

/** Keeps a file with its first review. False when the unit has the very same file already: nothing changes. */
export async function addSource(db: Db, who: Author, source: NewSource, now: Instant): Promise<boolean> {
  const { file, bytes, read, review } = source
  const signed = { unit: who.unit, sha256: file.sha256, by: who.name, byId: who.id, at: now }
  const row = { ...signed, ...file, kind: read.kind, file: Buffer.from(bytes), read: pack(read) }
  const [added] = await write(db, [
    db.insert(sources).values(row).onConflictDoNothing(),
    db
      .insert(sourceReviews)
      .values({ ...signed, version: 1, review: pack(review) })
      .onConflictDoNothing(),
  ])
  return added?.rowsAffected === 1
}

const FILE = {
  name: sources.name,
  size: sources.size,
  sha256: sources.sha256,
  kind: sources.kind,
  by: sources.by,
  at: sources.at,
}

const own = (unit: string, sha256: string) => and(eq(sources.unit, unit), eq(sources.sha256, sha256))

export type KeptSource = FileEvidence & { kind: SourceText['kind']; by: string; at: Instant }

export async function findSource(
  db: Db,
  unit: string,
  sha256: string,
): Promise<{ file: KeptSource; read: SourceText } | null> {
  const [row] = await db
    .select({ ...FILE, read: sources.read })
    .from(sources)
    .where(own(unit, sha256))
  if (!row) return null
  const { read, ...file } = row
  return { file, read: unpack(read) as SourceText }
}

/** The file itself. */
export async function sourceBytes(
  db: Db,
  unit: string,
  sha256: string,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const [row] = await db
    .select({ name: sources.name, file: sources.file })
    .from(sources)
    .where(own(unit, sha256))
  return row ? { name: row.name, bytes: new Uint8Array(row.file) } : null
}

/** The latest first. */
export const listSources = (db: Db, unit: string, limit = 10): Promise<KeptSource[]> =>
  db.select(FILE).from(sources).where(eq(sources.unit, unit)).orderBy(desc(sources.at)).limit(limit)

export type KeptReview = { version: number; review: Review; by: string; at: Instant }

/** The newest version, or the one of that number. */
export async function findReview(
  db: Db,
  unit: string,
  sha256: string,
  version: number | null = null,
): Promise<KeptReview | null> {
  const [row] = await db
    .select({
      version: sourceReviews.version,
      review: sourceReviews.review,
      by: sourceReviews.by,
      at: sourceReviews.at,
    })
    .from(sourceReviews)
    .where(
      and(
        ...[eq(sourceReviews.unit, unit), eq(sourceReviews.sha256, sha256)],
        ...(version === null ? [] : [eq(sourceReviews.version, version)]),
      ),
    )
    .orderBy(desc(sourceReviews.version))
    .limit(1)
  return row ? { ...row, review: reviewIn(row.review) } : null
}

/** Adds the version after `base`. False when somebody added one meanwhile. */
export async function saveReview(
  db: Db,
  who: Author,
  { sha256, base, review }: { sha256: string; base: number; review: Review },
  now: Instant,
): Promise<boolean> {
  const own = sql`unit = ${who.unit} AND sha256 = ${sha256}`
  const [result] = await write(db, [
    sql`INSERT INTO source_reviews (unit, sha256, version, review, "by", by_id, at)
      SELECT ${who.unit}, ${sha256}, ${base + 1}, ${pack(review)}, ${who.name}, ${who.id}, ${now}
      WHERE (SELECT max(version) FROM source_reviews WHERE ${own}) = ${base}`,
  ])
  return result?.rowsAffected === 1
}

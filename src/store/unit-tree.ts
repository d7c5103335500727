/** Offices above and below each other: who sees whom. Read as one list, since a province asks for all of it at once. */
import { type SQL, sql } from 'drizzle-orm'
import type { NewUnit, UnitKind, WholeUnit } from '../core/unit.ts'
import { type Instant, localDateOf } from '../core/wall-clock.ts'
import { type Db, readOne, type Statement } from './db.ts'

const CELLS = 'code, name, kind, parent, official_code, closed_at'

type Cells = [string, string, UnitKind, string | null, string | null, Instant | null]

const toUnit = ([code, name, kind, parent, officialCode, closedAt]: Cells): WholeUnit => {
  return {
    code,
    name,
    kind,
    parent,
    officialCode,
    closedFrom: closedAt === null ? null : localDateOf(closedAt),
  }
}

const unitsOf = async (db: Db, statement: SQL): Promise<WholeUnit[]> =>
  (await readOne(db, statement)).rows.map((row) => toUnit(Object.values(row) as Cells))

export const listWholeUnits = (db: Db): Promise<WholeUnit[]> =>
  unitsOf(db, sql`SELECT ${sql.raw(CELLS)} FROM units ORDER BY code`)

/**
 * A unit and all below it, at any depth; itself first, the others by code. What is above it is not told. Nothing for a
 * unit that there is not.
 */
export async function listSeen(db: Db, unit: string): Promise<WholeUnit[]> {
  const seen = await unitsOf(
    db,
    sql`WITH RECURSIVE seen (seen_code) AS
      (SELECT code FROM units WHERE code = ${unit} UNION SELECT code FROM units JOIN seen ON parent = seen_code)
    SELECT ${sql.raw(CELLS)} FROM seen JOIN units ON code = seen_code ORDER BY code <> ${unit}, code`,
  )
  return seen.map((one) => (one.code === unit ? { ...one, parent: null } : one))
}

/** The unit of that code, if it lies below `above`; null otherwise, whether it exists or not. */
export async function findBelow(db: Db, above: string, code: string): Promise<WholeUnit | null> {
  if (above === code) return null
  const found = await unitsOf(
    db,
    sql`WITH RECURSIVE up (up_code, up_parent) AS
      (SELECT code, parent FROM units WHERE code = ${code} UNION SELECT code, parent FROM units JOIN up ON code = up_parent)
    SELECT ${sql.raw(CELLS)} FROM units WHERE code = ${code} AND EXISTS (SELECT 1 FROM up WHERE up_code = ${above})`,
  )
  return found[0] ?? null
}

/** All of them in one statement, however many. */
export const insertUnits = (units: readonly NewUnit[], now: Instant): Statement =>
  sql`INSERT INTO units (code, name, kind, parent, official_code, created_at)
    SELECT value ->> 'code', value ->> 'name', value ->> 'kind', value ->> 'parent', value ->> 'officialCode', ${now}
    FROM json_each(${JSON.stringify(units)})`

export const updateUnit = ({
  code,
  name,
  kind,
  officialCode,
  parent,
}: Omit<WholeUnit, 'closedFrom'>): Statement =>
  sql`UPDATE units SET name = ${name}, kind = ${kind}, parent = ${parent}, official_code = ${officialCode} WHERE code = ${code}`

/** Offices that stand above others and in which somebody is signed in. */
export async function listLookingDown(db: Db, now: Instant): Promise<string[]> {
  const { rows } = await readOne(
    db,
    sql`SELECT DISTINCT parent FROM units
      WHERE parent IN (SELECT unit FROM sessions WHERE expires_at > ${now} AND awaits_code = 0)`,
  )
  return rows.map(({ parent }) => String(parent))
}

/** By unit, within how many days of a due day its records are on time, as the nearest office above says; none where nobody does. */
export async function onTimeDaysOf(db: Db): Promise<Map<string, number>> {
  const { rows } = await readOne(
    db,
    sql`WITH RECURSIVE told (told_code, days) AS
      (SELECT below.code, above.on_time_days FROM units AS above JOIN units AS below ON below.parent = above.code
        WHERE above.on_time_days IS NOT NULL
      UNION
      SELECT below.code, days FROM told JOIN units AS above ON above.code = told_code AND above.on_time_days IS NULL
        JOIN units AS below ON below.parent = told_code)
    SELECT told_code, days FROM told`,
  )
  return new Map(rows.map(({ told_code, days }) => [String(told_code), Number(days)]))
}

/** What an office itself says for those below; null where it leaves that to others. */
export async function findOnTimeDays(db: Db, unit: string): Promise<number | null> {
  const { rows } = await readOne(db, sql`SELECT on_time_days FROM units WHERE code = ${unit}`)
  const [row] = rows
  return row?.on_time_days == null ? null : Number(row.on_time_days)
}

export const saveOnTimeDays = (unit: string, days: number | null): Statement =>
  sql`UPDATE units SET on_time_days = ${days} WHERE code = ${unit}`

/** Every row of one office, out of a database and into another: for a move, a merger, or leaving. */
import { getTableColumns, getTableName, is, type SQL, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ItemText } from '../core/content/item.ts'
import { type Db, read, readOne, type Statement } from './db.ts'
import { indexStatements } from './item-index.ts'
import * as schema from './schema.ts'

export type Cell = string | number | null | { base64: string }
export type TableRows = { columns: string[]; rows: Cell[][] }
export type UnitRows = Record<string, TableRows>

/**
 * What stays behind: who is signed in where, links that were given out, chats with this server's bot, and what triggers and
 * the beat make anew. Messages too: no office is to be told twice.
 */
const LEFT = [
  ...['sessions', 'known_browsers', 'password_links', 'zalo_links', 'feed_versions', 'turns', 'messages'],
  'units',
]

export type ColumnKind = 'text' | 'integer' | 'real' | 'json' | 'boolean' | 'blob'
type Column = { name: string; kind: ColumnKind; required: boolean }
type Table = { name: string; columns: Column[] }

const kindOf = (column: { dataType: string; getSQLType: () => string }): ColumnKind => {
  if (column.dataType === 'json' || column.dataType === 'boolean') return column.dataType
  return column.getSQLType() as ColumnKind
}

/** Numbers that the database gives are given anew: other offices have theirs. */
export const unitTables: readonly Table[] = Object.values(schema)
  .flatMap((one: unknown): SQLiteTable[] => (is(one, SQLiteTable) ? [one] : []))
  .map((table) => ({ name: getTableName(table), all: Object.values(getTableColumns(table)) }))
  .filter(({ name, all }) => !LEFT.includes(name) && all.some((column) => column.name === 'unit'))
  .map(({ name, all }) => ({
    name,
    columns: all
      .filter((column) => !('autoIncrement' in column && column.autoIncrement === true))
      .map((column) => ({ name: column.name, kind: kindOf(column), required: column.notNull })),
  }))

/** The schema of the database: the instant of its newest migration. */
export async function schemaOf(db: Db): Promise<number> {
  const { rows } = await readOne(db, sql`SELECT max(created_at) AS newest FROM __drizzle_migrations`)
  return Number(rows[0]?.newest)
}

/** All of one moment, each table in the order in which it was written. */
export async function readUnitRows(db: Db, unit: string): Promise<UnitRows> {
  const answers = await read(
    db,
    unitTables.map((table) => selectAll(table, unit)),
  )
  const listed = unitTables.map(({ name, columns }, i): [string, TableRows] => {
    const rows = answers[i]?.rows.map((row) => Object.values(row).map(toCell)) ?? []
    return [name, { columns: columns.map((column) => column.name), rows }]
  })
  return Object.fromEntries(listed)
}

const quoted = (columns: readonly string[]): SQL => sql.raw(columns.map((name) => `"${name}"`).join(', '))

const selectAll = ({ name, columns }: Table, unit: string): SQL =>
  sql`SELECT ${quoted(columns.map((column) => column.name))} FROM ${sql.raw(name)} WHERE unit = ${unit} ORDER BY rowid`

const toCell = (value: unknown): Cell => {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes =
      value instanceof ArrayBuffer
        ? Buffer.from(value)
        : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    return { base64: bytes.toString('base64') }
  }
  return typeof value === 'bigint' ? Number(value) : (value as string | number | null)
}

/** Rows that travel in one statement. */
const AT_ONCE = 500

/** For one batch, after the unit's own row. */
export const insertUnitRows = (unit: string, rows: UnitRows): Statement[] => [
  ...unitTables.flatMap((table) => insertTable(table, rows[table.name])),
  ...newestTexts(rows.item_versions).flatMap(([id, text]) => indexStatements(unit, id, text, sql`true`)),
]

/** The index by which items are found keeps no texts: it is made anew. */
function newestTexts(versions: TableRows | undefined): [id: string, text: ItemText][] {
  const rows = (versions?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, i) => [versions?.columns[i], cell])),
  )
  const newest = new Map<string, Record<string, unknown>>()
  for (const row of rows) {
    const known = newest.get(String(row.item_id))
    if (!known || Number(known.version) < Number(row.version)) newest.set(String(row.item_id), row)
  }
  return [...newest].map(([id, row]) => [id, row as ItemText])
}

function insertTable({ name, columns }: Table, given: TableRows | undefined): Statement[] {
  if (!given?.rows.length) return []
  const places = columns.map((column) => given.columns.indexOf(column.name))
  const rows = given.rows.map((row) => places.map((place) => row[place] ?? null))
  const into = sql`INSERT INTO ${sql.raw(name)} (${quoted(columns.map((column) => column.name))})`
  if (columns.some(({ kind }) => kind === 'blob'))
    return rows.map(
      (row) =>
        sql`${into} VALUES (${sql.join(
          row.map((cell) => sql`${toValue(cell)}`),
          sql`, `,
        )})`,
    )
  const cells = sql.raw(columns.map((_, i) => `value ->> ${i}`).join(', '))
  return parts(rows).map((part) => sql`${into} SELECT ${cells} FROM json_each(${JSON.stringify(part)})`)
}

const toValue = (cell: Cell) =>
  typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell

const parts = (rows: readonly Cell[][]): Cell[][][] =>
  Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, i) =>
    rows.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )

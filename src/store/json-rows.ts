/**
 * Rows as one JSON text. libsql takes a result apart column by column, and that takes longer than SQLite took to find
 * it; one text with all rows of all that belongs together costs a fraction.
 */
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Db, readOne } from './db.ts'

/**
 * A row of `table` as Drizzle would answer it, without what is `left` out, and `more`: what else it is to hold, as SQL says
 * it. Columns are named without their table.
 */
export const jsonRow = (
  table: SQLiteTable,
  more: Record<string, string> = {},
  left: readonly string[] = [],
): SQL => {
  const fields = Object.entries(getTableColumns(table))
    .filter(([key]) => !left.includes(key))
    .map(jsonField)
  const added = Object.entries(more).map(([key, value]) => `'${key}', ${value}`)
  return sql.raw(`json_object(${[...fields, ...added].join(', ')})`)
}

type NamedColumn = [key: string, column: { name: string; dataType: string }]

const jsonField = ([key, { name, dataType }]: NamedColumn): string =>
  `'${key}', ${dataType === 'json' ? `json("${name}")` : `"${name}"`}`

/**
 * All rows that `from` finds, each as `row` says, as one value, in no order: a libSQL server parses SQL by a grammar of
 * its own that knows no ORDER BY inside an aggregate. A row brings along what it is sorted by, and JavaScript sorts.
 */
export const jsonRows = (row: SQL, from: SQL): SQL => sql`(SELECT json_group_array(${row}) ${from})`

/** A list that may be asked for alone or beside others: as one value of SQL, and what its rows mean. */
export type List<T> = { rows: SQL; take: (rows: unknown) => T }

/** `rows` as `jsonRows` says them. */
export const listOf = <Row, T>(rows: SQL, take: (rows: Row[]) => T): List<T> => ({
  rows,
  take: (answer) => take(answer as Row[]),
})

export const readList = async <T>(db: Db, list: List<T>): Promise<T> => (await readLists(db, [list]))[0]

/** Several lists of one moment, in one statement with one value: a driver and a network ask their price for each. */
export async function readLists<T extends readonly unknown[]>(
  db: Db,
  lists: { [K in keyof T]: List<T[K]> },
): Promise<T> {
  const values = lists.map(({ rows }) => sql`json(${rows})`)
  const { rows } = await readOne(db, sql`SELECT json_array(${sql.join(values, sql`, `)}) AS lists`)
  const answers = JSON.parse(String(rows[0]?.[0])) as unknown[]
  return lists.map(({ take }, i) => take(answers[i])) as unknown as T
}

/** For sorting what `jsonRows` answered as SQLite would: texts by their letters' codes. */
export const inOrder = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

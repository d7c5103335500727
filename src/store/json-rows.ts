/**
 * Rows as one JSON text. libsql takes a result apart column by column, and that takes longer than SQLite took to find
 * it; one text with all rows of all that belongs together costs a fraction.
 */
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * A row of `table` as Drizzle would answer it, and `more`: what else it is to hold, as SQL says it. Columns are named
 * without their table.
 */
export const jsonRow = (table: SQLiteTable, more: Record<string, string> = {}): SQL => {
  const fields = Object.entries(getTableColumns(table)).map(jsonField)
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

/** For sorting what `jsonRows` answered as SQLite would: texts by their letters' codes. */
export const inOrder = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

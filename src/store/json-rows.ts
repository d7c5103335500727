/**
 * Rows as one JSON text. libsql takes a result apart column by column, and that takes longer than SQLite took to find
 * it; one text with all rows of all that belongs together costs a fraction.
 */
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/** A row of `table` as Drizzle would answer it. Columns are named without their table. */
export const jsonRow = (table: SQLiteTable): SQL =>
  sql.raw(`json_object(${Object.entries(getTableColumns(table)).map(jsonField).join(', ')})`)

type NamedColumn = [key: string, column: { name: string; dataType: string }]

const jsonField = ([key, { name, dataType }]: NamedColumn): string =>
  `'${key}', ${dataType === 'json' ? `json("${name}")` : `"${name}"`}`

/** All rows that `from` finds, each as `row` says, as one value. */
export const jsonRows = (row: SQL, from: SQL, order: SQL): SQL =>
  sql`(SELECT json_group_array(${row} ORDER BY ${order}) ${from})`

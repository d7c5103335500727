/** The same rows in another database, in their order: a libSQL server makes no copies of itself. */
import type { InStatement, Row } from '@libsql/client'
import type { Db } from '../../src/store/db.ts'
import { openDatabase } from './database.ts'

/** The search index is a table that has tables of its own. */
const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'items_fts_%'
  AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'libsql%' ORDER BY name`

/** `url` is that of an empty database, which gets the schema first. */
export async function copyDatabase(from: Db, url: string): Promise<void> {
  const to = await openDatabase(url)
  const names = (await from.$client.execute(TABLES)).rows.map(({ name }) => String(name))
  // Last, since triggers write it too.
  const ordered = [...names.filter((name) => name !== 'feed_versions'), 'feed_versions']
  const statements = await Promise.all(ordered.map((name) => insertsOf(from, name)))
  // Rows may come before what they refer to.
  await to.$client.migrate(statements.flat())
  to.$client.close()
}

async function insertsOf(from: Db, table: string): Promise<InStatement[]> {
  const all = `SELECT rowid AS "rowid", * FROM "${table}" ORDER BY rowid`
  const { rows, columns } = await from.$client.execute(all)
  return rows.map((row) => insert(table, columns, row))
}

function insert(table: string, columns: string[], row: Row): InStatement {
  const names = [...new Set(columns)]
  const marks = names.map(() => '?').join(', ')
  return {
    sql: `INSERT OR REPLACE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${marks})`,
    args: names.map((name) => row[name] ?? null),
  }
}

/** The database: libSQL behind Drizzle, an embedded file on Node or a server over HTTP on Workers. */
import type { Client, InArgs, ResultSet } from '@libsql/client'
import { type SQL, sql } from 'drizzle-orm'
// This entry takes any client; the others would bring the native driver into the Worker.
import { drizzle } from 'drizzle-orm/libsql/web'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import * as schema from './schema.ts'

export const openDb = (client: Client) => drizzle(client, { schema })

export type Db = ReturnType<typeof openDb>

/** Anything that Drizzle can turn into SQL: a query builder or an `sql` template. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } } | SQL

const dialect = new SQLiteSyncDialect()

function compile(statement: Statement): { sql: string; args: InArgs } {
  const { sql, params } = 'toSQL' in statement ? statement.toSQL() : dialect.sqlToQuery(statement)
  return { sql, args: params as InArgs }
}

/** A part that asks the same each time, built once: building a long one takes longer than SQLite takes to answer it. */
export function builtOnce(part: SQL): SQL {
  const { sql: text, params } = dialect.sqlToQuery(part)
  if (params.length) throw new Error(`A part that is built once holds ${params.length} values`)
  return sql.raw(text)
}

/** All of it or nothing, in one round trip. Takes the write lock at once: a batch that reads first could lose it. */
export const write = (db: Db, statements: Statement[]): Promise<ResultSet[]> =>
  db.$client.batch(statements.map(compile), 'write')

/**
 * What can be noted as well the next time: a locked database or a full disk is no reason to refuse what was asked for.
 */
export async function noteIfPossible(note: PromiseLike<unknown>): Promise<void> {
  await note.then(undefined, () => undefined)
}

/** One read. A statement sees the database as it is at one moment, so this needs no transaction around it. */
export const readOne = (db: Db, statement: Statement): Promise<ResultSet> =>
  db.$client.execute(compile(statement))

/** Several reads of one moment, in one round trip: an answer for each. */
export const read = async <S extends readonly Statement[]>(
  db: Db,
  statements: S,
): Promise<{ [K in keyof S]: ResultSet }> =>
  (await db.$client.batch(statements.map(compile), 'read')) as { [K in keyof S]: ResultSet }

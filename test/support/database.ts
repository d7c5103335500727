/** A test's own database, and all that it holds. */
import { openNodeDb } from '../../src/node/db.ts'
import type { Db } from '../../src/store/db.ts'
import { startLibsqlServer } from './libsql-server.ts'
import { tempFolder } from './temp-folder.ts'

/** Some rooms are tested twice: on an embedded file and on a libSQL server (see `vitest.config.ts`). */
const onServer = process.env.TEST_DATABASE === 'server'

/** Where an empty database is, which vanishes when the scope that said `await using` ends. */
export async function emptyDatabase(): Promise<{ url: string } & AsyncDisposable> {
  if (onServer) {
    const server = await startLibsqlServer()
    return { url: server.address, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
  }
  const folder = await tempFolder()
  return { url: `file:${folder.path}/test.db`, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
}

export const openDatabase = (url: string): Promise<Db> =>
  openNodeDb({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: undefined })

/** A new, migrated database; it vanishes when the scope that said `await using` ends. */
export async function database(): Promise<{ url: string; db: Db } & AsyncDisposable> {
  const empty = await emptyDatabase()
  const db = await openDatabase(empty.url)
  const close = async () => {
    db.$client.close()
    await empty[Symbol.asyncDispose]()
  }
  return { url: empty.url, db, [Symbol.asyncDispose]: close }
}

/** Every row of every table of plans, editions and facts, of one unit or of all. */
export async function contentOf(db: Db, unit?: string): Promise<Record<string, unknown[]>> {
  const tables = [
    'plans',
    'obligations',
    'slots',
    'facts',
    'editions',
    'edition_decisions',
    'plan_ends',
    'gone_slots',
  ].map(async (table) => {
    const { rows } = await db.$client.execute({
      sql: `SELECT * FROM ${table} WHERE ?1 IS NULL OR unit = ?1 ORDER BY unit, rowid`,
      args: [unit ?? null],
    })
    return [table, rows.map((row) => ({ ...row }))] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

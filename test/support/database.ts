/** A database file of a test's own, and all that it holds. */
import { openNodeDb } from '../../src/node/db.ts'
import type { Db } from '../../src/store/db.ts'
import { tempFolder } from './temp-folder.ts'

/** A new, migrated database; it vanishes when the scope that said `await using` ends. */
export async function database(): Promise<{ db: Db } & AsyncDisposable> {
  const folder = await tempFolder()
  const db = await openNodeDb({ DATABASE_URL: `file:${folder.path}/test.db`, DATABASE_AUTH_TOKEN: undefined })
  const close = async () => {
    db.$client.close()
    await folder[Symbol.asyncDispose]()
  }
  return { db, [Symbol.asyncDispose]: close }
}

/** Every row of every table of plans and facts, of one unit or of all. */
export async function contentOf(db: Db, unit?: string): Promise<Record<string, unknown[]>> {
  const tables = ['plans', 'obligations', 'slots', 'facts'].map(async (table) => {
    const { rows } = await db.$client.execute({
      sql: `SELECT * FROM ${table} WHERE ?1 IS NULL OR unit = ?1 ORDER BY unit, id`,
      args: [unit ?? null],
    })
    return [table, rows.map((row) => ({ ...row }))] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

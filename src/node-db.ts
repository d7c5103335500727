/** The database as Node opens it: an embedded file, or a libSQL server. Not part of the Worker. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'
import { migrate } from 'drizzle-orm/libsql/migrator'
import type { Config } from './config.ts'
import { type Db, openDb } from './store/db.ts'

/** How long a process waits for another one's write, in milliseconds. */
const BUSY_MS = 10_000

// The same from src/ and from the bundle in dist/.
const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** Opens the database and brings its schema up to date. A file's folder is made when it is missing. */
export async function openNodeDb(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_AUTH_TOKEN'>): Promise<Db> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config
  const embedded = url.startsWith('file:')
  if (embedded) mkdirSync(dirname(url.slice('file:'.length)), { recursive: true })
  const db = openDb(
    createClient({ url, ...(authToken ? { authToken } : {}), ...(embedded ? { timeout: BUSY_MS } : {}) }),
  )
  if (embedded) await db.$client.execute('PRAGMA journal_mode = WAL')
  await migrate(db, { migrationsFolder: MIGRATIONS })
  return db
}

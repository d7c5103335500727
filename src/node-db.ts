/** The database as Node opens it: an embedded file, or a libSQL server. Not part of the Worker. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, createClient, LibsqlError } from '@libsql/client'
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
  const client = createClient({
    url,
    ...(authToken ? { authToken } : {}),
    ...(embedded ? { timeout: BUSY_MS } : {}),
  })
  const db = openDb(embedded ? reconnectingWhenBusy(client) : client)
  if (embedded) await db.$client.execute('PRAGMA journal_mode = WAL')
  await migrate(db, { migrationsFolder: MIGRATIONS })
  return db
}

/**
 * libsql leaves a statement that met SQLITE_BUSY unfinished on its connection. What the connection writes afterwards
 * seems to succeed and is never committed, or fails for ever. So such a connection is given up: the call that met the
 * lock still fails, the next one begins on a fresh connection.
 */
export function reconnectingWhenBusy(client: Client): Client {
  const giveUp = (error: unknown): never => {
    if (error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')) client.reconnect()
    throw error
  }
  return new Proxy(client, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const result: unknown = member.apply(target, args)
        return result instanceof Promise ? result.catch(giveUp) : result
      }
    },
  })
}

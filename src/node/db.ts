/** The database as Node opens it: an embedded file, or a libSQL server. Not part of the Worker. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Client, createClient, LibsqlError } from '@libsql/client'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { type Config, databaseFile } from '../config.ts'
import { inPackage } from '../package-folder.ts'
import { type Db, openDb } from '../store/db.ts'

/** How long a process waits for another one's write, in milliseconds. */
const BUSY_MS = 10_000

// The same from src/ and from the bundle in dist/.
const MIGRATIONS = inPackage('migrations')

type Settings = Pick<Config, 'DATABASE_URL' | 'DATABASE_AUTH_TOKEN'>

/** The database of the settings cannot be opened. The message is for whoever set them. */
export class DatabaseUnavailable extends Error {}

/**
 * Opens the database and brings its schema up to date. A file's folder is made when it is missing. Throws
 * `DatabaseUnavailable`: without it there is nothing that any command could go on with.
 */
export async function openNodeDb(settings: Settings): Promise<Db> {
  try {
    return await open(settings)
  } catch (error) {
    const why = whyUnavailable(error)
    throw why === null ? error : new DatabaseUnavailable(`Không mở được ${settings.DATABASE_URL}: ${why}.`)
  }
}

/** The driver's and the file system's codes, in words; null for what must be a bug. */
function whyUnavailable(error: unknown): string | null {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { code = '', message = '' } = root as { code?: string; message?: string }
  const told = `${code} ${message}`
  return REASONS.find(([pattern]) => pattern.test(told))?.[1] ?? null
}

const REASONS: [RegExp, string][] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'tệp này không phải cơ sở dữ liệu của Nhịp Sóng, hoặc đã hỏng'],
  [/^SQLITE_BUSY/, 'chương trình khác đang giữ tệp này'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'đĩa đầy'],
  [
    /^(SQLITE_(CANTOPEN|READONLY|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)|Unable to open/,
    'thư mục không có, hoặc không cho ghi',
  ],
  [/HTTP status 40[13]|\b40[13]\b/, 'máy chủ không nhận mã DATABASE_AUTH_TOKEN'],
  [/fetch failed|^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|SERVER_ERROR|HRANA)/, 'máy chủ không trả lời'],
]

async function open({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken }: Settings): Promise<Db> {
  const file = databaseFile(url)
  const embedded = file !== null
  if (embedded) mkdirSync(dirname(file), { recursive: true })
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

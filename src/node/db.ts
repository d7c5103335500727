/** The database as Node opens it: an embedded file, or a libSQL server. Not part of the Worker. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createClient } from '@libsql/client'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { type Config, databaseFile } from '../config.ts'
import { inPackage } from '../package-folder.ts'
import { type Db, openDb } from '../store/db.ts'
import { waitingForLock } from './lock.ts'

/** How long a command, and a server that starts, waits for another process's write, in milliseconds. */
const PATIENCE_MS = 10_000

// The same from src/ and from the bundle in dist/.
const MIGRATIONS = inPackage('migrations')

type Settings = Pick<Config, 'DATABASE_URL' | 'DATABASE_AUTH_TOKEN'>

/** The database of the settings cannot be opened. The message is for whoever set them. */
export class DatabaseUnavailable extends Error {}

/**
 * Opens the database and brings its schema up to date. A file's folder is made when it is missing. Throws
 * `DatabaseUnavailable`: without it there is nothing that any command could go on with. `patienceMs` is how long each
 * call waits for another process's write, once it is open.
 */
export async function openNodeDb(settings: Settings, patienceMs = PATIENCE_MS): Promise<Db> {
  try {
    return await open(settings, patienceMs)
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

async function open(
  { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken }: Settings,
  patienceMs: number,
): Promise<Db> {
  const file = databaseFile(url)
  const embedded = file !== null
  if (embedded) mkdirSync(dirname(file), { recursive: true })
  const client = createClient({
    url,
    ...(authToken ? { authToken } : {}),
    ...(embedded ? { timeout: 0 } : {}),
  })
  const patience = { ms: PATIENCE_MS }
  const db = openDb(embedded ? waitingForLock(client, patience) : client)
  if (embedded) await db.$client.execute('PRAGMA journal_mode = WAL')
  await migrate(db, { migrationsFolder: MIGRATIONS })
  patience.ms = patienceMs
  return db
}

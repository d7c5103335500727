/** The database as Node opens it: an embedded file, or a libSQL server. Not part of the Worker. */
import { type Client, createClient } from '@libsql/client'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { type Config, databaseFile } from '../config.ts'
import { inPackage } from '../package-folder.ts'
import { type Db, openDb } from '../store/db.ts'
import { DatabaseUnavailable, serverClient, unavailabilityIn } from '../store/server.ts'
import { type Patience, waitingForLock } from './lock.ts'
import { whoseDatabase } from './own-schema.ts'
import { keepPrepared } from './prepared.ts'
import { makePrivate } from './private-file.ts'
import { onSameFile } from './same-file.ts'

/** How long a command, and a server that starts, waits for another process's write, in milliseconds. */
const PATIENCE_MS = 10_000

// The same from src/ and from the bundle in dist/.
const MIGRATIONS = inPackage('migrations')

type Settings = Pick<Config, 'DATABASE_URL' | 'DATABASE_AUTH_TOKEN'> &
  Partial<Pick<Config, 'DATABASE_TIMEOUT'>>

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
    if (why === null) throw error
    // What follows a question mark may be a token.
    throw new DatabaseUnavailable(why, `Không mở được ${settings.DATABASE_URL.replace(/\?.*/, '')}: ${why}.`)
  }
}

/** What the database's file answers once it is open: a disk full or read-only under a command. Null for anything else. */
export function fileTroubleIn(error: unknown): DatabaseUnavailable | null {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { code = '' } = root as { code?: string }
  const why = code.startsWith('SQLITE_') ? whyUnavailable(root) : null
  return why === null ? null : new DatabaseUnavailable(why, `Không ghi được vào cơ sở dữ liệu: ${why}.`)
}

/** The driver's and the file system's codes, in words; null for what must be a bug. */
function whyUnavailable(error: unknown): string | null {
  const unavailable = unavailabilityIn(error)
  if (unavailable) return unavailable.why
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
]

async function open(settings: Settings, patienceMs: number): Promise<Db> {
  const file = databaseFile(settings.DATABASE_URL)
  const patience = { ms: PATIENCE_MS }
  const client =
    file === null ? serverClient(createClient, settings) : await openFile(settings, file, patience)
  if (file === null) await refuseOthers(client)
  const db = openDb(client)
  await bringUpToDate(db)
  patience.ms = patienceMs
  return db
}

/** Several programs that start at one moment all find the same migrations to do: who comes second looks again. */
async function bringUpToDate(db: Db): Promise<void> {
  for (let known = await migrationsDone(db); ; ) {
    try {
      return await migrate(db, { migrationsFolder: MIGRATIONS })
    } catch (error) {
      const done = await migrationsDone(db)
      if (done === known) throw error
      known = done
    }
  }
}

async function migrationsDone(db: Db): Promise<number> {
  const { rows } = await db.$client.execute("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
  if (!rows.length) return 0
  const { rows: done } = await db.$client.execute('SELECT count(*) AS done FROM __drizzle_migrations')
  return Number(done[0]?.done)
}

async function openFile({ DATABASE_URL: url }: Settings, file: string, patience: Patience): Promise<Client> {
  makePrivate(file)
  keepPrepared()
  const client = waitingForLock(createClient({ url, timeout: 0 }), patience)
  // Before anything is written: the way of the journal too is the owner's business.
  await refuseOthers(client)
  await client.execute('PRAGMA journal_mode = WAL')
  return onSameFile(client, file)
}

/** An older program would not know what a newer one keeps; in another program's database nothing of ours belongs. */
async function refuseOthers(client: Client): Promise<void> {
  const whose = await whoseDatabase(client)
  if (whose !== 'newer' && whose !== 'foreign') return
  client.close()
  throw new DatabaseUnavailable(REFUSED[whose])
}

const REFUSED = {
  newer: 'dữ liệu do bản Nhịp Sóng mới hơn ghi, hãy cài bản mới hơn',
  foreign: 'đây là cơ sở dữ liệu của chương trình khác',
}

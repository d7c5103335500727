/** Copies of an embedded database: made while others write to it, opened to see that they are whole, and put back. */
import { chmod, copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Client, createClient, LibsqlError } from '@libsql/client'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { type Instant, localDateOf, wallTimeOf } from '../core/wall-clock.ts'
import { ownMigrations, whoseDatabase } from './own-schema.ts'
import { alsoCall, exists, SIDES, sweep, sweepLeftovers, takePlace, unfinished } from './unfinished.ts'

/** What a copy holds. `schema` is the instant of its newest migration: schemas are compared by it. */
export type Copy = { schema: number; rows: Record<string, number> }

/** Opens, uses and closes; the driver makes a missing file, so look for it first. */
async function withFile<T>(path: string, use: (client: Client) => Promise<T>): Promise<T> {
  // The address is decoded like any other: these three would end it or stand for something else.
  const escaped = path.replaceAll('\\', '/').replace(/[%?#]/g, encodeURIComponent)
  const client = createClient({ url: `file:${escaped}`, timeout: 10_000 })
  try {
    return await use(client)
  } finally {
    client.close()
  }
}

/**
 * Copies a database of one moment to a file that does not exist yet, and opens the copy. It is written beside its place
 * and moved there when it is whole: what bears the name can be restored.
 */
export async function backUp(database: string, to: string): Promise<Result<Copy>> {
  const target = resolve(to)
  if (!(await exists(database))) return invalid(`Chưa có cơ sở dữ liệu ${database} để sao lưu.`)
  if (await exists(target)) return invalid(`Tệp ${to} đã có: hãy chọn tên khác.`)
  const part = unfinished(target)
  try {
    await sweepLeftovers(dirname(target))
    await writeFile(part, '', { mode: 0o600, flag: 'wx' })
    await withFile(database, (client) => client.execute({ sql: 'VACUUM INTO ?', args: [part] }))
    const copy = await inspect(part)
    if (copy.ok) await takePlace(part, target)
    return copy
  } catch (error) {
    return fail(writeProblem(error, to))
  } finally {
    await sweep(part)
  }
}

function writeProblem(error: unknown, to: string): Problem {
  const code = (error as { code?: string }).code ?? ''
  const invalidBecause = (detail: string): Problem => ({ kind: 'invalid', detail, errors: [] })
  if (/^(SQLITE_CANTOPEN|ENOENT|ENOTDIR|EACCES|EPERM|EROFS|EISDIR)/.test(code))
    return invalidBecause(`Không ghi được ${to}: thư mục không có, hoặc không cho ghi.`)
  if (/^(SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|EFBIG|EIO)/.test(code))
    return invalidBecause(`Không ghi hết được ${to}: đĩa đầy hoặc hỏng. Bản ghi dở đã được xoá.`)
  throw error
}

/** Whether the database itself finds nothing wrong in its file. Throws when it cannot tell. */
export async function isSound(path: string): Promise<boolean> {
  try {
    return await withFile(path, async (client) => {
      const { rows } = await client.execute('PRAGMA quick_check(1)')
      return rows[0]?.[0] === 'ok'
    })
  } catch (error) {
    if (error instanceof LibsqlError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return false
    throw error
  }
}

/** A last page of which some bytes are missing is filled up with nothing, and found sound. */
async function isCut(client: Client, path: string): Promise<boolean> {
  const { rows } = await client.execute('PRAGMA page_size')
  return (await stat(path)).size % Number(rows[0]?.[0]) !== 0
}

/** Reads all of a copy, as far as the database itself can judge it. `invalid` for anything that is no whole copy. */
export async function inspect(path: string): Promise<Result<Copy>> {
  if (!(await exists(path))) return invalid(`Không có tệp ${path}.`)
  try {
    return await withFile(path, async (client) => {
      const { rows } = await client.execute('PRAGMA quick_check(1)')
      if (rows[0]?.[0] !== 'ok' || (await isCut(client, path))) return damaged(path)
      if ((await whoseDatabase(client)) === 'foreign') return damaged(path)
      return ok({ schema: await schemaOf(client), rows: await rowCounts(client) })
    })
  } catch (error) {
    if (error instanceof LibsqlError) return damaged(path)
    throw error
  }
}

const damaged = (path: string) => invalid(`Tệp ${path} không phải bản sao lưu của Nhịp Sóng, hoặc đã hỏng.`)

/** The evidence that a copy names; a copy from before evidence was kept names none. */
export const filesOfCopy = (path: string): Promise<{ unit: string; sha256: string }[]> =>
  withFile(path, async (client) => {
    const { rows: there } = await client.execute("SELECT 1 FROM sqlite_schema WHERE name = 'kept_files'")
    if (!there.length) return []
    const { rows } = await client.execute('SELECT DISTINCT unit, sha256 FROM kept_files')
    return rows.map((row) => ({ unit: String(row[0]), sha256: String(row[1]) }))
  })

async function schemaOf(client: Client): Promise<number> {
  const { rows } = await client.execute('SELECT max(created_at) AS newest FROM __drizzle_migrations')
  return Number(rows[0]?.newest)
}

async function rowCounts(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  )
  const names = rows.map(({ name }) => String(name))
  const counts = await client.batch(
    names.map((name) => `SELECT count(*) AS n FROM "${name}"`),
    'read',
  )
  return Object.fromEntries(names.map((name, i) => [name, Number(counts[i]?.rows[0]?.n)]))
}

/**
 * Puts a copy in the place of the database and keeps what was there under another name. Refused while anybody has the
 * database open, for a copy of a newer schema, and for one that is damaged: nothing has changed then. What lies beside
 * the copy as `-wal` belongs to it: a database that was copied while it was open has its newest rows there.
 *
 * At each moment, whatever ends the program, there is a whole database under the name: the old one or the new one.
 */
export async function restore(
  database: string,
  from: string,
  now: Instant,
): Promise<Result<Copy & { kept: string | null }>> {
  const incoming = unfinished(database)
  try {
    await mkdir(dirname(database), { recursive: true })
    await sweepLeftovers(dirname(database))
    const found = await stat(from).catch(() => null)
    if (found === null) return invalid(`Không có tệp ${from}.`)
    if (!found.isFile()) return invalid(`${from} không phải một tệp: hãy chọn tệp sao lưu.`)
    if (!(await isWal(`${from}-wal`))) return apart(from)
    await takeIn(from, incoming)
    await chmod(incoming, 0o600)
    const copy = await inspect(incoming)
    if (!copy.ok) return damaged(from)
    if (await exists(`${incoming}-wal`)) return apart(from)
    if (copy.value.schema > Math.max(...(await ownMigrations())))
      return invalid(`Tệp ${from} do bản Nhịp Sóng mới hơn ghi ra: hãy nâng cấp chương trình rồi phục hồi.`)
    const kept = await setAside(database, now)
    if (!kept.ok) return kept
    await takePlace(incoming, database)
    return ok({ ...copy.value, kept: kept.value })
  } catch (error) {
    return fail(writeProblem(error, database))
  } finally {
    await sweep(incoming)
  }
}

const apart = (from: string): Result<never> =>
  invalid(`Không ghép được ${from}-wal vào ${from}: hãy chép lại cả hai tệp khi máy chủ đã dừng.`)

/** The first bytes of a write-ahead log (https://sqlite.org/fileformat2.html#walformat). */
const WAL_BEGINS = /^377f068[23]/
const WAL_HEADER = 32

/** Or too little to hold anything. SQLite passes over any other file in silence, and with it what was recorded last. */
async function isWal(path: string): Promise<boolean> {
  const written = await stat(path).catch(() => null)
  if (written === null || written.size < WAL_HEADER) return true
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return WAL_BEGINS.test(buffer.toString('hex'))
  } finally {
    await file.close()
  }
}

/** One file of what may be two. */
async function takeIn(from: string, incoming: string): Promise<void> {
  await copyFile(from, incoming)
  const written = await stat(`${from}-wal`).catch(() => null)
  // A quiet moment leaves an empty one.
  if (!written?.size) return
  await copyFile(`${from}-wal`, `${incoming}-wal`)
  // What is no database is told by whoever inspects it.
  await withFile(incoming, (client) => client.execute('PRAGMA journal_mode = DELETE')).catch(() => undefined)
}

/** The name under which the replaced database stays, null when there was none. */
async function setAside(database: string, now: Instant): Promise<Result<string | null>> {
  if (!(await exists(database))) return ok(null)
  if (!(await isAlone(database)))
    return invalid('Cơ sở dữ liệu đang được dùng: hãy dừng máy chủ Nhịp Sóng rồi phục hồi.')
  const stamp = `${localDateOf(now)}-${wallTimeOf(now).replace(':', '')}`
  const kept = await freeName(`${database}.truoc-${stamp}`)
  await alsoCall(database, kept)
  await setSidesAside(database, kept)
  return ok(kept)
}

/** Only a database that cannot be read still has them; beside another database they would be taken for its own. */
async function setSidesAside(database: string, kept: string): Promise<void> {
  if (await exists(`${database}-wal`)) await rename(`${database}-wal`, `${kept}-wal`)
  for (const side of SIDES) await rm(database + side, { force: true })
}

async function freeName(name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}-${n}`
    if (!(await exists(candidate))) return candidate
  }
}

/** Leaving WAL mode needs the file for oneself; it also puts all that was written into the one file. */
async function isAlone(database: string): Promise<boolean> {
  if ((await stat(database)).size === 0) return true
  try {
    await withFile(database, (client) => client.execute('PRAGMA journal_mode = DELETE'))
    return true
  } catch (error) {
    if (error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')) return false
    // A database that cannot be read any more is what people restore over.
    if (error instanceof LibsqlError) return true
    throw error
  }
}

import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { backUp, inspect, restore } from '../../src/node/backup.ts'
import { openNodeDb } from '../../src/node/db.ts'
import { tempFolder } from '../support/temp-folder.ts'

const settings = (file: string) => ({ DATABASE_URL: `file:${file}`, DATABASE_AUTH_TOKEN: undefined })

/** A database made by these statements, or ours with these done to it. */
async function made(file: string, sql: string, ours: boolean): Promise<void> {
  if (ours) (await openNodeDb(settings(file))).$client.close()
  const client = createClient({ url: `file:${file}` })
  await client.executeMultiple(sql)
  client.close()
}

/** All that is stored: the file, and what is not in it yet. */
const bytesOf = (file: string) =>
  Promise.all([file, `${file}-wal`].map((name) => readFile(name, 'hex').catch(() => '')))

const MIGRATED = 'CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text, created_at numeric)'
const FOREIGN = 'đây là cơ sở dữ liệu của chương trình khác'
const NEWER = 'dữ liệu do bản Nhịp Sóng mới hơn ghi, hãy cài bản mới hơn'

const REFUSED: [what: string, sql: string, ours: boolean, why: string][] = [
  ['another program’s file', 'CREATE TABLE so_sach (id INTEGER)', false, FOREIGN],
  [
    'a file of another program that migrates by Drizzle too, long ago',
    `${MIGRATED}; INSERT INTO __drizzle_migrations VALUES (1, 'x', 1); CREATE TABLE units (code text)`,
    false,
    FOREIGN,
  ],
  [
    'a file whose table of migrations is all there is of Drizzle',
    `${MIGRATED}; CREATE TABLE so_sach (id INTEGER)`,
    false,
    FOREIGN,
  ],
  [
    'ours with a migration that no version has',
    "INSERT INTO __drizzle_migrations VALUES (99, 'x', 1)",
    true,
    FOREIGN,
  ],
  [
    'what a later version wrote',
    "INSERT INTO __drizzle_migrations VALUES (99, 'x', 9999999999999)",
    true,
    NEWER,
  ],
]

test.each(REFUSED)(
  '%s is refused in one sentence, and not a byte of it is touched',
  async (_what, sql, ours, why) => {
    await using folder = await tempFolder()
    const file = join(folder.path, 'a.db')
    await made(file, sql, ours)
    const before = await bytesOf(file)
    await expect(openNodeDb(settings(file))).rejects.toThrow(`Không mở được file:${file}: ${why}.`)
    expect(await bytesOf(file)).toEqual(before)
  },
)

test('a start that was cut off after the first table goes on', async () => {
  await using folder = await tempFolder()
  const file = join(folder.path, 'a.db')
  await made(file, MIGRATED, false)
  const db = await openNodeDb(settings(file))
  expect(await db.query.units.findMany()).toEqual([])
  db.$client.close()
})

test('another program’s database is no copy that could be restored', async () => {
  await using folder = await tempFolder()
  const [file, other] = [join(folder.path, 'a.db'), join(folder.path, 'other.db')]
  const sql = `${MIGRATED}; INSERT INTO __drizzle_migrations VALUES (1, 'x', 1); CREATE TABLE units (code text)`
  await made(other, sql, false)
  const answers = [await inspect(other), await restore(file, other, 0)]
  expect(answers.map((answer) => (answer.ok ? 'taken' : answer.problem.detail))).toEqual(
    [other, other].map((name) => `Tệp ${name} không phải bản sao lưu của Nhịp Sóng, hoặc đã hỏng.`),
  )
})

const modesIn = async (folder: string) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(folder)).map(async (name) => [
        name,
        ((await stat(join(folder, name))).mode & 0o777).toString(8),
      ]),
    ),
  )

test.skipIf(process.platform === 'win32')(
  'the database, what stands beside it, its copy and what was restored are their owner’s alone',
  async () => {
    await using folder = await tempFolder()
    const file = join(folder.path, 'du-lieu/a.db')
    const db = await openNodeDb(settings(file))
    await backUp(file, join(folder.path, 'du-lieu/copy.db'))
    const all = await modesIn(join(folder.path, 'du-lieu'))
    expect(all).toEqual({ 'a.db': '600', 'a.db-shm': '600', 'a.db-wal': '600', 'copy.db': '600' })
    db.$client.close()
    await chmod(join(folder.path, 'du-lieu/copy.db'), 0o644)
    await restore(join(folder.path, 'du-lieu/b.db'), join(folder.path, 'du-lieu/copy.db'), 0)
    expect((await modesIn(join(folder.path, 'du-lieu')))['b.db']).toBe('600')
  },
)

test.skipIf(process.platform === 'win32')(
  'a database of before that others could read is closed to them',
  async () => {
    await using folder = await tempFolder()
    const file = join(folder.path, 'a.db')
    await writeFile(file, '', { mode: 0o644 })
    ;(await openNodeDb(settings(file))).$client.close()
    expect((await modesIn(folder.path))['a.db']).toBe('600')
  },
)

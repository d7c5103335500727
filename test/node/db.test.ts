import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fileTroubleIn, openNodeDb } from '../../src/node/db.ts'
import type { Db } from '../../src/store/db.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('the address of a file is read as the driver reads it: an escape is a character, in the folder too', async () => {
  await using folder = await tempFolder()
  const db = await openNodeDb({
    DATABASE_URL: `file:${folder.path}/d%E1%BB%AF%20li%E1%BB%87u/a.db`,
    DATABASE_AUTH_TOKEN: undefined,
  })
  db.$client.close()
  expect([await readdir(folder.path), await readdir(join(folder.path, 'dữ liệu'))]).toEqual([
    ['dữ liệu'],
    expect.arrayContaining(['a.db']),
  ])
})

test.each([
  ['a folder', 'folder', 'thư mục không có, hoặc không cho ghi'],
  ['a file that is none', 'text.db', 'tệp này không phải cơ sở dữ liệu của Nhịp Sóng, hoặc đã hỏng'],
  ['a place under a file', 'text.db/a.db', 'thư mục không có, hoặc không cho ghi'],
])('%s in the place of the database is said in one line', async (_what, name, why) => {
  await using folder = await tempFolder()
  await mkdir(join(folder.path, 'folder'))
  await writeFile(join(folder.path, 'text.db'), 'Sổ ghi chép của đài truyền thanh xã. '.repeat(100))
  const url = `file:${join(folder.path, name)}`
  await expect(openNodeDb({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: undefined })).rejects.toThrow(
    `Không mở được ${url}: ${why}.`,
  )
})

test('a server that does not answer is said in one line', async () => {
  const url = 'http://127.0.0.1:9'
  await expect(openNodeDb({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: undefined })).rejects.toThrow(
    `Không mở được ${url}: máy chủ dữ liệu không trả lời.`,
  )
})

test('a file that takes no writes is said in one line by the command that meets it, a wrong statement stays a bug', async () => {
  await using folder = await tempFolder()
  const db = await openNodeDb({ DATABASE_URL: `file:${folder.path}/a.db`, DATABASE_AUTH_TOKEN: undefined })
  await db.run(sql`PRAGMA query_only = ON`)
  const fails = (statement: string) => db.run(sql.raw(statement)).then(() => null, fileTroubleIn)
  expect((await fails('CREATE TABLE t (a)'))?.message).toBe(
    'Không ghi được vào cơ sở dữ liệu: thư mục không có, hoặc không cho ghi.',
  )
  expect(await fails('CREATE TABEL t (a)')).toBeNull()
  db.$client.close()
})

test('programs that start at one moment on a file that is not there yet all open it', async () => {
  await using folder = await tempFolder()
  const settings = { DATABASE_URL: `file:${folder.path}/a.db`, DATABASE_AUTH_TOKEN: undefined }
  const opened = await Promise.all(Array.from({ length: 4 }, () => openNodeDb(settings)))
  const { rows } = await (opened[0] as Db).$client.execute(
    'SELECT count(*) AS done, count(DISTINCT hash) AS each FROM __drizzle_migrations',
  )
  expect(rows[0]?.done).toBe(rows[0]?.each)
  for (const { $client } of opened) $client.close()
})

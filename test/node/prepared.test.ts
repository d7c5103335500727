import Database from 'libsql'
import { beforeAll, expect, test } from 'vitest'
import { openNodeDb } from '../../src/node/db.ts'
import { tempFolder } from '../support/temp-folder.ts'

const open = async (folder: string) =>
  (await openNodeDb({ DATABASE_URL: `file:${folder}/a.db`, DATABASE_AUTH_TOKEN: undefined })).$client

beforeAll(async () => {
  await using folder = await tempFolder()
  ;(await open(folder.path)).close()
})

test('a connection prepares a statement once, each connection its own', () => {
  const [one, other] = [new Database(':memory:'), new Database(':memory:')]
  const statement = one.prepare('SELECT 1')
  expect(one.prepare('SELECT 1')).toBe(statement)
  expect(one.prepare('SELECT 2')).not.toBe(statement)
  expect(other.prepare('SELECT 1')).not.toBe(statement)
})

test('what was not asked for long is prepared anew', () => {
  const db = new Database(':memory:')
  const [rare, often] = [db.prepare('SELECT -1'), db.prepare('SELECT -2')]
  for (let i = 0; i < 99; i++) {
    db.prepare(`SELECT ${i}`)
    db.prepare('SELECT -2')
  }
  expect(db.prepare('SELECT -2')).toBe(often)
  expect(db.prepare('SELECT -1')).not.toBe(rare)
})

test('a statement that failed works the next time, with its new values alone', async () => {
  await using folder = await tempFolder()
  const client = await open(folder.path)
  await client.execute('CREATE TABLE pairs (a TEXT UNIQUE, b TEXT)')
  const add = (a: string, b: string) =>
    client.execute({ sql: 'INSERT INTO pairs VALUES (?, ?)', args: [a, b] })
  await add('1', 'first')
  await expect(add('1', 'twice')).rejects.toThrow(/UNIQUE/)
  await add('2', 'second')
  const all = async () =>
    (await client.execute('SELECT a, b FROM pairs ORDER BY a')).rows.map(({ a, b }) => `${a} ${b}`)
  expect(await all()).toEqual(['1 first', '2 second'])
  await expect(
    client.batch(
      [{ sql: 'INSERT INTO pairs VALUES (?, ?)', args: ['3', 'third'] }, 'INSERT INTO pairs VALUES (1, 1)'],
      'write',
    ),
  ).rejects.toThrow(/UNIQUE/)
  expect(await all()).toEqual(['1 first', '2 second'])
  await add('3', 'third')
  expect(await all()).toEqual(['1 first', '2 second', '3 third'])
  client.close()
})

test('a kept question sees what another process wrote since, and does not hold the log back', async () => {
  await using folder = await tempFolder()
  const [here, there] = [await open(folder.path), await open(folder.path)]
  await here.execute('CREATE TABLE numbers (n INTEGER)')
  const count = async () => Number((await here.execute('SELECT count(*) FROM numbers')).rows[0]?.[0])
  expect(await count()).toBe(0)
  await there.execute('INSERT INTO numbers VALUES (1)')
  expect(await count()).toBe(1)
  const { rows } = await there.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  expect(rows[0]).toMatchObject({ busy: 0, log: 0 })
  await there.execute('ALTER TABLE numbers ADD COLUMN more TEXT')
  expect(await count()).toBe(1)
  here.close()
  there.close()
})

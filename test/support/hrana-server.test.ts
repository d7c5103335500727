import { join } from 'node:path'
import { createClient } from '@libsql/client/web'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type HranaServer, startHranaServer } from './hrana-server.ts'
import { tempFolder } from './temp-folder.ts'

let folder: Awaited<ReturnType<typeof tempFolder>>
let server: HranaServer
let db: ReturnType<typeof createClient>

beforeAll(async () => {
  folder = await tempFolder()
  server = await startHranaServer(join(folder.path, 'test.db'), { authToken: 'token' })
  db = createClient({ url: server.url, authToken: 'token' })
})

afterAll(async () => {
  db.close()
  await server.close()
  await folder[Symbol.asyncDispose]()
})

beforeEach(async () => {
  await db.executeMultiple('DROP TABLE IF EXISTS t; CREATE TABLE t (id INTEGER PRIMARY KEY, v)')
})

const values = async () => (await db.execute('SELECT v FROM t ORDER BY id')).rows.map((row) => row.v)

test('every kind of value comes back as it went in', async () => {
  const blob = new Uint8Array([0, 1, 255]).buffer
  for (const value of [null, 'truyền thanh', 0.5, 2n ** 50n, blob])
    await db.execute({ sql: 'INSERT INTO t (v) VALUES (?)', args: [value] })
  expect(await values()).toEqual([null, 'truyền thanh', 0.5, Number(2n ** 50n), blob])
})

test('named arguments bind, whatever their prefix', async () => {
  await db.execute({ sql: 'INSERT INTO t (id, v) VALUES (:id, @v)', args: { id: 7, v: 'bảy' } })
  expect((await db.execute('SELECT id, v FROM t')).rows).toEqual([{ id: 7, v: 'bảy' }])
})

test('a statement tells how many rows it changed, also with RETURNING', async () => {
  const inserted = await db.execute("INSERT INTO t (v) VALUES ('a'), ('b')")
  const returned = await db.execute("UPDATE t SET v = 'c' RETURNING id")
  const read = await db.execute('SELECT * FROM t')
  expect([inserted.rowsAffected, inserted.lastInsertRowid, returned.rowsAffected, read.rowsAffected]).toEqual(
    [2, 2n, 2, 0],
  )
})

test('a batch is one transaction: when one statement fails, none has happened', async () => {
  const batch = db.batch(["INSERT INTO t VALUES (1, 'a')", "INSERT INTO t VALUES (1, 'again')"], 'write')
  await expect(batch).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY', statementIndex: 1 })
  expect(await values()).toEqual([])
})

test('an interactive transaction keeps its stream from request to request', async () => {
  const transaction = await db.transaction('write')
  await transaction.execute("INSERT INTO t (v) VALUES ('a')")
  const inside = (await transaction.execute('SELECT count(*) AS n FROM t')).rows[0]?.n
  const outside = (await db.execute('SELECT count(*) AS n FROM t')).rows[0]?.n
  await transaction.commit()
  expect([inside, outside, await values()]).toEqual([1, 0, ['a']])
})

test('a transaction that is closed without a commit is rolled back', async () => {
  const transaction = await db.transaction('write')
  await transaction.execute("INSERT INTO t (v) VALUES ('a')")
  transaction.close()
  await db.execute("INSERT INTO t (v) VALUES ('b')")
  expect(await values()).toEqual(['b'])
})

test('a second writer waits for the first one to commit', async () => {
  const first = await db.transaction('write')
  await first.execute("INSERT INTO t (v) VALUES ('first')")
  const second = db.execute("INSERT INTO t (v) VALUES ('second')")
  await first.execute('SELECT 1')
  await first.commit()
  await second
  expect(await values()).toEqual(['first', 'second'])
})

test('an error of the engine arrives with its code and message', async () => {
  await expect(db.execute('SELECT * FROM nowhere')).rejects.toMatchObject({
    code: 'SQLITE_ERROR',
    message: expect.stringContaining('no such table: nowhere'),
  })
})

test('without the right token nothing is answered', async () => {
  const stranger = createClient({ url: server.url, authToken: 'wrong' })
  await expect(stranger.execute('SELECT 1')).rejects.toThrow('AUTH')
})

test('a used baton, an unknown path and a body that is not JSON are refused', async () => {
  const post = (path: string, body: string) =>
    fetch(server.url + path, { method: 'POST', body, headers: { authorization: 'Bearer token' } })
  const first = await (await post('/v3/pipeline', '{"requests":[{"type":"get_autocommit"}]}')).json()
  const again = JSON.stringify({ baton: first.baton, requests: [{ type: 'close' }] })
  const answers = [
    await post('/v3/pipeline', again),
    await post('/v3/pipeline', again),
    await post('/v9/pipeline', again),
    await post('/v3/pipeline', 'what?'),
  ]
  expect(first.results).toEqual([{ type: 'ok', response: { type: 'get_autocommit', is_autocommit: true } }])
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 404, 400])
})

test('describe tells the columns, and whether a statement only reads', async () => {
  const requests = [
    { type: 'describe', sql: 'SELECT id AS k FROM t WHERE v = :v' },
    { type: 'describe', sql: 'DELETE FROM t' },
  ]
  const response = await fetch(`${server.url}/v2/pipeline`, {
    method: 'POST',
    body: JSON.stringify({ requests }),
    headers: { authorization: 'Bearer token' },
  })
  const { results } = (await response.json()) as { results: { response: { result: object } }[] }
  expect(results.map(({ response: { result } }) => result)).toEqual([
    {
      params: [{ name: ':v' }],
      cols: [{ name: 'k', decltype: 'INTEGER' }],
      is_explain: false,
      is_readonly: true,
    },
    { params: [], cols: [], is_explain: false, is_readonly: false },
  ])
})

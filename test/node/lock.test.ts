import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { type Patience, requests, waitingForLock } from '../../src/node/lock.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A database that another process, here another connection, writes to as well. */
async function shared(patience: Patience) {
  const folder = await tempFolder()
  const url = `file:${join(folder.path, 'shared.db')}`
  const other = createClient({ url })
  const ours = waitingForLock(createClient({ url, timeout: 0 }), patience)
  await other.executeMultiple('PRAGMA journal_mode = WAL; CREATE TABLE t (v)')
  const add = (value: string) => `INSERT INTO t VALUES ('${value}')`
  return {
    other,
    execute: (value: string) => ours.execute(add(value)),
    batch: (value: string) => ours.batch([add(value)], 'write'),
    values: async () => (await ours.execute('SELECT v FROM t')).rows.map(({ v }) => v),
    [Symbol.asyncDispose]: async () => {
      ours.close()
      other.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}

const LOCKED = { code: expect.stringMatching(/^SQLITE_BUSY/) }

test.each(['execute', 'batch'] as const)(
  'a write by %s that met another process’s lock fails, adds nothing, and later writes are kept',
  async (how) => {
    await using db = await shared({ ms: 0 })
    const lock = await db.other.transaction('write')
    await expect(db[how]('refused')).rejects.toMatchObject(LOCKED)
    await lock.commit()
    await db[how]('kept')
    expect((await db.other.execute('SELECT v FROM t')).rows).toEqual([{ v: 'kept' }])
  },
)

test('a write waits for the lock while others read, and nobody stands still', async () => {
  await using db = await shared({ ms: 60_000 })
  const lock = await db.other.transaction('write')
  const waiting = [db.batch('first'), db.execute('second')]
  let turns = 0
  while (turns < 100) await new Promise((done) => setImmediate(() => done(turns++)))
  expect(await db.values()).toEqual([])
  await lock.commit()
  await Promise.all(waiting)
  expect(await db.values()).toEqual(['first', 'second'])
})

test('patience has an end, for all that wait in the line', async () => {
  await using db = await shared({ ms: 100 })
  const lock = await db.other.transaction('write')
  const ends = await Promise.allSettled(['a', 'b', 'c'].map(db.execute))
  await lock.commit()
  expect(ends).toEqual(ends.map(() => ({ status: 'rejected', reason: expect.objectContaining(LOCKED) })))
  expect(await db.values()).toEqual([])
})

test('all writes of one request share one patience', async () => {
  await using db = await shared({ ms: 60_000 })
  const request = { spentMs: 0 }
  const lock = await db.other.transaction('write')
  const first = requests.run(request, () => db.execute('first'))
  await new Promise((done) => setImmediate(done))
  await lock.commit()
  await first
  expect(request.spentMs).toBeGreaterThan(0)
  const again = await db.other.transaction('write')
  const spent = { spentMs: 60_001 }
  await expect(requests.run(spent, () => db.execute('second'))).rejects.toMatchObject(LOCKED)
  await again.commit()
  expect(await db.values()).toEqual(['first'])
})

test('who gives up its connection takes none from a call that begins in the same moment', async () => {
  await using db = await shared({ ms: 0 })
  const lock = await db.other.transaction('write')
  const refused: unknown[] = []
  // However many steps of promises lie between them.
  for (let steps = 0; steps < 30; steps++) {
    const write = db.execute('refused').catch((error: unknown) => refused.push(error))
    for (let step = 0; step < steps; step++) await null
    expect(await db.values()).toEqual([])
    await write
  }
  await lock.commit()
  expect(refused).toEqual(Array(30).fill(expect.objectContaining(LOCKED)))
})

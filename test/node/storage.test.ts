import { mkdir, open, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { isSound } from '../../src/node/backup.ts'
import { nodeStorage } from '../../src/node/storage.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function house() {
  const folder = await tempFolder()
  const data = join(folder.path, 'data')
  await mkdir(data)
  const file = join(data, 'a.db')
  const client = createClient({ url: `file:${file}` })
  await client.executeMultiple(
    `CREATE TABLE t (v); ${'INSERT INTO t VALUES (hex(randomblob(2000)));'.repeat(20)}`,
  )
  client.close()
  const clock = { ms: 0 }
  return {
    ...{ data, file, clock },
    storage: nodeStorage(
      file,
      () => isSound(file),
      () => clock.ms,
    ),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

test('a disk that takes what is written and a file that is whole are no trouble, and nothing is left there', async () => {
  await using home = await house()
  expect([await home.storage.trouble(), await readdir(home.data)]).toEqual([null, ['a.db']])
})

test('a damaged file is trouble, when it is looked through the next time', async () => {
  await using home = await house()
  expect(await home.storage.trouble()).toBeNull()
  const file = await open(home.file, 'r+')
  await file.write(Buffer.alloc(3000, 0xab), 0, 3000, 8192)
  await file.close()
  expect(await home.storage.trouble()).toBeNull()
  home.clock.ms += 61_000
  expect(await home.storage.trouble()).toBe('damaged')
})

test('another file under the name of the database is trouble: what is recorded goes where nobody finds it', async () => {
  await using home = await house()
  expect(await home.storage.trouble()).toBeNull()
  await writeFile(`${home.file}.older`, '')
  await rename(`${home.file}.older`, home.file)
  expect(await home.storage.trouble()).toBe('replaced')
})

test('a folder that takes no file is trouble', async () => {
  await using home = await house()
  const nowhere = nodeStorage(join(home.data, 'a.db', 'b.db'), async () => true)
  expect(await nowhere.trouble()).toBe('not-writable')
})

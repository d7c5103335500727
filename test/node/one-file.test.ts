import { copyFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { openNodeDb } from '../../src/node/db.ts'
import { oneFile } from '../../src/node/one-file.ts'
import { units } from '../../src/store/schema.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { MONDAY } from '../support/test-house.ts'

async function house() {
  const folder = await tempFolder()
  const file = join(folder.path, 'a.db')
  const db = await openNodeDb({ DATABASE_URL: `file:${file}`, DATABASE_AUTH_TOKEN: undefined })
  const { look } = oneFile(db, file)
  const add = (code: string) => db.insert(units).values({ code, name: code, createdAt: MONDAY })
  /** What somebody finds who takes the one file and nothing else. */
  const codesInCopy = async () => {
    const copy = `${file}.copy`
    await rm(copy, { force: true })
    await copyFile(file, copy)
    const client = createClient({ url: `file:${copy}` })
    const { rows } = await client.execute('SELECT code FROM units ORDER BY code').catch(() => ({ rows: [] }))
    client.close()
    return rows.map(({ code }) => code)
  }
  const close = async () => {
    db.$client.close()
    await folder[Symbol.asyncDispose]()
  }
  return { db, file, look, add, codesInCopy, [Symbol.asyncDispose]: close }
}

test('when nobody has written for a moment, everything stands in the one file', async () => {
  await using home = await house()
  await home.add('xa-a')
  await home.look()
  expect(await home.codesInCopy()).toEqual([])
  await home.look()
  expect([await home.codesInCopy(), (await stat(`${home.file}-wal`)).size]).toEqual([['xa-a'], 0])
})

test('where somebody always writes, it does so all the same after a while', async () => {
  await using home = await house()
  for (let i = 10; i < 30; i++) {
    await home.add(`xa-${i}`)
    await home.look()
  }
  expect((await home.codesInCopy()).length).toBeGreaterThan(10)
})

test('when the second file was deleted, what was in it is not lost, nor what comes after', async () => {
  await using home = await house()
  await home.add('xa-a')
  await rm(`${home.file}-wal`)
  await home.look()
  await home.add('xa-b')
  await home.look()
  await home.look()
  expect(await home.codesInCopy()).toEqual(['xa-a', 'xa-b'])
})

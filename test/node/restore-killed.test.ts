import { spawnSync } from 'node:child_process'
import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { backUp, inspect } from '../../src/node/backup.ts'
import { openNodeDb } from '../../src/node/db.ts'
import { tempFolder } from '../support/temp-folder.ts'

const KILLED = fileURLToPath(new URL('../support/killed-restore.ts', import.meta.url))

/** A database without units, and a copy that has one. */
async function house() {
  const folder = await tempFolder()
  const path = (name: string) => join(folder.path, name)
  const db = await openNodeDb({ DATABASE_URL: `file:${path('first.db')}`, DATABASE_AUTH_TOKEN: undefined })
  db.$client.close()
  await backUp(path('first.db'), path('old.db'))
  await copyFile(path('old.db'), path('copy.db'))
  const client = createClient({ url: `file:${path('copy.db')}` })
  await client.execute("INSERT INTO units (code, name, created_at) VALUES ('xa-moi', 'Xã Mới', 0)")
  client.close()
  return { ...folder, path }
}

test('killed before any of its steps, a restore leaves a whole database under the name: the old or the new one', async () => {
  await using home = await house()
  const seen: (number | undefined)[] = []
  for (let step = 1; ; step++) {
    const database = home.path(`${step}.db`)
    await copyFile(home.path('old.db'), database)
    const { signal, status, stderr } = spawnSync(
      process.execPath,
      [KILLED, database, home.path('copy.db'), String(step)],
      { encoding: 'utf8' },
    )
    const left = await inspect(database)
    seen.push(left.ok ? left.value.rows.units : undefined)
    if (signal === 'SIGKILL') continue
    expect([status, stderr]).toEqual([0, ''])
    break
  }
  expect(seen.length).toBeGreaterThan(8)
  expect(seen).toEqual([...seen].sort())
  expect(new Set(seen)).toEqual(new Set([0, 1]))
  const leftovers = (await readdir(home.path('.'))).filter((name) => name.includes('dang-ghi'))
  expect(leftovers).toEqual([])
})

import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNodeDb } from '../../src/node/db.ts'
import { DatabaseUnavailable } from '../../src/store/server.ts'
import { tempFolder } from '../support/temp-folder.ts'

const WRITE = `INSERT INTO units (code, name, kind, created_at) VALUES ('xa-a', 'UBND xã A', 'xa', 0)`

test.each([
  ['another file stands under its name', (file: string) => rename(`${file}.khac`, file)],
  ['it was moved away', (file: string) => rename(file, `${file}.cu`)],
  ['it was removed', (file: string) => rm(file)],
])('nothing more is written into an open database once %s', async (_, happens) => {
  await using folder = await tempFolder()
  const file = join(folder.path, 'a.db')
  const db = await openNodeDb({ DATABASE_URL: `file:${file}` })
  try {
    await db.$client.execute(WRITE)
    await copyFile(file, `${file}.khac`)
    await happens(file)
    await expect(db.$client.execute(WRITE.replaceAll('-a', '-b'))).rejects.toThrow(DatabaseUnavailable)
    await expect(db.$client.batch([WRITE], 'write')).rejects.toThrow(/khởi động lại/)
  } finally {
    db.$client.close()
  }
})

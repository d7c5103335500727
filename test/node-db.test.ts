import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { reconnectingWhenBusy } from '../src/node-db.ts'
import { tempFolder } from './support/temp-folder.ts'

test.each(['execute', 'batch'] as const)(
  'after a write by %s that met another process’s lock, later writes are kept',
  async (how) => {
    await using folder = await tempFolder()
    const url = `file:${join(folder.path, 'busy.db')}`
    const other = createClient({ url })
    const ours = reconnectingWhenBusy(createClient({ url, timeout: 10 }))
    await other.executeMultiple('PRAGMA journal_mode = WAL; CREATE TABLE t (v)')
    const write = (value: string) =>
      how === 'batch'
        ? ours.batch([`INSERT INTO t VALUES ('${value}')`], 'write')
        : ours.execute(`INSERT INTO t VALUES ('${value}')`)

    const lock = await other.transaction('write')
    await expect(write('refused')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    await lock.commit()
    await write('kept')

    expect((await other.execute('SELECT v FROM t')).rows).toEqual([{ v: 'kept' }])
    ours.close()
    other.close()
  },
)

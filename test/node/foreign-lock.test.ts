import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { served } from '../support/served.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('while another program holds the write lock pages and health answer, a write is refused for now, and nothing is half done', {
  timeout: 300_000,
}, async () => {
  await using folder = await tempFolder()
  await using home = await served(folder.path)
  const other = createClient({ url: `file:${home.file}` })
  const lock = await other.transaction('write')
  const write = home.note('lúc bị khoá')
  // Asked while the write waits, answered before it.
  const meanwhile = await Promise.race([
    Promise.all([home.health(), home.notes()]),
    write.then(() => 'the write was first'),
  ])
  const refused = await write
  await lock.rollback()
  other.close()
  expect(meanwhile).toEqual([[200, 'ok', undefined], []])
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)])
  expect([(await home.note('sau')).status, await home.notes()]).toEqual([201, ['sau']])
})

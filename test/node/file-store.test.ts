import { createHash } from 'node:crypto'
import { readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesFolder, nodeFiles } from '../../src/node/file-store.ts'
import { photo } from '../support/sample-files.ts'
import { tempFolder } from '../support/temp-folder.ts'

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const read = async (stream: ReadableStream<Uint8Array> | null | undefined) =>
  stream ? new Uint8Array(await new Response(stream as never).arrayBuffer()) : null

test('what was put is there whole or in part, for its unit alone, and for its owner alone', async () => {
  await using folder = await tempFolder()
  const files = nodeFiles(join(folder.path, 'minh-chung'))
  const bytes = photo(1, 5000)
  await files.put('xa-a', sha(bytes), bytes)
  expect(await read(await files.get('xa-a', sha(bytes), null))).toEqual(bytes)
  expect(await read(await files.get('xa-a', sha(bytes), { from: 10, to: 19 }))).toEqual(bytes.slice(10, 20))
  expect(await files.get('xa-b', sha(bytes), null)).toBeNull()
  const modes = [
    files && join(folder.path, 'minh-chung', 'xa-a'),
    join(folder.path, 'minh-chung', 'xa-a', sha(bytes)),
  ]
  const rights = await Promise.all(modes.map(async (path) => ((await stat(path)).mode & 0o777).toString(8)))
  if (process.platform !== 'win32') expect(rights).toEqual(['700', '600'])
  await files.remove('xa-a', sha(bytes))
  await files.remove('xa-a', sha(bytes))
  expect(await files.get('xa-a', sha(bytes), null)).toBeNull()
})

test('two that put the same at one time leave one, and nothing half-written', async () => {
  await using folder = await tempFolder()
  const files = nodeFiles(folder.path)
  const bytes = photo(2, 300_000)
  await Promise.all(Array.from({ length: 8 }, () => files.put('xa-a', sha(bytes), bytes)))
  expect(await readdir(join(folder.path, 'xa-a'))).toEqual([sha(bytes)])
})

test('listing names every unit’s files with their day, and sweeps what a dead process left', async () => {
  await using folder = await tempFolder()
  const files = nodeFiles(folder.path)
  await files.put('xa-a', sha(photo(1)), photo(1))
  await files.put('xã.b', sha(photo(2)), photo(2))
  await utimes(join(folder.path, 'xa-a', sha(photo(1))), 1000, 1000)
  await writeFile(join(folder.path, 'xa-a', `${sha(photo(3))}.4.99999999.dang-ghi`), 'nửa')
  const listed = []
  for await (const { at, ...file } of files.list()) listed.push({ ...file, old: at === 1_000_000 })
  expect(listed.sort((a, b) => (a.unit < b.unit ? -1 : 1))).toEqual([
    { unit: 'xa-a', sha256: sha(photo(1)), old: true },
    { unit: 'xã.b', sha256: sha(photo(2)), old: false },
  ])
  expect(await readdir(join(folder.path, 'xa-a'))).toEqual([sha(photo(1))])
})

test('no name leads out of the folder', async () => {
  await using folder = await tempFolder()
  const files = nodeFiles(join(folder.path, 'minh-chung'))
  await writeFile(join(folder.path, 'bi-mat'), 'x')
  const hash = sha(photo(1))
  for (const [unit, sha256] of [
    ['..', 'bi-mat'],
    ['xa-a', '../../bi-mat'],
    ['xa-a', ''],
  ] as const)
    await expect(files.get(unit, sha256, null)).rejects.toThrow('no hash of a file')
  expect(await files.get('..', hash, null)).toBeNull()
  await files.put('..', hash, photo(1))
  expect(await readdir(folder.path)).toEqual(['bi-mat', 'minh-chung'])
})

test('a folder that is not there holds nothing', async () => {
  const files = nodeFiles('/khong/co/thu/muc')
  for await (const one of files.list()) throw new Error(one.sha256)
  expect(await files.get('xa-a', sha(photo(1)), null)).toBeNull()
})

test.each([
  ['file:data/nhip-song.db', undefined, join('data', 'minh-chung')],
  ['file:/var/lib/nhip-song/nhip-song.db', undefined, '/var/lib/nhip-song/minh-chung'],
  ['file:/var/lib/nhip-song/nhip-song.db', '/mnt/anh', '/mnt/anh'],
  ['libsql://example.turso.io', undefined, join('data', 'minh-chung')],
])('with %s and FILES_DIR %s evidence lies in %s', (DATABASE_URL, FILES_DIR, folder) => {
  expect(filesFolder({ DATABASE_URL, FILES_DIR })).toBe(folder)
})

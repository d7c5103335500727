import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { runScript } from '../../scripts/tool.ts'
import { photo } from '../support/sample-files.ts'
import { tempFolder } from '../support/temp-folder.ts'

const UNIT = 'xa-ngok-tu'
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const [ONE, TWO] = [photo(1), photo(2)]

vi.setConfig({ testTimeout: 240_000 })

/** The program itself, on a database in a folder: several starts a test. */
const program =
  (folder: string) =>
  async (...args: string[]) => {
    const env = { DATABASE_URL: `file:${folder}/nhip-song.db`, BASE_URL: '' }
    return (await runScript('src/node.ts', args, { env })).output
  }

/** A commune with two photos, kept by the way that pages go; ended, so that commands may restore over it. */
async function commune() {
  const folder = await tempFolder()
  const run = program(folder.path)
  await run('adopt', 'content/plans/ngok-tu-2025.yaml')
  const kept = await runScript('test/support/keep-photos.ts', [folder.path])
  if (kept.code) throw new Error(kept.output)
  const path = (...names: string[]) => join(folder.path, ...names)
  return { ...folder, run, path, lies: (bytes: Uint8Array) => path('minh-chung', UNIT, sha(bytes)) }
}

const hashes = [sha(ONE), sha(TWO)].sort()

test('a backup takes the evidence along, and a restore elsewhere brings it back and says what is missing', async () => {
  await using home = await commune()
  await mkdir(home.path('sao-luu'))
  const copy = home.path('sao-luu', 'a.db')
  expect(await home.run('backup', copy)).toContain('2/2 tệp, lần này chép 2.')
  expect(await readdir(home.path('sao-luu', 'minh-chung', UNIT))).toEqual(hashes)
  expect(await home.run('backup', home.path('sao-luu', 'b.db'))).toContain('2/2 tệp, lần này chép 0.')

  await using elsewhere = await tempFolder()
  const restored = await program(elsewhere.path)('restore', copy)
  expect(restored).toContain('2/2 tệp, lần này chép 2.')
  expect(await readFile(join(elsewhere.path, 'minh-chung', UNIT, sha(ONE)))).toEqual(Buffer.from(ONE))

  // One is gone everywhere, the other is not what it was: the copy has it still.
  await rm(home.lies(ONE))
  await rm(home.path('sao-luu', 'minh-chung', UNIT, sha(ONE)))
  await writeFile(home.lies(TWO), 'hỏng')
  const back = await home.run('restore', copy)
  expect(back).toContain('1/2 tệp, lần này chép 1.')
  expect(back).toContain(`Thiếu 1 tệp minh chứng (mã ${sha(ONE).slice(0, 12)})`)
  expect(await readFile(home.lies(TWO))).toEqual(Buffer.from(TWO))
})

test('a backup says what it did not find', async () => {
  await using home = await commune()
  await rm(home.lies(ONE))
  expect(await home.run('backup', home.path('sao-luu.db'))).toContain('Thiếu 1 tệp minh chứng')
})

test('an office that moves takes its evidence along; without it nothing is taken in', async () => {
  await using home = await commune()
  await using server = await tempFolder()
  const file = home.path('xa.json')
  expect(await home.run('unit', 'export', UNIT, file)).toContain('2/2 tệp, lần này chép 2.')
  await rename(`${file}.minh-chung`, `${file}.o-lai`)
  const there = program(server.path)
  expect(await there('unit', 'import-data', file)).toContain('Thiếu 2 trong 2 tệp minh chứng')
  expect(await there('unit', 'list')).not.toContain(UNIT)
  await rename(`${file}.o-lai`, `${file}.minh-chung`)
  await copyFile(join(`${file}.minh-chung`, sha(TWO)), join(`${file}.minh-chung`, sha(ONE)))
  expect(await there('unit', 'import-data', file)).toContain('Thiếu 1 trong 2 tệp minh chứng')
  await writeFile(join(`${file}.minh-chung`, sha(ONE)), ONE)
  expect(await there('unit', 'import-data', file)).toContain('Đã nhập 2 tệp minh chứng.')
  expect(await readdir(join(server.path, 'minh-chung', UNIT))).toEqual(hashes)
})

import { execFile } from 'node:child_process'
import { cp, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { buildNode } from '../../scripts/build.ts'
import { ROOT } from '../../scripts/tool.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** What Node 20 lacks, and `scripts/older-node.ts` brings along. */
const OLDER_NODE =
  'data:text/javascript,delete Map.groupBy;delete URL.parse;delete ArrayBuffer.prototype.transferToFixedLength'

/** The package as `npm pack` would make it: what `files` names, beside packages that are not in the bundle. */
async function install(folder: string): Promise<string> {
  const { bin, files } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  await buildNode(join(folder, bin['nhip-song']))
  const others = (files as string[]).filter((name) => !name.startsWith('dist/'))
  for (const name of others) await cp(join(ROOT, name), join(folder, name), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  expect(files).toContain(bin['nhip-song'])
  return join(folder, bin['nhip-song'])
}

test('installed from its package the command adopts and counts, on a Node as old as 20', async () => {
  await using folder = await tempFolder()
  const command = await install(folder.path)
  const run = async (...args: string[]) => {
    const env = { ...process.env, BASE_URL: '', DATABASE_URL: `file:${join(folder.path, 'nhip-song.db')}` }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', OLDER_NODE, command, ...args],
      { cwd: ROOT, env },
    )
    return stdout.trim()
  }
  expect(await run('adopt', 'content/plans/ngok-tu-2025.yaml')).toBe('ngok-tu-2025 (xa-ngok-tu): thêm 90 kỳ')
  const { rows } = JSON.parse(await run('count', '--as-of', '2025-12-31', '--format', 'json'))
  expect(rows.find(({ obligationId }: { obligationId: string }) => obligationId === 'C.I.2.a')).toMatchObject(
    { declared: 26, feasible: 11, unconfirmed: 11 },
  )
  const woven = 'test/fixtures/documents/office/ke-hoach-hai-phong-chu.pdf'
  expect(JSON.parse(await run('read', woven, '--format', 'json'))).toMatchObject({ refused: null })
})

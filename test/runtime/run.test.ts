import { stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runScript } from '../../scripts/tool.ts'

const BUNDLE = join(ROOT, 'dist/node.js')

test('a bundle older than a source is made anew before the program runs', async () => {
  await runScript('scripts/run.ts', ['--help'])
  await utimes(BUNDLE, 0, 0)
  const { code, output } = await runScript('scripts/run.ts', ['--help'])

  expect([code, output.split('\n')[0]]).toEqual([
    0,
    'Nhịp Sóng: lịch và sổ theo dõi kế hoạch truyền thông của xã, phường',
  ])
  expect((await stat(BUNDLE)).mtimeMs).toBeGreaterThan(0)
})

test('a calendar that is newer than the bundle is bundled too: a year’s holidays are data', async () => {
  await runScript('scripts/run.ts', ['--help'])
  const written = new Date()
  await utimes(BUNDLE, written, new Date(written.getTime() - 1))
  await utimes(join(ROOT, 'content/calendars/working-days.json'), written, written)
  await runScript('scripts/run.ts', ['--help'])

  expect((await stat(BUNDLE)).mtimeMs).toBeGreaterThan(written.getTime())
})

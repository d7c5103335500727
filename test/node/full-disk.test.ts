import { spawnSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { served } from '../support/served.ts'
import { tempFolder } from '../support/temp-folder.ts'

/**
 * A folder on a disk of 4 MB. Where this user may mount none, the program is let write no file any further instead,
 * which is as near to a full disk as one comes.
 */
async function smallDisk() {
  const folder = await tempFolder()
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', folder.path]).status === 0
  const filler = join(folder.path, 'phim')
  const limit = (pid: number, bytes: string) => spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`])
  return {
    path: folder.path,
    isMounted,
    fill: async (pid: number) => {
      if (!isMounted) limit(pid, '4096')
      else await writeFile(filler, Buffer.alloc(16 * 1024 * 1024)).catch(() => undefined)
    },
    empty: async (pid: number) => {
      if (!isMounted) limit(pid, 'unlimited')
      else await rm(filler, { force: true })
    },
    [Symbol.asyncDispose]: async () => {
      if (isMounted) spawnSync('umount', ['-l', folder.path])
      await folder[Symbol.asyncDispose]()
    },
  }
}

// Some hundred requests of a server on its own disk: on a busy machine more than a minute's.
test('on a full disk nothing is acknowledged that is not kept, pages open, health says why, and room heals it', {
  timeout: 300_000,
}, async () => {
  await using disk = await smallDisk()
  await using home = await served(disk.path)
  expect([(await home.note('trước')).status, await home.health()]).toEqual([201, [200, 'ok', undefined]])
  await disk.fill(home.pid)
  const kept = ['trước']
  // What there was room for is kept; sooner or later nothing more is taken.
  for (let i = 0; ; i++) {
    const { status } = await home.note(`${i} `.padEnd(400, 'x'))
    if (status !== 201) {
      expect(status).toBe(503)
      break
    }
    kept.push(`${i} `.padEnd(20, 'x'))
  }
  expect(await home.notes()).toEqual(kept)
  // A disk says at once that it has no room; a limit of this user is met at the next try, some seconds later.
  let health = await home.health()
  while (health[0] === 200 && !disk.isMounted) {
    await new Promise((next) => setTimeout(next, 200))
    health = await home.health()
  }
  expect(health).toEqual([503, 'failing', expect.stringMatching(/^(disk-full|not-writable)$/)])
  await disk.empty(home.pid)
  expect([(await home.note('sau')).status, await home.notes()]).toEqual([201, [...kept, 'sau']])
})

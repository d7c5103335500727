import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

const PROGRAM = process.execPath
const UNIT = 'xa-ngok-tu'

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

async function house() {
  const disk = await smallDisk()
  const env = {
    ...process.env,
    ...{ BASE_URL: '', HOST: '127.0.0.1', PORT: '0', BEAT: 'off', LOG: 'errors' },
    ...{ DATABASE_URL: `file:${disk.path}/a.db`, BACKUP_DIR: `${disk.path}/copies` },
  }
  const run = (...args: string[]) =>
    spawnSync(PROGRAM, ['src/node.ts', ...args], { env, encoding: 'utf8' }).stdout.trim()
  run('adopt', 'content/plans/ngok-tu-2025.yaml')
  const token = run('token', 'add', '--role', 'admin', '--unit', UNIT).split('\n').at(-1) ?? ''
  const server = spawn(PROGRAM, ['src/node.ts', 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let url = ''
  for await (const line of createInterface({ input: server.stdout })) {
    url = `http://127.0.0.1:${/localhost:(\d+)/.exec(line)?.[1]}`
    break
  }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  const slot = `/api/v1/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:16')}`
  const note = async (text: string) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ kind: 'note', note: text })
    return (await ask(`${slot}/facts`, { method: 'POST', headers, body })).status
  }
  const notes = async () => {
    const { facts } = (await (await ask(slot)).json()) as { facts: { note: string }[] }
    return facts.map((fact) => fact.note.slice(0, 20))
  }
  const health = async () => {
    const answer = await ask('/healthz')
    const { status, why } = (await answer.json()) as { status: string; why?: string }
    return [answer.status, status, why]
  }
  const close = async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
    await disk[Symbol.asyncDispose]()
  }
  const pid = server.pid ?? 0
  return {
    fill: () => disk.fill(pid),
    empty: () => disk.empty(pid),
    note,
    notes,
    health,
    [Symbol.asyncDispose]: close,
  }
}

// Some hundred requests of a server on its own disk: on a busy machine more than a minute's.
test('on a full disk nothing is acknowledged that is not kept, pages open, health says why, and room heals it', {
  timeout: 300_000,
}, async () => {
  await using home = await house()
  expect([await home.note('trước'), await home.health()]).toEqual([201, [200, 'ok', undefined]])
  await home.fill()
  const kept = ['trước']
  // What there was room for is kept; sooner or later nothing more is taken.
  for (let i = 0; ; i++) {
    const status = await home.note(`${i} `.padEnd(400, 'x'))
    if (status !== 201) {
      expect(status).toBe(503)
      break
    }
    kept.push(`${i} `.padEnd(20, 'x'))
  }
  expect(await home.notes()).toEqual(kept)
  // The last look at the disk holds for some seconds.
  let health = await home.health()
  while (health[0] === 200) {
    await new Promise((next) => setTimeout(next, 200))
    health = await home.health()
  }
  expect(health).toEqual([503, 'failing', expect.stringMatching(/^(disk-full|not-writable)$/)])
  await home.empty()
  expect([await home.note('sau'), await home.notes()]).toEqual([201, [...kept, 'sau']])
})

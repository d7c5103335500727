/** From the command to the first answer, on a database that exists already. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openNodeDb } from '../src/node/db.ts'
import type { Comparison, Runner } from './comparison.ts'
import { peakKib } from './memory.ts'

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

export async function firstAnswer(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await delay(2)
  }
  throw new Error(`the server ended with code ${server.exitCode} before it answered`)
}

async function starting(script: string, args: string[]): Promise<Runner> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const url = `file:${join(folder, 'start.db')}`
  const db = await openNodeDb({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: undefined })
  db.$client.close()
  let port = 0
  let server: ChildProcess | undefined
  const stop = async () => {
    if (!server || server.exitCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  return {
    prepare: async () => {
      await stop()
      port = await freePort()
    },
    run: async () => {
      const env = { ...process.env, DATABASE_URL: url, PORT: String(port), HOST: '127.0.0.1' }
      server = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      await firstAnswer(`http://127.0.0.1:${port}/healthz`, server)
    },
    peakKib: () => peakKib(server?.pid),
    close: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const start: Comparison = {
  id: 'start',
  what: 'Start to first answer (`npm start`)',
  rounds: 15,
  goal: null,
  ours: { name: 'server', open: () => starting('../scripts/run.ts', ['serve']) },
  baseline: { name: 'bare Hono + libSQL server', open: () => starting('./bare-server.ts', []) },
}

/** The program itself, serving a commune from a folder, asked over HTTP in an admin's name. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const UNIT = 'xa-ngok-tu'
const SLOT = `/api/v1/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:16')}`

export async function served(folder: string) {
  const file = `${folder}/a.db`
  const env = {
    ...process.env,
    ...{ BASE_URL: '', HOST: '127.0.0.1', PORT: '0', BEAT: 'off', LOG: 'errors' },
    ...{ DATABASE_URL: `file:${file}`, BACKUP_DIR: `${folder}/copies` },
  }
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['src/node.ts', ...args], { env, encoding: 'utf8' }).stdout.trim()
  run('adopt', 'content/plans/ngok-tu-2025.yaml')
  const token = run('token', 'add', '--role', 'admin', '--unit', UNIT).split('\n').at(-1) ?? ''
  const server = spawn(process.execPath, ['src/node.ts', 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let url = ''
  for await (const line of createInterface({ input: server.stdout })) {
    url = `http://127.0.0.1:${/localhost:(\d+)/.exec(line)?.[1]}`
    break
  }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  return {
    file,
    pid: server.pid ?? 0,
    /** Sends a note on one slot. */
    note: (text: string) =>
      ask(`${SLOT}/facts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'note', note: text }),
      }),
    /** The notes on it, the first letters of each. */
    notes: async () => {
      const { facts } = (await (await ask(SLOT)).json()) as { facts: { note: string }[] }
      return facts.map((fact) => fact.note.slice(0, 20))
    },
    health: async () => {
      const answer = await ask('/healthz')
      const { status, why } = (await answer.json()) as { status: string; why?: string }
      return [answer.status, status, why]
    },
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}

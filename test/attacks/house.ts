/** The built program in a folder of its own, attacked from outside over 127.0.0.1. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { ROOT } from '../../scripts/tool.ts'
import { tempFolder } from '../support/temp-folder.ts'
import type { Visitor, Waited } from './visitor.ts'

const ENTRY = join(ROOT, 'dist/node.js')
export const UNIT = 'xa-ngok-tu'
export const YEAR = 2026

export type House = Awaited<ReturnType<typeof house>>

/** `beat`: whether the server does its jobs each minute by itself. */
export async function house(beat: 'on' | 'off' = 'off') {
  const folder = await tempFolder()
  const file = join(folder.path, 'a.db')
  const env = {
    ...{ PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', BASE_URL: 'http://nhip.test', BEAT: beat },
    ...{ DATABASE_URL: `file:${file}`, BACKUP_DIR: join(folder.path, 'copies'), LOG: 'errors' },
  }
  const cli = (...args: string[]): string =>
    execFileSync(process.execPath, [ENTRY, ...args], { env, encoding: 'utf8' })
  cli('adopt', join(ROOT, 'content/plans/ngok-tu-2025.yaml'), '--year', String(YEAR))
  const token = cli('token', 'add', '--role', 'admin', '--unit', UNIT).trim().split('\n').at(-1) ?? ''
  const server = spawn(process.execPath, [ENTRY, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await addressOf(server)
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  const close = async () => {
    server.kill('SIGKILL')
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    await folder[Symbol.asyncDispose]()
  }
  const alive = () => server.exitCode === null && server.signalCode === null
  return {
    ask,
    cli,
    file,
    url,
    alive,
    pid: server.pid ?? 0,
    cookie: () => signIn(url, cli),
    [Symbol.asyncDispose]: close,
  }
}

/** As a person does who follows the one-time link. Answers the cookie. */
async function signIn(url: string, cli: (...args: string[]) => string): Promise<string> {
  const link = cli('user', 'add', 'Lan', '--role', 'officer', '--unit', UNIT).trim().split('\n').at(-1) ?? ''
  const body = new URLSearchParams({ matKhau: 'mot cau dai de nho' })
  const answer = await fetch(url + new URL(link).pathname, { method: 'POST', body, redirect: 'manual' })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout)
    for await (const line of createInterface({ input: server.stdout })) {
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
      if (port) return `http://127.0.0.1:${port}`
    }
  throw new Error('the server ended before it served')
}

/** What another visitor met with while `attack` ran. */
export async function strain(
  { url, pid }: House,
  cookie: string,
  attack: () => Promise<unknown>,
): Promise<Waited> {
  const visitor = new Worker(new URL('./visitor.ts', import.meta.url), {
    workerData: { url, pid, cookie } satisfies Visitor,
  })
  await once(visitor, 'message')
  await attack()
  visitor.postMessage('over')
  const [waited] = await once(visitor, 'message')
  return waited as Waited
}

/** The built program in a folder of its own, attacked from outside over 127.0.0.1. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../../scripts/tool.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ENTRY = join(ROOT, 'dist/node.js')
export const UNIT = 'xa-ngok-tu'
export const YEAR = 2026

export type House = Awaited<ReturnType<typeof house>>

export async function house() {
  const folder = await tempFolder()
  const file = join(folder.path, 'a.db')
  const env = {
    ...{ PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', BASE_URL: 'http://nhip.test', BEAT: 'off' },
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
  return { ask, cli, file, url, alive, memory: () => memoryOf(server.pid), [Symbol.asyncDispose]: close }
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout)
    for await (const line of createInterface({ input: server.stdout })) {
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
      if (port) return `http://127.0.0.1:${port}`
    }
  throw new Error('the server ended before it served')
}

/** Most that the server and the process that works for it ever took, in MB; null where the system does not say. */
function memoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}

/** The longest that another visitor waited while `attack` ran, in milliseconds. */
export async function longestWait({ ask }: House, attack: () => Promise<unknown>): Promise<number> {
  // The first visit of all reads what later ones have at hand.
  await ask('/dang-nhap')
  let longest = 0
  let over = false
  const visits = (async () => {
    while (!over) {
      const began = performance.now()
      await ask('/dang-nhap').then((answer) => answer.text())
      longest = Math.max(longest, performance.now() - began)
      await new Promise((next) => setTimeout(next, 20))
    }
  })()
  await attack()
  over = true
  await visits
  return Math.round(longest)
}

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
  const memory = () => memoryOfAll(server.pid ?? 0)
  return { ask, cli, file, url, alive, memory, cookie: () => signIn(url, cli), [Symbol.asyncDispose]: close }
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

/** What the server and the processes that work for it take, in MB; null where the system does not say. */
function memoryOfAll(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return memoryOf(pid) + children.map((child) => memoryOf(Number(child))).reduce((a, b) => a + b, 0)
  } catch {
    return null
  }
}

/** Zero for a process that is gone. */
function memoryOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return 0
  }
}

/** `calm`: the longest wait before the attack, on this machine with whatever else runs on it. */
export type Strain = { calm: number; wait: number; memory: number }

/** The longest that another visitor waited while `attack` ran, in milliseconds, and the most memory taken, in MB. */
export async function strain({ ask, memory }: House, attack: () => Promise<unknown>): Promise<Strain> {
  const visit = async () => {
    const began = performance.now()
    await ask('/dang-nhap').then((answer) => answer.text())
    return performance.now() - began
  }
  const most = { calm: 0, wait: 0, memory: 0 }
  let over = false
  // The first visits of all read what later ones have at hand.
  for (let i = 0; i < 5; i++) await visit()
  for (let i = 0; i < 20; i++) most.calm = Math.max(most.calm, Math.round(await visit()))
  const visits = (async () => {
    while (!over) {
      most.wait = Math.max(most.wait, Math.round(await visit()))
      most.memory = Math.max(most.memory, memory() ?? 0)
      await new Promise((next) => setTimeout(next, 10))
    }
  })()
  await attack()
  over = true
  await visits
  return most
}

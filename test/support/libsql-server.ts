/**
 * A libSQL server on a free port of this machine: the real one where its package has a binary for this machine,
 * elsewhere a hand-made one, which puts the embedded engine behind the protocol and so knows more SQL than the real one.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startHranaServer } from './hrana-server.ts'
import { jwtIssuer } from './jwt.ts'
import { tempFolder } from './temp-folder.ts'

/** `url` and `authToken` as an operator sets them; `address` is both in one. */
export type LibsqlServer = { url: string; authToken: string; address: string } & AsyncDisposable

const BINARY = binaryOf(`@sqld/${process.platform}-${process.arch}/sqld`)

/** What a test that needs a libSQL server says it ran on. */
export const SERVER_NAME = BINARY === null ? 'a hand-made libSQL server' : 'a libSQL server'

/** Packages for other machines are not installed. This one's install script, which fails, would make it executable. */
function binaryOf(file: string): string | null {
  try {
    const path = createRequire(import.meta.url).resolve(file)
    chmodSync(path, 0o755)
    return path
  } catch {
    return null
  }
}

/** An empty database of its own, with everything that it wrote; both vanish with the scope that said `await using`. */
export async function startLibsqlServer(): Promise<LibsqlServer> {
  const folder = await tempFolder()
  const server = BINARY === null ? await startHandMade(folder.path) : await startReal(BINARY, folder.path)
  const close = async () => {
    await server[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  }
  return { ...server, [Symbol.asyncDispose]: close }
}

async function startHandMade(folder: string): Promise<LibsqlServer> {
  const authToken = randomUUID()
  const { url, close } = await startHranaServer(join(folder, 'server.db'), { authToken })
  return { url, authToken, address: withToken(url, authToken), [Symbol.asyncDispose]: close }
}

const withToken = (url: string, token: string): string => `${url}?authToken=${token}`

/** Another process may take the free port first: then there is another one. */
async function startReal(binary: string, folder: string): Promise<LibsqlServer> {
  for (let tries = 0; ; tries++) {
    const port = await freePort()
    const { publicKey, token: authToken } = jwtIssuer()
    const child = spawn(binary, ['-d', join(folder, `${port}`), ...listening(port)], {
      env: { ...process.env, SQLD_AUTH_JWT_KEY: publicKey },
      stdio: 'ignore',
    })
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    const url = `http://127.0.0.1:${port}`
    const close = async () => {
      process.removeListener('exit', kill)
      if (kill()) await once(child, 'exit')
    }
    if (await answers(child, url, authToken))
      return { url, authToken, address: withToken(url, authToken), [Symbol.asyncDispose]: close }
    await close()
    if (tries === 5) throw new Error(`${binary} does not start`)
  }
}

/** A test process that was killed cannot end its server, which then ends itself. */
const IDLE_SECONDS = '120'

const listening = (port: number): string[] => [
  ...['--no-welcome', '--http-listen-addr', `127.0.0.1:${port}`],
  ...['--idle-shutdown-timeout-s', IDLE_SECONDS],
]

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

/** Only the server that was started knows the token's key. */
async function answers(child: ChildProcess, url: string, authToken: string): Promise<boolean> {
  const body = JSON.stringify({ requests: [{ type: 'get_autocommit' }, { type: 'close' }] })
  const headers = { authorization: `Bearer ${authToken}` }
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/v3/pipeline`, { method: 'POST', headers, body }).catch(() => null)
    if (answer) return answer.ok
    await delay(5)
  }
  return false
}

/** A server in a process of its own, for as long as a comparison lasts. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { peakKib } from './memory.ts'
import { firstAnswer, freePort } from './start.ts'

/** `script` beside this file, on a free port. Answers once `/healthz` does. */
export async function serving(script: string, args: string[], env: Record<string, string>) {
  const port = await freePort()
  const server: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL(script, import.meta.url)), ...args],
    {
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        BASE_URL: 'http://nhip-song.vn',
        BEAT: 'off',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  await firstAnswer(`http://127.0.0.1:${port}/healthz`, server)
  const stop = async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  return { port, stop, peakKib: () => peakKib(server.pid) }
}

export type Served = Awaited<ReturnType<typeof serving>>

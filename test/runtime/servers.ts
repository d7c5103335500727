/** What was built, running: the server bundle on Node, the Worker in workerd. Both end with the scope that holds them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createTestHarness } from 'wrangler'
import { ROOT } from '../../scripts/tool.ts'
import type { Bucket } from '../../src/r2-files.ts'

export type Running = { url: string } & AsyncDisposable

/** The address in links: both runtimes say the same one. */
export const BASE_URL = 'http://nhip.test'

/** A server of which the plug can be pulled (SIGKILL). */
export type RunningNode = Running & { pullPlug: () => Promise<void> }

/** The server on a free port: `dist/node.js`, or what `npm start` runs. */
export async function startNode(databaseUrl: string, entry = 'dist/node.js'): Promise<RunningNode> {
  const child = spawn(process.execPath, [join(ROOT, entry), 'serve'], {
    env: { ...process.env, BASE_URL, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: '0', BEAT: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // When the test process dies without leaving its scopes.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const exited = once(child, 'exit')
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    child.kill(signal)
    await exited
    process.removeListener('exit', kill)
  }
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
      if (port)
        return {
          url: `http://127.0.0.1:${port}`,
          pullPlug: () => stop('SIGKILL'),
          [Symbol.asyncDispose]: () => stop(),
        }
    }
    throw new Error(`${entry} ended before it served`)
  } catch (error) {
    await stop()
    throw error
  }
}

/** `scheduled` is what its cron trigger does at an instant, `bucket` where it keeps files. */
export type RunningWorker = Running & {
  scheduled: (at: number) => Promise<void>
  bucket: () => Promise<Bucket>
}

/** A built Worker in workerd, with `wrangler.toml`'s settings and the secrets of a deployment. */
export async function startWorker(
  secrets: Record<string, string>,
  prebuiltWorkerDir = 'dist/worker',
): Promise<RunningWorker> {
  const harness = createTestHarness({
    root: ROOT,
    workers: [{ configPath: 'wrangler.toml', prebuiltWorkerDir, vars: { BASE_URL }, secrets }],
  })
  try {
    const { url } = await harness.listen()
    const scheduled = async (at: number) => {
      const { outcome } = await harness
        .getWorker()
        .scheduled({ cron: '* * * * *', scheduledTime: new Date(at) })
      if (outcome !== 'ok') throw new Error(`the cron trigger ended with ${outcome}`)
    }
    const bucket = async () => (await harness.getWorker<{ FILES: Bucket }>().getEnv()).FILES
    return {
      ...{ url: url.href.replace(/\/$/, ''), scheduled, bucket },
      [Symbol.asyncDispose]: () => harness.close(),
    }
  } catch (error) {
    await harness.close()
    throw error
  }
}

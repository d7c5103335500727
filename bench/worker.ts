/** The Worker in workerd beside the least that a Hono Worker can be: from nothing to the first answer, and each answer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { createTestHarness } from 'wrangler'
import { buildWorker } from '../scripts/build.ts'
import { ROOT } from '../scripts/tool.ts'
import type { Comparison, Runner } from './comparison.ts'

const REQUESTS = 200
const FOLDER = 'dist/worker-bench'

const BARE = `import { Hono } from 'hono'
export default new Hono().get('/dang-nhap', (c) => c.html('<!doctype html><title>Đăng nhập</title>'))`

/** A folder with a configuration and one built module, as Wrangler would upload it. */
async function bareWorker(): Promise<string> {
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.bare-worker-'))
  await writeFile(join(folder, 'bare.js'), BARE)
  await build({
    ...{ entryPoints: [join(folder, 'bare.js')], outfile: join(folder, 'out', 'index.js') },
    ...{ bundle: true, minify: true, format: 'esm', logLevel: 'warning' },
  })
  await writeFile(
    join(folder, 'wrangler.toml'),
    'name = "bare"\nmain = "bare.js"\ncompatibility_date = "2026-10-01"\n',
  )
  return folder
}

type Started = { ask: () => Promise<unknown>; close: () => Promise<unknown> }

async function startOurs(): Promise<Started> {
  const secrets = { DATABASE_URL: 'http://127.0.0.1:9', LOG: 'off' }
  return started(ROOT, {
    ...{ configPath: 'wrangler.toml', prebuiltWorkerDir: FOLDER, secrets },
    vars: { BASE_URL: 'http://nhip.test' },
  })
}

const startBare = (folder: string): Promise<Started> => started(folder, { configPath: 'wrangler.toml' })

type Options = Parameters<typeof createTestHarness>[0]

async function started(root: string, worker: object): Promise<Started> {
  const harness = createTestHarness({ root, workers: [worker] } as Options)
  const { url } = await harness.listen()
  // The page of signing in asks no database: what is measured is the program.
  const ask = async () => (await fetch(new URL('/dang-nhap', url))).text()
  return { ask, close: () => harness.close() }
}

async function starting(
  open: () => Promise<Started>,
  cleanUp = async () => undefined as unknown,
): Promise<Runner> {
  let running: Started | undefined
  return {
    prepare: () => running?.close(),
    run: async () => {
      running = await open()
      await running.ask()
    },
    close: async () => {
      await running?.close()
      await cleanUp()
    },
  }
}

async function answering(
  open: () => Promise<Started>,
  cleanUp = async () => undefined as unknown,
): Promise<Runner> {
  const running = await open()
  return {
    run: async () => {
      for (let i = 0; i < REQUESTS; i++) await running.ask()
    },
    close: async () => {
      await running.close()
      await cleanUp()
    },
  }
}

async function bare(measure: typeof starting): Promise<Runner> {
  const folder = await bareWorker()
  return measure(
    () => startBare(folder),
    () => rm(folder, { recursive: true, force: true }),
  )
}

async function ours(measure: typeof starting): Promise<Runner> {
  await buildWorker(FOLDER)
  return measure(startOurs)
}

export const workerStart: Comparison = {
  id: 'worker-start',
  what: 'The Worker in workerd, from nothing to its first answer',
  rounds: 5,
  goal: null,
  ours: { name: 'worker', open: () => ours(starting) },
  baseline: { name: 'a bare Hono Worker', open: () => bare(starting) },
}

export const workerAnswers: Comparison = {
  id: 'worker',
  what: `${REQUESTS} pages from the Worker in workerd, one after the other`,
  rounds: 10,
  goal: null,
  ours: { name: 'worker', open: () => ours(answering) },
  baseline: { name: 'a bare Hono Worker', open: () => bare(answering) },
}

/** `npm run deploy:check`: builds the Worker as a deployment would, without an account, and weighs it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

import { buildWorker } from './build.ts'
import { ROOT } from './tool.ts'

/** Without what reads documents, which is loaded when the first one comes. */
const LIMIT = 1024 * 1024
const LIMIT_WITH_READERS = 3 * 1024 * 1024

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`

await buildWorker()
const folder = join(ROOT, 'dist/worker')
const modules = readdirSync(folder)
  .filter((name) => /\.(js|mjs|wasm|bin|txt)$/.test(name))
  .map((name) => readFileSync(join(folder, name)))
const packed = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)
const size = modules.reduce((sum, bytes) => sum + bytes.length, 0)
const gzipped = packed(modules)
const bare = packed(await withoutReaders())
console.log(`Worker: ${kib(size)}, gzipped ${kib(gzipped)} of at most ${kib(LIMIT_WITH_READERS)}`)
console.log(`Without what reads documents: gzipped ${kib(bare)} of at most ${kib(LIMIT)}`)
process.exitCode = gzipped > LIMIT_WITH_READERS || bare > LIMIT ? 1 : 0

/** The Worker as it is until a document comes. */
async function withoutReaders(): Promise<Uint8Array[]> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/worker.ts'],
    outdir: 'dist/bare',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['./read-document.ts'],
  })
  return outputFiles.map(({ contents }) => contents)
}

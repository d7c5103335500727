/** `npm run deploy:check`: builds the Worker as a deployment would, without an account, and weighs it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

import { buildWorker } from './build.ts'
import { ROOT } from './tool.ts'

const LIMIT = 1024 * 1024
/** With what reads documents, which a Worker holds once a page takes them. */
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
const readers = packed(await readerModules())
console.log(`Worker: ${kib(size)}, gzipped ${kib(gzipped)} of at most ${kib(LIMIT)}`)
console.log(`Readers of documents: gzipped ${kib(readers)}, together at most ${kib(LIMIT_WITH_READERS)}`)
process.exitCode = gzipped > LIMIT || gzipped + readers > LIMIT_WITH_READERS ? 1 : 0

/** All that reading a document brings along, by itself. */
async function readerModules(): Promise<Uint8Array[]> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/actions/read-document.ts'],
    outdir: 'dist/readers',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['workerd', 'worker'],
  })
  return outputFiles.map(({ contents }) => contents)
}

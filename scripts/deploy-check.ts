/** `npm run deploy:check`: builds the Worker as a deployment would, without an account, and weighs it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWorker } from './build.ts'
import { ROOT } from './tool.ts'

const LIMIT = 1024 * 1024

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`

await buildWorker()
const folder = join(ROOT, 'dist/worker')
const modules = readdirSync(folder)
  .filter((name) => /\.(js|mjs|wasm|bin|txt)$/.test(name))
  .map((name) => readFileSync(join(folder, name)))
const size = modules.reduce((sum, bytes) => sum + bytes.length, 0)
const gzipped = modules.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)
console.log(`Worker: ${kib(size)}, gzipped ${kib(gzipped)} of at most ${kib(LIMIT)}`)
process.exitCode = gzipped > LIMIT ? 1 : 0

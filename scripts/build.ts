/** `npm run build`: `dist/node.js`, the server and command line; `dist/worker/`, the Worker. `--node` leaves that out. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { OFFLINE, ROOT, runTool } from './tool.ts'

/** CommonJS packages in an ES module look for the `require` that only Node makes; other packages import it themselves. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);"

/**
 * Bundles the program for Node. What holds native code stays in node_modules. A file takes its place whole: commands
 * that start at the same moment may each build it.
 */
export async function buildNode(outfile = 'dist/node.js'): Promise<void> {
  const { outputFiles } = await build({
    write: false,
    absWorkingDir: ROOT,
    entryPoints: ['src/node.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@libsql/*', 'libsql'],
    inject: ['scripts/older-node.ts'],
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
    legalComments: 'linked',
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) {
    await mkdir(dirname(path), { recursive: true })
    const unfinished = `${path}.${process.pid}`
    // npm links the command on Unix and asks for the bit; Windows has no such bit and npm writes a wrapper.
    await writeFile(unfinished, contents, { mode: 0o755 })
    await rename(unfinished, path)
  }
}

/** Bundles the Worker as a deployment would, without an account. */
export async function buildWorker(folder = 'dist/worker'): Promise<void> {
  await rm(join(ROOT, folder), { recursive: true, force: true })
  const { code, output } = await runTool('wrangler', ['deploy', '--dry-run', '--outdir', folder], {
    env: OFFLINE,
  })
  if (code) throw new Error(`wrangler could not build the Worker:\n${output}`)
}

if (import.meta.main) {
  await import('./compile.ts')
  await buildNode()
  if (!process.argv.includes('--node')) await buildWorker()
}

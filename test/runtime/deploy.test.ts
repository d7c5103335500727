import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNode, buildWorker } from '../../scripts/build.ts'
import { type Run, runScript } from '../../scripts/tool.ts'
import { faultyServer } from '../support/faulty-server.ts'
import { SERVER_NAME } from '../support/libsql-server.ts'
import { BASE_URL, type Running, startWorker } from './servers.ts'

const UNIT = 'xa-ngok-tu'
const ADOPT = ['adopt', 'content/plans/ngok-tu-2025.yaml', '--unit', UNIT]

const opened = new AsyncDisposableStack()
let server: Awaited<ReturnType<typeof faultyServer>>
let worker: Running
let database: Record<string, string>

/** The built command line in a process of its own, as in `docs/van-hanh.md`. */
const run = (...args: string[]): Promise<Run> =>
  runScript('dist/node.js', args, { env: { ...database, BASE_URL } })

beforeAll(async () => {
  await Promise.all([buildNode(), buildWorker('dist/worker-deploy')])
  server = opened.use(await faultyServer())
  database = { DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: server.authToken, DATABASE_TIMEOUT: '1' }
  worker = opened.use(await startWorker(database, 'dist/worker-deploy'))
})
afterAll(() => opened.disposeAsync())

test(`on ${SERVER_NAME} the steps of the guide lead from nothing to the week in workerd`, async () => {
  expect((await run('migrate')).code).toBe(0)
  expect(await run(...ADOPT)).toMatchObject({ code: 0, output: expect.stringContaining('ngok-tu-2025') })
  const added = await run('user', 'add', 'Nguyễn Thị Lan', '--role', 'admin', '--unit', UNIT)
  const link = added.output.trim().split('\n').at(-1) ?? ''
  expect(link).toMatch(/^http:\/\/nhip\.test\/mat-khau\//)

  const matKhau = 'Gió mùa đông bắc'
  const body = new URLSearchParams({ matKhau, nhapLai: matKhau })
  const headers = { origin: BASE_URL }
  const path = link.replace(BASE_URL, worker.url)
  const set = await fetch(path, { method: 'POST', headers, body, redirect: 'manual' })
  const cookie = set.headers.get('set-cookie')?.split(';')[0] ?? ''
  const week = await fetch(`${worker.url}/tuan/2025-W32`, { headers: { cookie } })
  expect([set.status, week.status, (await week.text()).includes('C.I.2.a')]).toEqual([303, 200, true])

  expect(await run('count', '--unit', UNIT, '--as-of', '2025-09-30')).toMatchObject({ code: 0 })
  expect(await run('roll-up', '--year', '2025')).toMatchObject({ code: 0 })
  expect(await run('backup', 'ban-sao.db')).toEqual({
    code: 1,
    output:
      'Cơ sở dữ liệu này ở trên máy chủ libSQL: hãy sao lưu bằng công cụ của máy chủ đó (xem docs/van-hanh.md).\n',
  })
})

test('a server that is silent holds neither workerd nor the command line for ever', async () => {
  server.state.fault = 'silent'
  const page = await fetch(`${worker.url}/cong-khai/${UNIT}`)
  const health = await fetch(`${worker.url}/healthz`)
  const counted = await run('count', '--unit', UNIT)
  server.state.fault = null
  expect([page.status, (await page.text()).includes('Cơ sở dữ liệu không trả lời.')]).toEqual([503, true])
  expect([health.status, await health.json()]).toEqual([503, { status: 'failing', database: 'failing' }])
  expect(counted).toEqual({
    code: 1,
    output: `Không mở được ${server.url}: máy chủ dữ liệu không trả lời trong 1 giây.\n`,
  })
  expect((await fetch(`${worker.url}/healthz`)).status).toBe(200)
})

import { LibsqlError } from '@libsql/client'
import { DrizzleQueryError } from 'drizzle-orm'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { Busy } from '../../src/core/busy.ts'
import type { Problem } from '../../src/core/problem.ts'
import type { Env } from '../../src/routes/env.ts'
import { httpStatus, problemResponse, unexpected } from '../../src/routes/problem.ts'
import { attempts } from '../../src/store/accounts-schema.ts'
import { testHouse } from '../support/test-house.ts'

function appWith(answer: () => Problem) {
  const app = new Hono<Env>()
  app.all('*', (c) => problemResponse(c, answer()))
  app.onError(unexpected)
  return app
}

const FIELDS: Problem = {
  kind: 'invalid',
  detail: 'Ghi nhận chưa đúng.',
  errors: [{ path: ['obligations', 2, 'quote'], code: 'missing', message: 'thiếu' }],
}

test('a program gets problem+json that names each wrong place', async () => {
  const answer = await appWith(() => FIELDS).request('/api/v1/plans')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ])
  expect(await answer.json()).toEqual({
    type: 'urn:nhip-song:problem:invalid',
    code: 'invalid',
    title: 'Dữ liệu chưa đúng',
    status: 400,
    detail: 'Ghi nhận chưa đúng.',
    errors: [{ path: 'obligations[2].quote', code: 'missing', message: 'thiếu' }],
  })
})
test('a person gets the same in words, a script of the page gets JSON', async () => {
  const app = appWith(() => FIELDS)
  const page = await app.request('/ke-hoach', { headers: { accept: 'text/html' } })
  const text = await page.text()
  expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=UTF-8'])
  expect([text.includes('Ghi nhận chưa đúng.'), text.includes('obligations[2].quote: thiếu')]).toEqual([
    true,
    true,
  ])
  const script = await app.request('/khung/x', { headers: { accept: 'application/json' } })
  expect(script.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
})
test.each(Object.entries(httpStatus))('%s is answered with %i', async (kind, status) => {
  const problem = { kind, detail: 'x', errors: [], retryAfterSeconds: 90 } as unknown as Problem
  const answer = await appWith(() => problem).request('/api/v1/slots')
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, kind])
  expect(answer.headers.get('retry-after')).toBe(['too-many', 'busy'].includes(kind) ? '90' : null)
  expect(answer.headers.get('www-authenticate')).toBe(kind === 'unauthenticated' ? 'Bearer' : null)
})
test.each([
  ['another program’s lock', new LibsqlError('database is locked', 'SQLITE_BUSY'), '5'],
  ['too much at once', new Busy('Máy chủ đang có nhiều việc nặng.', 20), '20'],
])('%s is no bug: the answer says when to come back', async (_, error, seconds) => {
  const app = appWith(() => {
    throw new DrizzleQueryError('INSERT …', [], error)
  })
  const answer = await app.request('/api/v1/slots')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, seconds])
  expect(await answer.json()).toMatchObject({ code: 'busy', title: 'Máy chủ đang bận' })
})
test('a bug is one line of the log, under the request’s id, and answered without its inside', async () => {
  const lines: unknown[] = []
  await using house = await testHouse({ trace: (line) => void lines.push(line) })
  const app = createApp(() => house.deps)
  // What the database layer throws holds the statement's values: here, who wants to sign in.
  house.db.$client.batch = async () => {
    throw new DrizzleQueryError('SELECT … WHERE name = ?', ['lan@xa.vn'], new Error('database is locked'))
  }
  const answer = await app.request('/dang-nhap', {
    method: 'POST',
    headers: { origin: 'http://localhost' },
    body: new URLSearchParams({ username: 'lan@xa.vn', password: 'mật khẩu' }),
  })
  expect([answer.status, (await answer.text()).includes('SELECT')]).toEqual([500, false])
  const id = answer.headers.get('x-request-id')
  expect(lines).toEqual([
    { event: 'request-failed', id, why: 'database is locked', where: expect.stringMatching(/^at .*problem/) },
    expect.objectContaining({ event: 'request', id, status: 500 }),
  ])
  expect(JSON.stringify(lines)).not.toMatch(/lan@|SELECT|mật/)
})
test('before there is a log, a bug is one line on the console', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const answer = await createApp(() => {
    throw new Error('Cấu hình chưa đúng')
  }).request('/api/v1/slots')
  expect(answer.status).toBe(500)
  expect(log.mock.calls).toEqual([['{"event":"request-failed","id":null,"why":"Cấu hình chưa đúng"}']])
  log.mockRestore()
})
test.each([
  [403, 403, 'forbidden'],
  [400, 400, 'invalid'],
] as const)('a refusal %i of the framework is a problem too', async (thrown, status, code) => {
  const app = appWith(() => {
    throw new HTTPException(thrown)
  })
  const answer = await app.request('/api/v1/slots')
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code])
})

test.each(['/dang-nhap', '/nhat-ky/nhap'])(
  'whoever goes away in the middle of what they send to %s tried nothing, and no fault is told of',
  async (path) => {
    const told: unknown[] = []
    await using house = await testHouse({ trace: (entry) => told.push(entry.event) })
    const body = new ReadableStream({
      start: (stream) => stream.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await house.ask(path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    expect([answer.status, await answer.text(), told]).toEqual([400, '', ['request']])
    expect(await house.db.$count(attempts)).toBe(0)
  },
)

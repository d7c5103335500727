import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { sayDone } from '../../src/routes/done.ts'
import type { Env } from '../../src/routes/env.ts'

test.each([
  ['/duyet', '/duyet?xong=luu'],
  ['/noi-dung/2025-08?kenh=loudspeaker', '/noi-dung/2025-08?kenh=loudspeaker&xong=luu'],
  ['/nhac-viec/don-vi#webhook', '/nhac-viec/don-vi?xong=luu#webhook'],
  ['/chi-tieu/2025?den=2025-08-01#nhiem-vu-A.1', '/chi-tieu/2025?den=2025-08-01&xong=luu#nhiem-vu-A.1'],
])('from %s one is sent back to %s', async (path, to) => {
  const app = new Hono<Env>().post('/', (c) => sayDone(c, path, 'luu'))
  const answer = await app.request('/', { method: 'POST' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, to])
})

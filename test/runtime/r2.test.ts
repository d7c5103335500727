/** Evidence on Workers, in the bucket of workerd itself: kept, bounded, counted, and swept by the cron trigger. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorker } from '../../scripts/build.ts'
import { calendars } from '../../src/calendars.ts'
import { DAY_MS } from '../../src/core/wall-clock.ts'
import { adopt } from '../support/adopt.ts'
import { openDatabase } from '../support/database.ts'
import { SERVER_NAME, startLibsqlServer } from '../support/libsql-server.ts'
import { addToken } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { photo } from '../support/sample-files.ts'
import { type RunningWorker, startWorker } from './servers.ts'

const PLAN = samplePlan('ngok-tu-2025')
const UNIT = PLAN.unit.code
const SLOT = `/api/v1/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:20')}`
/** Two of them fit into the two megabytes that this office has. */
const SIZE = 900_000

const opened = new AsyncDisposableStack()
let worker: RunningWorker
let token = ''

beforeAll(async () => {
  const server = opened.use(await startLibsqlServer())
  const db = await openDatabase(server.address)
  opened.defer(() => db.$client.close())
  await adopt(db, UNIT, PLAN, calendars, 0)
  token = await addToken(db, UNIT, 'admin')
  await buildWorker('dist/worker-r2')
  const database = { DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: server.authToken }
  const limits = { PHOTO_MB: '1', FILES_QUOTA_MB: '2', LOG: 'off' }
  worker = opened.use(await startWorker({ ...database, ...limits }, 'dist/worker-r2'))
})

afterAll(() => opened.disposeAsync())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(worker.url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })

async function send(body: Uint8Array<ArrayBuffer>) {
  const answer = await ask(`${SLOT}/evidence?name=a.jpg`, { method: 'POST', body })
  const said = (await answer.json()) as { detail?: string; facts?: { id: string }[] }
  return { status: answer.status, why: said.detail ?? null, factId: said.facts?.at(-1)?.id ?? null }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const keyOf = (bytes: Uint8Array): string => `${UNIT}/${hashOf(bytes)}`

async function kept(): Promise<string[]> {
  const { objects } = await (await worker.bucket()).list({})
  return objects.map(({ key }) => key).sort()
}

/** The cron trigger so many days from now. */
async function nights(...days: number[]): Promise<void> {
  for (const day of days) await worker.scheduled(Date.now() + day * DAY_MS)
}

test(`on ${SERVER_NAME} and R2 an office keeps what it has room for, nothing else reaches the bucket, and what was taken back leaves it`, async () => {
  const [one, two, three] = [photo(1, SIZE), photo(2, SIZE), photo(3, SIZE)]
  const first = await send(one)
  expect([first.status, (await send(two)).status]).toEqual([201, 201])
  const refused = [await send(photo(4, 1_100_000)), await send(three)]
  expect(refused.map(({ status, why }) => [status, why?.slice(0, 42)])).toEqual([
    [413, 'Tệp “a.jpg” lớn hơn 1 MB: chưa tệp nào đượ'],
    [413, 'Đơn vị đã giữ 1,7 MB minh chứng trong 2 MB'],
  ])
  expect((await send(new TextEncoder().encode('<script>alert(1)</script>'))).status).toBe(400)
  expect(await kept()).toEqual([keyOf(one), keyOf(two)].sort())

  // A sending that was cut off between bucket and database.
  await (await worker.bucket()).put(keyOf(three), three)
  const undo = await ask(`${SLOT}/facts`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ kind: 'correction', corrects: first.factId }),
  })
  expect(undo.status).toBe(201)
  await nights(28, 29)
  expect(await kept()).toEqual([keyOf(one), keyOf(two)].sort())
  await nights(31, 32)
  expect(await kept()).toEqual([keyOf(two)])
  expect((await ask(`${SLOT}/evidence/${hashOf(one)}`)).status).toBe(404)
  expect((await send(three)).status).toBe(201)
})

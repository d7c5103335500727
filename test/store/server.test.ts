import { type Client, createClient, LibsqlError } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { insertUser } from '../../src/accounts/user.ts'
import { createApp } from '../../src/app.ts'
import { calendars } from '../../src/calendars.ts'
import { openNodeDb } from '../../src/node/db.ts'
import { type Db, openDb } from '../../src/store/db.ts'
import { DatabaseUnavailable, serverClient, unavailabilityIn } from '../../src/store/server.ts'
import { findSlot } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { commandLine } from '../support/command-line.ts'
import { type Fault, faultyServer } from '../support/faulty-server.ts'
import { SERVER_NAME } from '../support/libsql-server.ts'
import { samplePlan } from '../support/plans.ts'
import { BASE_URL, MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
/** For a server that is silent for ever; one that answers may take its time on a busy machine. */
const PATIENCE = 0.5

const opened = new AsyncDisposableStack()
let server: Awaited<ReturnType<typeof faultyServer>>
let db: Db
let hasty: Db
let app: ReturnType<typeof createApp>
let cookie: string

beforeAll(async () => {
  server = opened.use(await faultyServer())
  const settings = { DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: server.authToken }
  db = await openNodeDb({ ...settings, DATABASE_TIMEOUT: 60 })
  hasty = openDb(serverClient(createClient, { ...settings, DATABASE_TIMEOUT: PATIENCE }))
  for (const one of [db, hasty]) opened.defer(() => one.$client.close())
  const { deps } = opened.use(await testHouse())
  app = createApp(() => ({ ...deps, db: asked() }))
  await adopt(db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  const lan = await insertUser(db, { unit: UNIT, name: 'Lan', role: 'officer' }, MONDAY)
  if (!lan.ok) throw new Error(lan.problem.detail)
  cookie = `nhip_song=${await openSession(db, { unit: UNIT, id: lan.value.id }, MONDAY)}`
})
afterAll(() => opened.disposeAsync())

const asked = (): Db => (server.state.fault === 'silent' ? hasty : db)

/** What happens while the server has a fault, with all that it is asked or with `only` some of it. */
async function during<T>(fault: Fault, act: () => Promise<T>, only = ''): Promise<T> {
  Object.assign(server.state, { fault, only })
  return act().finally(() => {
    server.state.fault = null
  })
}

const ask = async (path: string, init: RequestInit = {}) =>
  app.request(BASE_URL + path, { ...init, headers: { cookie, origin: BASE_URL, ...init.headers } })

const NO_TOKEN = 'máy chủ dữ liệu không nhận mã DATABASE_AUTH_TOKEN'
const SILENT = 'máy chủ dữ liệu không trả lời'
const ODD = 'máy chủ dữ liệu trả lời không đúng cách của libSQL'
const SAYS =
  'Cơ sở dữ liệu không trả lời. Việc vừa gửi, nếu có, hoặc đã ghi trọn vẹn hoặc chưa ghi gì: hãy đợi ít phút, mở lại trang xem rồi mới gửi lại.'

/** With those that come after the deed, it was done. */
const DONE: Fault[] = ['cut after', 'cut within']

const FAULTS: [string, Fault, why: string][] = [
  ['answers 401', { status: 401 }, NO_TOKEN],
  ['answers 404', { status: 404 }, 'ở địa chỉ này không có cơ sở dữ liệu libSQL'],
  ['answers 500', { status: 500 }, 'máy chủ dữ liệu báo lỗi 500'],
  ['answers with a page', { says: '<html>Bad gateway</html>' }, ODD],
  ['answers with nothing', { says: '' }, ODD],
  ['answers with JSON of its own', { says: '{"ok":true}' }, ODD],
  ['is silent', 'silent', `${SILENT} trong ${PATIENCE} giây`],
  ['cuts the connection before it heard the question', 'cut before', SILENT],
  ['cuts it after it did what was asked', 'cut after', SILENT],
  ['cuts it in the middle of the answer', 'cut within', SILENT],
]

describe.each(FAULTS)(`while ${SERVER_NAME} %s`, (_title, fault, why) => {
  test('a page says so in one sentence', async () => {
    const answer = await during(fault, () => ask('/'))
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining(SAYS)])
  })
  test('the API says so as a problem', async () => {
    const answer = await during(fault, () => ask('/api/v1/slots', { headers: { authorization: 'Bearer x' } }))
    expect([answer.headers.get('content-type'), await answer.json()]).toEqual([
      'application/problem+json; charset=utf-8',
      {
        type: 'urn:nhip-song:problem:unavailable',
        ...{ code: 'unavailable', title: 'Chưa làm được lúc này', status: 503, detail: SAYS },
      },
    ])
  })
  test('/healthz says that it fails', async () => {
    const answer = await during(fault, () => ask('/healthz'))
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'failing', database: 'failing' }])
  })
  test('the command line ends with why, in one sentence', async () => {
    const error = await during(fault, () =>
      commandLine({ db: asked() })('count', '--unit', UNIT).catch((e) => e),
    )
    expect(unavailabilityIn(error)?.message).toBe(`Cơ sở dữ liệu không dùng được: ${why}.`)
  })
  test('what is recorded then is stored whole or not at all, and the next time it works', async () => {
    const path = '/khung/ngok-tu-2025%3AC.I.2.a%3A16'
    const before = await findSlot(db, UNIT, 'ngok-tu-2025:C.I.2.a:16')
    const body = new URLSearchParams({ viec: 'note', ghiChu: 'Đã báo trưởng đài' })
    const send = () => ask(`${path}/ghi`, { method: 'POST', body })
    const answer = await during(fault, send, 'INSERT INTO facts')
    const after = await findSlot(db, UNIT, 'ngok-tu-2025:C.I.2.a:16')
    const more = (what: (slot: typeof after) => number | undefined) =>
      (what(after) ?? 0) - (what(before) ?? 0)
    const done = DONE.includes(fault) ? 1 : 0
    expect([answer.status, more((slot) => slot?.facts.length), more((slot) => slot?.revision)]).toEqual([
      ...[503, done, done],
    ])
    expect((await ask(path)).status).toBe(200)
  })
})

test('with a wrong token nothing is opened, and the token is in no message', async () => {
  const settings = { DATABASE_URL: `${server.url}?authToken=bi-mat`, DATABASE_AUTH_TOKEN: undefined }
  await expect(openNodeDb(settings)).rejects.toThrow(
    new DatabaseUnavailable(NO_TOKEN, `Không mở được ${server.url}: ${NO_TOKEN}.`),
  )
})

test('/healthz fails when the database answers, but not what pages ask', async () => {
  await using house = await testHouse()
  await house.db.$client.execute('DROP TABLE item_reviews')
  const answer = await house.ask('/healthz')
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'failing', database: 'failing' }])
})

test('a write that the server is too busy for is asked again; one that never comes through is said', async () => {
  let refusals = 2
  const asked: string[] = []
  const busy = {
    execute: async (sql: string) => {
      asked.push(sql)
      if (refusals-- > 0) throw new LibsqlError('database is locked', 'SQLITE_BUSY')
      return 'done'
    },
  } as unknown as Client
  const client = serverClient(() => busy, { DATABASE_URL: 'http://nhip.test', DATABASE_TIMEOUT: 0.5 })
  expect([await client.execute('một'), asked]).toEqual(['done', ['một', 'một', 'một']])
  refusals = 99
  await expect(client.execute('hai')).rejects.toThrow(DatabaseUnavailable)
  expect(asked.length).toBeLessThan(10)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorker } from '../../scripts/build.ts'
import { insertUser } from '../../src/accounts/user.ts'
import { calendars } from '../../src/calendars.ts'
import { ANY_TIME } from '../../src/core/notice/notice.ts'
import { nextDue } from '../../src/store/beats.ts'
import type { Db } from '../../src/store/db.ts'
import { at, office } from '../scheduler/office.ts'
import { adopt } from '../support/adopt.ts'
import { openDatabase } from '../support/database.ts'
import { SERVER_NAME, startLibsqlServer } from '../support/libsql-server.ts'
import { saveConfirmed } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { type Received, receiver } from '../support/receiver.ts'
import { BASE_URL, type RunningWorker, startWorker } from './servers.ts'

const PLAN = samplePlan('ngok-tu-2025')
const UNIT = PLAN.unit.code
const KINDS = ['remind', 'ask', 'week', 'window', 'report', 'month', 'new-year'] as const
const MINUTE = 60_000

const opened = new AsyncDisposableStack()
let worker: RunningWorker
let db: Db
const mails: Received[] = []

beforeAll(async () => {
  const server = opened.use(await startLibsqlServer())
  db = await openDatabase(server.address)
  opened.defer(() => db.$client.close())
  await adopt(db, UNIT, PLAN, calendars, 0)
  const lan = await insertUser(db, { unit: UNIT, name: 'lan', role: 'officer' }, 0)
  if (!lan.ok) throw new Error(lan.problem.detail)
  const settings = { email: 'lan@example.vn', kinds: [...KINDS], reach: ANY_TIME }
  await saveConfirmed(db, UNIT, lan.value.id, settings, 0)

  const mail = opened.use(await receiver({ answer: () => 200 }))
  Object.assign(mail, { received: mails })
  const database = { DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: server.authToken }
  const secrets = { ...database, MAIL_URL: `${mail.url}/emails`, MAIL_KEY: 're_test', LOG: 'off' }
  await buildWorker('dist/worker-beat')
  worker = opened.use(await startWorker(secrets, 'dist/worker-beat'))
})

afterAll(() => opened.disposeAsync())

/** Cron triggers at all instants at which something is due. */
async function walk(from: string, to: string): Promise<void> {
  let now = at(from)
  while (now <= at(to)) {
    await worker.scheduled(now)
    const next = Math.max((await nextDue(db)) ?? Number.POSITIVE_INFINITY, now + MINUTE)
    now = Math.ceil(next / MINUTE) * MINUTE
  }
}

test(`on ${SERVER_NAME} the Worker’s cron does over New Year what the beat on Node does, through a mail service, each message once`, async () => {
  await walk('2025-11-28 08:00', '2025-12-03 08:00')
  await walk('2025-12-30 08:00', '2026-01-07 08:00')
  const told = mails.map(({ body }) => JSON.parse(body) as { to: string[]; subject: string; text: string })

  await using house = await office({ baseUrl: BASE_URL })
  await house.adopt(PLAN)
  await house.person('lan', { kinds: [...KINDS] }, UNIT)
  await house.walk('2025-11-28 08:00', '2025-12-03 08:00')
  await house.walk('2025-12-30 08:00', '2026-01-07 08:00')
  const words = ({ subject, text }: { subject: string; text: string }) => `${subject}\n${text}`
  expect(told.map(words).sort()).toEqual(house.carried.map(({ letter }) => words(letter)).sort())
  expect(told.length).toBeGreaterThan(8)
  expect(new Set(mails.map(({ headers }) => headers['idempotency-key'])).size).toBe(mails.length)
  const slots = async (of: Db) =>
    (await of.query.slots.findMany({ columns: { id: true, date: true } }))
      .map(({ id, date }) => `${id} ${date}`)
      .sort()
  expect(await slots(db)).toEqual(await slots(house.db))
})

test('/healthz in workerd says when the cron last beat', async () => {
  const health = (await (await fetch(`${worker.url}/healthz`)).json()) as { beat: { last: string } }
  expect(health.beat.last).toBe('2026-01-07T07:00:00+07:00')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { insertUser } from '../../src/accounts/user.ts'
import { recordIncident } from '../../src/actions/incidents.ts'
import { createItem } from '../../src/actions/items.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../src/actions/record-on-obligation.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { createApp } from '../../src/app.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import { addDays, instantOf } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { listSlots } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { commandLine } from '../support/command-line.ts'
import { copyDatabase } from '../support/copy-database.ts'
import { openDatabase } from '../support/database.ts'
import { everyPage } from '../support/every-page.ts'
import { SERVER_NAME, startLibsqlServer } from '../support/libsql-server.ts'
import { answerOf } from '../support/page-answer.ts'
import { addToken } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { BASE_URL, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const OTHER = 'thi-xa-duc-pho'
const NOW = instantOf('2025-09-16', '21:00')
const ADOPTED = instantOf('2025-07-24')

const WAYS = [
  (at: number) => inputOf('aired', { at, minutes: 12, link: 'https://ngoktu.example/so' }),
  (at: number) => inputOf('not-aired', { at, reason: 'power' }),
  (at: number) => inputOf('made-up', { at, minutes: 15 }),
  (at: number) => inputOf('excused', { at, reason: 'disaster', document: 'Công văn số 45' }),
  (at: number) => inputOf('moved', { at, to: { date: '2025-10-03', time: '05:30' } }),
  (at: number) => inputOf('note', { at, note: 'Máy tăng âm hỏng "loa 3"' }),
]

/** Somebody says something of one slot; what may not be said is refused, and that is as well. */
const told = fc.record({
  slot: fc.nat(),
  way: fc.nat(WAYS.length - 1),
  days: fc.integer({ min: -3, max: 20 }),
})
type Told = { slot: number; way: number; days: number }

async function tell(db: Db, { slot, way, days }: Told, i: number): Promise<void> {
  const all = await listSlots(db, UNIT)
  const { slot: of } = all[slot % all.length] as (typeof all)[number]
  const at = instantOf(addDays(of.date ?? '2025-08-15', days), '05:30')
  const input = WAYS[way]?.(Math.min(at, NOW))
  // Two at one moment, now and then: only the order in which they were stored tells them apart.
  if (input)
    await recordFact(
      { db, who: { unit: UNIT, id: 'lan', name: 'Lan' }, now: NOW - 1000 + Math.floor(i / 2) },
      of.id,
      input,
    )
}

async function office(history: readonly Told[]) {
  const house = await testHouse()
  house.clock.now = NOW
  const { db } = house
  for (const name of ['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022'] as const) {
    const plan = samplePlan(name, 2025)
    await adopt(db, name === 'ngok-tu-2025' ? UNIT : OTHER, plan, calendars, ADOPTED)
  }
  const lan = await insertUser(db, { unit: UNIT, name: 'Lan', role: 'admin' }, ADOPTED)
  if (!lan.ok) throw new Error(lan.problem.detail)
  const who = { unit: UNIT, id: lan.value.id, name: 'Lan' }
  const text = { title: 'Chuyển đổi số', topics: [], body: 'Bà con tải ứng dụng.', language: 'Tiếng Việt' }
  const rest = { author: null, source: null, loudspeaker: null, portal: null, social: null, making: null }
  await createItem(
    { db, who, now: NOW },
    'c0a1f4c8-5d0b-4ab4-8a55-0d0d3f3c9a11',
    { ...text, ...rest },
    'ngok-tu-2025:C.I.2.a:16',
  )
  const storm = { kind: 'power', channel: null, document: null, note: null } as const
  const time = { from: instantOf('2025-09-01', '04:00'), to: instantOf('2025-09-01', '09:00') }
  await recordIncident(
    { db, who, now: NOW },
    { id: '1606c546-1bfc-4613-9fc2-b995382233cf', ...storm, ...time },
    null,
  )
  const posted = inputOf('posted', { at: NOW - 86_400_000, link: 'https://ngoktu.example/tin' })
  await recordOnObligation(
    { db, who, now: NOW, calendars },
    { planId: 'ngok-tu-2025', obligationId: 'C.II.2' },
    posted,
  )
  for (const [i, one] of history.entries()) await tell(db, one, i)
  const feed = await subscribe(db, { ...who, role: 'admin' }, { name: 'Đài', scope: 'all' }, NOW)
  const cookie = `nhip_song=${await openSession(db, who, NOW)}`
  return { house, cookie, token: await addToken(db, UNIT, 'admin'), feed: feed.ok ? feed.value.path : '' }
}

test(`after any history every page, the API, feeds, count and roll-up say on ${SERVER_NAME} what they say on a file`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 10, maxLength: 60 }), async (history) => {
      const { house, cookie, token, feed } = await office(history)
      await using _ = house
      const headers = (path: string): Record<string, string> =>
        path.startsWith('/api/') ? { authorization: `Bearer ${token}` } : { cookie }
      const onFile = async (path: string) => house.app.request(BASE_URL + path, { headers: headers(path) })
      // Before the copy: that a feed was fetched is written down.
      const paths = await everyPage(onFile, [feed, '/tim-bai?tim=chuyen%20doi'])
      await using server = await startLibsqlServer()
      await copyDatabase(house.db, server.address)
      const db = await openDatabase(server.address)
      using __ = { [Symbol.dispose]: () => db.$client.close() }
      const app = createApp(() => ({ ...house.deps, db }))
      const onServer = async (path: string) => app.request(BASE_URL + path, { headers: headers(path) })

      for (const path of paths) {
        const expected = await answerOf(await onFile(path))
        expect({ path, ...expected }).toMatchObject({ status: expect.not.toSatisfy((n: number) => n >= 500) })
        expect({ path, ...(await answerOf(await onServer(path))) }).toEqual({ path, ...expected })
      }
      const command = async (of: Db, ...line: string[]) => commandLine({ db: of, now: NOW })(...line)
      for (const line of [
        ['count', '--unit', UNIT, '--format', 'json'],
        ['count', '--unit', OTHER, '--plan', 'duc-pho-2024@2025', '--basis', 'report-year', '--period', 'Q3'],
        ['roll-up', '--year', '2025'],
      ])
        expect(await command(db, ...line)).toEqual(await command(house.db, ...line))
    }),
    { numRuns: 2, seed: 11, endOnFailure: true },
  )
}, 180_000)

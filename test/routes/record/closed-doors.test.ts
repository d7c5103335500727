/** Every door into a closed period: without a reason nothing of it changes, by whichever way somebody comes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { facts } from '../../../src/store/schema.ts'
import { adopt } from '../../support/adopt.ts'
import { closeAugust } from '../../support/closed-month.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const obligation = (id: string, cadence: object) => ({
  ...{ id, title: `Việc ${id}`, channels: ['loudspeaker'], lead: 'P', quote: 'x', cadence },
})
const WEEKLY = {
  ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=8', start: '2025-08-04', time: '05:30' },
  ...{ duration: 15, declared: 8 },
}
const planWith = (weekly: object) =>
  planData(
    {},
    {
      ...{ id: 'thu-2025', year: 2025, inForceFrom: '2025-08-01' },
      obligations: [
        obligation('A', weekly),
        obligation('B', { kind: 'continuous' }),
        obligation('C', { kind: 'event-offset', times: ['05:00'], days: 7, duration: 10 }),
      ],
    },
  )
const FIRST = 'thu-2025:A:01'
const SECOND = 'thu-2025:A:02'
const SEPTEMBER = 'thu-2025:A:05'
const BULK = 'b0000000-0000-4000-8000-000000000001'
const OUTAGE = 'd0000000-0000-4000-8000-000000000002'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
let token = ''
let known: { fact: string; logged: string } = { fact: '', logged: '' }

const page = (path: string, fields: Record<string, string>) => house.send(path, fields, { cookie })
const many = async (id: string, slotId: string) => {
  const { rows } = await house.db.$client.execute("SELECT id FROM users WHERE username = 'an'")
  return page('/ghi-loat', { khoa: `${rows[0]?.id}-${id}`, khung: slotId, ve: '/' })
}
const api = (path: string, body: object) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return house.ask(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}
const slotPage = (id: string, what: string) => `/khung/${encodeURIComponent(id)}/${what}`
const slotApi = (id: string) => `/slots/${encodeURIComponent(id)}/facts`

beforeAll(async () => {
  house.clock.now = instantOf('2025-09-02', '09:00')
  await adopt(house.db, UNIT, planOf(planWith(WEEKLY)), calendars, instantOf('2025-08-01', '08:00'))
  cookie = await addOfficer(
    house.db,
    UNIT,
    { username: 'an', password: 'Gió mùa đông bắc', role: 'admin' },
    house.clock.now,
  )
  token = await addToken(house.db, UNIT, 'admin')
  const aired = await api(slotApi(FIRST), { kind: 'aired', minutes: 15 })
  const logged = await api('/plans/thu-2025/obligations/B/facts', { kind: 'posted', at: '2025-08-10' })
  known = {
    fact: ((await aired.json()) as { fact: { id: string } }).fact.id,
    logged: ((await logged.json()) as { fact: { id: string } }).fact.id,
  }
  await many(BULK, SECOND)
  const outage = {
    ma: OUTAGE,
    loai: 'power',
    tuNgay: '2025-08-18',
    denNgay: '2025-08-18',
    khung: 'thu-2025:A:03',
  }
  expect((await page('/su-co', outage)).status).toBe(303)
  await closeAugust(house.db, UNIT, '')
})

const counted = async () => {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await house.ask('/api/v1/compliance?basis=plan-year&period=2025-08&asOf=2025-09-02', {
    headers,
  })
  return [await house.db.$count(facts), await answer.text()]
}

const DOORS: [door: string, come: () => Promise<Response>][] = [
  ['the page of a slot', () => page(slotPage('thu-2025:A:04', 'ghi'), { viec: 'aired', ve: '/' })],
  ['the API', () => api(slotApi('thu-2025:A:04'), { kind: 'aired' })],
  [
    '“không phát” with nothing but its cause',
    () => api(slotApi('thu-2025:A:04'), { kind: 'not-aired', reason: 'power' }),
  ],
  ['a correction on the page', () => page(slotPage(FIRST, 'hoan-tac'), { sua: known.fact, ve: '/' })],
  ['a correction by the API', () => api(slotApi(FIRST), { kind: 'correction', corrects: known.fact })],
  ['a move out of it', () => api(slotApi('thu-2025:A:04'), { kind: 'moved', to: '2025-09-03T05:30' })],
  [
    'a make-up on a later day',
    () => api(slotApi('thu-2025:A:03'), { kind: 'made-up', at: '2025-09-01T17:00' }),
  ],
  ['evidence', () => api(slotApi(FIRST), { kind: 'evidence', link: 'https://a.example/1' })],
  [
    'what is logged without a slot',
    () => page('/nhiem-vu/thu-2025/B/ghi', { viec: 'posted', ngay: '2025-08-20', ve: '/' }),
  ],
  ['its correction', () => page('/nhiem-vu/thu-2025/B/hoan-tac', { sua: known.logged, ve: '/' })],
  [
    'the day of an event, whose slots would lie in it',
    () => api('/plans/thu-2025/obligations/C/facts', { kind: 'moved', to: '2025-08-28' }),
  ],
  ['many at once', () => many('b0000000-0000-4000-8000-00000000000f', 'thu-2025:A:04')],
  ['the undoing of many', () => page(`/ghi-loat/${BULK}/hoan-tac`, { ve: '/' })],
  [
    'an incident on the page',
    () =>
      page('/su-co', {
        ma: 'd0000000-0000-4000-8000-00000000000f',
        loai: 'power',
        tuNgay: '2025-08-25',
        denNgay: '2025-08-25',
        khung: 'thu-2025:A:04',
      }),
  ],
  [
    'an incident by the API',
    () => api('/incidents', { kind: 'power', from: '2025-08-25', to: '2025-08-25' }),
  ],
  ['the undoing of an incident', () => page(`/su-co/${OUTAGE}/hoan-tac`, {})],
  [
    'an extra outside any plan',
    () =>
      page('/khung/them', {
        khoa: 'x',
        ten: 'Thông báo',
        ngay: '2025-08-20',
        gio: '17:00',
        phut: '5',
        kenh: 'loudspeaker',
        'chu-tri': 'Đài',
      }),
  ],
  [
    'an edition from a day in it',
    async () => {
      const body = {
        plan: planWith({ ...WEEKLY, rrule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=8', start: '2025-08-06' }),
      }
      const drafted = await api('/plans/thu-2025/editions', body.plan)
      const { edition } = (await drafted.json()) as { edition: { number: number } }
      return api(`/plans/thu-2025/editions/${edition.number}/adopt`, { from: '2025-08-20' })
    },
  ],
]

test.each(DOORS)('%s', async (_, come) => {
  const before = await counted()
  const answer = await come()
  // A page that recorded what it could says what it left.
  expect([answer.status === 200 ? await answer.text() : answer.status, await counted()]).toEqual([
    answer.status === 200 ? expect.stringContaining('đã chốt') : 409,
    before,
  ])
})

const OPEN: [door: string, come: () => Promise<Response>][] = [
  ['the next period', () => api(slotApi(SEPTEMBER), { kind: 'aired' })],
  [
    'a correction that says why',
    () => api(slotApi(FIRST), { kind: 'correction', corrects: known.fact, note: 'Ghi nhầm' }),
  ],
  [
    'an edition by a document',
    async () => {
      const drafted = await api(
        '/plans/thu-2025/editions',
        planWith({ ...WEEKLY, rrule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=8', start: '2025-08-07' }),
      )
      const { edition } = (await drafted.json()) as { edition: { number: number } }
      return api(`/plans/thu-2025/editions/${edition.number}/adopt`, {
        from: '2025-08-20',
        amends: { number: '20/KH-UBND', day: '2025-08-31' },
      })
    },
  ],
]

test.each(OPEN)('with a reason, or outside of it, one comes in: %s', async (_, come) => {
  const before = await counted()
  const answer = await come()
  expect([answer.status, await answer.text()]).toEqual([
    expect.toSatisfy((one) => one < 300),
    expect.anything(),
  ])
  expect(await counted()).not.toEqual(before)
})

test('an edition without a day holds from today on, and leaves what was closed', async () => {
  const before = await counted()
  const tuesdays = planWith({ ...WEEKLY, rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=8', start: '2025-08-05' })
  expect((await api('/plans', tuesdays)).status).toBe(201)
  expect(await counted()).toEqual(before)
})

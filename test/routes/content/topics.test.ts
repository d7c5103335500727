import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { insertUser } from '../../../src/accounts/user.ts'
import { calendars } from '../../../src/calendars.ts'
import { adopt } from '../../support/adopt.ts'
import { planData, planOf } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const RULE = {
  kind: 'rate',
  rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=52',
  time: '05:30',
  minutes: { min: 10, max: 15 },
}
const SLOT = 'thu-2025:A.1:31'
const BOTH = [
  { id: 'II.1', name: 'Chuyển đổi số', quote: 'tuyên truyền chuyển đổi số' },
  { id: 'II.2', name: 'Giữ rừng', quote: 'tuyên truyền bảo vệ rừng' },
]

const plan = (topics: unknown[], id = 'thu-2025', title = 'Kế hoạch thử') =>
  planOf(planData(RULE, { id, title, topics }))

/** An office with a plan that nobody of the program knows. */
async function office() {
  const house = await testHouse()
  await adopt(house.db, UNIT, plan(BOTH), calendars, MONDAY)
  const user = await insertUser(house.db, { unit: UNIT, name: 'Y Lan', role: 'leader' }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  const cookie = await openSession(house.db, { unit: UNIT, id: user.value.id }, MONDAY)
  const get = async (path: string) => (await house.ask(path, { cookie })).text()
  const post = (path: string, fields: [string, string][]) =>
    house.ask(path, { cookie, method: 'POST', body: new URLSearchParams(fields) })
  const amend = (topics: unknown[]) => adopt(house.db, UNIT, plan(topics), calendars, MONDAY)
  return { house, get, post, amend, [Symbol.asyncDispose]: house[Symbol.asyncDispose] }
}

const choose = (...ids: string[]): [string, string][] => ids.map((id) => ['chuDe', `thu-2025:${id}`])

test("an office's own plan has topics: they are proposed, chosen for a slot, and stand in week and item form", async () => {
  await using it = await office()
  expect(await it.get('/chu-de')).toContain('2 chủ đề:')
  expect(await it.get('/chu-de/de-xuat')).toContain('Giữ rừng')
  expect((await it.post(`/khung/${encodeURIComponent(SLOT)}/chu-de`, choose('II.2'))).status).toBe(303)
  expect(await it.get('/tuan/2025-W32')).toContain('Giữ rừng')
  const form = await it.get(`/bai/moi?khung=${encodeURIComponent(SLOT)}`)
  expect([form.includes('bảo vệ rừng'), /value="thu-2025:II.2" checked/.test(form)]).toEqual([true, true])
})

test('a topic of another plan, or of none, is refused for a slot', async () => {
  await using it = await office()
  const other = [{ id: '1', name: 'Lễ hội', quote: 'lễ hội' }]
  await adopt(it.house.db, UNIT, plan(other, 'le-hoi-2025', 'Lễ hội'), calendars, MONDAY)
  const path = `/khung/${encodeURIComponent(SLOT)}/chu-de`
  const answers = await Promise.all(
    ['le-hoi-2025:1', 'thu-2025:II.9', 'ngok-tu-2025:B.I.5'].map((id) => it.post(path, [['chuDe', id]])),
  )
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
})

test('a topic that an amendment dropped goes by its name in item, search, slip and forms, and stays when saved again', async () => {
  await using it = await office()
  const slot = `/khung/${encodeURIComponent(SLOT)}/chu-de`
  await it.post(slot, choose('II.1', 'II.2'))
  const text: [string, string][] = [['tieuDe', 'Bài một'], ['noiDung', 'Bà con giữ rừng'], ...choose('II.2')]
  const item = (await it.post('/bai', text)).headers.get('location')?.split('?')[0] ?? ''
  await it.amend(BOTH.slice(0, 1))

  for (const path of [item, `${item}/phieu-duyet`, '/tim-bai', slot, '/tuan/2025-W32'])
    expect([path, (await it.get(path)).includes('Giữ rừng')]).toEqual([path, true])
  expect(await it.get(`${item}/sua`)).toMatch(
    /value="thu-2025:II.2" checked> <span>Giữ rừng <small>không còn trong kế hoạch/,
  )
  expect((await it.post(slot, choose('II.1', 'II.2'))).status).toBe(303)
})

test('a plan without topics says so and leads to the plan', async () => {
  await using it = await office()
  await adopt(it.house.db, UNIT, plan([], 'khong-2025', 'Kế hoạch không chủ đề'), calendars, MONDAY)
  const first = await it.get('/chu-de')
  const page = await it.get('/chu-de?keHoach=khong-2025')
  expect([
    first.includes('2 chủ đề:'),
    first.includes('Kế hoạch không chủ đề'),
    page.includes('Kế hoạch này chưa ghi chủ đề nào.'),
    page.includes('href="/ke-hoach/khong-2025">Xem kế hoạch'),
    page.includes('/chu-de/de-xuat'),
  ]).toEqual([true, true, true, true, false])
})

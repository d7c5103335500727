import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { afterMove } from '../../../src/routes/views/record/moved.ts'
import { listFacts } from '../../../src/store/facts.ts'
import { listSlots } from '../../../src/store/slots.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer } from '../../support/people.ts'
import { planData, planOf, samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = 'ngok-tu-2025:C.I.2.c:08'
const PATH = `/khung/${encodeURIComponent(SLOT)}`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  cookie = await addOfficer(house.db, UNIT, {
    username: 'hoa',
    password: 'Gió mùa đông bắc',
    role: 'officer',
  })
})

const page = async (path: string) => (await house.ask(path, { cookie })).text()
const TOLD = /Đã dời “[^”]+” sang [^<]+/

test('the page that one comes back to says what moved along, and takes all of it back', async () => {
  const form = await page(`${PATH}/ghi/doi?ve=/`)
  const back = /name="ve" value="([^"]+)"/.exec(form)?.[1]?.replaceAll('&#x3D;', '=') ?? ''
  expect(back).toBe(afterMove('/', SLOT))

  const sent = { viec: 'moved', ngay: '2025-08-06', gio: '17:30', phatLai: 'di-cung', ve: back }
  const answer = await house.send(`${PATH}/ghi`, sent, { cookie })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, back])
  const told = await page(back)
  expect(TOLD.exec(told)?.[0]).toMatch(
    /sang thứ Tư 6\/8\/2025, 17:30, cùng 3 lần phát lại: 13\/8, 20\/8, 27\/8\.$/,
  )

  const factId = /name="sua" value="([^"]+)"/.exec(told)?.[1] ?? ''
  await house.send(`${PATH}/hoan-tac`, { sua: factId, ve: '/' }, { cookie })
  const kinds = (await listFacts(house.db, UNIT)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual([...Array(4).fill('correction'), ...Array(4).fill('moved')])
  expect(await page(back)).not.toMatch(TOLD)
})

test('with another hour alone the reruns stay: none is asked about, none is recorded', async () => {
  const other = 'ngok-tu-2025:C.I.2.c:09'
  const path = `/khung/${encodeURIComponent(other)}`
  expect(await page(`${path}/ghi/doi?ve=/`)).toContain('Dời cả các lần phát lại')
  expect(await page(`${path}/ghi/doi?ve=/&ngay=2025-09-02&gio=05:30`)).not.toContain(
    'Dời cả các lần phát lại',
  )
  const before = (await listFacts(house.db, UNIT)).length
  const sent = { viec: 'moved', ngay: '2025-09-02', gio: '05:30', phatLai: 'di-cung', ve: '/' }
  const answer = await house.send(`${path}/ghi`, sent, { cookie })
  expect(answer.status).toBe(303)
  const recorded = (await listFacts(house.db, UNIT)).slice(before)
  expect(recorded.map(({ slotId, to }) => [slotId, to])).toEqual([
    [other, { date: '2025-09-02', time: '05:30' }],
  ])
})

test('an hour after that of a rerun on the same day is refused, also when the reruns go along', async () => {
  const plan = planOf(
    planData(
      {
        kind: 'rate',
        window: { from: '2025-08-01', to: '2025-12-31' },
        rrule: 'FREQ=WEEKLY;BYDAY=FR',
        time: '05:30',
        reruns: { times: 1, afterDays: [0], time: '17:00' },
      },
      { id: 'lai-2025', inForceFrom: '2025-08-01', unit: { code: UNIT, name: UNIT } },
    ),
  )
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  const [first = ''] = (await listSlots(house.db, UNIT, { planId: 'lai-2025' })).map(({ slot }) => slot.id)
  const sent = { viec: 'moved', mau: 'doi', ngay: '2025-08-08', gio: '18:00', phatLai: 'di-cung', ve: '/' }
  const answer = await house.send(`/khung/${encodeURIComponent(first)}/ghi`, sent, { cookie })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toMatch(/phát lại sẽ đứng trước phát mới: hãy chọn giờ sớm hơn/i)
})

test('an address that names what was not moved says nothing', async () => {
  expect(await page(afterMove('/', 'ngok-tu-2025:C.I.2.a:16'))).not.toMatch(TOLD)
  expect(await page(afterMove('/', 'khong-co'))).not.toMatch(TOLD)
})

test('the way back tells of one move only, and keeps its own question and place', () => {
  expect(afterMove(afterMove('/tuan/2025-W32?a=1#ngay-2025-08-04', 'x:1'), 'y:2')).toBe(
    '/tuan/2025-W32?a=1&vuaDoi=y%3A2#ngay-2025-08-04',
  )
})

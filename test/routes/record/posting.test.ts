/** Something posted in the office's own accounts: each is offered by its name, with a link of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const SLOT = '/khung/thu-2025%3AA.1%3A01'
const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
beforeAll(async () => {
  const plan = planOf(
    planData(
      { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1', time: '08:00', start: '2025-08-04' },
      { inForceFrom: '2025-01-01' },
      { channels: ['social', 'portal'] },
    ),
  )
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  house.clock.now = Date.parse('2025-08-04T20:00:00+07:00')
  const leader = { username: 'lan', password: 'Gió mùa đông bắc', role: 'leader' } as const
  cookie = await addOfficer(house.db, UNIT, leader, house.clock.now)
})

const places = async (): Promise<string[]> => {
  const page = await (await house.ask(SLOT, { cookie })).text()
  return [...page.matchAll(/<p class="place"><b>([^<]+)<\/b>/g)].map(([, name = '']) => name)
}

test('an office without accounts is asked of the usual places', async () => {
  expect(await places()).toEqual(['Zalo', 'Facebook', 'Trang thông tin điện tử'])
})

test('its accounts stand in their place, and a post there counts for the account', async () => {
  const noi = 'Zalo; Zalo OA xã Thử; https://zalo.me/123\nVNeID; VNeID; https://vneid.gov.vn/xathu'
  expect((await house.send('/bao-cao/noi-dang', { noi }, { cookie })).status).toBe(303)
  expect(await places()).toEqual(['Zalo OA xã Thử', 'Facebook', 'Trang thông tin điện tử', 'VNeID'])

  const link = 'https://vneid.gov.vn/xathu/so-1'
  const post = { viec: 'posted', noi: 'VNeID', duongDan: link, ve: SLOT }
  expect((await house.send(`${SLOT}/ghi`, post, { cookie })).status).toBe(303)
  expect(await places()).toEqual(['VNeID', 'Zalo OA xã Thử', 'Facebook', 'Trang thông tin điện tử'])
  const counted = await (await house.ask('/bao-cao/noi-dang', { cookie })).text()
  expect(counted.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain('VNeID VNeID 1')
})

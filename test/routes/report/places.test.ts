/** Where an office speaks officially, and posts counted there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const PLACES = '/bao-cao/noi-dang'
const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
const cookies: Record<string, string> = {}
beforeAll(async () => {
  const plan = planOf(
    planData({ kind: 'continuous' }, { inForceFrom: '2025-01-01' }, { channels: ['portal', 'social'] }),
  )
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  house.clock.now = Date.parse('2025-08-20T08:00:00+07:00')
  for (const role of ['officer', 'leader'] as const)
    cookies[role] = await addOfficer(
      house.db,
      UNIT,
      { username: role, password: 'Gió mùa đông bắc', role },
      house.clock.now,
    )
  const posts = [
    { noi: 'Zalo OA xã Thử' },
    { duongDan: 'https://www.facebook.com/xathu/posts/1' },
    { duongDan: 'https://www.facebook.com/xathukhac/posts/1' },
    { noi: 'Trang thông tin điện tử' },
    { noi: 'VNeID' },
    {},
  ]
  for (const [i, post] of posts.entries()) {
    const fields = { viec: 'posted', ngay: '2025-08-18', gio: `0${i + 1}:00`, ve: '/', ...post }
    const answer = await house.send(`/nhiem-vu/thu-2025/A.1/ghi`, fields, { cookie: cookies.officer })
    expect(answer.status).toBe(303)
  }
})

const save = (noi: string, who = 'leader') => house.send(PLACES, { noi }, { cookie: cookies[who] })
const text = async () =>
  (await (await house.ask(PLACES, { cookie: cookies.officer })).text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('posts count for the account that they name, or below whose address their link lies', async () => {
  const list = [
    'Zalo; Zalo OA xã Thử; https://zalo.me/123',
    'Facebook; Xã Thử quê em; https://www.facebook.com/xathu',
    'VNeID; VNeID; https://vneid.gov.vn/xathu',
  ].join('\n')
  expect([(await save(list, 'officer')).status, (await save(list)).status]).toEqual([403, 303])
  const page = await text()
  expect(page).toContain('6 lượt đăng')
  expect(page).toContain(
    'Zalo OA xã Thử Zalo 1 Xã Thử quê em Facebook 1 VNeID VNeID 1 ' +
      'Trang/Cổng thông tin điện tử, không rõ tài khoản Trang/Cổng thông tin điện tử 1 ' +
      'Facebook, không rõ tài khoản Facebook 1 Chưa ghi nơi đăng 1',
  )
})

test.each([
  ['Loa; x; https://a.vn', 'Dòng 1: loại nơi đăng là một trong'],
  ['Zalo; Zalo OA; zalo.me/1', 'Dòng 1: phải là một địa chỉ https://'],
  ['Zalo; A; https://zalo.me/1\n\nFacebook; a; https://fb.com/1', 'Dòng 3: “a” đã có ở dòng 1'],
])('“%s” is refused: %s', async (noi, told) => {
  const answer = await save(noi)
  expect([answer.status, (await answer.text()).includes(told)]).toEqual([400, true])
})

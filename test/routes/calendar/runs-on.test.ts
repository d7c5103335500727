import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { insertUser } from '../../../src/accounts/user.ts'
import { adopt } from '../../../src/actions/adopt.ts'
import { calendars } from '../../../src/calendars.ts'
import { planData, planOf } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const RULE = {
  kind: 'rate',
  rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=52',
  time: '05:30',
  minutes: { min: 9, max: 15 },
}
const SAID =
  'Nối tiếp: trong khi chưa ban hành kế hoạch năm 2025, đơn vị tiếp tục thực hiện “Kế hoạch năm 2024”.'

test.each([
  ['next-year', true],
  ['file', false],
] as const)('week and slot say of a plan of origin %s whether it runs on', async (origin, runsOn) => {
  await using house = await testHouse()
  const plan = planOf(planData(RULE, { title: 'Kế hoạch năm 2024' }, { clause: 'B.7' }))
  const who = { unit: UNIT, id: 'x', name: 'chương trình' }
  await adopt({ db: house.db, who, now: MONDAY, calendars }, plan, { origin }, {})
  const user = await insertUser(house.db, { unit: UNIT, name: 'Y Lan', role: 'viewer' }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  const cookie = await openSession(house.db, { unit: UNIT, id: user.value.id }, MONDAY)
  const get = async (path: string) => (await house.ask(path, { cookie })).text()
  const week = await get('/tuan/2025-W32')
  const slot = await get('/khung/thu-2025%3AA.1%3A31')
  expect([week.includes('nối tiếp'), slot.includes(SAID)]).toEqual([runsOn, runsOn])
  expect(slot).toContain('<span class="clause-no">B.7</span>')
})

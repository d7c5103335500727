/** An office's own days off: laid on a page, and heeded on the week, in warnings, in its calendars and by the beat. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { unitDeps } from '../../../src/scheduler/turn.ts'
import { findOwnDays } from '../../../src/store/own-days.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const plan = planOf(planData({ kind: 'deadline', before: '2025-08-07' }))
const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let admin = ''
let officer = ''
let token = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  admin = await addOfficer(house.db, UNIT, { username: 'an', password: 'Gió mùa đông bắc', role: 'admin' })
  officer = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  token = await addToken(house.db, UNIT, 'leader')
})

const page = async (path: string, cookie = officer) => (await house.ask(path, { cookie })).text()
const codesOf = async () => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify(planData({ kind: 'deadline', before: '2025-08-07' }, { id: 'thu-khac' }))
  const answer = await house.ask('/api/v1/plans', { method: 'POST', headers, body })
  const { warnings } = (await answer.json()) as { warnings: { code: string }[] }
  return warnings.map(({ code }) => code)
}

test('without one the state’s days hold, and who may not set them sees no form', async () => {
  const html = await page('/ngay-nghi')
  expect(html).toContain('Đơn vị chưa đặt ngày nào: dùng ngày nghỉ chung của cả nước.')
  expect(html).toContain('thứ Ba 2/9/2025')
  expect(html).not.toContain('<form method="post" action="/ngay-nghi"')
  expect(await codesOf()).not.toContain('deadline-on-day-off')
})

test('an impossible day is refused with its line, what was typed stays, and nothing is stored', async () => {
  const answer = await house.send(
    '/ngay-nghi',
    { ngay: '06/8/2025; nghỉ\n31/9/2025; nghỉ' },
    { cookie: admin },
  )
  const html = await answer.text()
  expect(answer.status).toBe(400)
  expect(html).toContain('dòng 2: “31/9/2025” không phải là ngày có thật')
  expect(html).toContain('06/8/2025; nghỉ\n31/9/2025; nghỉ</textarea>')
  expect(await findOwnDays(house.db, UNIT)).toBeNull()
})

test('laid beside ours, they are on the page, the week and the feed, in warnings and with the beat', async () => {
  const sent = { ngay: '06/8/2025; nghỉ; Nghỉ lễ hội xã; Thông báo 12/TB-UBND' }
  const saved = await house.send('/ngay-nghi', sent, { cookie: admin })
  expect(saved.headers.get('location')).toBe('/ngay-nghi?xong=luu')
  expect((await house.send('/ngay-nghi', sent, { cookie: admin })).headers.get('location')).toBe(
    '/ngay-nghi?xong=nhu-cu',
  )
  expect(await page('/ngay-nghi')).toMatch(
    /thứ Tư 6\/8\/2025.*Nghỉ lễ hội xã.*nghỉ, của đơn vị.*12\/TB-UBND/s,
  )
  expect(await page('/tuan/2025-W32')).toContain('Nghỉ lễ hội xã')
  expect(await page('/thang/2025-08')).toContain('Nghỉ lễ hội xã')
  expect(await codesOf()).toContain('deadline-on-day-off')
  const beat = await unitDeps(house.deps, UNIT)
  expect(beat.calendars.work.get('2025-08-06')?.name).toBe('Nghỉ lễ hội xã')
  expect(await page('/so-quan-tri', admin)).toContain('ngày nghỉ của đơn vị')
})

test('a file takes the place of the field; another office goes by its own', async () => {
  const body = new FormData()
  body.set('ngay', 'x')
  body.set('tep', new File(['ngày,loại,tên\n07/8/2025,nghỉ,Nghỉ khác'], 'nghi.csv'))
  const saved = await house.ask('/ngay-nghi', { method: 'POST', body, cookie: admin })
  expect(saved.status).toBe(303)
  expect((await findOwnDays(house.db, UNIT))?.days.map(({ date }) => date)).toEqual(['2025-08-07'])
  await house.addUnit('xa-khac')
  const other = await addOfficer(house.db, 'xa-khac', { username: 'hoa', password: 'Gió mùa đông bắc' })
  expect(await page('/tuan/2025-W32', other)).not.toContain('Nghỉ khác')
})

test('an officer may look and not set', async () => {
  expect((await house.send('/ngay-nghi', { ngay: '' }, { cookie: officer })).status).toBe(403)
})

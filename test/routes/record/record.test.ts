import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import type { Role } from '../../../src/core/role.ts'
import { listFacts } from '../../../src/store/facts.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const slotPath = (ordinal: string) => `/khung/${encodeURIComponent(`ngok-tu-2025:C.I.2.a:${ordinal}`)}`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
const cookies: Partial<Record<Role, string>> = {}
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  for (const role of ['officer', 'leader'] as const)
    cookies[role] = await addOfficer(house.db, UNIT, { username: role, password: 'Gió mùa đông bắc', role })
})

const post = (role: Role, path: string, fields: Record<string, string>) =>
  house.send(path, fields, { cookie: cookies[role] })
const kindsOf = async (ordinal: string) =>
  (await listFacts(house.db, UNIT)).filter(({ slotId }) => slotId?.endsWith(ordinal)).map(({ kind }) => kind)

describe('what was not aired', () => {
  const excuse = { viec: 'excused', lyDo: 'power', ve: '/' }
  test.each<[string, Role, Record<string, string>, number, string[]]>([
    ['01', 'officer', excuse, 403, ['not-aired']],
    ['02', 'officer', { ...excuse, vanBan: 'Công văn số 12/UBND' }, 303, ['not-aired', 'excused']],
    ['03', 'leader', excuse, 303, ['not-aired', 'excused']],
  ])('slot %s, accepted by the %s with %o, is answered %i', async (ordinal, role, fields, status, kinds) => {
    await post('officer', `${slotPath(ordinal)}/ghi`, { viec: 'not-aired', lyDo: 'power', ve: '/' })
    const answer = await post(role, `${slotPath(ordinal)}/ghi`, fields)
    expect([answer.status, await kindsOf(ordinal)]).toEqual([status, kinds])
  })

  test('can be accepted by the leader alone, by the officer with a document: the form says so', async () => {
    const asks = async (role: Role) => {
      const page = await house.ask(`${slotPath('01')}/ghi/chap-nhan`, { cookie: cookies[role] })
      return /<input id="vanBan"[^>]*>/.exec(await page.text())?.[0].includes('required')
    }
    expect([await asks('officer'), await asks('leader')]).toEqual([true, false])
  })
})

test('a form sent twice records once', async () => {
  const found = await house.db.$client.execute("SELECT id FROM users WHERE username = 'officer'")
  const key = `${found.rows[0]?.id}-0-note`
  const fields = { viec: 'note', ghiChu: 'loa 3 rè', khoa: key, ve: '/' }
  const answers = [
    await post('officer', `${slotPath('05')}/ghi`, fields),
    await post('officer', `${slotPath('05')}/ghi`, fields),
  ]
  expect([answers.map(({ status }) => status), await kindsOf('05')]).toEqual([[303, 303], ['note']])
})

test('what one person pressed is not recorded as another, who signed in on the same phone', async () => {
  const fields = { viec: 'aired', khoa: 'somebody-0-aired', ve: '/' }
  const answer = await post('officer', `${slotPath('06')}/ghi`, fields)
  expect([answer.status, await kindsOf('06')]).toEqual([409, []])
})

test('a rerun is warned of leaving its original’s month, before it is moved and after', async () => {
  const rerun = `/khung/${encodeURIComponent('ngok-tu-2025:C.I.2.c:08.r3')}`
  const page = async (path: string) => (await house.ask(path, { cookie: cookies.officer })).text()
  const left = 'Phát lại đã dời khỏi tháng của phát mới (tháng 8/2025).'
  const move = (ngay: string) =>
    post('officer', `${rerun}/ghi`, { viec: 'moved', ngay, gio: '17:30', ve: '/' })
  expect(await page(`${rerun}/ghi/doi`)).toContain('Phát lại nên ở trong tháng 8/2025 như phát mới.')
  await move('2025-08-31')
  expect(await page(rerun)).not.toContain(left)
  await move('2025-09-01')
  expect(await page(rerun)).toContain(left)
})

const HOUR = 3_600_000

test.each([
  ['an hour ago, whatever the clock of the phone says', '08', String(HOUR), 303, [MONDAY - HOUR]],
  ['by a clock that was set back by a day since', '09', String(-24 * HOUR), 303, [MONDAY]],
  ['in 1970, for a phone that had lost its clock', '11', String(MONDAY), 400, []],
  ['nobody knows when', '10', 'lâu rồi', 400, []],
])('what was pressed without a network %s', async (_, ordinal, daCho, status, madeAt) => {
  const answer = await post('officer', `${slotPath(ordinal)}/ghi`, { viec: 'aired', daCho, ve: '/' })
  const recorded = (await listFacts(house.db, UNIT)).filter(({ slotId }) => slotId?.endsWith(ordinal))
  expect([answer.status, recorded.map((fact) => fact.madeAt)]).toEqual([status, madeAt])
})

test('what nobody had confirmed stays listed for a minute after the tap, with the way back', async () => {
  const next = MONDAY + 7 * 24 * HOUR
  const listed = async (waited: number) => {
    house.clock.now = next + waited
    const page = await (await house.ask('/chua-xac-nhan', { cookie: cookies.officer })).text()
    const card = page.split('<article').find((part) => part.includes('C.I.2.a%3A16'))
    return card && (card.includes('Hoàn tác') ? 'taken back at will' : 'open')
  }
  const before = await listed(0)
  await post('officer', `${slotPath('16')}/ghi`, { viec: 'aired', ve: '/chua-xac-nhan' })
  expect([before, await listed(59_999), await listed(60_000)]).toEqual([
    'open',
    'taken back at will',
    undefined,
  ])
  house.clock.now = MONDAY
})

test('what cannot be recorded is shown in its form again, with what was wrong', async () => {
  const answer = await post('officer', `${slotPath('07')}/ghi`, {
    ...{ mau: 'da-lam', viec: 'aired', ngay: '2025-08-09', gio: '05:30', phut: '15', ve: '/' },
  })
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(page).toContain('Thời điểm ở tương lai')
  expect(page).toContain('value="2025-08-09"')
  expect(page).toContain('name="mau" value="da-lam"')
})

test.each(['khong-co', 'khong-phat-gi', ''])('there is no form "%s"', async (form) => {
  const answer = await house.ask(`${slotPath('07')}/ghi/${form}`, { cookie: cookies.officer })
  expect(answer.status).toBe(404)
})

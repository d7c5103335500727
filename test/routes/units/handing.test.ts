import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { createUser } from '../../../src/accounts/user.ts'
import { addUnits } from '../../../src/actions/units.ts'
import { calendars } from '../../../src/calendars.ts'
import type { Role } from '../../../src/core/role.ts'
import { plannedDay } from '../../../src/core/slot.ts'
import { commandLine } from '../../../src/store/audit.ts'
import { listSlots } from '../../../src/store/slots.ts'
import { adopt } from '../../support/adopt.ts'
import { commandLine as cli } from '../../support/command-line.ts'
import { addToken } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
const PROVINCE = 'tinh-quang-ngai'
const PLAN = 'quang-ngai-117-2022@2025'
const EDITION = `/api/v1/plans/${encodeURIComponent(PLAN)}/editions/1`

let sessions = 0
const sessionIn = async (unit: string, role: Role) => {
  const name = `Y ${sessions++}`
  const user = await createUser(house.db, { unit, name, role }, MONDAY)
  return user.ok ? openSession(house.db, { unit, id: user.value.id }, MONDAY) : ''
}
const call = async (unit: string, method: string, path: string, body?: unknown) => {
  const authorization = `Bearer ${await addToken(house.db, unit, 'leader')}`
  const headers = { authorization, 'content-type': 'application/json' }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await house.ask(path, { method, headers, ...init })
  return { status: answer.status, body: await answer.json() }
}

beforeAll(async () => {
  const unit = (code: string, name: string, parent: string | null) => {
    return { code, name, parent, kind: null, officialCode: null }
  }
  const units = [
    unit(PROVINCE, 'UBND tỉnh Quảng Ngãi', null),
    ...['a', 'b', 'c', 'd'].map((one) => unit(`xa-${one}`, `UBND xã ${one.toUpperCase()}`, PROVINCE)),
    unit('tinh-khac', 'UBND tỉnh Khác', null),
    unit('xa-ngoai', 'UBND xã Ngoài', 'tinh-khac'),
  ]
  await addUnits(house.db, units, commandLine, MONDAY)
  await adopt(house.db, PROVINCE, samplePlan('quang-ngai-117-2022', 2025), calendars, MONDAY)
})

test('a program hands an edition, reads what became of it, and refuses with a reason', async () => {
  const handed = await call(PROVINCE, 'POST', `${EDITION}/hand`, { units: ['xa-a', 'xa-b'] })
  expect([
    handed.status,
    handed.body.handed.map(({ unit, state }: Record<string, string>) => [unit, state]),
  ]).toEqual([
    201,
    [
      ['xa-a', 'handed'],
      ['xa-b', 'handed'],
    ],
  ])
  const silent = await call('xa-a', 'DELETE', EDITION)
  expect([silent.status, silent.body.errors[0].code]).toEqual([400, 'reason-missing'])
  expect((await call('xa-a', 'POST', `${EDITION}/refuse`, {})).status).toBe(400)
  expect((await call('xa-a', 'POST', `${EDITION}/refuse`, { reason: 'đài hỏng' })).status).toBe(200)
  expect((await call('xa-b', 'GET', EDITION)).body.edition).toMatchObject({
    ...{ origin: 'handed', originOf: 'UBND tỉnh Quảng Ngãi' },
  })
  const after = await call(PROVINCE, 'GET', `${EDITION}/handed`)
  expect(
    after.body.handed.map(({ unit, state, seenAt, reason }: Record<string, string | null>) => [
      ...[unit, state, seenAt === null, reason],
    ]),
  ).toEqual([
    ['xa-a', 'refused', true, 'đài hỏng'],
    ['xa-b', 'seen', false, null],
  ])
})

test.each([
  ['twice', PROVINCE, { units: ['xa-b', 'xa-c'] }, 409],
  ['to one that is not there', PROVINCE, { units: ['xa-b', 'khong-co'] }, 400],
  ['twice alone', PROVINCE, { units: ['xa-b'] }, 409],
  ['to one beside', PROVINCE, { units: ['xa-ngoai'] }, 400],
  ['to nobody', PROVINCE, { units: [] }, 400],
  ['with a field that there is not', PROVINCE, { units: 'all', to: 1 }, 400],
  ['somebody else’s plan', 'tinh-khac', { units: 'all' }, 404],
])('handing %s is one clear answer, and nobody gets anything', async (_, unit, body, status) => {
  const before = await house.db.$client.execute('SELECT count(*) FROM editions')
  expect((await call(unit, 'POST', `${EDITION}/hand`, body)).status).toBe(status)
  expect((await house.db.$client.execute('SELECT count(*) FROM editions')).rows).toEqual(before.rows)
})

test('handing to an empty list says that it wants somebody', async () => {
  const { errors } = (await call(PROVINCE, 'POST', `${EDITION}/hand`, { units: [] })).body
  expect(errors).toEqual([{ path: 'units', code: 'too-small', message: 'phải từ 1 mục trở lên' }])
})

test('the page hands to those that do not have it; who may not adopt sees answers alone', async () => {
  const cookie = await sessionIn(PROVINCE, 'leader')
  const looked = await house.send(
    '/cac-don-vi/giao',
    { ban: `${PLAN}|1`, nhan: 'tat-ca', viec: 'xem' },
    { cookie },
  )
  const page = await looked.text()
  expect([looked.status, page.includes('Giao cho 3 đơn vị'), page.includes('xã Ngoài')]).toEqual([
    200,
    true,
    false,
  ])
  const twice = await house.send(
    '/cac-don-vi/giao',
    { ban: `${PLAN}|1`, nhan: 'chon', 'don-vi': 'xa-b', viec: 'giao' },
    { cookie },
  )
  expect([
    twice.status,
    (await twice.text()).includes('UBND xã B đã được giao bản 1 ngày 04/8/2025'),
  ]).toEqual([409, true])
  const handed = await house.send(
    '/cac-don-vi/giao',
    { ban: `${PLAN}|1`, nhan: 'chon', 'don-vi': 'xa-c', viec: 'giao' },
    { cookie },
  )
  expect(handed.status).toBe(303)
  const viewer = await sessionIn(PROVINCE, 'viewer')
  const seen = await (await house.ask('/cac-don-vi/giao', { cookie: viewer })).text()
  expect([seen.includes('name="ban"'), seen.includes('UBND xã C'), seen.includes('đài hỏng')]).toEqual([
    false,
    true,
    true,
  ])
  const below = await sessionIn('xa-c', 'leader')
  const theirs = await (await house.ask('/cac-don-vi/giao', { cookie: below })).text()
  expect([theirs.includes('Quảng Ngãi'), theirs.includes('xã B')]).toEqual([false, false])
  const first = await (await house.ask('/tong-quan', { cookie: below })).text()
  // How many, as every task says it: `B1` read as one of the plan with the sign B.
  expect(/class="lead"[^>]*>([^<]*)<(?:(?!<li).)*Trả lời bản cấp trên giao/s.exec(first)?.[1]).toBe('1')
})

test('who may not adopt does not refuse what was handed; looking from above is not seeing', async () => {
  const path = `/ke-hoach/${encodeURIComponent(PLAN)}/ban/1`
  const officer = await sessionIn('xa-c', 'officer')
  expect((await house.send(`${path}/bo`, { lyDo: 'thôi' }, { cookie: officer })).status).toBe(403)
  const above = await sessionIn(PROVINCE, 'admin')
  expect((await house.ask(`/don-vi/xa-c${path}`, { cookie: above })).status).toBe(200)
  const state = async () =>
    (await call(PROVINCE, 'GET', `${EDITION}/handed`)).body.handed.find(
      ({ unit }: { unit: string }) => unit === 'xa-c',
    ).state
  const before = await state()
  const silent = await house.send(`${path}/bo`, { lyDo: ' ' }, { cookie: await sessionIn('xa-c', 'leader') })
  expect([before, silent.status, await state()]).toEqual(['handed', 400, 'seen'])
})

test('the command line hands and tells', async () => {
  const run = cli({ db: house.db, now: MONDAY })
  const handed = await run('plan', 'hand', PLAN, '--unit', PROVINCE, '--to', 'all')
  expect([handed.code, handed.out]).toEqual([
    0,
    expect.stringContaining('đã giao bản 1 cho 2 đơn vị.\n! xa-a: chưa khai giờ phát của đài'),
  ])
  const again = await run('plan', 'hand', PLAN, '--unit', PROVINCE, '--to', 'all')
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringContaining('Mọi đơn vị đang hoạt động đã được giao'),
  ])
  expect((await run('plan', 'hand', PLAN, '--unit', PROVINCE)).code).toBe(1)
  const told = await run('plan', 'handed', PLAN, '--unit', PROVINCE)
  expect(told.out).toContain('đài hỏng')
})

test('what is handed when it is in force already is offered from today on; what comes into force later, from then on', async () => {
  const plan = samplePlan('quang-ngai-117-2022', 2025)
  const late = { ...plan, id: 'sau-nay', inForceFrom: '2025-10-01' }
  await adopt(house.db, PROVINCE, late, calendars, MONDAY)
  await house.addUnit('xa-e', 'UBND xã E', PROVINCE)
  for (const id of [PLAN, 'sau-nay'])
    await call(PROVINCE, 'POST', `/api/v1/plans/${encodeURIComponent(id)}/editions/1/hand`, {
      units: ['xa-e'],
    })
  const cookie = await sessionIn('xa-e', 'leader')
  const path = (id: string) => `/ke-hoach/${encodeURIComponent(id)}/ban/1`
  const offered = async (address: string) => {
    const page = await (await house.ask(address, { cookie })).text()
    const day = /name="tu" type="date" value="([^"]*)"/.exec(page)?.[1]
    const chosen = /([^>]*) \(đang chọn\)/.exec(page)?.[1]
    return [/Áp dụng bản 1 từ ([\d/]+)/.exec(page)?.[1], day, chosen]
  }
  expect([
    await offered(path(PLAN)),
    await offered(`${path(PLAN)}?tu=2025-01-01`),
    await offered(path('sau-nay')),
  ]).toEqual([
    ['04/8/2025', '2025-08-04', 'Chỉ từ hôm nay 04/8/2025'],
    ['01/01/2025', '2025-01-01', 'Từ ngày có hiệu lực 01/01/2025'],
    ['01/10/2025', '', undefined],
  ])
  // As its button says, though the field is empty.
  await house.send(`${path(PLAN)}/ap-dung`, { tu: '', soVoi: '-' }, { cookie })
  const days = (await listSlots(house.db, 'xa-e')).map(({ slot }) => plannedDay(slot)).sort()
  expect((days[0] ?? '') >= '2025-08-04').toBe(true)
})

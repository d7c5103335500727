import { afterAll, expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { tick } from '../../src/scheduler/tick.ts'
import { listFacts } from '../../src/store/facts.ts'
import { adopt } from '../support/adopt.ts'
import { commandLine } from '../support/command-line.ts'
import { addOfficer, addToken, principalOfSession } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { BASE_URL, MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = `/api/v1/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:16')}`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
await house.addUnit('xa-khac')
const run = commandLine({ db: house.db, now: MONDAY })
const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
const authorization = `Bearer ${await addToken(house.db, UNIT, 'admin')}`

const note = async () => {
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ kind: 'note', note: 'loa 3 rè' })
  return (await house.app.request(`${BASE_URL}${SLOT}/facts`, { method: 'POST', headers, body })).status
}
const look = async () => (await house.app.request(BASE_URL + SLOT, { headers: { authorization } })).status
const turns = async () =>
  (await house.db.$client.execute(`SELECT count(*) FROM turns WHERE unit = '${UNIT}' AND due_at < 9e12`))
    .rows[0]?.[0]

test('a closed unit can be looked at, and nothing is recorded there until it is opened again', async () => {
  await tick(house.deps, MONDAY)
  expect((await run('unit', 'close', UNIT)).out).toContain('Đã đóng')
  const closed = [(await principalOfSession(house.db, cookie, MONDAY))?.role, await look(), await note()]
  expect([closed, await turns()]).toEqual([['viewer', 200, 403], 0])
  expect(await listFacts(house.db, UNIT)).toEqual([])
  expect((await run('unit', 'open', UNIT)).code).toBe(0)
  const open = [(await principalOfSession(house.db, cookie, MONDAY))?.role, await look(), await note()]
  expect([open, (await turns()) !== 0]).toEqual([['officer', 200, 201], true])
})

test('the command line adopts nothing for a closed unit', async () => {
  await run('unit', 'close', UNIT)
  const adopted = await run('adopt', 'content/plans/ngok-tu-2025.yaml')
  await run('unit', 'open', UNIT)
  expect(adopted).toEqual({
    code: 1,
    out: '',
    err: 'Đơn vị "xa-ngok-tu" đã đóng, không ghi thêm được. Mở lại bằng: nhip-song unit open xa-ngok-tu',
  })
})

test.each([
  [['close'], 'Cách dùng: nhip-song unit close <mã> · unit open <mã>'],
  [['shut', UNIT], 'Cách dùng: nhip-song unit close <mã> · unit open <mã>'],
  [['close', 'xa-la'], 'Không có đơn vị "xa-la". Các đơn vị đang có: xa-khac, xa-ngok-tu.'],
])('unit %j is refused', async (argv, err) => {
  expect(await run('unit', ...argv)).toEqual({ code: 1, out: '', err })
})

import { expect, test } from 'vitest'
import { checkSetupCode, claimServer, setupCode } from '../../src/accounts/setup.ts'
import { signIn } from '../../src/accounts/sign-in.ts'
import { createUser } from '../../src/accounts/user.ts'
import { setupCodes, units, users } from '../../src/store/schema.ts'
import { principalOfSession } from '../support/people.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const OFFICE = '192.168.1.20'
const CLAIM = {
  unitName: 'UBND xã Ngọk Tụ',
  name: 'Nguyễn Thị Lan',
  username: 'lan',
  password: 'Gió mùa đông bắc',
  address: OFFICE,
}

const kindOf = (result: { ok: true } | { ok: false; problem: { kind: string } }) =>
  result.ok ? 'ok' : result.problem.kind

test('the code makes the unit, its admin and a session, once', async () => {
  await using house = await testHouse()
  const code = (await setupCode(house.db, MONDAY)) ?? ''
  expect(JSON.stringify(await house.db.select().from(setupCodes))).not.toContain(code)
  const claimed = await claimServer(house.db, { ...CLAIM, code }, MONDAY)
  const who = await principalOfSession(house.db, claimed.ok ? claimed.value : '', MONDAY)
  expect(who).toEqual({
    unit: 'xa-ngok-tu',
    id: expect.any(String),
    name: 'Nguyễn Thị Lan',
    role: 'admin',
    via: 'session',
  })
  expect(await house.db.select().from(units)).toMatchObject([
    { code: 'xa-ngok-tu', name: 'UBND xã Ngọk Tụ', createdAt: MONDAY, closedAt: null },
  ])
  expect((await signIn(house.db, { login: 'lan', ...CLAIM }, MONDAY)).ok).toBe(true)
  expect(kindOf(await claimServer(house.db, { ...CLAIM, code, username: 'hai' }, MONDAY))).toBe('forbidden')
  expect(await setupCode(house.db, MONDAY)).toBeNull()
})
test('a wrong code claims nothing', async () => {
  await using house = await testHouse()
  await setupCode(house.db, MONDAY)
  expect(kindOf(await claimServer(house.db, { ...CLAIM, code: 'A'.repeat(43) }, MONDAY))).toBe('forbidden')
  expect(kindOf(await claimServer(house.db, { ...CLAIM, code: '' }, MONDAY))).toBe('forbidden')
  expect(await house.db.$count(users)).toBe(0)
})
test('a restart makes a new code and ends the one before', async () => {
  await using house = await testHouse()
  const first = (await setupCode(house.db, MONDAY)) ?? ''
  const second = (await setupCode(house.db, MONDAY)) ?? ''
  const check = (code: string) => checkSetupCode(house.db, code, OFFICE, MONDAY)
  expect([kindOf(await check(first)), kindOf(await check(second))]).toEqual(['forbidden', 'ok'])
})
test('a code that was printed before the command line made a user is dead', async () => {
  await using house = await testHouse()
  const code = (await setupCode(house.db, MONDAY)) ?? ''
  await house.addUnit('xa-ngok-tu')
  await createUser(house.db, { unit: 'xa-ngok-tu', name: 'Lan', role: 'viewer' }, MONDAY)
  expect(kindOf(await checkSetupCode(house.db, code, OFFICE, MONDAY))).toBe('forbidden')
})
test('after twenty tries an address waits, also with the right code', async () => {
  await using house = await testHouse()
  const code = (await setupCode(house.db, MONDAY)) ?? ''
  for (let i = 0; i < 20; i++) await checkSetupCode(house.db, 'wrong', OFFICE, MONDAY)
  expect(kindOf(await checkSetupCode(house.db, code, OFFICE, MONDAY))).toBe('too-many')
  expect(kindOf(await checkSetupCode(house.db, code, '10.0.0.9', MONDAY))).toBe('ok')
})
test('all that is wrong is said at once, and the code stays good', async () => {
  await using house = await testHouse()
  const code = (await setupCode(house.db, MONDAY)) ?? ''
  const empty = { code, unitName: ' ', name: '', username: '', password: '123', address: OFFICE }
  const refused = await claimServer(house.db, empty, MONDAY)
  const errors = !refused.ok && refused.problem.kind === 'invalid' ? refused.problem.errors : []
  expect(errors.map(({ path }) => path[0])).toEqual(['unit', 'name', 'username', 'password'])
  expect(kindOf(await claimServer(house.db, { ...CLAIM, code }, MONDAY))).toBe('ok')
})
test('a name of the unit or of a person that was typed in an old font is told, before it is everywhere', async () => {
  await using house = await testHouse()
  const code = (await setupCode(house.db, MONDAY)) ?? ''
  const old = { ...CLAIM, code, unitName: 'UBND xaõ Ngoïc Tuï', name: 'Lª V¨n B×nh' }
  const refused = await claimServer(house.db, old, MONDAY)
  const errors = !refused.ok && refused.problem.kind === 'invalid' ? refused.problem.errors : []
  expect(errors.map(({ path, message }) => [path[0], message])).toEqual([
    ['name', 'chữ gõ bằng phông cũ (TCVN3): hãy chuyển sang Unicode rồi dán lại'],
    ['unit', 'chữ gõ bằng phông cũ (VNI): hãy chuyển sang Unicode rồi dán lại'],
  ])
})
test('of two who claim at once, one becomes admin', async () => {
  await using house = await testHouse()
  const code = (await setupCode(house.db, MONDAY)) ?? ''
  const tries = ['lan', 'hoa'].map((username) => claimServer(house.db, { ...CLAIM, code, username }, MONDAY))
  expect((await Promise.all(tries)).map(kindOf).sort()).toEqual(['forbidden', 'ok'])
  expect(await house.db.$count(users)).toBe(1)
})
test('a unit that the command line made is joined, by its code or its name', async () => {
  await using house = await testHouse()
  await house.addUnit('ngok-tu', 'UBND xã Ngọk Tụ')
  const code = (await setupCode(house.db, MONDAY)) ?? ''
  await claimServer(house.db, { ...CLAIM, code }, MONDAY)
  expect((await house.db.select().from(users)).map(({ unit }) => unit)).toEqual(['ngok-tu'])
})

import { expect, test } from 'vitest'
import { changeRole, deactivate, reactivate } from '../../src/accounts/membership.ts'
import {
  createUser,
  findUser,
  hasUsers,
  listUsers,
  loginName,
  type NewUser,
  renewLink,
} from '../../src/accounts/user.ts'
import { commandLine } from '../../src/store/audit.ts'
import type { Db } from '../../src/store/db.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'

async function idOf(db: Db, user: Omit<NewUser, 'unit'>, unit = UNIT): Promise<string> {
  const created = await createUser(db, { unit, ...user }, MONDAY)
  if (!created.ok) throw new Error(created.problem.detail)
  return created.value.id
}

const DONE = { ok: true, value: null }
const UNKNOWN = { ok: false, problem: { kind: 'not-found', detail: 'Không có người dùng này.' } }

test('a new user gets a name to sign in with, made from theirs, and a link', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  expect(await hasUsers(house.db)).toBe(false)
  const user = { unit: UNIT, name: '  Nguyễn Thị  Lan ', role: 'officer' } as const
  expect(await createUser(house.db, user, MONDAY)).toEqual({
    ok: true,
    value: {
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      name: 'Nguyễn Thị Lan',
      username: 'nguyen.thi.lan',
      link: expect.stringMatching(/^\/mat-khau\/[\w-]{43}$/),
    },
  })
  expect(await hasUsers(house.db)).toBe(true)
  expect((await listUsers(house.db, UNIT)).map(({ id, ...row }) => row)).toEqual([
    { name: 'Nguyễn Thị Lan', username: 'nguyen.thi.lan', role: 'officer', active: true, hasPassword: false },
  ])
})
test('one unit has a username once, another unit may have it too', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  await house.addUnit('xa-khac')
  const lan = { name: 'Lan', username: 'lan', role: 'viewer' } as const
  await idOf(house.db, lan)
  const again = await createUser(house.db, { ...lan, unit: UNIT, username: 'LÂN' }, MONDAY)
  expect(again.ok ? null : again.problem.kind).toBe('conflict')
  expect((await createUser(house.db, { ...lan, unit: 'xa-khac' }, MONDAY)).ok).toBe(true)
  expect((await listUsers(house.db, UNIT)).length).toBe(1)
})
test.each([
  [{ name: ' ', username: 'lan' }, 'name'],
  [{ name: 'x'.repeat(101), username: 'lan' }, 'name'],
  [{ name: 'Lª V¨n B×nh', username: 'binh' }, 'name'],
  [{ name: 'Lan\ufffe', username: 'lan' }, 'name'],
  [{ name: 'L', username: '' }, 'username'],
  [{ name: 'Lan', username: '?' }, 'username'],
])('%j is refused for its %s', async (given, field) => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  const refused = await createUser(house.db, { ...given, unit: UNIT, role: 'viewer' }, MONDAY)
  const errors = !refused.ok && refused.problem.kind === 'invalid' ? refused.problem.errors : []
  expect(errors.map(({ path }) => path)).toEqual([[field]])
})
test('people of another unit are not there: not to read, change or let in', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  await house.addUnit('xa-khac')
  const lan = await idOf(house.db, { name: 'Lan', role: 'viewer' })
  expect(await listUsers(house.db, 'xa-khac')).toEqual([])
  const tries = [
    findUser(house.db, 'xa-khac', lan),
    renewLink({ db: house.db, who: commandLine('xa-khac'), now: MONDAY }, lan),
    changeRole({ db: house.db, who: commandLine('xa-khac'), now: MONDAY }, lan, 'admin'),
    deactivate({ db: house.db, who: commandLine('xa-khac'), now: MONDAY }, lan),
    reactivate({ db: house.db, who: commandLine('xa-khac'), now: MONDAY }, lan),
  ]
  expect(await Promise.all(tries)).toEqual(tries.map(() => UNKNOWN))
  expect((await listUsers(house.db, UNIT)).map(({ role, active }) => [role, active])).toEqual([
    ['viewer', true],
  ])
})
test('somebody deactivated comes last, gets no link, and can come back', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  const an = await idOf(house.db, { name: 'An', role: 'viewer' })
  await idOf(house.db, { name: 'Bình', role: 'viewer' })
  await deactivate({ db: house.db, who: commandLine(UNIT), now: MONDAY }, an)
  const list = async () => (await listUsers(house.db, UNIT)).map(({ name, active }) => [name, active])
  expect(await list()).toEqual([
    ['Bình', true],
    ['An', false],
  ])
  expect(await renewLink({ db: house.db, who: commandLine(UNIT), now: MONDAY }, an)).toEqual(UNKNOWN)
  expect(await reactivate({ db: house.db, who: commandLine(UNIT), now: MONDAY }, an)).toEqual(DONE)
  expect(await list()).toEqual([
    ['An', true],
    ['Bình', true],
  ])
})
test('the name to sign in with carries the unit once there are two', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  expect(await loginName(house.db, { unit: UNIT, username: 'lan' })).toBe('lan')
  await house.addUnit('xa-khac')
  expect(await loginName(house.db, { unit: UNIT, username: 'lan' })).toBe('lan@xa-ngok-tu')
})

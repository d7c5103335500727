import { expect, test } from 'vitest'
import { changeRole, deactivate } from '../../src/accounts/membership.ts'
import { createUser, type NewUser } from '../../src/accounts/user.ts'
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
const LAST_ADMIN = {
  ok: false,
  problem: {
    kind: 'conflict',
    detail: 'Đây là quản trị viên cuối cùng của đơn vị. Hãy trao quyền quản trị cho người khác trước.',
  },
}

test('the last admin stays: neither demoted nor deactivated', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  const lan = await idOf(house.db, { name: 'Lan', role: 'admin' })
  const hoa = await idOf(house.db, { name: 'Hoa', role: 'viewer' })
  await house.addUnit('xa-khac')
  await idOf(house.db, { name: 'Admin elsewhere', role: 'admin' }, 'xa-khac')
  expect(await changeRole({ db: house.db, who: commandLine(UNIT), now: MONDAY }, lan, 'leader')).toEqual(
    LAST_ADMIN,
  )
  expect(await deactivate({ db: house.db, who: commandLine(UNIT), now: MONDAY }, lan)).toEqual(LAST_ADMIN)
  expect(await changeRole({ db: house.db, who: commandLine(UNIT), now: MONDAY }, lan, 'admin')).toEqual(DONE)
  expect(await changeRole({ db: house.db, who: commandLine(UNIT), now: MONDAY }, hoa, 'admin')).toEqual(DONE)
  expect(await deactivate({ db: house.db, who: commandLine(UNIT), now: MONDAY }, lan)).toEqual(DONE)
  expect(await changeRole({ db: house.db, who: commandLine(UNIT), now: MONDAY }, hoa, 'viewer')).toEqual(
    LAST_ADMIN,
  )
})
test('two admins who demote each other at once leave one', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT)
  const lan = await idOf(house.db, { name: 'Lan', role: 'admin' })
  const hoa = await idOf(house.db, { name: 'Hoa', role: 'admin' })
  const both = await Promise.all([
    changeRole({ db: house.db, who: commandLine(UNIT), now: MONDAY }, lan, 'viewer'),
    changeRole({ db: house.db, who: commandLine(UNIT), now: MONDAY }, hoa, 'viewer'),
  ])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
})

import { expect, test } from 'vitest'
import { changeRole, deactivate } from '../../src/accounts/membership.ts'
import { endOtherSessions, endSessions, openSession, signOut } from '../../src/accounts/session.ts'
import { sweepAccounts } from '../../src/accounts/sweep.ts'
import { createUser } from '../../src/accounts/user.ts'
import { ROLES, type Role } from '../../src/core/role.ts'
import { commandLine } from '../../src/store/audit.ts'
import type { Db } from '../../src/store/db.ts'
import { sessions } from '../../src/store/schema.ts'
import { principalOfSession } from '../support/people.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const DAY = 86_400_000
const UNIT = 'xa-ngok-tu'

async function house(role: Role = 'admin') {
  const opened = await testHouse()
  await opened.addUnit(UNIT)
  return { opened, lan: await addUser(opened.db, 'Lan', role) }
}

async function addUser(db: Db, name: string, role: Role) {
  const user = await createUser(db, { unit: UNIT, name, role }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  return { unit: UNIT, id: user.value.id }
}

test('the database holds a hash of the cookie, never the cookie', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  const cookie = await openSession(opened.db, lan, MONDAY)
  const rows = await opened.db.select().from(sessions)
  expect(rows.map(({ hash, ...row }) => row)).toEqual([
    { unit: UNIT, userId: lan.id, createdAt: MONDAY, expiresAt: MONDAY + 30 * DAY, awaitsCode: false },
  ])
  expect(JSON.stringify(rows)).not.toContain(cookie)
  expect(await principalOfSession(opened.db, rows[0]?.hash ?? '', MONDAY)).toBeNull()
})
test('a session ends thirty days after its last use', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  const unused = await openSession(opened.db, lan, MONDAY)
  const used = await openSession(opened.db, lan, MONDAY)
  expect((await principalOfSession(opened.db, used, MONDAY + 20 * DAY))?.id).toBe(lan.id)
  expect((await principalOfSession(opened.db, unused, MONDAY + 30 * DAY - 1))?.id).toBe(lan.id)
  expect(await principalOfSession(opened.db, used, MONDAY + 50 * DAY)).toBeNull()
  expect((await principalOfSession(opened.db, used, MONDAY + 50 * DAY - 1))?.id).toBe(lan.id)
})
test('a session that is used every day ends after ninety days all the same', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  const cookie = await openSession(opened.db, lan, MONDAY)
  const holderOn = async (at: number) => (await principalOfSession(opened.db, cookie, at))?.id ?? null
  for (let day = 20; day < 90; day += 20) expect(await holderOn(MONDAY + day * DAY)).toBe(lan.id)
  expect(await holderOn(MONDAY + 90 * DAY - 1)).toBe(lan.id)
  expect(await holderOn(MONDAY + 90 * DAY)).toBeNull()
})
test('looking up a session that was used today writes nothing', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  const cookie = await openSession(opened.db, lan, MONDAY)
  const before = await opened.db.select().from(sessions)
  await principalOfSession(opened.db, cookie, MONDAY + DAY)
  expect(await opened.db.select().from(sessions)).toEqual(before)
})
test('signing out ends this session at once, and leaves the others', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  const [phone, desk] = [await openSession(opened.db, lan, MONDAY), await openSession(opened.db, lan, MONDAY)]
  await signOut(opened.db, phone)
  expect(await principalOfSession(opened.db, phone, MONDAY)).toBeNull()
  expect((await principalOfSession(opened.db, desk, MONDAY))?.id).toBe(lan.id)
})
test('ending the other sessions spares this one and other people’s', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  const hoa = await addUser(opened.db, 'Hoa', 'viewer')
  const [phone, desk] = [await openSession(opened.db, lan, MONDAY), await openSession(opened.db, lan, MONDAY)]
  const hoas = await openSession(opened.db, hoa, MONDAY)
  const who = await principalOfSession(opened.db, phone, MONDAY)
  if (!who) throw new Error('no session')
  await endOtherSessions(opened.db, who, phone)
  const holders = await Promise.all([phone, desk, hoas].map((c) => principalOfSession(opened.db, c, MONDAY)))
  expect(holders.map((holder) => holder?.name ?? null)).toEqual(['Lan', null, 'Hoa'])
})
test('sessions are ended for one person of one unit', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  const cookie = await openSession(opened.db, lan, MONDAY)
  await endSessions(opened.db, 'xa-khac', lan.id)
  expect((await principalOfSession(opened.db, cookie, MONDAY))?.id).toBe(lan.id)
  await endSessions(opened.db, UNIT, lan.id)
  expect(await principalOfSession(opened.db, cookie, MONDAY)).toBeNull()
})
test('a new role holds in a session that is open already', async () => {
  const { opened, lan } = await house('viewer')
  await using _ = opened
  const cookie = await openSession(opened.db, lan, MONDAY)
  const roles = []
  for (const role of ROLES) {
    await changeRole({ db: opened.db, who: commandLine(UNIT), now: MONDAY }, lan.id, role)
    roles.push((await principalOfSession(opened.db, cookie, MONDAY))?.role)
  }
  expect(roles).toEqual([...ROLES])
})
test('somebody deactivated is out at once, also with a session that was being opened meanwhile', async () => {
  const { opened, lan } = await house('officer')
  await using _ = opened
  const cookie = await openSession(opened.db, lan, MONDAY)
  expect(await deactivate({ db: opened.db, who: commandLine(UNIT), now: MONDAY }, lan.id)).toEqual({
    ok: true,
    value: null,
  })
  expect(await principalOfSession(opened.db, cookie, MONDAY)).toBeNull()
  const late = await openSession(opened.db, lan, MONDAY)
  expect(await principalOfSession(opened.db, late, MONDAY)).toBeNull()
})
test('sweeping takes what has run out and leaves what holds', async () => {
  const { opened, lan } = await house()
  await using _ = opened
  await openSession(opened.db, lan, MONDAY - 40 * DAY)
  const cookie = await openSession(opened.db, lan, MONDAY)
  await sweepAccounts(opened.db, MONDAY)
  await sweepAccounts(opened.db, MONDAY)
  expect(await opened.db.$count(sessions)).toBe(1)
  expect((await principalOfSession(opened.db, cookie, MONDAY))?.id).toBe(lan.id)
})

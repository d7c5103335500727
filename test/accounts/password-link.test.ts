import { expect, test } from 'vitest'
import { deactivate } from '../../src/accounts/membership.ts'
import { holderOfLink, newPasswordLink, setPassword } from '../../src/accounts/password-link.ts'
import { openSession } from '../../src/accounts/session.ts'
import { createUser } from '../../src/accounts/user.ts'
import { commandLine } from '../../src/store/audit.ts'
import { passwordLinks, users } from '../../src/store/schema.ts'
import { principalOfSession } from '../support/people.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const DAY = 86_400_000
const UNIT = 'xa-ngok-tu'
const PASSWORD = 'Gió mùa đông bắc'

const secretOf = (link: string) => link.replace('/mat-khau/', '')

async function house() {
  const opened = await testHouse()
  await opened.addUnit(UNIT)
  const user = await createUser(opened.db, { unit: UNIT, name: 'Lan', role: 'officer' }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  return { opened, lan: { unit: UNIT, id: user.value.id }, secret: secretOf(user.value.link) }
}

const kindOf = (result: { ok: true } | { ok: false; problem: { kind: string } }) =>
  result.ok ? 'ok' : result.problem.kind

test('a link sets the password once and signs in', async () => {
  const { opened, lan, secret } = await house()
  await using _ = opened
  const set = await setPassword(opened.db, secret, PASSWORD, MONDAY)
  expect((await principalOfSession(opened.db, set.ok ? set.value : '', MONDAY))?.id).toBe(lan.id)
  expect(kindOf(await setPassword(opened.db, secret, PASSWORD, MONDAY))).toBe('gone')
})
test('the database holds neither the link nor the password', async () => {
  const { opened, secret } = await house()
  await using _ = opened
  const links = JSON.stringify(await opened.db.select().from(passwordLinks))
  expect(links).not.toContain(secret)
  await setPassword(opened.db, secret, PASSWORD, MONDAY)
  expect(JSON.stringify(await opened.db.select().from(users))).not.toContain(PASSWORD)
})
test('a link ends after seven days', async () => {
  const { opened, secret } = await house()
  await using _ = opened
  expect(kindOf(await holderOfLink(opened.db, secret, MONDAY + 7 * DAY - 1))).toBe('ok')
  expect(kindOf(await holderOfLink(opened.db, secret, MONDAY + 7 * DAY))).toBe('gone')
  expect(kindOf(await setPassword(opened.db, secret, PASSWORD, MONDAY + 7 * DAY))).toBe('gone')
})
test('a refused password leaves the link as it was', async () => {
  const { opened, secret } = await house()
  await using _ = opened
  expect(kindOf(await setPassword(opened.db, secret, '12345', MONDAY))).toBe('invalid')
  expect(kindOf(await setPassword(opened.db, secret, PASSWORD, MONDAY))).toBe('ok')
})
test('a new link ends the one before it', async () => {
  const { opened, lan, secret } = await house()
  await using _ = opened
  const second = secretOf(await newPasswordLink(opened.db, lan, MONDAY))
  expect(kindOf(await holderOfLink(opened.db, secret, MONDAY))).toBe('gone')
  expect(kindOf(await holderOfLink(opened.db, second, MONDAY))).toBe('ok')
})
test('of two who use one link at once, one sets the password', async () => {
  const { opened, secret } = await house()
  await using _ = opened
  const tries = ['Gió mùa đông bắc', 'Nắng lên phía đông'].map((p) =>
    setPassword(opened.db, secret, p, MONDAY),
  )
  expect((await Promise.all(tries)).map(kindOf).sort()).toEqual(['gone', 'ok'])
})
test('setting the password ends the sessions of before', async () => {
  const { opened, lan, secret } = await house()
  await using _ = opened
  const stolen = await openSession(opened.db, lan, MONDAY)
  await setPassword(opened.db, secret, PASSWORD, MONDAY)
  expect(await principalOfSession(opened.db, stolen, MONDAY)).toBeNull()
})
test('the link of somebody deactivated is dead', async () => {
  const { opened, lan, secret } = await house()
  await using _ = opened
  await deactivate({ db: opened.db, who: commandLine(UNIT), now: MONDAY }, lan.id)
  expect(kindOf(await holderOfLink(opened.db, secret, MONDAY))).toBe('gone')
})

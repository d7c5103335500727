import { expect, test } from 'vitest'
import { countAttempt } from '../../src/accounts/attempts.ts'
import { knowBrowser } from '../../src/accounts/known-browser.ts'
import { deactivate } from '../../src/accounts/membership.ts'
import { newPasswordLink, setPassword } from '../../src/accounts/password-link.ts'
import { openSession } from '../../src/accounts/session.ts'
import { changePassword, signIn } from '../../src/accounts/sign-in.ts'
import { createUser } from '../../src/accounts/user.ts'
import { attempts, users } from '../../src/store/accounts-schema.ts'
import { commandLine } from '../../src/store/audit.ts'
import type { Db } from '../../src/store/db.ts'
import { principalOfSession } from '../support/people.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const MINUTE = 60_000
const PASSWORD = 'Gió mùa đông bắc'
const OFFICE = '192.168.1.20'
/** scrypt(PASSWORD, salt of 16 zero bytes, N=1024, r=8, p=1) */
const CHEAP = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$HGIAXhufRuUL-PfC8GobDDMmbV6fw--85FWaqb3gFqQ'

async function addLan(db: Db, unit: string, username = 'lan') {
  const created = await createUser(db, { unit, name: 'Lan', username, role: 'officer' }, MONDAY)
  if (!created.ok) throw new Error(created.problem.detail)
  await setPassword(db, created.value.link.split('/').at(-1) ?? '', PASSWORD, MONDAY)
  return created.value.id
}

const REFUSED = {
  ok: false,
  problem: { kind: 'unauthenticated', detail: 'Tên đăng nhập hoặc mật khẩu không đúng.' },
}

test('the right name and password give the cookie of a session of that person', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  const id = await addLan(house.db, 'xa-ngok-tu')
  const signedIn = await signIn(house.db, { login: 'Lan', password: PASSWORD, address: OFFICE }, MONDAY)
  const cookie = signedIn.ok ? signedIn.value : ''
  expect(cookie).toMatch(/^[\w-]{43}$/)
  expect(await principalOfSession(house.db, cookie, MONDAY)).toEqual({
    unit: 'xa-ngok-tu',
    id,
    name: 'Lan',
    role: 'officer',
    via: 'session',
  })
})
test('a password typed with combining accents is the same password', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const password = PASSWORD.normalize('NFD')
  expect(password).not.toBe(PASSWORD)
  expect((await signIn(house.db, { login: 'lan', password, address: OFFICE }, MONDAY)).ok).toBe(true)
})
test('signing in makes a hash of an earlier cost anew, and leaves other sessions open', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  const id = await addLan(house.db, 'xa-ngok-tu')
  const elsewhere = await openSession(house.db, { unit: 'xa-ngok-tu', id }, MONDAY)
  await house.db.update(users).set({ password: CHEAP })
  const signInAs = (password: string) => signIn(house.db, { login: 'lan', password, address: OFFICE }, MONDAY)
  const stored = async () => (await house.db.query.users.findFirst())?.password ?? ''
  expect((await signInAs('khong phai mat khau')).ok).toBe(false)
  expect(await stored()).toBe(CHEAP)
  expect((await signInAs(PASSWORD)).ok).toBe(true)
  const renewed = await stored()
  expect(renewed).toMatch(/^scrypt\$16384\$8\$5\$/)
  expect((await signInAs(PASSWORD)).ok).toBe(true)
  expect(await stored()).toBe(renewed)
  expect(await principalOfSession(house.db, elsewhere, MONDAY)).not.toBeNull()
})
test('a wrong password and an unknown name are answered alike', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const given = { password: 'khong phai mat khau', address: OFFICE }
  expect(await signIn(house.db, { login: 'lan', ...given }, MONDAY)).toEqual(REFUSED)
  expect(await signIn(house.db, { login: 'hoa', ...given }, MONDAY)).toEqual(REFUSED)
})
test('somebody who never used the link cannot sign in, with no password either', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await createUser(house.db, { unit: 'xa-ngok-tu', name: 'Lan', username: 'lan', role: 'admin' }, MONDAY)
  expect(await signIn(house.db, { login: 'lan', password: '', address: OFFICE }, MONDAY)).toEqual(REFUSED)
})
test('somebody deactivated is refused like somebody unknown', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  const id = await addLan(house.db, 'xa-ngok-tu')
  await deactivate({ db: house.db, who: commandLine('xa-ngok-tu'), now: MONDAY }, id)
  expect(await signIn(house.db, { login: 'lan', password: PASSWORD, address: OFFICE }, MONDAY)).toEqual(
    REFUSED,
  )
})
test('a name that two units have needs the unit; each person gets into their own', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await house.addUnit('xa-dak-to')
  await addLan(house.db, 'xa-ngok-tu')
  const id = await addLan(house.db, 'xa-dak-to')
  const given = { password: PASSWORD, address: OFFICE }
  expect(await signIn(house.db, { login: 'lan', ...given }, MONDAY)).toEqual(REFUSED)
  const signedIn = await signIn(house.db, { login: 'lan@xa-dak-to', ...given }, MONDAY)
  const who = await principalOfSession(house.db, signedIn.ok ? signedIn.value : '', MONDAY)
  expect([who?.unit, who?.id]).toEqual(['xa-dak-to', id])
})
test('after five wrong passwords the right one is refused for a quarter of an hour, from that address only', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const wrong = { login: 'lan', password: 'sai mat khau', address: OFFICE }
  for (let i = 0; i < 5; i++) expect(await signIn(house.db, wrong, MONDAY)).toEqual(REFUSED)
  const right = { ...wrong, password: PASSWORD }
  const locked = await signIn(house.db, right, MONDAY + 5 * MINUTE)
  expect(locked).toEqual({
    ok: false,
    problem: {
      kind: 'too-many',
      detail: 'Đã thử quá nhiều lần. Hãy thử lại sau 10 phút.',
      retryAfterSeconds: 600,
    },
  })
  expect((await signIn(house.db, { ...right, address: '10.0.0.9' }, MONDAY + 5 * MINUTE)).ok).toBe(true)
  expect((await signIn(house.db, right, MONDAY + 15 * MINUTE - 1)).ok).toBe(false)
  expect((await signIn(house.db, right, MONDAY + 15 * MINUTE)).ok).toBe(true)
})
test('a success forgets the wrong passwords before it', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const wrong = { login: 'lan', password: 'sai mat khau', address: OFFICE }
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) expect(await signIn(house.db, wrong, MONDAY)).toEqual(REFUSED)
    expect((await signIn(house.db, { ...wrong, password: PASSWORD }, MONDAY)).ok).toBe(true)
  }
})
test('of twenty guesses sent at once only five are looked at', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const wrong = { login: 'lan', password: 'sai mat khau', address: OFFICE }
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(house.db, wrong, MONDAY)))
  const kinds = answers.map((answer) => (answer.ok ? 'ok' : answer.problem.kind)).sort()
  expect(kinds).toEqual([...Array(15).fill('too-many'), ...Array(5).fill('unauthenticated')])
})
test('changing the password ends every other session and asks for the current one', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const old = await signIn(house.db, { login: 'lan', password: PASSWORD, address: OFFICE }, MONDAY)
  const oldCookie = old.ok ? old.value : ''
  const who = await principalOfSession(house.db, oldCookie, MONDAY)
  if (!who) throw new Error('no session')
  const next = 'Nắng lên từ phía đông'
  const wrong = await changePassword(house.db, who, { current: 'không nhớ', next }, MONDAY)
  expect(wrong.ok ? null : wrong.problem.kind).toBe('invalid')
  const changed = await changePassword(house.db, who, { current: PASSWORD, next }, MONDAY)
  expect(await principalOfSession(house.db, oldCookie, MONDAY)).toBeNull()
  expect(await principalOfSession(house.db, changed.ok ? changed.value : '', MONDAY)).toEqual(who)
  expect((await signIn(house.db, { login: 'lan', password: PASSWORD, address: OFFICE }, MONDAY)).ok).toBe(
    false,
  )
  expect((await signIn(house.db, { login: 'lan', password: next, address: OFFICE }, MONDAY)).ok).toBe(true)
})

/** Lan signs in once from home; the answer is what her browser is known by. */
async function knownBrowser(db: Db, address: string): Promise<string> {
  const session = await signIn(db, { login: 'lan', password: PASSWORD, address }, MONDAY)
  await db.update(users).set({ password: CHEAP })
  return knowBrowser(db, session.ok ? session.value : '', { browser: undefined, address }, MONDAY)
}
/** So many guesses, each from an address of its own. */
async function strangers(db: Db, count: number) {
  for (let i = 0; i < count; i++)
    await signIn(db, { login: 'lan', password: 'sai mat khau', address: `66.6.${i}.1` }, MONDAY)
}

test('strangers from sixty networks lock nobody out of a known browser, nor of a network they signed in from', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const browser = await knownBrowser(house.db, OFFICE)
  await strangers(house.db, 60)
  const from = async (address: string, known?: string) => {
    const answer = await signIn(
      house.db,
      { login: 'lan', password: PASSWORD, address, browser: known },
      MONDAY,
    )
    return answer.ok ? 'in' : answer.problem.kind
  }
  expect(await from('113.160.1.1')).toBe('too-many')
  expect([await from('113.160.1.1', browser), await from('192.168.1.99')]).toEqual(['in', 'in'])
  expect(await from('113.160.1.1', 'another browser')).toBe('too-many')
})
test('one person has one counter, however the name is typed', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const names = ['lan', 'LAN@xa-ngok-tu', 'lan@XA-NGOK-TU ', 'Lan@xa-ngok-tu@x', 'lán']
  for (const login of names)
    expect(await signIn(house.db, { login, password: 'sai mat khau', address: OFFICE }, MONDAY)).toEqual(
      REFUSED,
    )
  for (const login of names)
    expect(await signIn(house.db, { login, password: PASSWORD, address: OFFICE }, MONDAY)).toMatchObject({
      problem: { kind: 'too-many' },
    })
})
test('addresses of one /64 are one place, and a hundred attempts there use it up', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const limit = { key: 'host 2001:db8:1:1::/64', most: 100, minutes: 15 }
  for (let i = 0; i < 99; i++) await countAttempt(house.db, [limit], MONDAY)
  const kindAt = async (address: string, login: string, password: string) => {
    const answer = await signIn(house.db, { login, password, address }, MONDAY)
    return answer.ok ? 'ok' : answer.problem.kind
  }
  expect([
    await kindAt('2001:db8:1:1::a', 'hoa@xa-ngok-tu', 'MatKhau2026!'),
    await kindAt('2001:db8:1:1::b', 'lan', PASSWORD),
    await kindAt('2001:db8:1:2::b', 'lan', PASSWORD),
  ]).toEqual(['unauthenticated', 'too-many', 'ok'])
})
test('whoever keeps knocking after the fifth time uses up no more of the account', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  const wrong = { login: 'lan', password: 'sai mat khau', address: '66.6.6.6' }
  for (let i = 0; i < 60; i++) await signIn(house.db, wrong, MONDAY)
  expect((await signIn(house.db, { ...wrong, password: PASSWORD, address: OFFICE }, MONDAY)).ok).toBe(true)
})
test('signing in rightly uses up nothing, however often', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  await addLan(house.db, 'xa-ngok-tu')
  await house.db.update(users).set({ password: CHEAP })
  const before = await house.db.select().from(attempts)
  for (let i = 0; i < 8; i++)
    expect((await signIn(house.db, { login: 'lan', password: PASSWORD, address: OFFICE }, MONDAY)).ok).toBe(
      true,
    )
  expect([before, (await house.db.select().from(attempts)).map(({ count }) => count)]).toEqual([
    [],
    [0, 0, 0],
  ])
})
test('a new password by a link makes strangers of the browsers that were known', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  const id = await addLan(house.db, 'xa-ngok-tu')
  const browser = await knownBrowser(house.db, OFFICE)
  const link = await newPasswordLink(house.db, { unit: 'xa-ngok-tu', id }, MONDAY)
  await setPassword(house.db, link.split('/').at(-1) ?? '', PASSWORD, MONDAY)
  await house.db.update(users).set({ password: CHEAP })
  await strangers(house.db, 55)
  const given = { login: 'lan', password: PASSWORD, address: OFFICE, browser }
  expect(await signIn(house.db, given, MONDAY)).toMatchObject({ problem: { kind: 'too-many' } })
})

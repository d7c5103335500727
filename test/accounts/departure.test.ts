import { expect, test } from 'vitest'
import { deactivate, reactivate } from '../../src/accounts/membership.ts'
import { newPasswordLink } from '../../src/accounts/password-link.ts'
import { openSession } from '../../src/accounts/session.ts'
import { createToken, holderOfToken } from '../../src/accounts/token.ts'
import { createUser } from '../../src/accounts/user.ts'
import { feedOfToken } from '../../src/actions/feed.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { listAudit } from '../../src/store/audit.ts'
import type { Db } from '../../src/store/db.ts'
import { principalOfSession } from '../support/people.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'

async function person(db: Db, name: string) {
  const made = await createUser(db, { unit: UNIT, name, role: 'admin' }, MONDAY)
  if (!made.ok) throw new Error(made.problem.detail)
  return { unit: UNIT, id: made.value.id, name, role: 'admin' as const }
}
async function tokenBy(db: Db, by: { unit: string; id: string; name: string }) {
  const made = await createToken(db, { unit: UNIT, role: 'officer', name: `Mã của ${by.name}`, by }, MONDAY)
  if (!made.ok) throw new Error(made.problem.detail)
  return made.value
}
/** The token of a feed that somebody makes for somebody. */
async function feedBy(db: Db, id: string, name: string): Promise<string> {
  const made = await subscribe(db, { unit: UNIT, id, role: 'admin' }, { name, scope: 'all' }, MONDAY)
  return made.ok ? made.value.path.replace('/feeds/', '').replace('.ics', '') : ''
}

test('deactivated means all: sessions, links, tokens, and feeds made by or for that person', async () => {
  await using house = await testHouse()
  const { db } = house
  await house.addUnit(UNIT)
  const [lan, hoa] = [await person(db, 'Y Lan'), await person(db, 'Y Hoa')]
  const [lans, hoas] = [await tokenBy(db, lan), await tokenBy(db, hoa)]
  const sessions = [await openSession(db, lan, MONDAY), await openSession(db, hoa, MONDAY)]
  await newPasswordLink(db, lan, MONDAY)
  const feeds = {
    'by Lan': await feedBy(db, lan.id, 'Điện thoại'),
    'by Lan’s token': await feedBy(db, lans.id, 'Bảng điện tử'),
    'for Lan': await feedBy(db, hoa.id, 'Y Lan'),
    'for the chairman': await feedBy(db, hoa.id, 'Chủ tịch'),
  }
  expect(await deactivate({ db, who: hoa, now: MONDAY }, lan.id)).toEqual({ ok: true, value: null })
  const open = async () => ({
    sessions: await Promise.all(
      sessions.map(async (one) => (await principalOfSession(db, one, MONDAY))?.name),
    ),
    tokens: await Promise.all(
      [lans, hoas].map(async (one) => (await holderOfToken(db, one.secret, MONDAY))?.who.name),
    ),
    links: (await db.query.passwordLinks.findMany()).map(({ userId }) => userId === lan.id),
    feeds: await Promise.all(
      Object.entries(feeds).map(async ([name, token]) => ((await feedOfToken(db, token)).ok ? name : null)),
    ),
  })
  const left = {
    sessions: [undefined, 'Y Hoa'],
    tokens: [undefined, 'Mã của Y Hoa'],
    links: [false],
    feeds: [null, null, null, 'for the chairman'],
  }
  expect(await open()).toEqual(left)
  await reactivate({ db, who: hoa, now: MONDAY }, lan.id)
  expect(await open()).toEqual(left)
  expect(
    (await listAudit(db, UNIT, { most: 2 })).map(({ by, kind, subject }) => [by, kind, subject]),
  ).toEqual([
    ['Y Hoa', 'user-back', 'Y Lan'],
    ['Y Hoa', 'user-stopped', 'Y Lan'],
  ])
})
test('a feed for somebody whose name another person has too stays', async () => {
  await using house = await testHouse()
  const { db } = house
  await house.addUnit(UNIT)
  const [hoa, lan] = [await person(db, 'Y Hoa'), await person(db, 'Y Lan')]
  await createUser(db, { unit: UNIT, name: 'Y Lan', username: 'lan.hai', role: 'viewer' }, MONDAY)
  const token = await feedBy(db, hoa.id, 'Y Lan')
  await deactivate({ db, who: hoa, now: MONDAY }, lan.id)
  expect((await feedOfToken(db, token)).ok).toBe(true)
})
test('a feed of somebody who was deactivated before feeds ended with that answers no more', async () => {
  await using house = await testHouse()
  const { db } = house
  await house.addUnit(UNIT)
  const lan = await person(db, 'Y Lan')
  const token = await feedBy(db, lan.id, 'Điện thoại')
  await db.$client.execute('UPDATE users SET deactivated_at = 1')
  expect(await feedOfToken(db, token)).toMatchObject({ problem: { kind: 'gone' } })
})
test('the last admin who stays loses nothing', async () => {
  await using house = await testHouse()
  const { db } = house
  await house.addUnit(UNIT)
  const lan = await person(db, 'Y Lan')
  const [session, token] = [await openSession(db, lan, MONDAY), await tokenBy(db, lan)]
  expect((await deactivate({ db, who: lan, now: MONDAY }, lan.id)).ok).toBe(false)
  expect([
    await principalOfSession(db, session, MONDAY),
    await holderOfToken(db, token.secret, MONDAY),
  ]).toMatchObject([{ name: 'Y Lan' }, { who: { name: 'Mã của Y Lan' } }])
})

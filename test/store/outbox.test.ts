import { expect, test } from 'vitest'
import { write } from '../../src/store/db.ts'
import {
  CLAIM_MS,
  claimMessages,
  enterMessages,
  listMessages,
  type Message,
  type NewMessage,
  type Outcome,
  pruneMessages,
  retryMessage,
  settle,
} from '../../src/store/outbox.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const HOUR = 3_600_000

const message = (key: string, more: Partial<NewMessage> = {}): NewMessage => ({
  ...{ unit: UNIT, key, template: 'test', data: { path: '/' }, route: 'email', userId: key },
  ...{ createdAt: MONDAY, usefulUntil: MONDAY + 72 * HOUR, dueAt: MONDAY },
  ...more,
})

async function outbox(...news: NewMessage[]) {
  const house = await testHouse()
  await house.addUnit(UNIT)
  await write(house.db, [enterMessages(news)])
  return house
}

const keys = (messages: readonly { key: string }[]) => messages.map(({ key }) => key)

test('a key that was entered before adds nothing and changes nothing', async () => {
  await using house = await outbox(message('a'))
  await write(house.db, [enterMessages([message('a', { data: { path: '/khac' } }), message('b')])])
  const entered = await listMessages(house.db, UNIT)
  expect(entered.map(({ key, data }) => [key, data])).toEqual([
    ['b', { path: '/' }],
    ['a', { path: '/' }],
  ])
})

test('those that waited longest are claimed, a handful at a time, and nobody gets one twice', async () => {
  const people = Array.from({ length: 50 }, (_, n) => message(`p${n}`, { dueAt: MONDAY - n }))
  await using house = await outbox(...people)
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimMessages(house.db, MONDAY)))
  // In whichever order a server takes them.
  expect(claims.map(({ length }) => length).sort((a, b) => b - a)).toEqual([20, 20, 10, 0])
  expect(new Set(claims.flatMap(keys)).size).toBe(50)
  expect(claims.find((claim) => keys(claim).includes('p49'))).toHaveLength(20)
})

test('all that is due for one person is claimed together, however much it is', async () => {
  const lans = Array.from({ length: 30 }, (_, n) =>
    message(`lan${n}`, { userId: 'lan', dueAt: MONDAY - 30 + n }),
  )
  await using house = await outbox(...lans, message('later', { userId: 'lan', dueAt: MONDAY + 1 }))
  expect((await claimMessages(house.db, MONDAY)).length).toBe(30)
  expect(await claimMessages(house.db, MONDAY)).toEqual([])
})

test('a route that is shut is left out', async () => {
  await using house = await outbox(
    message('a'),
    message('b', { route: 'webhook:x', userId: null, dueAt: MONDAY - 1 }),
  )
  expect(keys(await claimMessages(house.db, MONDAY, ['webhook:x']))).toEqual(['a'])
})

test('what was claimed and not settled comes back when the claim runs out, and its first claimer no longer counts', async () => {
  await using house = await outbox(message('a'))
  const first = await claimMessages(house.db, MONDAY)
  expect(await claimMessages(house.db, MONDAY + CLAIM_MS - 1)).toEqual([])
  const second = await claimMessages(house.db, MONDAY + CLAIM_MS)
  expect([keys(second), second[0]?.attempts]).toEqual([['a'], 2])
  await settle(house.db, first, { kind: 'failed', why: 'quá muộn' }, MONDAY + CLAIM_MS)
  await settle(house.db, second, { kind: 'sent' }, MONDAY + CLAIM_MS)
  const [row] = await listMessages(house.db, UNIT)
  expect(row).toMatchObject({ sentAt: MONDAY + CLAIM_MS, failedAt: null, dueAt: null, error: null })
})

test('each outcome leaves its trace', async () => {
  await using house = await outbox(message('sent'), message('failed'), message('retry'), message('wait'))
  for (const claimed of await claimMessages(house.db, MONDAY))
    await settle(house.db, [claimed], { kind: claimed.key, why: 'bận', at: MONDAY + HOUR } as Outcome, MONDAY)
  const rows = await listMessages(house.db, UNIT)
  const traces = rows.map(({ key, attempts, dueAt, sentAt, failedAt, error }) => [
    key,
    { attempts, dueAt, sentAt, failedAt, error },
  ])
  expect(Object.fromEntries(traces)).toEqual({
    sent: { attempts: 1, dueAt: null, sentAt: MONDAY, failedAt: null, error: null },
    failed: { attempts: 1, dueAt: null, sentAt: null, failedAt: MONDAY, error: 'bận' },
    retry: { attempts: 1, dueAt: MONDAY + HOUR, sentAt: null, failedAt: null, error: 'bận' },
    wait: { attempts: 0, dueAt: MONDAY + HOUR, sentAt: null, failedAt: null, error: null },
  })
})

test('what was given up can be sent once more; what was sent cannot', async () => {
  await using house = await outbox(message('a', { usefulUntil: MONDAY }), message('b'))
  const [a, b] = (await claimMessages(house.db, MONDAY)) as [Message, Message]
  await settle(house.db, [a], { kind: 'failed', why: 'x' }, MONDAY)
  await settle(house.db, [b], { kind: 'sent' }, MONDAY)
  const later = MONDAY + HOUR
  expect([
    await retryMessage(house.db, UNIT, 'a', later),
    await retryMessage(house.db, UNIT, 'b', later),
  ]).toEqual([true, false])
  const [claimed] = await claimMessages(house.db, later)
  expect([claimed?.key, (claimed?.usefulUntil ?? 0) > later]).toEqual(['a', true])
})

test('pruning forgets what is settled and old, and nothing that still waits', async () => {
  await using house = await outbox(
    message('old'),
    message('waiting'),
    message('new', { createdAt: MONDAY + HOUR }),
  )
  for (const claimed of await claimMessages(house.db, MONDAY))
    if (claimed.key !== 'waiting') await settle(house.db, [claimed], { kind: 'sent' }, MONDAY)
  await pruneMessages(house.db, MONDAY + 1)
  expect(keys(await listMessages(house.db, UNIT))).toEqual(['new', 'waiting'])
})

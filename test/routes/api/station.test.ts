import { expect, test } from 'vitest'
import { addToken } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const HOURS = {
  from: '2025-08-01',
  sessions: [{ days: ['MO', 'TU'], from: '05:00', to: '05:45', channel: 'loudspeaker' }],
  silentDays: ['SU'],
  maxMinutes: 30,
}

async function room(role: 'viewer' | 'officer' = 'officer') {
  const house = await testHouse()
  await house.addUnit('xa-moi', 'UBND xã Mới')
  const headers = { authorization: `Bearer ${await addToken(house.db, 'xa-moi', role)}` }
  const put = (body: unknown) =>
    house.ask('/api/v1/station', { method: 'PUT', headers, body: JSON.stringify(body) })
  const get = async () => (await house.ask('/api/v1/station', { headers })).json()
  return { put, get, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() }
}

test('a unit that said nothing has no hours', async () => {
  await using one = await room()
  expect(await one.get()).toEqual({ from: null, sessions: [], silentDays: [], maxMinutes: null, history: [] })
})

test('what was said is answered, with who and when, and may be sent again as it came', async () => {
  await using one = await room()
  expect((await one.put(HOURS)).status).toBe(200)
  const said = await one.get()
  const by = { by: 'Chương trình thử', at: '2025-08-04T08:00:00+07:00' }
  expect(said).toEqual({ ...HOURS, history: [{ ...HOURS, ...by }] })
  expect([(await one.put(said)).status, await one.get()]).toEqual([200, said])
})

test('hours of a later day stand in the history until then', async () => {
  await using one = await room()
  await one.put(HOURS)
  await one.put({ ...HOURS, from: '2025-08-05', maxMinutes: null })
  const { from, history } = await one.get()
  expect([from, history.map((one: { from: string }) => one.from)]).toEqual([
    '2025-08-01',
    ['2025-08-01', '2025-08-05'],
  ])
})

test('what is wrong is named', async () => {
  await using one = await room()
  const answer = await one.put({ ...HOURS, sessions: [{ ...HOURS.sessions[0], to: '04:00' }] })
  expect([answer.status, (await answer.json()).errors]).toEqual([
    400,
    [{ path: 'sessions.0.to', code: 'custom', message: 'giờ kết thúc phải sau giờ bắt đầu' }],
  ])
})

test('who may only look may not', async () => {
  await using one = await room('viewer')
  expect((await one.put(HOURS)).status).toBe(403)
})

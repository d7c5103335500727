import { expect, test } from 'vitest'
import { Busy } from '../../../src/core/busy.ts'
import type { Turns } from '../../../src/turns.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { BASE_URL, testHouse } from '../../support/test-house.ts'

/** Says who began and who went on. */
function noted() {
  const lanes: string[] = []
  const note = (what: string) => async (lane: string) => {
    lanes.push(`${what} ${lane}`)
  }
  const turns: Turns = { begin: note('begins'), goOn: note('goes on') }
  return { lanes, turns }
}

test('a request begins in the line of its session, its token or its address', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  await house.addUnit('xa-an')
  const cookie = await addOfficer(house.db, 'xa-an', { username: 'lan', password: 'mat khau dai 12' })
  const token = await addToken(house.db, 'xa-an', 'viewer')
  await house.ask('/tai-khoan', { cookie })
  await house.ask('/api/v1/plans', { headers: { authorization: `Bearer ${token}` } })
  await house.ask('/dang-nhap')
  expect(lanes).toEqual([`begins ${cookie}`, `begins Bearer ${token}`, 'begins unknown'])
})

test('once its body is there a form takes a turn again, so that bodies that end together are not all worked on at once', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  await house.send('/dang-nhap', { tenDangNhap: 'ai', matKhau: 'x' })
  expect(lanes).toEqual(['begins unknown', 'goes on unknown'])
})

test('whether the server is well is answered at once', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  await house.ask('/healthz')
  expect(lanes).toEqual([])
})

test('who waited at the door waits no second time; whom there was no room for is told when to come back', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  const ask = (begun: Promise<void>) => house.app.request(`${BASE_URL}/dang-nhap`, {}, { lane: 'ai', begun })
  const statuses = [
    (await ask(Promise.resolve())).status,
    (await ask(Promise.reject(new Busy('đầy', 5)))).status,
  ]
  expect([statuses, lanes]).toEqual([[200, 503], []])
})

test('of those who go away in the middle of what they send each is cleared up in a turn', async () => {
  const { lanes, turns } = noted()
  await using house = await testHouse({ turns })
  const body = new ReadableStream({
    start: (stream) => stream.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
  })
  await house.ask('/nhat-ky/nhap', { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect(lanes).toEqual(['begins unknown', 'goes on unknown'])
})

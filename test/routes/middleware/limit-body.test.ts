import { expect, test } from 'vitest'
import { addToken } from '../../support/people.ts'
import { BASE_URL, testHouse } from '../../support/test-house.ts'

const KIB = 1024

test('a form larger than any of ours is refused before it is read', async () => {
  await using house = await testHouse()
  const send = async (bytes: number) =>
    (await house.send('/dang-nhap', { tenDangNhap: 'x'.repeat(bytes), matKhau: '' })).status
  expect([await send(100 * KIB), await send(129 * KIB)]).toEqual([401, 413])
})
test('a body that hides its length is counted while it arrives', async () => {
  await using house = await testHouse()
  const chunk = new TextEncoder().encode('x'.repeat(64 * KIB))
  let sent = 0
  const body = new ReadableStream({
    pull: (stream) => (sent++ < 100 ? stream.enqueue(chunk) : stream.close()),
  })
  const init = { method: 'POST', headers: { origin: BASE_URL }, body, duplex: 'half' }
  expect((await house.app.request(`${BASE_URL}/dang-nhap`, init as RequestInit)).status).toBe(413)
  expect(sent).toBeLessThan(10)
})
test('a plan may be larger, to a limit', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-ngok-tu')
  const authorization = `Bearer ${await addToken(house.db, 'xa-ngok-tu', 'leader')}`
  const send = async (bytes: number) => {
    const headers = { authorization, 'content-length': String(bytes) }
    const answer = await house.ask('/api/v1/plans', { method: 'POST', headers, body: 'x'.repeat(bytes) })
    return [answer.status, answer.headers.get('content-type')]
  }
  const json = 'application/problem+json; charset=utf-8'
  expect(await send(900 * KIB)).toEqual([400, json])
  expect(await send(1025 * KIB)).toEqual([413, json])
})

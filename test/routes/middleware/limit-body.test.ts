import { expect, test } from 'vitest'
import type { Queue } from '../../../src/queue.ts'
import { addToken } from '../../support/people.ts'
import { BASE_URL, testHouse } from '../../support/test-house.ts'

const KIB = 1024

test('a form larger than any of ours is refused before it is read', async () => {
  await using house = await testHouse()
  const send = async (bytes: number) =>
    (await house.send('/dang-nhap', { tenDangNhap: 'x'.repeat(bytes), matKhau: '' })).status
  expect([await send(10 * KIB), await send(129 * KIB)]).toEqual([401, 413])
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

/** A body that is sent in parts of 64 KB. Answers the status, how many were taken, and what was asked for in memory. */
async function inParts(path: string, parts: number, known: boolean, told: Record<string, string> = {}) {
  const asked: [string, number][] = []
  const bodies: Queue = (lane, job, weight = 0) => {
    asked.push([lane, weight])
    return job()
  }
  await using house = await testHouse({ bodies })
  await house.addUnit('xa-ngok-tu')
  const token = await addToken(house.db, 'xa-ngok-tu', 'leader')
  const headers = { ...told, ...(known && { authorization: `Bearer ${token}` }) }
  const chunk = new TextEncoder().encode('x'.repeat(64 * KIB))
  let sent = 0
  const body = new ReadableStream({
    pull: (stream) => (sent++ < parts ? stream.enqueue(chunk) : stream.close()),
  })
  const { status } = await house.ask(path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  return { status, sent, asked }
}

test('a stranger says no more than a name and a password, wherever large files are taken', async () => {
  const { status, sent, asked } = await inParts('/nhat-ky/nhap', 100, false)
  expect([status, asked]).toEqual([413, []])
  expect(sent).toBeLessThan(4)
})

test('of a stranger who says how much is coming a little is read and thrown away, so that the answer arrives; of much nothing is read', async () => {
  const little = await inParts('/api/v1/plans', 10, false, { 'content-length': String(640 * KIB) })
  expect([little.status, little.sent, little.asked]).toEqual([401, 11, []])
  const much = await inParts('/api/v1/plans/thu/editions', 100, false, {
    'content-length': String(6400 * KIB),
  })
  expect([much.status, much.asked]).toEqual([401, []])
  expect(much.sent).toBeLessThan(4)
})

test('a large body waits until there is room for what it says, one in parts for the most that it may have', async () => {
  const told = { 'content-length': String(640 * KIB) }
  const asked = [
    (await inParts('/api/v1/plans', 10, true, told)).asked,
    (await inParts('/api/v1/plans', 10, true)).asked,
  ]
  expect(asked.flat().map(([, weight]) => weight)).toEqual([640 * KIB, 1024 * KIB])
  expect(asked.flat()[0]?.[0]).toContain('xa-ngok-tu')
})

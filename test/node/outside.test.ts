import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { postOutside } from '../../src/node/outside.ts'
import { receiver } from '../support/receiver.ts'

const parcel = (url: string) => ({
  url,
  headers: { 'content-type': 'text/plain' },
  body: 'tin ậ',
  who: 'nơi nhận',
})
const REFUSED = { kind: 'never', why: 'địa chỉ của nơi nhận nằm trong mạng nội bộ của máy chủ' }

/** A name server that tells one thing after the other. */
function names(...answers: string[][]) {
  const asked: string[] = []
  const resolve: NonNullable<Parameters<typeof postOutside>[0]>['resolve'] = (host, _options, done) => {
    asked.push(host)
    const found = answers[asked.length - 1] ?? answers.at(-1) ?? []
    done(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { asked, resolve }
}

/** Counts who comes, whatever they say. */
async function listener() {
  let knocks = 0
  const server = createServer((socket) => {
    knocks++
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    knocks: () => knocks,
    [Symbol.asyncDispose]: () => new Promise<void>((done) => server.close(() => done())),
  }
}

test.each([
  ['a name that stands for this machine', 'noi-bo.example.vn', [['127.0.0.1']]],
  [
    'a name that stands for the outside and for this machine',
    'hai.example.vn',
    [['113.160.1.1', '127.0.0.1']],
  ],
  ['a name that stands for it in IPv6', 'sau.example.vn', [['::1']]],
  ['a name that stands for it in IPv6 that speaks of IPv4', 'bon.example.vn', [['::ffff:127.0.0.1']]],
  ['the address itself', '127.0.0.1', []],
  ['the address itself in IPv6', '[::1]', []],
])('%s is not connected to', async (_what, host, answers) => {
  await using there = await listener()
  const { resolve } = names(...answers)
  for (const scheme of ['http', 'https'])
    expect(await postOutside({ resolve })(parcel(`${scheme}://${host}:${there.port}/tin`))).toEqual(REFUSED)
  expect(there.knocks()).toBe(0)
})

test('a name is asked once for each connection, so it cannot turn inwards between looking and connecting', async () => {
  await using there = await receiver({ answer: () => 204 })
  const { asked, resolve } = names(['127.0.0.1'], ['10.0.0.1'])
  const seen: string[] = []
  const allowed = (address: string) => seen.push(address) > 0
  const post = postOutside({ resolve, allowed })
  const answer = await post(parcel(`http://noi-nhan.example.vn:${new URL(there.url).port}/tin`))
  expect([answer instanceof Response && answer.status, asked, seen]).toEqual([
    204,
    ['noi-nhan.example.vn'],
    ['127.0.0.1'],
  ])
  expect(there.received.map(({ path, body, headers }) => [path, body, headers.host?.split(':')[0]])).toEqual([
    ['/tin', 'tin ậ', 'noi-nhan.example.vn'],
  ])
})

test('what the receiver answers is told, also when to come back; a redirect is not followed', async () => {
  await using there = await receiver({ answer: ({ path }) => (path === '/doi' ? 307 : 503) })
  there.headers = { 'retry-after': '120', location: `${there.url}/khac` }
  const post = postOutside({ allowed: () => true })
  const answers = [await post(parcel(`${there.url}/doi`)), await post(parcel(`${there.url}/ban`))]
  expect(
    answers.map((answer) => answer instanceof Response && [answer.status, answer.headers.get('retry-after')]),
  ).toEqual([
    [307, '120'],
    [503, '120'],
  ])
  expect(there.received).toHaveLength(2)
})

test('an answer that never ends is left after its head', async () => {
  const { createServer: serveHttp } = await import('node:http')
  const server = serveHttp((_request, response) => {
    response.writeHead(200)
    response.write('x')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const closed = new Promise((done) => server.once('connection', (socket) => socket.once('close', done)))
  const answer = await postOutside({ allowed: () => true })(parcel(`http://127.0.0.1:${port}/`))
  await closed
  expect(answer instanceof Response && answer.status).toBe(200)
  server.close()
})

test('a name that nobody knows, and nobody behind a name, are said as that', async () => {
  const unknown: NonNullable<Parameters<typeof postOutside>[0]>['resolve'] = (_host, _options, done) =>
    done(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }), [])
  expect(await postOutside({ resolve: unknown })(parcel('https://khong-co.example.vn/'))).toEqual({
    ...{ kind: 'later', why: 'không tìm thấy tên máy của nơi nhận (DNS)', down: true },
  })
  expect(await postOutside({ allowed: () => true })(parcel('http://127.0.0.1:9/'))).toEqual({
    ...{ kind: 'later', why: 'nơi nhận từ chối kết nối', down: true },
  })
})

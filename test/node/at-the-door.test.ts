import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { Busy } from '../../src/core/busy.ts'
import { atTheDoor } from '../../src/node/at-the-door.ts'
import type { AtTheDoor } from '../../src/turns.ts'

const REQUEST = new Request('http://nhip.test/')

const incoming = (url: string, headers: Record<string, string> = {}, destroyed = false) =>
  ({ url, headers, socket: { remoteAddress: '203.0.113.7', destroyed } }) as unknown as IncomingMessage

/** A door behind which `seen` says what came in; each waits until `open` is called. */
function door(proxies: string[] = []) {
  const seen: Partial<AtTheDoor>[] = []
  const lanes: string[] = []
  let open = () => {}
  let refuse = (_: Error) => {}
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve
    refuse = reject
  })
  const begin = (lane: string) => {
    lanes.push(lane)
    return promise
  }
  const fetch = (_: Request, env: object) => {
    seen.push(env)
    return new Response('x')
  }
  const ask = atTheDoor(fetch, { begin, goOn: begin }, proxies)
  return {
    seen,
    lanes,
    open,
    refuse,
    ask: (asked: IncomingMessage) => ask(REQUEST, { incoming: asked }),
  }
}

test('nothing is made of a request before its turn has come, and the app hears that it has', async () => {
  const { seen, ask, open } = door()
  const answer = ask(incoming('/dang-nhap'))
  await Promise.resolve()
  expect(seen).toEqual([])
  open()
  expect((await answer).status).toBe(200)
  expect(seen).toMatchObject([{ lane: '203.0.113.7' }])
  await expect(seen[0]?.begun).resolves.toBeUndefined()
})

test('whom there is no room for is told so by the app', async () => {
  const { seen, ask, refuse } = door()
  refuse(new Busy('đầy', 5))
  await ask(incoming('/dang-nhap'))
  await expect(seen[0]?.begun).rejects.toThrow('đầy')
})

test.each([
  [{ cookie: 'a=b; nhip_song=abc; c=d' }, 'abc'],
  [{ cookie: '__Host-nhip_song=abc' }, 'abc'],
  [{ cookie: 'nhip_song_may=may' }, '203.0.113.7'],
  [{ authorization: 'Bearer xyz' }, 'Bearer xyz'],
  [{ 'x-forwarded-for': '198.51.100.9' }, '198.51.100.9'],
  [{}, '203.0.113.7'],
])('%j waits in the line %s', async (headers, lane) => {
  const { lanes, ask, open } = door(['203.0.113.7'])
  open()
  await ask(incoming('/', headers as Record<string, string>))
  expect(lanes).toEqual([lane])
})

test.each(['/healthz', '/feeds/x.ics', '/assets/app.js', '/sw.js'])('%s is answered at once', async (url) => {
  const { lanes, ask } = door()
  expect([(await ask(incoming(url))).status, lanes]).toEqual([200, []])
})

test('of whoever went away while they waited nothing is made', async () => {
  const { seen, ask, open } = door()
  open()
  expect([(await ask(incoming('/', {}, true))).status, seen]).toEqual([400, []])
})

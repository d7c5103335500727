import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { oneByOne } from '../../src/node/one-by-one.ts'

/** Answers each request with its path, once `may` lets it; `begun` are those that were begun. */
async function house(mostWaiting: number) {
  const begun: string[] = []
  const open: (() => void)[] = []
  const listener: RequestListener = ({ url = '' }, response) => {
    begun.push(url)
    open.push(() => response.end(`<${url}>`))
  }
  const server = createServer(oneByOne(listener, mostWaiting)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const send = (...paths: string[]) => {
    const socket = connect(port, '127.0.0.1')
    const last = paths.at(-1)
    const lines = paths.map(
      (path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n${path === last ? 'Connection: close\r\n' : ''}\r\n`,
    )
    socket.write(lines.join(''))
    const answers = text(socket).then(
      (all) => [...all.matchAll(/<(.+?)>/g)].map(([, path]) => path),
      () => 'ended',
    )
    return answers
  }
  /** Waits until so many were begun, and answers the oldest that is open. */
  const answerAfter = async (count: number) => {
    while (begun.length < count) await new Promise((next) => setImmediate(next))
    open.shift()?.()
  }
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { begun, send, answerAfter, [Symbol.asyncDispose]: close }
}

test('what one connection asks at once is answered one after the other, in its order', async () => {
  await using home = await house(10)
  const answers = home.send('/a', '/b', '/c')
  await home.answerAfter(1)
  expect(home.begun).toEqual(['/a'])
  await home.answerAfter(2)
  expect(home.begun).toEqual(['/a', '/b'])
  await home.answerAfter(3)
  expect(await answers).toEqual(['/a', '/b', '/c'])
})

test('another connection is served meanwhile', async () => {
  await using home = await house(10)
  void home.send('/a', '/b')
  while (home.begun.length < 1) await new Promise((next) => setImmediate(next))
  void home.send('/other')
  while (home.begun.length < 2) await new Promise((next) => setImmediate(next))
  expect(home.begun).toEqual(['/a', '/other'])
})

test('a connection on which too many wait is ended, and nothing of them is begun', async () => {
  await using home = await house(2)
  expect(await home.send('/a', '/b', '/c', '/d')).not.toContain('/b')
  expect(home.begun).toEqual(['/a'])
})

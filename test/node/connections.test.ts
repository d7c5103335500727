import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { boundConnections } from '../../src/node/connections.ts'

/** A server that holds at most so many connections, and answers nobody by itself. */
async function house(most: number) {
  const asked: ServerResponse[] = []
  const server = createServer((_, response) => asked.push(response)).listen(0, '127.0.0.1')
  boundConnections(server, most)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  /** Resolves once the server has it. */
  const open = async (from: string, first = ''): Promise<Socket> => {
    const heard = once(server, first.endsWith('\r\n\r\n') ? 'request' : 'connection')
    const socket = connect({ port, host: '127.0.0.1', localAddress: from })
    socket.on('error', () => undefined).write(first || 'GET ')
    await heard
    return socket
  }
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { asked, open, [Symbol.asyncDispose]: close }
}

const ASKS = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'

test('past the most the address with most connections loses the one that waits longest, and nobody else does', async () => {
  await using home = await house(3)
  const other = await home.open('127.0.0.2')
  const [first, second] = [await home.open('127.0.0.1'), await home.open('127.0.0.1')]
  const lost = once(first, 'close')
  const newest = await home.open('127.0.0.3')
  await lost
  expect([first, second, other, newest].map(({ closed }) => closed)).toEqual([true, false, false, false])
})

test('what is being answered is kept, and one whose body never ends is not', async () => {
  await using home = await house(2)
  const answered = await home.open('127.0.0.1', ASKS)
  const unending = await home.open('127.0.0.1', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')
  const lost = once(unending, 'close')
  await home.open('127.0.0.2')
  await lost
  const heard = once(answered, 'data')
  home.asked[0]?.end('answered')
  expect(String(await heard)).toContain('answered')
})

test('two that come at one moment cost two', async () => {
  await using home = await house(2)
  const [first, second] = [await home.open('127.0.0.1'), await home.open('127.0.0.1')]
  const lost = Promise.all([once(first, 'close'), once(second, 'close')])
  await Promise.all([home.open('127.0.0.1'), home.open('127.0.0.1')])
  await lost
  expect([first, second].map(({ closed }) => closed)).toEqual([true, true])
})

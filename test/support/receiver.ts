/** A real HTTP receiver that keeps what it gets and answers what it is told to. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }

/** `answer` decides about each request; `null` never answers. */
export async function receiver(given: { answer?: (received: Received) => number | null } = {}) {
  const house = {
    received: [] as Received[],
    answer: given.answer ?? (() => 204),
    headers: {} as Record<string, string>,
  }
  const server = createServer(async (request, response) => {
    const received = { path: request.url ?? '', headers: request.headers, body: await text(request) }
    house.received.push(received)
    const status = house.answer(received)
    if (status !== null) response.writeHead(status, house.headers).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return Object.assign(house, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  })
}

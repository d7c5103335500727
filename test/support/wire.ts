/**
 * The wire between a browser and a server: counts what comes down, headers and all, can be cut, can lose the answers,
 * and can go dead without ending.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export async function wireTo(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let bytes = 0
  let dead = false
  let cut = false
  let deaf = false
  const server = createServer((client) => {
    if (cut) return client.destroy()
    const upstream = connect(Number(port), hostname)
    client.on('data', (chunk) => dead || upstream.write(chunk))
    upstream.on('data', (chunk) => {
      if (deaf) return
      bytes += chunk.length
      client.write(chunk)
    })
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    /** From now on nothing that the browser says arrives, and nobody tells it. */
    die: () => {
      dead = true
    },
    /** From now on what the server answers is lost on its way. */
    loseAnswers: () => {
      deaf = true
    },
    /** From now on every connection breaks, old and new. */
    cut: () => {
      cut = true
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      cut = false
      deaf = false
    },
    /** Connections that were dead stay so; new ones work. */
    revive: () => {
      for (const socket of sockets) socket.destroy()
      dead = false
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** How many connections are open at a time: whoever holds most of them loses one first, so that nobody is kept out. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { placeOf } from '../network.ts'

/**
 * Past `most`, the address with most connections loses the one that waits longest without being answered: for its next
 * request, for the rest of its heads or body. Browsers open another one without a word.
 */
export function boundConnections(server: Server, most: number): void {
  // The one that was answered last stands last.
  const held = new Map<string, Set<Socket>>()
  const asking = new WeakMap<Socket, IncomingMessage>()
  // A closed connection no longer says whose it was.
  const hosts = new WeakMap<Socket, string>()
  let open = 0

  const waits = (socket: Socket): boolean => !socket.destroyed && !asking.get(socket)?.complete

  function dropOne(): void {
    const own = [...held.values()].reduce((a, b) => (b.size > a.size ? b : a))
    for (const socket of own) if (waits(socket)) return void socket.destroy()
  }

  server.on('connection', (socket) => {
    const host = hostOf(socket)
    const own = held.get(host) ?? new Set()
    held.set(host, own.add(socket))
    hosts.set(socket, host)
    socket.once('close', () => {
      own.delete(socket)
      if (own.size === 0) held.delete(host)
      open--
    })
    if (++open > most) dropOne()
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    asking.set(socket, request)
    response.once('close', () => {
      asking.delete(socket)
      const own = held.get(hosts.get(socket) ?? '')
      if (own?.delete(socket)) own.add(socket)
    })
  })
}

/** An IPv4 address, or the /64 that one subscriber has. */
function hostOf({ remoteAddress = '' }: Socket): string {
  const bare = remoteAddress.replace(/^::ffff:/, '')
  return bare.includes(':') ? placeOf(bare).host : bare
}

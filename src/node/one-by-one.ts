/** Requests of one connection, answered one after the other: who sends thousands at once takes nobody else's turn. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Browsers and proxies wait for each answer; a program that does not is let wait in so long a line. */
const MOST_WAITING = 20

type Waiting = [IncomingMessage, ServerResponse]

/**
 * A connection's first request is served at once. What it sent without waiting for that answer comes in the turns that
 * nobody else needs, one a turn, however many connections do so. Where more than `mostWaiting` wait the connection is
 * ended: before the answers that come first, HTTP/1.1 has no word for it.
 */
export function oneByOne(listener: RequestListener, mostWaiting = MOST_WAITING): RequestListener {
  const lines = new WeakMap<Socket, Waiting[]>()
  const ready: Socket[] = []

  function serve(socket: Socket, [request, response]: Waiting): void {
    response.once('close', () => goOn(socket))
    listener(request, response)
  }

  function goOn(socket: Socket): void {
    if (!lines.get(socket)?.length || socket.destroyed) lines.delete(socket)
    else if (ready.push(socket) === 1) setImmediate(serveNext)
  }

  function serveNext(): void {
    const socket = ready.shift()
    const first = socket && lines.get(socket)?.shift()
    if (ready.length) setImmediate(serveNext)
    if (first && !socket.destroyed) serve(socket, first)
  }

  return (request, response) => {
    const { socket } = request
    const line = lines.get(socket)
    if (!line) {
      lines.set(socket, [])
      serve(socket, [request, response])
    } else if (line.length < mostWaiting) line.push([request, response])
    else socket.destroy()
  }
}

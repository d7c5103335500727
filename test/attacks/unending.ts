/** Connections that begin to say something and never end, then all go away at once. */
import { connect, type Socket } from 'node:net'
import { counted } from './attack.ts'

const HELD_MS = 4000

/** `first` is said at once, then so many bytes. Answers how they were answered and how many were closed. */
export async function unending(url: string, said: { times: number; first: string; bytes: number }) {
  const { hostname, port } = new URL(url)
  const codes: number[] = []
  let closed = 0
  const sockets = Array.from({ length: said.times }, () => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined).on('close', () => closed++)
    socket.on('data', (chunk) => codes.push(Number(chunk.toString('latin1', 9, 12))))
    if (said.first) socket.write(said.first)
    send(socket, said.bytes)
    return socket
  })
  await new Promise((next) => setTimeout(next, HELD_MS))
  const saw = `${counted(codes) || 'unanswered'}, ${closed} closed`
  for (const socket of sockets) socket.destroy()
  // What they leave behind is part of it.
  await new Promise((next) => setTimeout(next, HELD_MS))
  return saw
}

const PART = Buffer.alloc(64 * 1024, 'a')

function send(socket: Socket, bytes: number): void {
  if (bytes <= 0) return
  if (socket.write(PART)) send(socket, bytes - PART.length)
  else socket.once('drain', () => send(socket, bytes - PART.length))
}

/** Requests over connections that stay open, with as little work as possible on this side. */
import { connect } from 'node:net'
import type { RequestTimes } from './comparison.ts'

/** Many people, or calendar programs, at once. */
const CONNECTIONS = 64

/** A GET, or a POST of `json`. */
export type Ask = { path: string; headers?: Record<string, string>; json?: object }

export type Load = Ask & {
  requests: number
  /** What each request asks instead, by its number. */
  each?: (request: number) => Ask
}

export type Connections = { load: (load: Load) => Promise<RequestTimes>; close: () => void }

/** Sends them all and waits for every answer, over connections that are opened for it. */
export async function httpLoad({ port, ...load }: Load & { port: number }): Promise<RequestTimes> {
  const connections = openConnections(port)
  return connections.load(load).finally(connections.close)
}

/** Opened once and used by round after round: a server takes its time to accept so many. */
export function openConnections(port: number): Connections {
  const all = Array.from({ length: CONNECTIONS }, () => openConnection(port))
  return {
    load: async ({ requests, each, ...same }) => {
      const everyTime = bytesOf(same)
      const requestMs: number[] = []
      let [sent, status] = [0, '']
      const work = async (ask: Connection['ask']) => {
        while (sent < requests) {
          const request = each ? bytesOf(each(sent)) : everyTime
          sent++
          const since = performance.now()
          const answered = await ask(request)
          requestMs.push(performance.now() - since)
          status ||= answered
          if (answered !== status) throw new Error(`${same.path}: ${answered} after ${status}`)
        }
      }
      await Promise.all(all.map(({ ask }) => work(ask)))
      return { requestMs }
    },
    close: () => {
      for (const { close } of all) close()
    },
  }
}

/** `ask` sends a request and answers with the status, once the whole answer is there. */
type Connection = { ask: (request: Buffer) => Promise<string>; close: () => void }

function openConnection(port: number): Connection {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  let [missing, status] = [0, '']
  let settle = { resolve: (_: string) => {}, reject: (_: Error) => {} }
  socket.on('error', (error) => settle.reject(error))
  socket.on('data', (bytes: Buffer) => {
    if (missing === 0) ({ status, length: missing } = headOf(bytes))
    missing -= bytes.length
    if (missing === 0) settle.resolve(status)
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

function bytesOf({ path, headers = {}, json }: Ask): Buffer {
  const body = json === undefined ? '' : JSON.stringify(json)
  const all = {
    host: '127.0.0.1',
    ...headers,
    ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${body ? 'POST' : 'GET'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

/** The first bytes of an answer hold its head: servers write it at once. */
function headOf(bytes: Buffer): { status: string; length: number } {
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.toString('latin1', 0, end)
  const status = head.slice(9, 12)
  const body = status === '304' ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
  return { status, length: end + 4 + body }
}

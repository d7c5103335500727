/** Requests over connections that stay open, with as little work as possible on this side. */
import { connect } from 'node:net'
import type { RequestTimes } from './comparison.ts'

/** Many people, or calendar programs, at once. */
const CONNECTIONS = 64

/** A GET, or a POST of `json`. */
export type Ask = { path: string; headers?: Record<string, string>; json?: object }

export type Load = Ask & {
  port: number
  requests: number
  /** What each request asks instead, by its number. */
  each?: (request: number) => Ask
}

/** Sends them all and waits for every answer; throws when one has another status than the first. */
export function httpLoad({ port, requests, each, ...same }: Load): Promise<RequestTimes> {
  const everyTime = bytesOf(same)
  const requestMs: number[] = []
  return new Promise((resolve, reject) => {
    let [sent, status] = [0, '']
    const open = () => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true)
      let [missing, since] = [0, 0]
      const send = () => {
        if (sent === requests) return socket.end()
        const request = each ? bytesOf(each(sent)) : everyTime
        sent++
        since = performance.now()
        return socket.write(request)
      }
      socket.on('connect', send).on('error', reject)
      socket.on('data', (bytes: Buffer) => {
        if (missing === 0) {
          const head = headOf(bytes)
          status ||= head.status
          if (head.status !== status) reject(new Error(`${same.path}: ${head.status} after ${status}`))
          missing = head.length
        }
        missing -= bytes.length
        if (missing > 0) return
        if (requestMs.push(performance.now() - since) === requests) resolve({ requestMs })
        send()
      })
    }
    for (let i = 0; i < Math.min(CONNECTIONS, requests); i++) open()
  })
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

/** Requests over connections that stay open, with as little work as possible on this side. */
import { connect } from 'node:net'

/** Many calendar programs at once. */
const CONNECTIONS = 64

export type Load = { port: number; path: string; headers?: Record<string, string>; requests: number }

/** Sends them all and waits for every answer; throws when one has another status than the first. */
export function httpLoad({ port, path, headers = {}, requests }: Load): Promise<void> {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  return new Promise((resolve, reject) => {
    let [toSend, toCome, status] = [requests, requests, '']
    const open = () => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true)
      const send = () => (toSend-- > 0 ? socket.write(request) : socket.end())
      let missing = 0
      socket.on('connect', send).on('error', reject)
      socket.on('data', (bytes: Buffer) => {
        if (missing === 0) {
          const head = headOf(bytes)
          status ||= head.status
          if (head.status !== status) reject(new Error(`${path}: ${head.status} after ${status}`))
          missing = head.length
        }
        missing -= bytes.length
        if (missing > 0) return
        if (--toCome === 0) resolve()
        send()
      })
    }
    for (let i = 0; i < Math.min(CONNECTIONS, requests); i++) open()
  })
}

/** The first bytes of an answer hold its head: servers write it at once. */
function headOf(bytes: Buffer): { status: string; length: number } {
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.toString('latin1', 0, end)
  const status = head.slice(9, 12)
  const body = status === '304' ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
  return { status, length: end + 4 + body }
}

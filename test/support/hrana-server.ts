/**
 * A small Hrana-over-HTTP server (versions 2 and 3, JSON) in front of the real libSQL engine: what a libSQL or Turso
 * database is to the Worker, on this machine and without an account.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { StreamRequest, StreamResult } from './hrana-protocol.ts'
import { HranaStream } from './hrana-stream.ts'

export type HranaServer = { url: string; close: () => Promise<void> }
type Pipeline = { baton?: string | null; requests: StreamRequest[] }

/** A stream that nobody continues is rolled back after this long, as on the real server. */
const IDLE_MS = 10_000

/**
 * Serves one database file on a free port of this machine.
 *
 * @param file path of the database; it may exist already
 * @param options.authToken what a client must send as its bearer token; without it anybody may ask
 */
export async function startHranaServer(
  file: string,
  options: { authToken?: string } = {},
): Promise<HranaServer> {
  const streams = new OpenStreams(file)
  const server = createServer((request, response) => {
    const authorized = !options.authToken || request.headers.authorization === `Bearer ${options.authToken}`
    if (!authorized) return send(response, 401, { message: 'The token is wrong', code: 'AUTH' })
    handle(streams, request, response).catch((error: unknown) =>
      send(response, 400, { message: String(error), code: 'HRANA_PROTO_ERROR' }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      streams.closeAll()
    },
  }
}

async function handle(streams: OpenStreams, request: IncomingMessage, response: ServerResponse) {
  if (request.method === 'GET' && /^\/v[23]$/.test(request.url ?? '')) return send(response, 200, {})
  if (request.method !== 'POST' || !/^\/v[23]\/pipeline$/.test(request.url ?? ''))
    return send(response, 404, { message: `No such path: ${request.url}`, code: 'NOT_FOUND' })
  const { baton, requests } = (await json(request)) as Pipeline
  const stream = streams.take(baton ?? null)
  if (!stream) return send(response, 400, { message: 'The baton is invalid', code: 'STREAM_EXPIRED' })
  const results: StreamResult[] = []
  for (const each of requests) results.push(await stream.answer(each))
  const closed = requests.some(({ type }) => type === 'close')
  send(response, 200, { baton: closed ? null : streams.keep(stream), base_url: null, results })
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Streams between two requests of theirs, each under a baton that works once. */
class OpenStreams {
  readonly #file: string
  readonly #waiting = new Map<string, { stream: HranaStream; timer: NodeJS.Timeout }>()

  constructor(file: string) {
    this.#file = file
  }

  take(baton: string | null): HranaStream | null {
    if (baton === null) return new HranaStream(this.#file)
    const entry = this.#waiting.get(baton)
    this.#waiting.delete(baton)
    clearTimeout(entry?.timer)
    return entry?.stream ?? null
  }

  keep(stream: HranaStream): string {
    const baton = randomUUID()
    const timer = setTimeout(() => this.take(baton)?.close(), IDLE_MS).unref()
    this.#waiting.set(baton, { stream, timer })
    return baton
  }

  closeAll(): void {
    for (const baton of [...this.#waiting.keys()]) this.take(baton)?.close()
  }
}

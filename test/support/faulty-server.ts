/** A libSQL server that stops answering as it should, in a way that a test chooses, and comes back. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type LibsqlServer, startLibsqlServer } from './libsql-server.ts'

export type Fault =
  | { status: number }
  /** An answer with success that is none. */
  | { says: string }
  /** Nothing at all, for ever. */
  | 'silent'
  /** The connection is cut before the question arrives, after it was answered, or in the middle of the answer. */
  | 'cut before'
  | 'cut after'
  | 'cut within'

type Question = { request: IncomingMessage; body: Uint8Array<ArrayBuffer> }

/** `url` passes everything on to a real server, but what `fault` concerns: all, or questions of which `only` is a part. */
export async function faultyServer() {
  const real = await startLibsqlServer()
  const state: { fault: Fault | null; only: string } = { fault: null, only: '' }
  const server = createServer(async (request, response) => {
    const question = { request, body: new Uint8Array(await buffer(request)) }
    const concerns = Buffer.from(question.body).includes(state.only)
    await answer(real, concerns ? state.fault : null, question, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    await real[Symbol.asyncDispose]()
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { state, url, authToken: real.authToken, [Symbol.asyncDispose]: close }
}

async function answer(
  real: LibsqlServer,
  fault: Fault | null,
  question: Question,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'silent') return
  if (fault === 'cut before') return void response.destroy()
  if (fault !== null && typeof fault === 'object')
    return void response
      .writeHead('status' in fault ? fault.status : 200)
      .end('says' in fault ? fault.says : '')
  const { status, body } = await passOn(real, question)
  if (fault === 'cut after') return void response.destroy()
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  if (fault === null) return void response.end(body)
  response.write(body.subarray(0, body.length / 2), () => response.destroy())
}

async function passOn(real: LibsqlServer, { request, body }: Question) {
  const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' }
  const answer = await fetch(real.url + request.url, { method: request.method ?? 'POST', headers, body })
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
}

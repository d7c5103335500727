/**
 * Zalo's side of the Bot Platform, as unkind as its documents allow: one word a call and gone once it was fetched, refusals
 * with status 200, HTML for a wrong token, words that come twice or too late, and 429 with or without a time.
 */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export const TOKEN = '123456:abc-DEF_9'

type Refusal = { status?: number; body?: unknown; headers?: IncomingHttpHeaders }

export type Said = { chat: string; text: string }

/** `refuses` decides about each message that is sent; null lets it through. */
export async function zaloServer() {
  const house = {
    said: [] as Said[],
    /** How often each method was called. */
    calls: {} as Record<string, number>,
    waiting: [] as unknown[],
    refuses: (_said: Said): Refusal | null => null,
    /** Somebody writes to the bot. */
    write: (chat: string, words: string, more: Record<string, unknown> = {}) =>
      house.waiting.push(wordOf(chat, words, more)),
  }
  const server = createServer(async (request, response) => {
    const [, method = ''] = /^\/bot123456:abc-DEF_9\/(\w+)$/.exec(request.url ?? '') ?? []
    if (!method)
      return end(response, {
        status: 404,
        body: '<html>Not Found</html>',
        headers: { 'content-type': 'text/html' },
      })
    house.calls[method] = (house.calls[method] ?? 0) + 1
    const body = JSON.parse(await text(request))
    if (method === 'getUpdates')
      return end(response, {
        body: house.waiting.shift() ?? { ok: false, error_code: 408, description: 'Request timeout' },
      })
    const said = { chat: body.chat_id as string, text: body.text as string }
    const refusal = said.text.length > 2000 ? { body: { ok: false, error_code: 400 } } : house.refuses(said)
    if (refusal) return end(response, refusal)
    house.said.push(said)
    end(response, { body: { ok: true, result: { message_id: 'm', date: 1749538250568 } } })
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

let written = 0

/** As Zalo's documents show it; `id` and `date` where a test cares. */
export function wordOf(
  chat: string,
  words: string,
  { id, date, type = 'PRIVATE' }: Record<string, unknown> = {},
) {
  written++
  return {
    ok: true,
    result: {
      event_name: 'message.text.received',
      message: {
        ...{ from: { id: chat, display_name: 'Lan' }, chat: { id: chat, chat_type: type } },
        ...{ text: words, message_id: id ?? `w${written}`, date: date ?? 1, message_type: 'CHAT_MESSAGE' },
      },
    },
  }
}

function end(response: ServerResponse, { status = 200, body = null, headers = {} }: Refusal): void {
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(sent)
}

/**
 * Requests wait for their turn before anything is made of them: what answers one takes 30 KB and a third of a
 * millisecond to set up, which whoever comes behind two thousand of them would wait for.
 */
import type { IncomingMessage } from 'node:http'
import { clientOf } from '../network.ts'
import { type AtTheDoor, laneOf, type Turns } from '../turns.ts'

type Env = { incoming: Pick<IncomingMessage, 'url' | 'headers' | 'socket'> }
type Fetch = (request: Request, env: Env) => Response | Promise<Response>

/** Answered at once, whatever waits: what is looked up in a moment or lies ready in a folder, and whether the server is well. */
const AT_ONCE = /^\/(healthz|feeds\/|assets\/|sw\.js|robots\.txt)/

export function atTheDoor(fetch: Fetch, { begin }: Turns, proxies: readonly string[]): Fetch {
  return async (request, env) => {
    const { incoming } = env
    if (AT_ONCE.test(incoming.url ?? '')) return fetch(request, env)
    const lane = laneAt(incoming, proxies)
    const begun = begin(lane)
    // Whom there is no room for is told so by the app.
    await begun.catch(() => undefined)
    if (incoming.socket.destroyed) return new Response(null, { status: 400 })
    return fetch(request, { ...env, ...({ lane, begun } satisfies AtTheDoor) })
  }
}

function laneAt({ headers, socket }: Env['incoming'], proxies: readonly string[]): string {
  const session = /(?:^|;\s*)(?:__Host-)?nhip_song=([^;\s]+)/.exec(headers.cookie ?? '')?.[1]
  const address = () => clientOf(socket.remoteAddress ?? 'unknown', forwardedIn(headers), proxies)
  return laneOf(session, headers.authorization, address)
}

const forwardedIn = ({ 'x-forwarded-for': told }: IncomingMessage['headers']): string | undefined =>
  Array.isArray(told) ? told.join(',') : told

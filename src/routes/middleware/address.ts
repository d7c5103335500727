/** Where a request comes from, for counting attempts. */
import type { Context } from 'hono'

/** Node's adapter puts the socket here; Workers and tests have none. */
type NodeBindings = { incoming?: { socket?: { remoteAddress?: string } } }

/**
 * Behind a proxy the socket is the proxy's: its last `X-Forwarded-For` entry counts then, but only from a proxy on
 * this machine or its network, since anybody else may write that header too.
 */
export function addressOf(c: Context): string {
  const socket = (c.env as NodeBindings | undefined)?.incoming?.socket
  if (!socket) return c.req.header('cf-connecting-ip') ?? 'unknown'
  const direct = (socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded && isNear(direct) ? forwarded : direct
}

const isNear = (address: string): boolean =>
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/.test(address)

/** Where a request comes from, for counting attempts. */
import { clientOf } from '../../network.ts'
import type { Ctx } from '../env.ts'

/** Node's adapter puts the socket here; Workers and tests have none. */
type NodeBindings = { incoming?: { socket?: { remoteAddress?: string } } }

/** The socket's other end or, where that is a proxy of the settings, whom the proxy names. On Workers the platform says. */
export function addressOf(c: Ctx): string {
  const socket = (c.env as NodeBindings | undefined)?.incoming?.socket
  if (!socket) return c.req.header('cf-connecting-ip') ?? 'unknown'
  const { trustedProxies } = c.var.deps
  return clientOf(socket.remoteAddress ?? 'unknown', c.req.header('x-forwarded-for'), trustedProxies)
}

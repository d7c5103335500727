/** Each request begins in a turn of its own, and whoever asks for much at once takes nobody else's: see `turns.ts`. */
import { createMiddleware } from 'hono/factory'
import type { Env } from '../env.ts'
import { addressOf } from './address.ts'
import { sessionCookie } from './session-cookie.ts'

/** Who asks is only known once it is looked up: until then a line goes by what was shown, or by where it comes from. */
export const inTurn = createMiddleware<Env>(async (c, next) => {
  const { turns } = c.var.deps
  const lane = sessionCookie(c) ?? c.req.header('authorization') ?? addressOf(c)
  c.set('breathe', () => turns.goOn(lane))
  await turns.begin(lane)
  await next()
})

/** Each request begins in a turn of its own, and whoever asks for much at once takes nobody else's: see `turns.ts`. */
import { createMiddleware } from 'hono/factory'
import { type AtTheDoor, laneOf } from '../../turns.ts'
import type { Env } from '../env.ts'
import { addressOf } from './address.ts'
import { sessionCookie } from './session-cookie.ts'

export const inTurn = createMiddleware<Env>(async (c, next) => {
  const { turns } = c.var.deps
  // Node has let it wait before there was anything of it here.
  const { lane = laneOf(sessionCookie(c), c.req.header('authorization'), () => addressOf(c)), begun } =
    (c.env ?? {}) as Partial<AtTheDoor>
  c.set('breathe', () => turns.goOn(lane))
  await (begun ?? turns.begin(lane))
  await next()
})

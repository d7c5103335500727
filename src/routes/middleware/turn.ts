/** Each request begins in a turn of its own, and whoever asks for much at once takes nobody else's: see `turns.ts`. */
import { createMiddleware } from 'hono/factory'
import type { AtTheDoor } from '../../turns.ts'
import type { Ctx, Env } from '../env.ts'
import { addressOf } from './address.ts'
import { sessionCookie } from './session-cookie.ts'

const laneOf = (c: Ctx): string => sessionCookie(c) ?? c.req.header('authorization') ?? addressOf(c)

/** Who asks is only known once it is looked up: until then a line goes by what was shown, or by where it comes from. */
export const inTurn = createMiddleware<Env>(async (c, next) => {
  const { turns } = c.var.deps
  // Node has let it wait before there was anything of it here.
  const { lane = laneOf(c), begun } = (c.env ?? {}) as Partial<AtTheDoor>
  c.set('breathe', () => turns.goOn(lane))
  await (begun ?? turns.begin(lane))
  await next()
})

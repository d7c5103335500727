/**
 * One line a request: an id that the answer carries too, what was asked by its route, how it ended, how long it took.
 * The route, not the path: paths hold tokens of feeds and of one-time links. Nothing about who asked but the unit.
 */
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Ctx, Env } from '../env.ts'

export const traceRequests = createMiddleware<Env>(async (c, next) => {
  const id = crypto.randomUUID().slice(0, 8)
  c.set('requestId', id)
  const started = performance.now()
  await next()
  // Not `c.header`: once there is an answer, that takes its body apart to make another of it.
  c.res.headers.set('x-request-id', id)
  c.var.deps.trace({
    event: 'request',
    id,
    method: c.req.method,
    route: routeOf(c),
    status: c.res.status,
    ms: Math.round(performance.now() - started),
    unit: c.var.who?.unit ?? null,
  })
})

/** The last route that matched and is no middleware for everything: `/khung/:id`. */
const routeOf = (c: Ctx): string =>
  matchedRoutes(c)
    .map(({ path }) => path)
    .findLast((path) => !path.endsWith('*')) ?? '(none)'

/** The web app: built the same way for Node, for Workers and for tests. */
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { OpenDeps } from './deps.ts'
import { api } from './routes/api/api.ts'
import type { Ctx, Env } from './routes/env.ts'
import { feeds } from './routes/feeds.ts'
import { health } from './routes/health.ts'
import { recognise } from './routes/middleware/guard.ts'
import { limitBody } from './routes/middleware/limit-body.ts'
import { sameOrigin } from './routes/middleware/same-origin.ts'
import { secureHeaders } from './routes/middleware/secure-headers.ts'
import { traceRequests } from './routes/middleware/trace.ts'
import { inTurn } from './routes/middleware/turn.ts'
import { pages } from './routes/pages.ts'
import { problemResponse, unexpected, wantsJson } from './routes/problem.ts'
import { fromAbove } from './routes/units/from-above.ts'

const NO_PAGE = 'Không có trang này. Có thể đường dẫn bị thiếu, bị sai, hoặc trang đã đổi chỗ.'

/**
 * Calendars ask for their feeds all day, mostly to hear that nothing changed: only what is no feed is looked for among
 * the pages, behind their middleware.
 */
export function createApp(openDeps: OpenDeps, files?: MiddlewareHandler) {
  const rest = pagesAndApi(openDeps, files)
  return feeds(opening(openDeps))
    .onError(unexpected)
    .notFound((c) => rest.fetch(c.req.raw, c.env))
}

/**
 * Pages and API. `files` serves what lies in `public/`, where the platform doesn't do that by itself. It then doesn't
 * compress either.
 */
export function pagesAndApi(openDeps: OpenDeps, files?: MiddlewareHandler) {
  const open = opening(openDeps)
  const app = new Hono<Env>()
  if (files) app.get('/assets/*', compress(), files).get('/sw.js', compress(), files)
  app.use(async (c, next) => {
    await open(c)
    await next()
  })
  if (files) app.use(variesByEncoding, compress())
  app.use(traceRequests)
  app.use(secureHeaders, sameOrigin)
  app.route('/', health)
  app.use(inTurn, limitBody)
  app.route('/api', api)
  app.route('/', fromAbove(pages))
  app.route('/', pages)
  app.notFound(async (c) => {
    // Somebody signed in keeps the ways of the menu on the page that says so.
    if (!wantsJson(c)) await recognise(c)
    return problemResponse(c, { kind: 'not-found', detail: NO_PAGE })
  })
  app.onError(unexpected)
  return app
}

/** Said before there is an answer; said after it, as `compress` would, it costs taking the answer apart. */
const variesByEncoding: MiddlewareHandler<Env> = (c, next) => {
  c.header('vary', 'Accept-Encoding')
  return next()
}

const opening = (openDeps: OpenDeps) => async (c: Ctx) => {
  const deps = await openDeps(c.env)
  c.set('deps', deps)
  c.set('now', deps.clock())
}

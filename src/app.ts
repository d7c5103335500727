/** The web app: built the same way for Node, for Workers and for tests. */
import { Hono, type MiddlewareHandler } from 'hono'
import type { Deps, OpenDeps } from './deps.ts'
import { api } from './routes/api/api.ts'
import type { Env } from './routes/env.ts'
import { feeds } from './routes/feeds.ts'
import { health } from './routes/health.ts'
import { limitBody } from './routes/middleware/limit-body.ts'
import { logRequests } from './routes/middleware/log.ts'
import { sameOrigin } from './routes/middleware/same-origin.ts'
import { secureHeaders } from './routes/middleware/secure-headers.ts'
import { pages } from './routes/pages.ts'
import { problemResponse, unexpected } from './routes/problem.ts'

/** `files` serves what lies in `public/`, where the platform doesn't do that by itself. */
export function createApp(openDeps: OpenDeps, files?: MiddlewareHandler) {
  const app = new Hono<Env>()
  if (files) app.get('/assets/*', files).get('/sw.js', files)
  app.use(async (c, next) => {
    const deps: Deps = await openDeps(c.env)
    c.set('deps', deps)
    c.set('now', deps.clock())
    await next()
  })
  app.use(logRequests)
  app.route('/', feeds)
  app.use(secureHeaders, limitBody, sameOrigin)
  app.route('/', health)
  app.route('/api', api)
  app.route('/', pages)
  app.notFound((c) => problemResponse(c, { kind: 'not-found', detail: 'Không có trang này.' }))
  app.onError(unexpected)
  return app
}

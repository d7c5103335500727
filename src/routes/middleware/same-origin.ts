/** Forms of other sites are refused: with a cookie alone nobody can write from elsewhere. */
import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Ctx, Env } from '../env.ts'

/** Compares hosts, not origins: behind a proxy that ends TLS we see http where the browser says https. */
function isOurs(origin: string, c: Ctx): boolean {
  const host = URL.parse(origin)?.host
  return host !== undefined && [c.req.url, c.var.deps.baseUrl].some((url) => URL.parse(url)?.host === host)
}

const checkForms = csrf({ origin: isOurs })

/**
 * Requests with a Bearer token pass: no form of another site can send one, and `guard` never falls back from it to
 * the cookie. Anything but a form must at least not name another site as its origin.
 */
export const sameOrigin: MiddlewareHandler<Env> = (c, next) => {
  if (/^Bearer /i.test(c.req.header('authorization') ?? '')) return next()
  const origin = c.req.header('origin')
  if (origin !== undefined && !isOurs(origin, c) && !READS.has(c.req.method)) throw new HTTPException(403)
  return checkForms(c, next)
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

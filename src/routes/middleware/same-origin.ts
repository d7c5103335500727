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
 * the cookie. Anything else that writes must not name another site as the one it comes from. Who names none is a
 * program, or a browser too old to say: from another site it brings no cookie either, since ours is Lax.
 */
export const sameOrigin: MiddlewareHandler<Env> = (c, next) => {
  const { authorization = '', origin, referer, 'sec-fetch-site': site } = c.req.header()
  if (READS.has(c.req.method) || /^Bearer /i.test(authorization)) return next()
  const from = origin ?? referer
  if (from !== undefined && !isOurs(from, c)) throw new HTTPException(403)
  return origin === undefined && site === undefined ? next() : checkForms(c, next)
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

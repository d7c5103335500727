/** Forms of other sites are refused: with a cookie alone nobody can write from elsewhere. */
import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import type { Ctx, Env } from '../env.ts'

/** Compares hosts, not origins: behind a proxy that ends TLS we see http where the browser says https. */
const check = csrf({
  origin: (origin, c: Ctx) => {
    const host = URL.parse(origin)?.host
    return host !== undefined && [c.req.url, c.var.deps.baseUrl].some((url) => URL.parse(url)?.host === host)
  },
})

/**
 * Requests with a Bearer token pass: no form of another site can send one, and `guard` never falls back from it to
 * the cookie.
 */
export const sameOrigin: MiddlewareHandler<Env> = (c, next) =>
  /^Bearer /i.test(c.req.header('authorization') ?? '') ? next() : check(c, next)

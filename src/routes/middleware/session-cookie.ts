/** The cookie of a session. How long the session lasts is the database's business, so the cookie outlives it. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from '../env.ts'

const NAME = 'nhip_song'
/** The longest that browsers keep one. */
const SECONDS = 400 * 86_400

export const sessionCookie = (c: Ctx): string | undefined => getCookie(c, NAME)

export const giveSessionCookie = (c: Ctx, value: string): void =>
  setCookie(c, NAME, value, { ...attributes(c), maxAge: SECONDS })

export const takeSessionCookie = (c: Ctx): void => {
  deleteCookie(c, NAME, attributes(c))
}

/** Lax: a link in a message opens the page signed in; a form of another site arrives without the cookie. */
const attributes = (c: Ctx) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: c.var.deps.baseUrl.startsWith('https:'),
})

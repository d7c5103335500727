/**
 * The cookies: one of a session, one by which a browser is known. How long what they name lasts is the database's
 * business, so both outlive it.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { knowBrowser } from '../../accounts/known-browser.ts'
import type { Ctx } from '../env.ts'
import { addressOf } from './address.ts'

/** The longest that browsers keep one. */
const SECONDS = 400 * 86_400

const isHttps = (c: Ctx): boolean => c.var.deps.baseUrl.startsWith('https:')

/** `__Host-`: browsers then take it from this very host alone, over https, whatever a neighbour under the domain sets. */
const named = (c: Ctx, name: string): string => (isHttps(c) ? `__Host-${name}` : name)

const SESSION = 'nhip_song'
const BROWSER = 'nhip_song_may'

export const sessionCookie = (c: Ctx): string | undefined => getCookie(c, named(c, SESSION))

const giveSessionCookie = (c: Ctx, value: string): void => give(c, SESSION, value)

export const takeSessionCookie = (c: Ctx): void => {
  deleteCookie(c, named(c, SESSION), attributes(c))
}

/** By what this browser says to be known; it stays when somebody signs out. */
export const browserCookie = (c: Ctx): string | undefined => getCookie(c, named(c, BROWSER))

/** Somebody signed in here: the session is theirs, and the browser is known from now on. */
export async function letIn(c: Ctx, session: string): Promise<void> {
  const given = { browser: browserCookie(c), address: addressOf(c) }
  giveSessionCookie(c, session)
  give(c, BROWSER, await knowBrowser(c.var.deps.db, session, given, c.var.now))
}

const give = (c: Ctx, name: string, value: string): void =>
  setCookie(c, named(c, name), value, { ...attributes(c), maxAge: SECONDS })

/** Lax: a link in a message opens the page signed in; a form of another site arrives without the cookie. */
const attributes = (c: Ctx) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: isHttps(c),
})

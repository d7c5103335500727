/** Who asks, and may they: every route that is not for everybody begins with `guard(action)`. */
import { createMiddleware } from 'hono/factory'
import type { Principal } from '../../accounts/principal.ts'
import { sessionOf } from '../../accounts/session.ts'
import { type HeldToken, holderOfToken } from '../../accounts/token.ts'
import type { Problem } from '../../core/problem.ts'
import { type Action, can } from '../../core/role.ts'
import { depsFor } from '../../deps.ts'
import type { Ctx, Env } from '../env.ts'
import { isApi, problemResponse, wantsJson } from '../problem.ts'
import { signInPath } from '../safe-path.ts'
import { sessionCookie } from './session-cookie.ts'

const STRANGER: Problem = {
  kind: 'unauthenticated',
  detail: 'Cần đăng nhập, hoặc gửi kèm mã truy cập còn hiệu lực (Authorization: Bearer …).',
}
const NOT_ALLOWED: Problem = {
  kind: 'forbidden',
  detail: 'Tài khoản của anh/chị không được làm việc này. Hãy hỏi quản trị viên của đơn vị.',
}

/** Sets `who`, `unit` and `rules` where somebody asks whom we know. */
export async function recognise(c: Ctx): Promise<Principal | null> {
  if (c.var.who) return c.var.who
  const held = await heldBy(c)
  if (!held) return null
  c.set('who', held.who)
  c.set('rules', held.rules)
  c.set('deps', depsFor(c.var.deps, held.ownDays))
  // On a shared office computer whoever presses Back must not see it again, over http either: browsers heed there neither
  // `no-cache` on the way back nor `Clear-Site-Data`.
  c.header('cache-control', 'no-store')
  return held.who
}

/** Strangers are led to the sign-in page, or answered 401; a role that may not, 403. */
export const guard = (action: Action) =>
  createMiddleware<Env>(async (c, next) => {
    const who = await recognise(c)
    if (!who) return refuseStranger(c)
    if (!can(who.role, action)) return problemResponse(c, NOT_ALLOWED)
    await next()
  })

/** A token speaks for the API only, and a request that brings one is never judged by its cookie. */
async function heldBy(c: Ctx): Promise<HeldToken | null> {
  const { db } = c.var.deps
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return isApi(c) ? holderOfToken(db, bearer, c.var.now) : null
  const cookie = sessionCookie(c)
  const session = cookie ? await sessionOf(db, cookie, c.var.now) : null
  c.set('unit', session?.unit)
  c.set('toApprove', session?.toApprove)
  return session
}

export function refuseStranger(c: Ctx): Response | Promise<Response> {
  if (wantsJson(c)) return problemResponse(c, STRANGER)
  const url = new URL(c.req.url)
  return c.redirect(signInPath(c.req.method === 'GET' ? url.pathname + url.search : '/'), 303)
}

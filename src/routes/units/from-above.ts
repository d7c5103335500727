/**
 * `/don-vi/<code>/…`: the pages of an office below one's own, to look at. They are the very pages of that office, shown to
 * a viewer; each way on them stays below the same address, so that nobody takes one office for another.
 */
import { Hono } from 'hono'
import { fail, missing, ok, type Result } from '../../core/problem.ts'
import type { WholeUnit } from '../../core/unit.ts'
import { depsFor } from '../../deps.ts'
import { findOwnDays } from '../../store/own-days.ts'
import { findBelow } from '../../store/unit-tree.ts'
import { findRules } from '../../store/units.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { isOfOffice, pathFromAbove, withPathsFromAbove } from '../views/units/paths.ts'

const LOOK_ONLY =
  'Xem từ cấp trên thì chỉ xem: ghi, duyệt và chốt là việc của chính đơn vị đó, bằng tài khoản của đơn vị.'

type Looking = Env['Variables']

/** By the request that is asked inside. */
const lookings = new WeakMap<Request, Looking>()

export function fromAbove(pages: Hono<Env>): Hono<Env> {
  const inside = new Hono<Env>()
    .use(async (c, next) => {
      const looking = lookings.get(c.req.raw)
      if (looking)
        for (const [name, value] of Object.entries(looking)) c.set(name as keyof Looking, value as never)
      await next()
    })
    .route('/', pages)
    .notFound((c) => problemResponse(c, missing('page')))
  return new Hono<Env>()
    .get('/don-vi/:code', guard('read'), (c) => look(c, inside))
    .get('/don-vi/:code/*', guard('read'), (c) => look(c, inside))
    .post('/don-vi/:code/*', guard('read'), async (c) => {
      const below = await unitBelow(c)
      return problemResponse(c, below.ok ? { kind: 'forbidden', detail: LOOK_ONLY } : below.problem)
    })
}

/** What lies above or beside answers as what never was. */
async function unitBelow(c: Ctx): Promise<Result<WholeUnit>> {
  const below = await findBelow(c.var.deps.db, c.var.who.unit, c.req.param('code') ?? '')
  return below ? ok(below) : fail(missing('page'))
}

async function look(c: Ctx, inside: Hono<Env>): Promise<Response> {
  const below = await unitBelow(c)
  if (!below.ok) return problemResponse(c, below.problem)
  const { code } = below.value
  const url = new URL(c.req.url)
  const path = url.pathname.slice(`/don-vi/${encodeURIComponent(code)}`.length) || '/'
  if (!isOfOffice(path)) return problemResponse(c, missing('page'))
  const request = new Request(new URL(path + url.search, url), { headers: c.req.raw.headers })
  lookings.set(request, await lookingAt(c, below.value))
  const answer = await inside.fetch(request, c.env)
  return staysBelow(answer, code)
}

async function lookingAt(c: Ctx, { code, name }: WholeUnit): Promise<Looking> {
  const { deps, who, ...rest } = c.var
  const [rules, said] = await Promise.all([findRules(deps.db, code), findOwnDays(deps.db, code)])
  return {
    ...rest,
    deps: { ...depsFor(deps, said?.days ?? []), baseUrl: deps.baseUrl + pathFromAbove(code, '') },
    who: { ...who, unit: code, role: 'viewer' },
    rules,
    unit: { code, name, version: null },
    above: true,
    toApprove: 0,
  }
}

async function staysBelow(answer: Response, code: string): Promise<Response> {
  const headers = new Headers(answer.headers)
  const to = headers.get('location')
  if (to !== null) headers.set('location', pathFromAbove(code, to))
  const { status } = answer
  if (!headers.get('content-type')?.startsWith('text/html'))
    return new Response(answer.body, { status, headers })
  headers.delete('content-length')
  return new Response(withPathsFromAbove(await answer.text(), code), { status, headers })
}

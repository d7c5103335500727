/** `/ma-api`: an admin's list of the tokens with which programs get in. A token is shown once, when it is made. */
import { Hono } from 'hono'
import { createToken, listTokens, revokeToken } from '../../accounts/token.ts'
import type { Problem } from '../../core/problem.ts'
import { ROLE_NAMES } from '../../core/role.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { roleChoices, roleOfForm } from './role-choices.ts'

const DONE = { 'thu-hoi': 'Đã thu hồi mã. Chương trình dùng mã này không vào được nữa.' }

export const tokenPages = new Hono<Env>()
  .get('/ma-api', guard('administer'), async (c) => c.html(await tokensPage(c)))
  .post('/ma-api', guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const form = await readForm(c)
    const sent = { name: form('ten'), role: form('vaiTro') }
    const role = roleOfForm(form)
    const made = role.ok
      ? await createToken(deps.db, { unit: who.unit, name: sent.name, role: role.value, by: who }, now)
      : role
    if (!made.ok)
      return c.html(await tokensPage(c, { sent, problem: made.problem }), httpStatus[made.problem.kind])
    return c.html(await tokensPage(c, { made: { name: sent.name, secret: made.value.secret } }), 201)
  })
  .post('/ma-api/:id/thu-hoi', guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const revoked = await revokeToken(deps.db, who, c.req.param('id'), now)
    return revoked.ok ? sayDone(c, '/ma-api', 'thu-hoi') : problemResponse(c, revoked.problem)
  })

type Shown = {
  sent?: { name: string; role: string }
  problem?: Problem
  made?: { name: string; secret: string }
}

async function tokensPage(c: Ctx, { sent, problem, made }: Shown = {}): Promise<string> {
  const tokens = await listTokens(c.var.deps.db, c.var.who.unit)
  return render('tokens', {
    frame: await frameOf(c, { title: 'Mã truy cập API', page: 'tokens', flash: doneFlash(c, DONE) }),
    summary: problem?.detail ?? null,
    made: made ?? null,
    tokens: tokens.map(({ id, name, role, createdAt }) => ({
      id,
      name,
      role: ROLE_NAMES[role],
      made: localDateOf(createdAt),
    })),
    name: fieldOf('name', sent?.name ?? '', problem),
    roles: roleChoices(sent?.role ?? 'viewer'),
  })
}

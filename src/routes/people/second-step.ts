/** `/dang-nhap/ma`: the code after the password. `/tai-khoan/hai-buoc`: choosing that, with a phone, or leaving it. */
import { Hono } from 'hono'
import { renderSVG } from 'uqr'
import {
  awaitsCode,
  giveCode,
  hasSecondStep,
  offerSecondStep,
  startSecondStep,
  stopSecondStep,
  takeCode,
} from '../../accounts/second-step.ts'
import { findUser, loginName } from '../../accounts/user.ts'
import type { Problem } from '../../core/problem.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { bareFrame, frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { letIn, sessionCookie } from '../middleware/session-cookie.ts'
import { httpStatus, retryLater } from '../problem.ts'
import { safePath } from '../safe-path.ts'
import { firstPage } from './first-page.ts'

const DONE = { tat: 'Đã tắt xác thực hai bước.' }

export const secondStepPages = new Hono<Env>()
  .get('/dang-nhap/ma', async (c) => {
    const cookie = sessionCookie(c)
    if (!cookie || !(await awaitsCode(c.var.deps.db, cookie, c.var.now))) return c.redirect('/', 303)
    return c.html(codePage(c.req.query('tiep')))
  })
  .post('/dang-nhap/ma', async (c) => {
    const form = await readForm(c)
    const cookie = sessionCookie(c) ?? ''
    const given = await giveCode(c.var.deps.db, cookie, form('ma'), c.var.now)
    if (!given.ok) {
      retryLater(c, given.problem)
      return c.html(codePage(form('tiepTheo'), given.problem), httpStatus[given.problem.kind])
    }
    await letIn(c, cookie)
    return c.redirect(await firstPage(c, cookie, form('tiepTheo')), 303)
  })
  .get('/tai-khoan/hai-buoc', guard('approve'), async (c) => c.html(await stepPage(c)))
  .post('/tai-khoan/hai-buoc', guard('approve'), async (c) => {
    const { deps, who, now } = c.var
    const started = await startSecondStep(deps.db, who, (await readForm(c))('ma'), now)
    if (started.ok) return c.html(await stepPage(c, { codes: started.value }))
    retryLater(c, started.problem)
    return c.html(await stepPage(c, { problem: started.problem }), httpStatus[started.problem.kind])
  })
  .post('/tai-khoan/hai-buoc/tat', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const taken = await takeCode(deps.db, who.id, (await readForm(c))('ma'), now)
    if (!taken.ok) {
      retryLater(c, taken.problem)
      return c.html(await stepPage(c, { problem: taken.problem }), httpStatus[taken.problem.kind])
    }
    await stopSecondStep(deps.db, who, who.id, now)
    return sayDone(c, '/tai-khoan/hai-buoc', 'tat')
  })

const codePage = (next: string | undefined, problem?: Problem): string =>
  render('sign-in-code', {
    frame: bareFrame({ title: 'Xác thực hai bước', page: 'login' }),
    summary: problem?.detail ?? null,
    code: fieldOf('code', ''),
    next: safePath(next),
  })

type Shown = { codes?: string[]; problem?: Problem }

async function stepPage(c: Ctx, { codes, problem }: Shown = {}): Promise<string> {
  const { deps, who } = c.var
  const [on, login, frame] = await Promise.all([
    hasSecondStep(deps.db, who.id),
    ownLogin(c),
    frameOf(c, { title: 'Xác thực hai bước', page: 'second-step', flash: doneFlash(c, DONE) }),
  ])
  const offer = on ? null : await offerSecondStep(deps.db, who, login)
  return render('second-step', {
    frame,
    summary: problem?.detail ?? null,
    on,
    codes: codes ?? null,
    offer: offer && { secret: offer.secret.replace(/(.{4})/g, '$1 ').trim(), code: renderSVG(offer.uri) },
    code: fieldOf('code', '', problem),
  })
}

async function ownLogin(c: Ctx): Promise<string> {
  const { who, deps } = c.var
  const user = await findUser(deps.db, who.unit, who.id)
  return user.ok ? loginName(deps.db, { unit: who.unit, username: user.value.username }) : who.name
}

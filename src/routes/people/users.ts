/** `/nguoi-dung`: an admin's list of the unit's people. One-time links are shown once, in the answer that made them. */
import { Hono } from 'hono'
import { changeRole, deactivate, endSessionsOf, reactivate } from '../../accounts/membership.ts'
import { LINK_DAYS } from '../../accounts/password-link.ts'
import { peopleWithSecondStep, stopSecondStep } from '../../accounts/second-step.ts'
import { createUser, findUser, listUsers, loginName, renewLink } from '../../accounts/user.ts'
import type { Problem, Result } from '../../core/problem.ts'
import { ROLE_NAMES } from '../../core/role.ts'
import { render } from '../../templates/render.ts'
import { deedOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { roleChoices, roleOfForm } from './role-choices.ts'

const DONE = {
  'vai-tro': 'Đã đổi vai trò.',
  'hai-buoc': 'Đã tắt xác thực hai bước của người này.',
  phien: 'Đã kết thúc mọi phiên đăng nhập của người này.',
  ngung:
    'Đã ngừng tài khoản, cùng mọi phiên đăng nhập, mã truy cập và lịch đăng ký của người này. Những gì đã ghi vẫn được giữ.',
  'mo-lai': 'Đã mở lại tài khoản.',
}

export const userPages = new Hono<Env>()
  .get('/nguoi-dung', guard('administer'), async (c) => c.html(await usersPage(c)))
  .post('/nguoi-dung', guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const form = await readForm(c)
    const sent = { name: form('ten'), username: form('tenDangNhap'), role: form('vaiTro') }
    const role = roleOfForm(form)
    const created = role.ok
      ? await createUser(deps.db, { ...sent, unit: who.unit, role: role.value, by: who }, now)
      : role
    if (!created.ok)
      return c.html(await usersPage(c, { sent, problem: created.problem }), httpStatus[created.problem.kind])
    const { id, link } = created.value
    return c.html(await usersPage(c, { link: { id, path: link } }), 201)
  })
  .post('/nguoi-dung/:id/duong-dan', guard('administer'), async (c) => {
    const id = c.req.param('id')
    const link = await renewLink(deedOf(c), id)
    if (!link.ok) return problemResponse(c, link.problem)
    return c.html(await usersPage(c, { link: { id, path: link.value } }))
  })
  .post('/nguoi-dung/:id/vai-tro', guard('administer'), async (c) => {
    const role = roleOfForm(await readForm(c))
    const changed = role.ok ? await changeRole(deedOf(c), c.req.param('id'), role.value) : role
    return backToList(c, changed, 'vai-tro')
  })
  .post('/nguoi-dung/:id/phien', guard('administer'), async (c) => {
    return backToList(c, await endSessionsOf(deedOf(c), c.req.param('id')), 'phien')
  })
  .post('/nguoi-dung/:id/tat-hai-buoc', guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const user = await findUser(deps.db, who.unit, c.req.param('id'))
    if (user.ok) await stopSecondStep(deps.db, who, user.value.id, now)
    return backToList(c, user, 'hai-buoc')
  })
  .post('/nguoi-dung/:id/ngung', guard('administer'), async (c) => {
    return backToList(c, await deactivate(deedOf(c), c.req.param('id')), 'ngung')
  })
  .post('/nguoi-dung/:id/mo-lai', guard('administer'), async (c) => {
    return backToList(c, await reactivate(deedOf(c), c.req.param('id')), 'mo-lai')
  })

const backToList = (c: Ctx, done: Result<unknown>, what: keyof typeof DONE) =>
  done.ok ? sayDone(c, '/nguoi-dung', what) : problemResponse(c, done.problem)

type Shown = {
  sent?: { name: string; username: string; role: string }
  problem?: Problem
  /** The one-time link that was just made, and whose it is. */
  link?: { id: string; path: string }
}

async function usersPage(c: Ctx, { sent, problem, link }: Shown = {}): Promise<string> {
  const { deps, who } = c.var
  const [users, cautious] = [
    await listUsers(deps.db, who.unit),
    await peopleWithSecondStep(deps.db, who.unit),
  ]
  return render('users', {
    frame: await frameOf(c, { title: 'Người dùng', page: 'users', flash: doneFlash(c, DONE) }),
    summary: problem?.detail ?? null,
    made: link ? await madeLink(c, link) : null,
    users: users.map(({ role, ...user }) => ({
      ...user,
      role: ROLE_NAMES[role],
      roles: roleChoices(role),
      secondStep: cautious.has(user.id),
      own: user.id === who.id,
    })),
    name: fieldOf('name', sent?.name ?? '', problem),
    username: fieldOf('username', sent?.username ?? '', problem),
    roles: roleChoices(sent?.role ?? 'officer'),
  })
}

async function madeLink(c: Ctx, { id, path }: { id: string; path: string }) {
  const { deps, who } = c.var
  const user = await findUser(deps.db, who.unit, id)
  if (!user.ok) return null
  const username = await loginName(deps.db, { unit: who.unit, username: user.value.username })
  return { name: user.value.name, username, url: deps.baseUrl + path, days: LINK_DAYS }
}

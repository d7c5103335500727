/** `/tai-khoan`: one's own password and sessions. */
import { Hono } from 'hono'
import { PASSWORD_RULE } from '../../accounts/password.ts'
import { endOtherSessions } from '../../accounts/session.ts'
import { changePassword } from '../../accounts/sign-in.ts'
import { findUser, loginName } from '../../accounts/user.ts'
import type { Problem } from '../../core/problem.ts'
import { can, ROLE_NAMES } from '../../core/role.ts'
import { findZaloLink } from '../../store/zalo.ts'
import type { ZaloPart } from '../../templates/people-views.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { letIn, sessionCookie } from '../middleware/session-cookie.ts'
import { httpStatus, retryLater } from '../problem.ts'
import { zaloPart } from '../views/notices/zalo.ts'

const DONE = {
  'mat-khau': 'Đã đổi mật khẩu. Mọi phiên đăng nhập khác đã kết thúc.',
  phien: 'Đã kết thúc mọi phiên đăng nhập khác của anh/chị.',
  'thoi-zalo': 'Đã thôi nối: Nhịp Sóng không gửi tin đến Zalo của anh/chị nữa.',
}

export const accountPages = new Hono<Env>()
  .get('/tai-khoan', guard('read'), async (c) => {
    const around = { title: 'Tài khoản', page: 'account', flash: doneFlash(c, DONE) }
    const { name, role } = c.var.who
    const username = await ownLogin(c)
    return c.html(
      render('account', {
        ...{ frame: await frameOf(c, around), name, username, role: ROLE_NAMES[role] },
        secondStep: can(role, 'approve'),
        zalo: await zaloOf(c),
      }),
    )
  })
  .get('/tai-khoan/mat-khau', guard('read'), async (c) => c.html(await passwordPage(c)))
  .post('/tai-khoan/mat-khau', guard('read'), async (c) => {
    const form = await readForm(c)
    const given = { current: form('hienTai'), next: form('matKhau') }
    const changed = await changePassword(c.var.deps.db, c.var.who, given, c.var.now)
    if (!changed.ok) {
      retryLater(c, changed.problem)
      return c.html(await passwordPage(c, changed.problem), httpStatus[changed.problem.kind])
    }
    await letIn(c, changed.value)
    return sayDone(c, '/tai-khoan', 'mat-khau')
  })
  .post('/tai-khoan/phien-khac', guard('read'), async (c) => {
    await endOtherSessions(c.var.deps.db, c.var.who, sessionCookie(c) ?? '')
    return sayDone(c, '/tai-khoan', 'phien')
  })

async function ownLogin(c: Ctx): Promise<string> {
  const { who, deps } = c.var
  const user = await findUser(deps.db, who.unit, who.id)
  return user.ok ? loginName(deps.db, { unit: who.unit, username: user.value.username }) : ''
}

/** Null where the server has no bot. */
async function zaloOf(c: Ctx): Promise<ZaloPart | null> {
  const { deps, who, now } = c.var
  return deps.channels.zalo ? zaloPart(await findZaloLink(deps.db, who.unit, who.id), now) : null
}

async function passwordPage(c: Ctx, problem?: Problem): Promise<string> {
  return render('set-password', {
    frame: await frameOf(c, { title: 'Đổi mật khẩu', page: 'set-password' }),
    summary: problem?.detail ?? null,
    name: c.var.who.name,
    username: await ownLogin(c),
    action: c.req.path,
    asksCurrent: true,
    current: fieldOf('current', '', problem),
    password: fieldOf('password', '', problem),
    rule: PASSWORD_RULE,
  })
}

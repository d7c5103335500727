/** `/dang-nhap`, `/dang-xuat`, and `/mat-khau/<secret>`, where a one-time link leads. */
import { Hono } from 'hono'
import { PASSWORD_RULE } from '../../accounts/password.ts'
import { holderOfLink, setPassword } from '../../accounts/password-link.ts'
import { awaitsCode } from '../../accounts/second-step.ts'
import { signOut } from '../../accounts/session.ts'
import { signIn } from '../../accounts/sign-in.ts'
import { hasUsers, loginName } from '../../accounts/user.ts'
import type { Problem } from '../../core/problem.ts'
import { hasSeveralUnits } from '../../store/units.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { bareFrame } from '../frame.ts'
import { addressOf } from '../middleware/address.ts'
import { browserCookie, letIn, sessionCookie, takeSessionCookie } from '../middleware/session-cookie.ts'
import { httpStatus, problemResponse, retryLater } from '../problem.ts'
import { safePath } from '../safe-path.ts'
import { firstPage } from './first-page.ts'

const NOT_SET_UP =
  'Máy chủ này chưa được thiết lập. Hãy mở đường dẫn thiết lập mà chương trình in ra khi khởi động.'

export const signInPages = new Hono<Env>()
  .get('/dang-nhap', async (c) => {
    const [next, cookie] = [c.req.query('tiep'), sessionCookie(c)]
    // Whoever was sent here, by a page, with the password given already, lacks the code alone.
    if (next !== undefined && cookie && (await awaitsCode(c.var.deps.db, cookie, c.var.now)))
      return c.redirect(codePath(next), 303)
    const ready = await hasUsers(c.var.deps.db)
    return c.html(signInPage({ next, summary: ready ? null : NOT_SET_UP }))
  })
  .post('/dang-nhap', async (c) => {
    const form = await readForm(c)
    const given = {
      ...{ login: form('tenDangNhap'), password: form('matKhau') },
      ...{ address: addressOf(c), browser: browserCookie(c) },
    }
    const signedIn = await signIn(c.var.deps.db, given, c.var.now)
    if (!signedIn.ok) return refuse(c, signedIn.problem, form('tenDangNhap'), form('tiepTheo'))
    // Nobody holds the cookie of before any more: its session must not stay open.
    const before = sessionCookie(c)
    if (before) await signOut(c.var.deps.db, before)
    await letIn(c, signedIn.value)
    const next = safePath(form('tiepTheo'))
    const waits = await awaitsCode(c.var.deps.db, signedIn.value, c.var.now)
    return c.redirect(waits ? codePath(next) : await firstPage(c, signedIn.value, next), 303)
  })
  .post('/dang-xuat', async (c) => {
    const cookie = sessionCookie(c)
    if (cookie) await signOut(c.var.deps.db, cookie)
    takeSessionCookie(c)
    // The back button must not show the pages again: the computer may be shared. The service worker forgets its own at /dang-nhap.
    c.header('clear-site-data', '"cache"')
    return c.redirect('/dang-nhap', 303)
  })
  .get('/mat-khau/:secret', async (c) => {
    const holder = await holderOfLink(c.var.deps.db, c.req.param('secret'), c.var.now)
    if (!holder.ok) return problemResponse(c, holder.problem)
    c.header('cache-control', 'no-store')
    return c.html(await linkPage(c, holder.value))
  })
  .post('/mat-khau/:secret', async (c) => {
    const { db } = c.var.deps
    const secret = c.req.param('secret')
    const holder = await holderOfLink(db, secret, c.var.now)
    if (!holder.ok) return problemResponse(c, holder.problem)
    const form = await readForm(c)
    const set = await setPassword(db, secret, form('matKhau'), c.var.now)
    if (!set.ok && set.problem.kind === 'invalid')
      return c.html(await linkPage(c, holder.value, set.problem), 400)
    if (!set.ok) return problemResponse(c, set.problem)
    await letIn(c, set.value)
    return c.redirect(await firstPage(c, set.value), 303)
  })

const codePath = (next: string): string => `/dang-nhap/ma?tiep=${encodeURIComponent(safePath(next))}`

type SignIn = { next: string | undefined; summary: string | null; username?: string }

function signInPage({ next, summary, username = '' }: SignIn): string {
  const frame = bareFrame({ title: 'Đăng nhập', page: 'login' })
  const fields = { username: fieldOf('username', username), password: fieldOf('password', '') }
  return render('login', { frame, summary, ...fields, next: safePath(next) })
}

async function refuse(c: Ctx, problem: Problem, username: string, next: string): Promise<Response> {
  retryLater(c, problem)
  const several = !username.includes('@') && (await hasSeveralUnits(c.var.deps.db))
  const summary = several ? `${problem.detail} ${NAME_THE_UNIT}` : problem.detail
  return c.html(signInPage({ next, summary, username }), httpStatus[problem.kind])
}

const NAME_THE_UNIT =
  'Máy chủ này có nhiều đơn vị: nếu tên trùng với người ở đơn vị khác, hãy ghi thêm mã đơn vị, ví dụ lan@xa-ngok-tu.'

type Holder = { unit: string; name: string; username: string }

async function linkPage(c: Ctx, holder: Holder, problem?: Problem): Promise<string> {
  return render('set-password', {
    frame: bareFrame({ title: 'Đặt mật khẩu', page: 'set-password' }),
    summary: problem?.detail ?? null,
    name: holder.name,
    username: await loginName(c.var.deps.db, holder),
    action: c.req.path,
    asksCurrent: false,
    current: fieldOf('current', ''),
    password: fieldOf('password', '', problem),
    rule: PASSWORD_RULE,
  })
}

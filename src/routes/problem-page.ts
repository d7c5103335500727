/** A problem as a page in words, with a way on. */
import { render } from '../templates/render.ts'
import type { Ctx } from './env.ts'
import { bareFrame, frameOf } from './frame.ts'
import { CLOSED, closedPage } from './record/closed-page.ts'

type Shown = {
  status: number
  title: string
  detail: string
  errors?: { path: string; code: string; message: string }[]
}

/** A body that is too large is refused before anybody is asked who they are. */
function wayOn(c: Ctx, status: number): string {
  if (c.var.who) return 'Về trang tuần này'
  return status === 413 ? 'Về trang đầu' : 'Đến trang đăng nhập'
}

export async function problemPage(c: Ctx, { status, title, detail, errors = [] }: Shown): Promise<Response> {
  if (errors.some(({ code }) => code === CLOSED)) return closedPage(c, detail, status)
  const around = { title, page: 'error' }
  // When we are in trouble ourselves, the page must not ask the database once more.
  const frame = c.var.who && status < 500 ? await frameOf(c, around) : bareFrame(around)
  const view = {
    frame,
    status,
    heading: title,
    detail,
    errors: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)),
    links: [{ href: '/', words: wayOn(c, status) }],
  }
  return c.html(render('error', view), status as 400)
}

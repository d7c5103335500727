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
    links: [{ href: '/', words: c.var.who ? 'Về trang tuần này' : 'Đến trang đăng nhập' }],
  }
  return c.html(render('error', view), status as 400)
}

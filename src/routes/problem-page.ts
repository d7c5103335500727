/** A problem as a page in words, with a way on. */
import { render } from '../templates/render.ts'
import type { Ctx } from './env.ts'
import { bareFrame } from './frame.ts'

type Shown = { status: number; title: string; detail: string; errors?: { path: string; message: string }[] }

export function problemPage(
  c: Ctx,
  { status, title, detail, errors = [] }: Shown,
): Response | Promise<Response> {
  const view = {
    frame: bareFrame({ title, page: 'error' }),
    status,
    heading: title,
    detail,
    errors: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)),
    links: [{ href: '/', words: 'Về trang tuần này' }],
  }
  return c.html(render('error', view), status as 400)
}

/** `/xac-nhan-thu/<secret>`, where a mail leads that asks whose an address is: a page with one button. */
import { Hono } from 'hono'
import { addressOfLink, confirmEmail } from '../../actions/confirm-email.ts'
import { render } from '../../templates/render.ts'
import type { Env } from '../env.ts'
import { bareFrame } from '../frame.ts'
import { problemResponse } from '../problem.ts'

const FRAME = bareFrame({ title: 'Xác nhận địa chỉ thư', page: 'confirm-email' })

export const confirmEmailPages = new Hono<Env>()
  // Programs that look into mails open every link: looking confirms nothing.
  .get('/xac-nhan-thu/:secret', async (c) => {
    const asked = await addressOfLink(c.var.deps.db, c.req.param('secret'), c.var.now)
    if (!asked.ok) return problemResponse(c, asked.problem)
    c.header('cache-control', 'no-store')
    return c.html(render('confirm-email', { frame: FRAME, ...asked.value, action: c.req.path, done: false }))
  })
  .post('/xac-nhan-thu/:secret', async (c) => {
    const { deps, now } = c.var
    const asked = await addressOfLink(deps.db, c.req.param('secret'), now)
    if (!asked.ok) return problemResponse(c, asked.problem)
    const done = await confirmEmail(deps.db, c.req.param('secret'), now)
    if (!done.ok) return problemResponse(c, done.problem)
    c.header('cache-control', 'no-store')
    return c.html(render('confirm-email', { frame: FRAME, ...asked.value, action: c.req.path, done: true }))
  })

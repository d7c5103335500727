/** `?keHoach=…&nhiemVu=…&kenh=…&chuTri=…` of a calendar's page, and `/den-ngay`, which leads to the page of a day. */
import { Hono } from 'hono'
import { type CalendarFilter, isChannel } from '../../core/calendar-filter.ts'
import { invalid } from '../../core/problem.ts'
import { isLocalDate } from '../../core/wall-clock.ts'
import type { Ctx, Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { filterQuery } from '../views/calendar/filter.ts'
import { dayPath, monthPath } from '../views/paths.ts'

export function filterOf(c: Ctx): CalendarFilter {
  const asked = (name: string) => c.req.query(name)?.normalize('NFC').slice(0, 300) || null
  const channel = asked('kenh')
  return {
    ...{ plan: asked('keHoach'), obligation: asked('nhiemVu'), lead: asked('chuTri') },
    channel: channel !== null && isChannel(channel) ? channel : null,
  }
}

export const jumpPages = new Hono<Env>().get('/den-ngay', guard('read'), (c) => {
  const day = c.req.query('ngay') ?? ''
  if (!isLocalDate(day))
    return problemResponse(c, invalid('Hãy chọn một ngày có thật, ví dụ 12/8/2025.').problem)
  const path = c.req.query('kieu') === 'thang' ? monthPath(day) : dayPath(day)
  const [page = '', anchor] = path.split('#')
  return c.redirect(page + filterQuery(filterOf(c)) + (anchor ? `#${anchor}` : ''), 303)
})

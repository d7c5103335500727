/** `/chua-xac-nhan`: everything before this week of which nobody has said how it ended. */

import { Hono } from 'hono'
import { isLocalDate, localDateOf, mondayOf } from '../../core/wall-clock.ts'
import { render } from '../../templates/render.ts'
import type { Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { readingsOf } from '../readings.ts'
import { recorderOf } from '../record/recorder.ts'
import { unconfirmedView } from '../views/calendar/unconfirmed.ts'
import { UNDO_MS } from '../views/record/actions.ts'

export const unconfirmedPages = new Hono<Env>().get('/chua-xac-nhan', guard('read'), async (c) => {
  const { now } = c.var
  const asked = c.req.query('truoc') ?? ''
  const before = isLocalDate(asked) ? asked : mondayOf(localDateOf(now))
  const [frame, readings] = await Promise.all([
    frameOf(c, { title: 'Chưa xác nhận', page: 'unconfirmed' }),
    readingsOf(c, { openBefore: before, recordedSince: now - UNDO_MS }),
  ])
  await c.var.breathe()
  return c.html(
    render('unconfirmed', unconfirmedView({ frame, readings, before, now, recorder: recorderOf(c) })),
  )
})

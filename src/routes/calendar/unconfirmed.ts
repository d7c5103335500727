/** `/chua-xac-nhan`: everything before this week that waits for somebody to say how it ended. */

import { Hono } from 'hono'
import { planSigns } from '../../core/plan/plan-sign.ts'
import { isLocalDate, localDateOf, mondayOf } from '../../core/wall-clock.ts'
import { listClosings } from '../../store/closings.ts'
import { listPlanIds } from '../../store/plans.ts'
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
  const day = c.req.query('truoc') ?? ''
  const before = isLocalDate(day) ? day : mondayOf(localDateOf(now))
  const [frame, readings, closings, plans] = await Promise.all([
    frameOf(c, { title: 'Chưa xác nhận', page: 'unconfirmed' }),
    readingsOf(c, { openBefore: before, recordedSince: now - UNDO_MS }),
    listClosings(c.var.deps.db, c.var.who.unit),
    listPlanIds(c.var.deps.db, c.var.who.unit),
  ])
  await c.var.breathe()
  const signs = planSigns(plans)
  const asked = { frame, readings, closings, signs, before, now, recorder: recorderOf(c) }
  return c.html(render('unconfirmed', unconfirmedView(asked)))
})

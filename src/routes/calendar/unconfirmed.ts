/** `/chua-xac-nhan`: everything before this week of which nobody has said how it ended. */

import { Hono } from 'hono'
import { read } from '../../core/reading.ts'
import { isLocalDate, localDateOf, mondayOf } from '../../core/wall-clock.ts'
import { listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { type Env, momentIn } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { recorderOf } from '../record/recorder.ts'
import { unconfirmedView } from '../views/calendar/unconfirmed.ts'
import { UNDO_MS } from '../views/record/actions.ts'

export const unconfirmedPages = new Hono<Env>().get('/chua-xac-nhan', guard('read'), async (c) => {
  const { deps, who, now } = c.var
  const asked = c.req.query('truoc') ?? ''
  const before = isLocalDate(asked) ? asked : mondayOf(localDateOf(now))
  const [frame, records] = await Promise.all([
    frameOf(c, { title: 'Chưa xác nhận', page: 'unconfirmed' }),
    listSlots(deps.db, who.unit, { openBefore: before, recordedSince: now - UNDO_MS }),
  ])
  const readings = read(records, momentIn(c))
  return c.html(
    render('unconfirmed', unconfirmedView({ frame, readings, before, now, recorder: recorderOf(c) })),
  )
})

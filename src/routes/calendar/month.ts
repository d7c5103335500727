/** `/thang/2025-08`: a month as a calendar. */

import { Hono } from 'hono'
import { planSigns } from '../../core/plan/plan-sign.ts'
import { read } from '../../core/reading.ts'
import { type DateRange, monthOf, yearOf } from '../../core/wall-clock.ts'
import { listPlanIds } from '../../store/plans.ts'
import { listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseMonth } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { recorderOf } from '../record/recorder.ts'
import { monthView, weeksOf } from '../views/calendar/month.ts'
import { filterOf } from './filter.ts'

export const monthPages = new Hono<Env>().get('/thang/:month', guard('read'), async (c) => {
  const month = parseMonth(c.req.param('month'))
  return month.ok ? c.html(await monthPage(c, month.value)) : problemResponse(c, month.problem)
})

async function monthPage(c: Ctx, month: DateRange): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, records, plans] = await Promise.all([
    frameOf(c, { title: `Tháng ${monthOf(month.from)}/${yearOf(month.from)}`, page: 'month' }),
    listSlots(deps.db, who.unit, { range: weeksOf(month) }),
    listPlanIds(deps.db, who.unit),
  ])
  const readings = read(records, momentIn(c))
  const around = {
    signs: planSigns(plans),
    calendar: deps.calendars.work,
    filter: filterOf(c),
    recorder: recorderOf(c),
  }
  return render('month', monthView({ frame, month, readings, now, ...around }))
}

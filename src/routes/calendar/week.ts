/** `/` and `/tuan/2025-W32`: what is due in a week, by day. */

import { Hono } from 'hono'
import { yearBeat } from '../../actions/year-beat.ts'
import { read } from '../../core/reading.ts'
import { contains, type DateRange, isoWeekOf, localDateOf, weekRange } from '../../core/wall-clock.ts'
import { weekSource } from '../../store/week.ts'
import { render } from '../../templates/render.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseWeek } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { recorderOf } from '../record/recorder.ts'
import { filterQuery } from '../views/calendar/filter.ts'
import { weekView } from '../views/calendar/week.ts'
import { filterOf } from './filter.ts'

export const weekPages = new Hono<Env>()
  .get('/', guard('read'), async (c) => {
    return c.html(await weekPage(c, weekRange(localDateOf(c.var.now))))
  })
  .get('/tuan/:week', guard('read'), async (c) => {
    const week = parseWeek(c.req.param('week'))
    return week.ok ? c.html(await weekPage(c, week.value)) : problemResponse(c, week.problem)
  })

async function weekPage(c: Ctx, week: DateRange): Promise<string> {
  const { deps, who, now } = c.var
  const unit = c.var.unit ?? { code: who.unit, name: who.unit, version: null }
  const { calendars, baseUrl } = deps
  const { week: number, year } = isoWeekOf(week.from)
  const [frame, { records, ...source }, beat] = await Promise.all([
    frameOf(c, { title: `Tuần ${number}`, page: 'week' }),
    weekSource(deps.db, unit, week, contains(week, localDateOf(now))),
    yearBeat(deps.db, unit, year, calendars),
  ])
  const readings = read(records, momentIn(c))
  const filter = filterOf(c)
  const recorder = recorderOf(c)
  // What is recorded leads back to what was shown.
  const here = recorder && { ...recorder, back: recorder.back + filterQuery(filter) }
  const around = { calendar: calendars.work, baseUrl, recorder: here, filter }
  return render('week', weekView({ frame, week, readings, ...source, beat, now, ...around }))
}

/** `/nam/2025`: obligations as rows, months as columns. */

import { Hono } from 'hono'
import { yearRange } from '../../core/wall-clock.ts'
import { listPlans } from '../../store/plans.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseYear } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { readingsOf } from '../readings.ts'
import { yearView } from '../views/calendar/year.ts'

export const yearPages = new Hono<Env>().get('/nam/:year', guard('read'), async (c) => {
  const year = parseYear(c.req.param('year'))
  return year.ok ? c.html(await yearPage(c, year.value)) : problemResponse(c, year.problem)
})

async function yearPage(c: Ctx, year: number): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, plans, readings] = await Promise.all([
    frameOf(c, { title: `Năm ${year}`, page: 'year' }),
    listPlans(deps.db, who.unit),
    readingsOf(c, { range: yearRange(year) }),
  ])
  await c.var.breathe()
  return render('year', yearView({ frame, year, plans, readings, now }))
}

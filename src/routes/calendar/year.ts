/** `/nam/2025`: obligations as rows, months as columns. */

import { Hono } from 'hono'
import { read } from '../../core/reading.ts'
import { yearRange } from '../../core/wall-clock.ts'
import { listPlans } from '../../store/plans.ts'
import { listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseYear } from '../parse-span.ts'
import { problemResponse } from '../problem.ts'
import { yearView } from '../views/calendar/year.ts'

export const yearPages = new Hono<Env>().get('/nam/:year', guard('read'), async (c) => {
  const year = parseYear(c.req.param('year'))
  return year.ok ? c.html(await yearPage(c, year.value)) : problemResponse(c, year.problem)
})

async function yearPage(c: Ctx, year: number): Promise<string> {
  const { deps, who, now } = c.var
  const [frame, plans, records] = await Promise.all([
    frameOf(c, { title: `Năm ${year}`, page: 'year' }),
    listPlans(deps.db, who.unit),
    listSlots(deps.db, who.unit, { range: yearRange(year) }),
  ])
  return render('year', yearView({ frame, year, plans, readings: read(records, momentIn(c)), now }))
}

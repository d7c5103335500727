/** `/tong-quan`: how the office's obligations stand, what waits for whoever looks, and what comes due next. */
import { Hono } from 'hono'
import { officeRecords, readPlans } from '../../actions/count.ts'
import { lastWeeks } from '../../core/count/weeks.ts'
import { planSigns } from '../../core/plan/plan-sign.ts'
import { localDateOf, yearOf, yearRange } from '../../core/wall-clock.ts'
import { inSteps } from '../../portions.ts'
import { listClosings } from '../../store/closings.ts'
import { listDrafts } from '../../store/editions.ts'
import { listWaiting } from '../../store/item-lists.ts'
import { listPlanIds } from '../../store/plans.ts'
import { render } from '../../templates/render.ts'
import { lookOf } from '../act.ts'
import { filterOf } from '../calendar/filter.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { overviewView } from '../views/overview/overview.ts'

export const overviewPages = new Hono<Env>().get('/tong-quan', guard('read'), async (c) =>
  c.html(await overviewPage(c)),
)

async function overviewPage(c: Ctx): Promise<string> {
  const { deps, who, now } = c.var
  const today = localDateOf(now)
  const year = yearOf(today)
  const weeks = lastWeeks(today)
  const shown = { from: weeks[0]?.from ?? today, to: yearRange(year).to }
  const [frame, records, closings, waiting, drafts, plans] = await Promise.all([
    frameOf(c, { title: 'Tổng quan', page: 'overview' }),
    officeRecords(lookOf(c), shown, year),
    listClosings(deps.db, who.unit),
    listWaiting(deps.db, who.unit),
    listDrafts(deps.db, who.unit),
    listPlanIds(deps.db, who.unit),
  ])
  const known = await readPlans(records, today, lookOf(c))
  const all = c.req.query('tatCa') !== undefined
  const { lead } = filterOf(c)
  const signs = planSigns(plans)
  const asked = { known, closings, waiting, drafts, signs, weeks, today, all, lead, role: who.role }
  const steps = overviewView({ frame, ...asked, calendars: deps.calendars })
  return render('overview', await inSteps(steps, c.var.breathe))
}

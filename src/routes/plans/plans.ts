/** `/ke-hoach` and `/ke-hoach/<id>`: the unit's plans, and what each asks for. */
import { Hono } from 'hono'
import { airOf } from '../../actions/air.ts'
import { lint } from '../../core/plan/lint.ts'
import type { Air } from '../../core/plan/lint-air.ts'
import type { Plan } from '../../core/plan.ts'
import { planRange } from '../../core/plan-range.ts'
import { missing } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { expand } from '../../core/slot.ts'
import { findPlan, listPlans } from '../../store/plans.ts'
import { listSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { planView } from '../views/plans/plan.ts'
import { plansView } from '../views/plans/plans.ts'

export const planPages = new Hono<Env>()
  .get('/ke-hoach', guard('read'), async (c) => {
    const { deps, who } = c.var
    const [frame, plans] = await Promise.all([
      frameOf(c, { title: 'Kế hoạch', page: 'plans' }),
      listPlans(deps.db, who.unit),
    ])
    const { periods } = deps.calendars
    const years = plans.map(planRange)
    const air = await airOf(deps.db, who.unit, {
      from: years.map(({ from }) => from).sort()[0] ?? '',
      to:
        years
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? '',
    })
    const summaries = plans.map((plan) => ({
      plan,
      slots: expand(plan, periods).length,
      warnings: warningsOf(c, plan, air),
    }))
    return c.html(render('plans', plansView(frame, summaries, can(who.role, 'adopt'))))
  })
  .get('/ke-hoach/:id', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const plan = await findPlan(deps.db, who.unit, c.req.param('id'))
    if (!plan) return problemResponse(c, missing('plan'))
    const [frame, records, air] = await Promise.all([
      frameOf(c, { title: plan.title, page: 'plan' }),
      listSlots(deps.db, who.unit, { planId: plan.id }),
      airOf(deps.db, who.unit, planRange(plan)),
    ])
    return c.html(render('plan', planView({ frame, plan, records, warnings: warningsOf(c, plan, air), now })))
  })

const warningsOf = (c: Ctx, plan: Plan, air: Air) =>
  lint(plan, c.var.deps.calendars.periods, c.var.deps.calendars.work, air)

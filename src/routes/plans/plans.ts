/** `/ke-hoach` and `/ke-hoach/<id>`: the unit's plans, and what each asks for. */

import { Hono } from 'hono'
import { airOf } from '../../actions/air.ts'
import { linting } from '../../core/plan/lint.ts'
import { planRange } from '../../core/plan-range.ts'
import { missing, type Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { inSteps } from '../../portions.ts'
import { listDrafts, listEditions } from '../../store/editions.ts'
import { findPlan, listPlans } from '../../store/plans.ts'
import { countSlots } from '../../store/slots.ts'
import { render } from '../../templates/render.ts'
import { doneFlash } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { readingsOf } from '../readings.ts'
import { planView } from '../views/plans/plan.ts'
import { plansView } from '../views/plans/plans.ts'
import { warningsOf } from '../warnings.ts'

export const planPages = new Hono<Env>()
  .get('/ke-hoach', guard('read'), async (c) => {
    const { deps, who } = c.var
    const [frame, plans, slots, drafts] = await Promise.all([
      frameOf(c, { title: 'Kế hoạch', page: 'plans', flash: doneFlash(c, LIST_DONE) }),
      listPlans(deps.db, who.unit),
      countSlots(deps.db, who.unit),
      listDrafts(deps.db, who.unit),
    ])
    const years = plans.map(planRange)
    const range = {
      from: years.map(({ from }) => from).sort()[0] ?? '',
      to:
        years
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? '',
    }
    const air = await airOf(deps.db, who.unit, range, c.var.breathe)
    const { periods, work } = deps.calendars
    const summaries = []
    for (const plan of plans) {
      const warnings = await inSteps(linting(plan, periods, work, air), c.var.breathe)
      summaries.push({ plan, slots: slots.get(plan.id) ?? 0, warnings })
    }
    return c.html(render('plans', plansView(frame, summaries, drafts, can(who.role, 'record'))))
  })
  .get('/ke-hoach/:id', guard('read'), (c) => planPage(c))

const LIST_DONE = { go: 'Đã gỡ kế hoạch và lịch của nó.' }
const PLAN_DONE = { dung: 'Đã dừng kế hoạch.', 'tiep-tuc': 'Kế hoạch tiếp tục như trước khi dừng.' }

/** With what is wrong about a form of it, if anything. */
export async function planPage(c: Ctx, problem?: Problem) {
  const { deps, who, now } = c.var
  const plan = await findPlan(deps.db, who.unit, c.req.param('id') ?? '')
  if (!plan) return problemResponse(c, missing('plan'))
  const [frame, readings, editions] = await Promise.all([
    frameOf(c, { title: plan.title, page: 'plan', flash: doneFlash(c, PLAN_DONE) }),
    readingsOf(c, { planId: plan.id }),
    listEditions(deps.db, who.unit, plan.id),
  ])
  const may = can(who.role, 'adopt')
  const ends = {
    mayStop: may && plan.ends === null,
    mayResume: may && plan.ends?.document != null,
    mayRemove: may && readings.every(({ facts, item }) => facts.length === 0 && item === null),
    today: localDateOf(now),
    summary: problem?.detail ?? null,
  }
  const warnings = await warningsOf(c, plan)
  const mayWrite = can(who.role, 'record')
  const view = planView({ frame, plan, readings, warnings, editions, ends, mayWrite })
  await c.var.breathe()
  return c.html(render('plan', view), problem ? httpStatus[problem.kind] : 200)
}

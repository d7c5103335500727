/** What to mind about a plan, beside all that its office has on air. */
import { airOf } from '../actions/air.ts'
import { linting, type Warning } from '../core/plan/lint.ts'
import type { Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import { inSteps } from '../portions.ts'
import type { Ctx } from './env.ts'

export async function warningsOf(c: Ctx, plan: Plan): Promise<Warning[]> {
  const { deps, who, breathe } = c.var
  const air = await airOf(deps.db, who.unit, planRange(plan), breathe)
  await breathe()
  const { periods, work } = deps.calendars
  return inSteps(linting(plan, periods, work, air), breathe)
}

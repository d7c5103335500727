/** What to mind about a plan, beside all that its office has on air. */
import { airOf } from '../actions/air.ts'
import { lint, type Warning } from '../core/plan/lint.ts'
import type { Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import type { Ctx } from './env.ts'

export async function warningsOf(c: Ctx, plan: Plan): Promise<Warning[]> {
  const { deps, who, breathe } = c.var
  const air = await airOf(deps.db, who.unit, planRange(plan), breathe)
  await breathe()
  const warnings = lint(plan, deps.calendars.periods, deps.calendars.work, air)
  await breathe()
  return warnings
}

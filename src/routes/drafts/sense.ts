/** What the obligation in a form comes to, for the page that shows it. */
import { airOf } from '../../actions/air.ts'
import type { Filled } from '../../core/form/filled.ts'
import { obligationInPlan } from '../../core/form/obligation-form.ts'
import { type ObligationSense, senseOf } from '../../core/form/obligation-sense.ts'
import type { Plan } from '../../core/plan.ts'
import { planRange } from '../../core/plan-range.ts'
import { inSteps } from '../../portions.ts'
import type { Ctx } from '../env.ts'

/** `id`: whose place it takes in the plan; null for a new one. Null as long as the form cannot be read. */
export async function senseOfForm(
  { var: { deps, who, breathe } }: Ctx,
  plan: Plan,
  id: string | null,
  filled: Filled,
): Promise<ObligationSense | null> {
  // A plan of two thousand obligations was read already for what is done with the form.
  await breathe()
  const read = obligationInPlan(plan, id, filled)
  if (!read.ok) return null
  const air = await airOf(deps.db, who.unit, planRange(plan))
  await breathe()
  return inSteps(senseOf(read.value.plan, read.value.obligation, deps.calendars, air), breathe)
}

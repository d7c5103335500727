/** The sample plans that come along, made for another year. */
import { readPlan } from '../../actions/read-plan.ts'
import { planForYear } from '../../core/plan/plan-year.ts'
import type { Plan } from '../../core/plan.ts'
import type { SamplePlan } from '../../deps.ts'

/** A sample that does not parse is a bug of ours. */
function planOf({ name, text }: SamplePlan): Plan {
  const plan = readPlan(new TextEncoder().encode(text))
  if (!plan.ok) throw new Error(`${name}: ${plan.problem.detail}`)
  return plan.value
}

export const samplesForYear = (
  samples: readonly SamplePlan[],
  year: number,
): { name: string; text: string; plan: Plan }[] =>
  samples.map((sample) => ({ ...sample, plan: planForYear(planOf(sample), year) }))

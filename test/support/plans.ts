/** The sample plans and small ones made up for a test. */
import { readFileSync } from 'node:fs'
import { readPlan } from '../../src/actions/read-plan.ts'
import type { AdoptedPlan } from '../../src/core/plan/edition.ts'
import { parsePlan } from '../../src/core/plan/parse-plan.ts'
import { planForYear } from '../../src/core/plan/plan-year.ts'
import type { Obligation, Plan } from '../../src/core/plan.ts'

/** A plan of `content/plans/`, for its own year or another. */
export function samplePlan(name: string, year?: number): Plan {
  const plan = readPlan(readFileSync(new URL(`../../content/plans/${name}.yaml`, import.meta.url)))
  if (!plan.ok) throw new Error(plan.problem.detail)
  return year === undefined ? plan.value : planForYear(plan.value, year)
}

/** As the store answers it once somebody adopted it. */
export const adoptedPlan = (plan: Plan, more: Partial<AdoptedPlan> = {}): AdoptedPlan => ({
  ...plan,
  ...{ edition: 1, origin: 'file', ends: null },
  ...more,
})

type Loose = Record<string, unknown>

/** A plan file's data with one obligation `A.1` of the given cadence; `plan` overrides its other fields. */
export const planData = (cadence: Loose, plan: Loose = {}, obligation: Loose = {}): Loose => ({
  id: 'thu-2025',
  title: 'Kế hoạch thử',
  unit: { code: 'xa-thu', name: 'UBND xã Thử' },
  year: 2025,
  obligations: [
    {
      id: 'A.1',
      title: 'Việc thử',
      channels: ['loudspeaker'],
      lead: 'Văn phòng',
      quote: 'nguyên văn',
      cadence,
      ...obligation,
    },
  ],
  ...plan,
})

export function planOf(data: Loose): Plan {
  const plan = parsePlan(data)
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem))
  return plan.value
}

export const onlyObligation = (plan: Plan): Obligation => plan.obligations[0] as Obligation

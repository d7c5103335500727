/** From plans to slots, beside what the recurrence library alone takes for the rules in them. */
import { createRequire } from 'node:module'
import { readPlan } from '../src/actions/read-plan.ts'
import { calendars } from '../src/calendars.ts'
import { planFiles } from '../src/content.generated.ts'
import { planForYear } from '../src/core/plan/plan-year.ts'
import type { Plan } from '../src/core/plan.ts'
import { expand } from '../src/core/slot.ts'
import type { Comparison, Runner } from './comparison.ts'

const { RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule')

const COMMUNES = 3321
const FIRST_YEAR = 1980

function samplePlan(text: string): Plan {
  const plan = readPlan(new TextEncoder().encode(text))
  if (!plan.ok) throw new Error(plan.problem.detail)
  return plan.value
}

export const samplePlans = (): Plan[] => planFiles.map(({ text }) => samplePlan(text))

/** Each round has a year of its own, so that neither side finds its dates in memory. */
function perYear(plans: Plan[], each: (plans: Plan[]) => unknown): Runner {
  let shifted: Plan[] = []
  return {
    prepare: (round) => {
      shifted = plans.map((plan) => planForYear(plan, FIRST_YEAR + round))
    },
    run: () => each(shifted),
  }
}

const DAY = 86_400_000

/**
 * The rules alone, as one would write it with the library at hand: dates, and an object for each. No windows, deadlines
 * or reports, no first day that fits the rule. So the baseline does less than ours.
 */
const plainSlots = (plan: Plan) =>
  plan.obligations.flatMap(({ id, cadence }) => {
    if (cadence.kind !== 'rate') return []
    const dtstart = new Date(Date.UTC(plan.year, 0, 1))
    const until = new Date(Date.UTC(plan.year, 11, 31))
    const days = new RRule({ ...RRule.parseString(cadence.rrule), dtstart, until }).all()
    const shifts = [0, ...(cadence.reruns?.afterDays ?? [])]
    return days.flatMap((day, i) =>
      shifts.map((shift, rerun) => ({
        id: `${plan.id}:${id}:${i + 1}.r${rerun}`,
        date: new Date(day.getTime() + shift * DAY).toISOString().slice(0, 10),
        time: cadence.time,
      })),
    )
  })

const slotCount = (plan: Plan): number => expand(plan, calendars.periods).length
const largest = (plans: Plan[]): Plan[] => plans.toSorted((a, b) => slotCount(b) - slotCount(a)).slice(0, 1)

const eachCommune = (plans: Plan[], act: (plan: Plan) => unknown): void => {
  for (let commune = 0; commune < COMMUNES; commune++) act(plans[commune % plans.length] as Plan)
}

export const planYear: Comparison = {
  id: 'plan-year',
  what: 'All slots of the sample plan that has most, for one year',
  // A year a round, as many as there are: the first dozens run before the engine has compiled either side.
  rounds: 215,
  goal: 1,
  ours: {
    name: 'expand',
    open: () => perYear(largest(samplePlans()), ([plan]) => expand(plan as Plan, calendars.periods)),
  },
  baseline: {
    name: 'rrule once per rule',
    open: () => perYear(largest(samplePlans()), ([plan]) => plainSlots(plan as Plan)),
  },
}

export const country: Comparison = {
  id: 'country',
  what: `All slots of ${COMMUNES.toLocaleString('en')} communes for one year, on ${planFiles.length} plan texts`,
  rounds: 15,
  goal: 10,
  ours: {
    name: 'expand',
    open: () =>
      perYear(samplePlans(), (plans) => eachCommune(plans, (plan) => expand(plan, calendars.periods))),
  },
  baseline: {
    name: 'rrule once per rule and commune',
    open: () => perYear(samplePlans(), (plans) => eachCommune(plans, plainSlots)),
  },
}

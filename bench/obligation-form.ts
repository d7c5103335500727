/** An obligation's form read, its sentence and its year: what each press of "Tính lại" waits for, beside its rule expanded by hand. */
import { createRequire } from 'node:module'
import { calendars } from '../src/calendars.ts'
import { filledOf } from '../src/core/form/filled.ts'
import { fillObligation, obligationInPlan } from '../src/core/form/obligation-form.ts'
import { senseOf } from '../src/core/form/obligation-sense.ts'
import { planForYear } from '../src/core/plan/plan-year.ts'
import type { Plan } from '../src/core/plan.ts'
import type { Comparison } from './comparison.ts'
import { samplePlans } from './expand.ts'

const { RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule')
const FIRST_YEAR = 1980

/** The plan and obligation with reruns, of a year that nobody asked about yet. */
const inYear = (plans: Plan[], round: number): Plan => {
  const plan = plans.find(({ id }) => id === 'ngok-tu-2025') as Plan
  return planForYear(plan, FIRST_YEAR + round)
}

function formSense(plan: Plan): unknown {
  const obligation = plan.obligations.find(({ id }) => id === 'C.I.2.c')
  const read = obligation && obligationInPlan(plan, obligation.id, filledOf(fillObligation(obligation)))
  return read?.ok && senseOf(read.value.plan, read.value.obligation, calendars)
}

const plainDates = ({ year }: Plan): Date[] => {
  const [dtstart, until] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year, 11, 31))]
  return new RRule({ ...RRule.parseString('FREQ=MONTHLY;BYDAY=1TU;COUNT=12'), dtstart, until }).all()
}

const perYear = (act: (plan: Plan) => unknown) => {
  const plans = samplePlans()
  let plan: Plan
  return {
    prepare: (round: number) => {
      plan = inYear(plans, round)
    },
    run: () => act(plan),
  }
}

export const obligationForm: Comparison = {
  id: 'obligation-form',
  what: 'An obligation’s form read into its plan, its sentence, year and warnings',
  rounds: 100,
  goal: null,
  ours: { name: 'form, sentence, year', open: () => perYear(formSense) },
  baseline: { name: '`rrule` for that obligation alone', open: () => perYear(plainDates) },
}

/** A duty's form read, its sentence and its year: what each press of "Tính lại" waits for, beside its rule expanded by hand. */
import { createRequire } from 'node:module'
import { calendars } from '../src/calendars.ts'
import { dutyInPlan, fillDuty } from '../src/core/form/duty-form.ts'
import { senseOf } from '../src/core/form/duty-sense.ts'
import { filledOf } from '../src/core/form/filled.ts'
import { planForYear } from '../src/core/plan/plan-year.ts'
import type { Plan } from '../src/core/plan.ts'
import type { Comparison } from './comparison.ts'
import { samplePlans } from './expand.ts'

const { RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule')
const FIRST_YEAR = 1980

/** The plan and duty with reruns, of a year that nobody asked about yet. */
const inYear = (plans: Plan[], round: number): Plan => {
  const plan = plans.find(({ id }) => id === 'ngok-tu-2025') as Plan
  return planForYear(plan, FIRST_YEAR + round)
}

function formSense(plan: Plan): unknown {
  const duty = plan.obligations.find(({ id }) => id === 'C.I.2.c')
  const read = duty && dutyInPlan(plan, duty.id, filledOf(fillDuty(duty)))
  return read?.ok && senseOf(read.value.plan, read.value.duty, calendars)
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

export const dutyForm: Comparison = {
  id: 'duty-form',
  what: 'A duty’s form read into its plan, its sentence, year and warnings',
  rounds: 100,
  goal: null,
  ours: { name: 'form, sentence, year', open: () => perYear(formSense) },
  baseline: { name: '`rrule` for that duty alone', open: () => perYear(plainDates) },
}

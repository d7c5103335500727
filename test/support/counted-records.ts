/** The told year as the count's actions read it from a database. */

import { type PlanRecords, readPlan } from '../../src/actions/count.ts'
import { reportOf } from '../../src/actions/report.ts'
import { periodOf } from '../../src/actions/year-count.ts'
import { calendars } from '../../src/calendars.ts'
import { yearOfBasis } from '../../src/core/count/basis.ts'
import type { PaperWords } from '../../src/core/paper-words.ts'
import type { Basis } from '../../src/core/period.ts'
import type { Obligation } from '../../src/core/plan.ts'
import { untouched } from '../../src/core/reading.ts'
import type { LocalDate } from '../../src/core/wall-clock.ts'
import type { Report } from '../../src/reports/report.ts'
import { countedYear } from './counted-year.ts'
import { AFTERWARDS } from './moments.ts'
import { adoptedPlan } from './plans.ts'

export function recordsOf(): PlanRecords {
  const { plan, recorded, logged } = countedYear()
  const obligationOf = new Map(plan.obligations.map((obligation) => [obligation.id, obligation]))
  const all = recorded.map(({ slot, facts }) => ({
    ...untouched(slot, obligationOf.get(slot.obligationId) as Obligation),
    facts,
  }))
  const obligations = plan.obligations
  return { plan: adoptedPlan(plan), obligations, all, logged, chosen: [], confirmed: new Set() }
}

/** The report of one plan's records; of several, the office's. */
export function reportFrom(
  known: PlanRecords | readonly PlanRecords[],
  {
    basis,
    period: key,
    asOf,
    forecast = false,
    paper = {},
  }: { basis: Basis; period: string; asOf: LocalDate; forecast?: boolean; paper?: PaperWords },
  asked = 2025,
): Report {
  const plans = (Array.isArray(known) ? known : [known]) as PlanRecords[]
  const period = periodOf(calendars, basis, key, asked)
  const of = {
    unit: plans[0]?.plan.unit ?? { code: 'xa-thu', name: 'UBND xã Thử' },
    planId: Array.isArray(known) ? null : (plans[0]?.plan.id ?? null),
    ...{ period, year: yearOfBasis(calendars.periods, basis, period.to) },
    plans: plans.map((one) => readPlan(one, asOf, AFTERWARDS)),
    closings: [],
    extras: [],
    papers: { own: null, usual: { words: paper, by: 'Lan', setAt: 0 } },
  }
  const steps = reportOf(of, { asOf, forecast }, calendars)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** The offices that a plan names, each with the name that it has here. */
import { officesOf } from '../plan/own-plan.ts'
import type { Plan } from '../plan.ts'
import type { FormField } from './field.ts'
import type { Entry, Filled } from './filled.ts'

type WithObligations = Pick<Plan, 'obligations'>

const nameAt = (at: number): string => `co-quan-${at + 1}`

export const officeFields = (plan: WithObligations): FormField[] =>
  officesOf(plan).map((office, at) => ({ name: nameAt(at), label: office, control: { kind: 'line' } }))

export const fillOffices = (plan: WithObligations): Entry[] =>
  officesOf(plan).map((office, at): Entry => [nameAt(at), office])

/** By the name that the plan gives them; one that was emptied keeps its name. */
export const readOffices = (filled: Filled, plan: WithObligations): Map<string, string> =>
  new Map(officesOf(plan).map((office, at) => [office, filled.one(nameAt(at)) || office]))

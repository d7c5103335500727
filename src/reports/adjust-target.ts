/** The words with which to ask for another total, with the arithmetic shown. */
import type { Pace } from '../core/count/pace.ts'
import type { TargetOptions } from '../core/count/target.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import type { LocalDate } from '../core/wall-clock.ts'
import { decimal } from '../core/words/figures.ts'
import { documentDay } from '../core/words/words.ts'
import { wordsOf } from './wording.ts'

export type AdjustQuestion = {
  plan: Plan
  obligation: Obligation
  noun: string
  pace: Pace
  options: TargetOptions | null
  asOf: LocalDate
}

/** Null while the total can still be reached. */
export function adjustRequest(question: AdjustQuestion): string | null {
  const words = adjustWords(question)
  return words.missing > 0 ? wordsOf('adjust-target', words).trim() : null
}

/** What its template may name. */
export function adjustWords({ plan, obligation, noun, pace, options, asOf }: AdjustQuestion) {
  const { days, of, value } = options?.proRata ?? { days: 0, of: 1, value: 0 }
  const partly = options !== null && days < of
  return {
    ...pace,
    noun,
    missing: pace.target - pace.reachable,
    year: plan.year,
    clause: obligation.clause,
    title: obligation.title,
    asOf: documentDay(asOf),
    end: documentDay(pace.end),
    lateStart: options !== null && options.feasible < options.declared,
    inForceFrom: documentDay(plan.inForceFrom),
    feasible: options?.feasible ?? 0,
    proRata: partly ? value : null,
    declared: options?.declared ?? pace.target,
    exact: decimal(((options?.declared ?? 0) * days) / of),
    days,
    of,
  }
}

/**
 * An obligation as an index scores it: set where something of it fell due in the period, completed where all of that was done.
 * An excuse is no completion, and what waits for a condition is not set.
 */
import type { Channel } from '../channel.ts'
import type { CountRow } from '../count/count-rows.ts'
import type { Obligation } from '../plan.ts'

export type ObligationMark = {
  planId: string
  id: string
  clause: string
  title: string
  lead: string | null
  channels: readonly Channel[]
  due: number
  done: number
  unconfirmed: number
  set: boolean
  completed: boolean
  /** It has something in the period that fell due, done or not; or it goes on all the time. */
  evidence: string[]
}

/** `rows`: of one obligation, its originals and its reruns. */
export function obligationMark(
  planId: string,
  obligation: Obligation,
  rows: readonly CountRow[],
  evidence: string[],
): ObligationMark {
  const { id, clause, title, lead, channels, cadence } = obligation
  const sum = (pick: (row: CountRow) => number) => rows.reduce((total, row) => total + pick(row), 0)
  const counted = rows.filter(({ verdict }) => verdict !== 'not-triggered')
  const always = cadence.kind === 'continuous' && counted.length > 0
  const logged = sum((row) => row.logged)
  const [due, done] = [sum((row) => row.due), sum((row) => row.done)]
  return {
    ...{ planId, id, clause, title, lead, channels, evidence },
    due: always ? logged : due,
    done: always ? logged : done,
    unconfirmed: sum((row) => row.unconfirmed),
    set: always || (counted.length > 0 && due > 0),
    completed: always
      ? logged > 0 && counted.every(({ verdict }) => verdict !== 'behind' && verdict !== 'not-met')
      : due > 0 && done === due,
  }
}

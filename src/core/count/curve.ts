/** The year as two rising lines: what was planned by each day, and what was done by each day. */
import { isAsked, type Reading, type Recorded } from '../reading.ts'
import { plannedDay } from '../slot.ts'
import { isKept } from '../standing.ts'
import { type LocalDate, localDateOf } from '../wall-clock.ts'

/** A day on which a line rises, and how high it then is. */
export type Step = { date: LocalDate; count: number }

export type Curve = { planned: Step[]; done: Step[] }

/** `done` rises on the day on which it happened; slots from before the in-force date are planned too. */
export function curveOf(readings: readonly Reading<Recorded>[]): Curve {
  const asked = readings.filter(isAsked)
  const days = asked.flatMap(({ at: { standing, outcome } }) =>
    isKept(standing) && outcome ? [localDateOf(outcome.at)] : [],
  )
  return { planned: steps(asked.map(({ slot }) => plannedDay(slot))), done: steps(days) }
}

function steps(days: LocalDate[]): Step[] {
  let count = 0
  return [...Map.groupBy(days.toSorted(), (day) => day)].map(([date, same]) => {
    count += same.length
    return { date, count }
  })
}

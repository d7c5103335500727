/** A plan's year as of a day, seen from every side that the year's page and the reports show. */
import type { Calendars } from '../calendars.ts'
import type { Cadence } from '../core/cadence.ts'
import { type CountRow, rowKey } from '../core/count/count-rows.ts'
import { type ObligationCount, obligationCounts, openSlots } from '../core/count/obligation-count.ts'
import { type Pace, paceOf } from '../core/count/pace.ts'
import { type TargetOptions, targetOptions } from '../core/count/target.ts'
import { type Basis, type Period, parsePeriod } from '../core/period.ts'
import type { Plan } from '../core/plan.ts'
import { isDated, type Reading } from '../core/reading.ts'
import { AIRINGS_PER_WEEK, type MakeUpRules, type Taken } from '../core/record/make-up.ts'
import { addDays, type LocalDate, later, yearRange } from '../core/wall-clock.ts'
import { type Count, countOf, type PlanReadings } from './count.ts'

/** A month of the basis: `9`, with the rows of its slots. */
export type MonthCount = { month: number; period: Period; rows: CountRow[] }

export type YearCount = {
  count: Count
  counts: ObligationCount[]
  months: MonthCount[]
  /** By `rowKey`; of obligations with a total. Always over the plan's own year. */
  paces: ReadonlyMap<string, Pace>
  options: ReadonlyMap<string, TargetOptions>
}

export function yearCount(known: PlanReadings, basis: Basis, calendars: Calendars): YearCount {
  const count = countOf(known, periodOf(calendars, basis, 'Y', known.plan.year))
  const plans = countOf(known, periodOf(calendars, 'plan-year', 'Y', known.plan.year))
  return {
    count,
    counts: countsOf(count),
    months: monthCounts(known, basis, calendars),
    paces: pacesOf(plans, calendars),
    options: optionsOf(known),
  }
}

export const countsOf = ({ obligations, rows, readings, logged }: Count): ObligationCount[] =>
  obligationCounts(obligations, rows, readings, logged)

/** A period that is known to exist. */
export function periodOf(calendars: Calendars, basis: Basis, key: string, year: number): Period {
  const period = parsePeriod(calendars.periods, basis, key, year)
  if (!period.ok) throw new Error(period.problem.detail)
  return period.value
}

function monthCounts(known: PlanReadings, basis: Basis, calendars: Calendars): MonthCount[] {
  return Array.from({ length: 12 }, (_, i) => {
    const key = `${known.plan.year}-${String(i + 1).padStart(2, '0')}`
    const period = periodOf(calendars, basis, key, known.plan.year)
    return { month: i + 1, period, rows: countOf(known, period).rows }
  })
}

/** `count` is the plan's own year. */
export function pacesOf(count: Count, calendars: Calendars): Map<string, Pace> {
  const taken = stillAhead(count.all)
  return new Map(
    countsOf(count).flatMap((counted): [string, Pace][] => {
      const { target } = counted.row
      if (target === null) return []
      const pace = paceOf({
        row: counted.row,
        target,
        obligationId: counted.obligation.id,
        time: counted.slots[0]?.slot.time ?? null,
        open: openSlots(counted.slots),
        taken,
        rules: rulesAfter(count.plan, counted.obligation.cadence, count.asOf, calendars),
      })
      return [[rowKey(counted.row), pace]]
    }),
  )
}

function rulesAfter(plan: Plan, cadence: Cadence, asOf: LocalDate, { work }: Calendars): MakeUpRules {
  const window = 'window' in cadence ? cadence.window : null
  const span = { ...yearRange(plan.year), ...window }
  const from = later(addDays(asOf, 1), later(span.from ?? plan.inForceFrom, plan.inForceFrom))
  const within = { from, to: span.to }
  return { silentDays: plan.silentDays, calendar: work, within, perWeek: AIRINGS_PER_WEEK }
}

/** What is planned, or was moved, and has not come yet. */
const stillAhead = (readings: readonly Reading[]): Taken[] =>
  readings
    .filter((reading) => reading.at.bucket === 'remaining' && isDated(reading))
    .map(({ at, slot }) => ({ date: at.dueDay, time: at.dueTime, obligationId: slot.obligationId }))

function optionsOf({ plan, all }: PlanReadings): Map<string, TargetOptions> {
  const slotsOf = Map.groupBy(
    all.map(({ slot }) => slot).filter(({ withdrawn }) => !withdrawn),
    rowKey,
  )
  return new Map(
    plan.obligations.flatMap((obligation) =>
      (['new', 'rerun'] as const).flatMap((airing): [string, TargetOptions][] => {
        const key = rowKey({ obligationId: obligation.id, airing })
        const options = targetOptions(plan, obligation.cadence, airing, slotsOf.get(key) ?? [])
        return options ? [[key, options]] : []
      }),
    ),
  )
}

/** The count of many offices side by side: what a province reads each quarter. */
import type { Calendars } from '../calendars.ts'
import { yearOfBasis } from '../core/count/basis.ts'
import { ON_TIME_DAYS } from '../core/count/on-time.ts'
import { widest } from '../core/count/unit-row.ts'
import { type Basis, type Period, parsePeriod, reportPeriod } from '../core/period.ts'
import { ok, type Result } from '../core/problem.ts'
import { OFFICE } from '../core/record/closing.ts'
import type { WholeUnit } from '../core/unit.ts'
import { formatInstant, type Instant, type LocalDate } from '../core/wall-clock.ts'
import { type ClosedPlan, closedPlans } from '../store/closings.ts'
import { unitVersions } from '../store/roll-up.ts'
import { onTimeDaysOf } from '../store/unit-tree.ts'
import type { Act } from './act.ts'
import { tallyUnits } from './kept-tallies.ts'
import type { UnitTally } from './unit-tally.ts'

export type UnitSum = Omit<UnitTally, 'duePlans' | 'changesAt'> & {
  unit: WholeUnit
  /** Within so many days of its due day a record of it is on time. */
  onTimeDays: number
  /** When the last of its plans was closed for the period; null while one is open. */
  closing: Instant | null
}

/** Without `year`, the year of the basis that holds `asOf`. */
export type RollUpQuestion = { year?: number | undefined; basis: Basis; period: string; asOf: LocalDate }

export type RollUp = { period: Period; year: number; asOf: LocalDate; months: Period[]; units: UnitSum[] }

/** Where nothing is said: the quarter that holds a day, as of that day. */
export const quarterAsOf = (
  periods: Calendars['periods'],
  asOf: LocalDate,
  basis: Basis = 'plan-year',
): RollUpQuestion & { year: number } => ({
  ...{ year: yearOfBasis(periods, basis, asOf), basis, asOf },
  period: `Q${Math.ceil(Number(asOf.slice(5, 7)) / 3)}`,
})

/** Who asks, and when. `fewAtOnce`: nobody waits for it, so others wait for it even less. */
export type RollUpLook = Pick<Act, 'db' | 'calendars' | 'now' | 'breathe'> & { fewAtOnce?: boolean }

/**
 * Units without anything asked of them have a line of zeros; those closed before the period have none. `seen` may still be
 * on its way: what else is to be known is asked for meanwhile.
 */
export async function rollUp(
  look: RollUpLook,
  seen: readonly WholeUnit[] | Promise<readonly WholeUnit[]>,
  { year: askedYear, basis, period: key, asOf }: RollUpQuestion,
): Promise<Result<RollUp>> {
  const { db, now } = look
  const { periods } = look.calendars
  const parsed = parsePeriod(periods, basis, key, askedYear ?? yearOfBasis(periods, basis, asOf))
  if (!parsed.ok) return parsed
  const period = parsed.value
  const year = yearOfBasis(periods, basis, period.to)
  const months = monthsOf(periods, basis, year)
  const [units, onTimeDays, closings, versions] = await Promise.all([
    seen,
    onTimeDaysOf(db),
    closedPlans(db, period),
    unitVersions(db),
  ])
  const counted = units.filter(({ closedFrom }) => closedFrom === null || closedFrom > period.from)
  const days = { year, ...widest(period, reportPeriod(periods, basis, 'Y', year)) }
  const daysOf = ({ code }: WholeUnit) => onTimeDays.get(code) ?? ON_TIME_DAYS
  const asked = counted.map((unit) => ({
    ...{ code: unit.code, version: versions.get(unit.code) ?? null },
    terms: { onTimeDays: daysOf(unit), closedFrom: unit.closedFrom },
  }))
  const tallies = await tallyUnits(look, asked, { question: { period, year, asOf, now, months }, days })
  const closed = Map.groupBy(closings, ({ unit }) => unit)
  const rows = counted.map((unit) => {
    const { duePlans, changesAt: _, ...tally } = tallies.get(unit.code) as UnitTally
    const closing = closingOf(duePlans, closed.get(unit.code) ?? [])
    return { unit, ...tally, onTimeDays: daysOf(unit), closing }
  })
  return ok({ period, year, asOf, months, units: rows })
}

const monthsOf = (periods: Calendars['periods'], basis: Basis, year: number): Period[] =>
  Array.from({ length: 12 }, (_, i) =>
    parsePeriod(periods, basis, `${year}-${String(i + 1).padStart(2, '0')}`, year),
  ).flatMap((month) => (month.ok ? [month.value] : []))

/** An office closes its period as one; in former times plan by plan, and then it is settled with the last of them. */
function closingOf(duePlans: readonly string[], closed: readonly ClosedPlan[]): Instant | null {
  const whole = closed.find(({ planId }) => planId === OFFICE)
  if (whole) return whole.closedAt
  const times = duePlans.map((planId) => closed.find((one) => one.planId === planId)?.closedAt ?? null)
  return times.length && times.every((time) => time !== null) ? Math.max(...times) : null
}

export const unitJson = ({ code, name, kind, parent }: WholeUnit) => ({ code, name, kind, parent })

/** The public shape: what `roll-up --format json` prints and `/api/v1/roll-up` answers. */
export const rollUpJson = ({ period: { basis, from, to }, asOf, units }: RollUp) => ({
  period: { basis, from, to },
  asOf,
  units: units.map(
    ({ unit, due, done, unconfirmed, settled, settledOnTime, onTimeDays, behind, closing, lastRecord }) => ({
      unit: unitJson(unit),
      ...{ due, done, unconfirmed, settled, settledOnTime, onTimeDays, behind },
      closing: closing === null ? null : formatInstant(closing),
      lastRecord: lastRecord === null ? null : formatInstant(lastRecord),
    }),
  ),
})

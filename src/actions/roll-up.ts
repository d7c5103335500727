/** The count of every unit side by side: what a province reads each quarter. */
import type { Calendars } from '../calendars.ts'
import { type ComplianceRow, compliance } from '../core/compliance.ts'
import { type Sum, sumOf } from '../core/count/tally.ts'
import { type Basis, type Period, parsePeriod } from '../core/period.ts'
import { ok, type Result } from '../core/problem.ts'
import { read } from '../core/reading.ts'
import { momentOf } from '../core/standing.ts'
import type { Verdict } from '../core/verdict.ts'
import { type Instant, isYear, type LocalDate } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { readEveryPlan } from '../store/roll-up.ts'
import { listUnits } from '../store/units.ts'

export type UnitSum = {
  unit: string
  name: string
  plans: number
  sum: Sum
  verdicts: Partial<Record<Verdict, number>>
}

export type RollUpQuestion = { year: number; basis: Basis; period: string; asOf: LocalDate }

export type RollUp = { period: Period; asOf: LocalDate; units: UnitSum[] }

/** Units without a plan of that year have a line of zeros. */
export async function rollUp(
  db: Db,
  { year, basis, period: key, asOf }: RollUpQuestion,
  calendars: Calendars,
  now: Instant,
): Promise<Result<RollUp>> {
  const period = parsePeriod(calendars.periods, basis, key, year)
  if (!period.ok) return period
  const ownYear = isYear(period.value, year) ? 'office' : null
  const units = await listUnits(db)
  const rowsOf = new Map<string, ComplianceRow[][]>()
  for await (const { unit, obligations, recorded, logged, options, rules } of readEveryPlan(db, year)) {
    const readings = read(recorded, momentOf(asOf, { now, rules }))
    const rows = compliance(obligations, readings, logged, period.value, asOf, { ...options, ownYear })
    rowsOf.set(unit, [...(rowsOf.get(unit) ?? []), rows])
  }
  return ok({
    period: period.value,
    asOf,
    units: units.map(({ code, name }) => {
      const own = rowsOf.get(code) ?? []
      const rows = own.flat()
      return { unit: code, name, plans: own.length, sum: sumOf(rows), verdicts: verdictsOf(rows) }
    }),
  })
}

const verdictsOf = (rows: readonly ComplianceRow[]): UnitSum['verdicts'] =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ verdict }) => verdict)].map(([verdict, own]) => [verdict, own.length]),
  )

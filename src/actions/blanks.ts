/** Forms of others, as an office has them: those that come with the program, and those that it or a province brought. */
import type { Calendars } from '../calendars.ts'
import { blankFiles } from '../content.generated.ts'
import type { Blank } from '../core/blank/blank.ts'
import { type Filled, fillBlank, type Gathered, type Typed } from '../core/blank/fill.ts'
import { type ObligationMark, obligationMark } from '../core/blank/obligation-mark.ts'
import { type Occurrence, occurrencesOf } from '../core/blank/occurrence.ts'
import { type Sources, sourcesOf } from '../core/blank/sources.ts'
import { asOfInstant } from '../core/count/count-rows.ts'
import { isReportKind, type Period, parsePeriod, reportPeriod } from '../core/period.ts'
import { workingDayAfter } from '../core/plan/work-calendar.ts'
import { fail, invalid, ok, type Result } from '../core/problem.ts'
import { placesIn } from '../core/record/place-kind.ts'
import { contains, earlier, type LocalDate, localDateOf } from '../core/wall-clock.ts'
import { languages } from '../languages.ts'
import { type Entry, findEntry, listBlankFiles } from '../store/blanks.ts'
import type { Db } from '../store/db.ts'
import { listOfficialPlaces } from '../store/official-places.ts'
import { listPlans } from '../store/plans.ts'
import { findUnit } from '../store/units.ts'
import type { Look } from './act.ts'
import { type Count, officeCountOf, type PlanReadings, readPlans, recordsOf } from './count.ts'
import { blankOf } from './read-blank.ts'
import { countsOf } from './year-count.ts'

export type OfferedBlank = {
  blank: Blank
  /** Whose it is; null for one that comes with the program. */
  owner: { unit: string; name: string } | null
}

/** The own ones first, then those of offices above, then the program's; of one id the first holds. */
export async function offeredBlanks(db: Db, unit: string): Promise<OfferedBlank[]> {
  const own = (await listBlankFiles(db, unit)).map((one) => ({
    text: one.file,
    owner: { unit: one.unit, name: one.unitName },
  }))
  const bundled = blankFiles.map(({ text }) => ({ text, owner: null }))
  const seen = new Set<string>()
  return [...own, ...bundled].flatMap(({ text, owner }): OfferedBlank[] => {
    const blank = blankOf(text)
    // What was accepted once and no longer reads would need a new file: it is not shown half.
    if (!blank.ok || seen.has(blank.value.id)) return []
    seen.add(blank.value.id)
    return [{ blank: blank.value, owner }]
  })
}

export async function findBlank(db: Db, unit: string, id: string): Promise<Result<OfferedBlank>> {
  const found = (await offeredBlanks(db, unit)).find(({ blank }) => blank.id === id)
  return found ? ok(found) : fail({ kind: 'not-found', detail: 'Không có biểu này.' })
}

/** A period that the form asks for: `Q3`, `M9`, `2025-08`. */
export function blankPeriod(blank: Blank, key: string, year: number, { periods }: Calendars): Result<Period> {
  const period = parsePeriod(periods, blank.basis, key, year)
  if (!period.ok) return period
  const kind = /^\d{4}-\d{2}$/.test(key) ? 'month' : key
  if (blank.periods.some((one) => one === kind)) return period
  return invalid(`Biểu “${blank.title}” không có kỳ này.`)
}

/** The last day for sending it; null where nothing says one. */
export function blankDue(
  { deadline, basis }: Blank,
  period: Period,
  year: number,
  known: Calendars,
): LocalDate | null {
  if (deadline) return workingDayAfter(known.work, period.to, deadline.workingDays)
  return isReportKind(period.key) ? reportPeriod(known.periods, basis, period.key, year).due : null
}

export type Asked = OfferedBlank & { period: Period; year: number; entry: Entry | null; ground: Ground }

/** The form of that id for a period of a year, with what was typed last. All at once: a far database is slow to ask. */
export async function askBlank(
  db: Db,
  unit: string,
  { id, year, period }: { id: string; year: number; period: string },
  calendars: Calendars,
): Promise<Result<Asked>> {
  const [found, entry, ground] = await Promise.all([
    findBlank(db, unit, id),
    findEntry(db, unit, { blankId: id, year, period }),
    readGround(db, unit),
  ])
  if (!found.ok) return found
  const asked = blankPeriod(found.value.blank, period, year, calendars)
  return asked.ok ? ok({ ...found.value, period: asked.value, year, entry, ground }) : asked
}

export type BlankQuestion = { blank: Blank; period: Period; year: number; typed: Typed }

export const filledBlank = async (...asked: Parameters<typeof tracedBlank>): Promise<Filled> =>
  (await tracedBlank(...asked)).filled

/** With what stands behind each figure, by the field's id. */
export async function tracedBlank(
  look: Look,
  { blank, period, year, typed }: BlankQuestion,
  ground?: Promise<Ground>,
): Promise<{ filled: Filled; sources: ReadonlyMap<string, Sources> }> {
  const gathered = await gather(look, { period, year }, ground)
  return {
    filled: fillBlank(blank, gathered, typed, blankDue(blank, period, year, look.calendars), languages),
    sources: new Map(blank.fields.map(({ id, from }) => [id, sourcesOf(from, gathered, languages)])),
  }
}

/** What a page can ask for before it knows the period. */
export type Ground = Awaited<ReturnType<typeof readGround>>

const readGround = (db: Db, unit: string) =>
  Promise.all([findUnit(db, unit), listPlans(db, unit), listOfficialPlaces(db, unit)])

/** All that forms ask of an office over a period, as of its last day, or of today while it runs. */
export async function gather(
  look: Omit<Look, 'calendars'>,
  { period, year }: { period: Period; year: number },
  ground: Promise<Ground> = readGround(look.db, look.unit),
): Promise<Gathered> {
  const { unit, moment } = look
  const asOf = earlier(localDateOf(moment.now), period.to)
  const [named, all, places] = await ground
  // What last year's plan asked for may happen this year, and a report year begins in the year before.
  const near = all.filter((plan) => Math.abs(plan.year - year) <= 1)
  const records = await Promise.all(near.map((plan) => recordsOf(look, plan)))
  const plans = await readPlans(records, asOf, look)
  const occurrences = plans
    .flatMap((one) => occurrencesOf(sourceOf(one, places), period, Math.min(asOfInstant(asOf), moment.now)))
    .sort((a, b) => a.at - b.at)
  const counts = officeCountOf(plans, period, year, asOf).plans
  const asked = counts.flatMap(({ obligations }) => obligations)
  return {
    unit: { code: unit, name: named?.name ?? unit },
    ...{ period, year, asOf, occurrences },
    obligations: counts.flatMap((count) => marksOf(count, occurrences)),
    unconfirmed: plans.flatMap((one) =>
      one.all
        .filter(({ at }) => at.bucket === 'unconfirmed' && contains(period, at.dueDay))
        .map(({ obligation }) => obligation.channels),
    ),
    asked,
    places: [
      ...new Set([...places.map(({ kind }) => kind), ...asked.flatMap(({ channels }) => placesIn(channels))]),
    ],
    planName: (id) => near.find((plan) => plan.id === id)?.title ?? id,
  }
}

function sourceOf(
  { all, logged, obligations, confirmed }: PlanReadings,
  places: Parameters<typeof occurrencesOf>[0]['places'],
) {
  const obligationOf = new Map(obligations.map((obligation) => [obligation.id, obligation]))
  return {
    ...{ readings: all, confirmed, places },
    logged: logged.flatMap((fact) => {
      const obligation = obligationOf.get(fact.obligationId)
      return obligation ? [{ obligation, fact }] : []
    }),
  }
}

/** Originals and reruns of an obligation are one obligation to whoever scores it. */
function marksOf(count: Count, occurrences: readonly Occurrence[]): ObligationMark[] {
  const { plan } = count
  return [...Map.groupBy(countsOf(count), ({ obligation }) => obligation.id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const evidence = occurrences
      .filter((one) => one.planId === plan.id && one.obligation.id === first.obligation.id)
      .flatMap((one) => one.evidence)
    return obligationMark(
      plan.id,
      first.obligation,
      own.map(({ row }) => row),
      [...new Set(evidence)],
    )
  })
}

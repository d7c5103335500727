/** Which slots are asked for: each search by an index of its own. */
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type DateRange, endOfDay, type Instant, instantOf, type LocalDate } from '../core/wall-clock.ts'
import { factIdAt } from './facts.ts'
import { slots } from './schema.ts'

export type SlotFilter = {
  /** Local days, both included: planned or moved there, or with a window that meets them. */
  range?: DateRange
  /** With `range`: also those of which something happened there, whenever they were planned. */
  events?: boolean
  /** Also those planned before this day that nobody may have settled: a few too many, `assess` has the last word. */
  openBefore?: LocalDate
  /** Also those of which something was recorded since. */
  recordedSince?: Instant
  planId?: string
  planIds?: readonly string[]
  obligationId?: string
  /** An original and its reruns, by the original's id. */
  family?: string
  ids?: readonly string[]
  /** Of the newest so many years that have a plan. */
  latestYears?: number
}

export function slotCondition(unit: string, filter: SlotFilter): SQL | undefined {
  const { planId, planIds, obligationId, family, ids, latestYears } = filter
  const searches = searchesOf(unit, filter)
  return and(
    eq(slots.unit, unit),
    planId === undefined ? undefined : eq(slots.planId, planId),
    planIds === undefined ? undefined : inArray(slots.planId, [...planIds]),
    obligationId === undefined ? undefined : eq(slots.obligationId, obligationId),
    ids === undefined ? undefined : inArray(slots.id, [...ids]),
    family === undefined ? undefined : belongsTo(family),
    searches.length ? sql`${slots.id} IN (${sql.join(searches, sql` UNION ALL `)})` : undefined,
    latestYears === undefined ? undefined : sql`${slots.planId} IN ${plansOfLatestYears(unit, latestYears)}`,
  )
}

/** A rerun is called its original's id with `.r1`, `.r2`…: so the key finds them all. */
const belongsTo = (original: string): SQL => sql`${slots.id} BETWEEN ${original} AND ${`${original}.s`}`

/** By the plans' own years, not by the clock. */
const plansOfLatestYears = (unit: string, years: number): SQL =>
  sql`(SELECT id FROM plans WHERE unit = ${unit} AND year IN
    (SELECT DISTINCT year FROM plans WHERE unit = ${unit} ORDER BY year DESC LIMIT ${years}))`

/** Searches side by side, each by its own index: joined by OR they would walk through all slots of the unit. */
const searchesOf = (
  unit: string,
  { range, events = false, openBefore, recordedSince }: SlotFilter,
): SQL[] => [
  ...(range ? inRange(unit, range, events) : []),
  ...(openBefore === undefined ? [] : open(unit, openBefore)),
  ...(recordedSince === undefined ? [] : [recorded(unit, recordedSince)]),
]

function inRange(unit: string, { from, to }: DateRange, events: boolean): SQL[] {
  const planned = sql`SELECT id FROM slots WHERE unit = ${unit} AND date BETWEEN ${from} AND ${to}`
  const open = sql`SELECT id FROM slots WHERE unit = ${unit} AND window_to >= ${from} AND window_from <= ${to}`
  const moved = sql`SELECT slot_id FROM facts WHERE unit = ${unit} AND to_date BETWEEN ${from} AND ${to}`
  const happened = sql`SELECT slot_id FROM facts
    WHERE unit = ${unit} AND at >= ${instantOf(from)} AND at < ${endOfDay(to)}`
  return events ? [planned, open, moved, happened] : [planned, open, moved]
}

/** In force, and without an outcome, or with one that may have been taken back: an index answers all of it. */
function open(unit: string, before: LocalDate): SQL[] {
  const untold = sql`in_force AND withdrawn_at IS NULL
    AND coalesce((SELECT max(corrects IS NOT NULL) >= max(kind NOT IN ('moved', 'note', 'evidence', 'correction'))
      FROM facts WHERE facts.unit = ${unit} AND facts.slot_id = slots.id), 1)`
  return [
    sql`SELECT id FROM slots WHERE unit = ${unit} AND date < ${before} AND ${untold}`,
    sql`SELECT id FROM slots WHERE unit = ${unit} AND window_to < ${before} AND ${untold}`,
    sql`SELECT slot_id FROM facts WHERE unit = ${unit} AND to_date < ${before}`,
  ]
}

/** Ids of facts rise with time, so their key finds the latest. */
const recorded = (unit: string, since: Instant): SQL =>
  sql`SELECT slot_id FROM facts WHERE unit = ${unit} AND id >= ${factIdAt(since)}`

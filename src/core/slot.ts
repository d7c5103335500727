/** One expected occurrence of an obligation (khung phát, kỳ), and how a plan becomes slots. */
import type { Cadence, CadenceOf } from './cadence.ts'
import { type ReportPeriods, reportPeriod } from './period.ts'
import type { Obligation, Plan } from './plan.ts'
import { planRange, rateRange } from './plan-range.ts'
import { recurrenceDates } from './recurrence.ts'
import {
  addDays,
  addMinutes,
  type DateRange,
  earlier,
  formatWall,
  type LocalDate,
  monthRange,
  type WallTime,
  yearRange,
} from './wall-clock.ts'

export type Airing = 'new' | 'rerun'

export type Slot = {
  /** `<plan id>:<clause>:<ordinal>`, a rerun's its original's with `.r1`, `.r2`…: never changes. */
  id: string
  planId: string
  obligationId: string
  /** 1, 2, 3…; a rerun has its original's. Part of the id: it never changes, whatever becomes of the plan. */
  ordinal: number
  /** Which one of its obligation it is as the plan stands, as people count: "số 3/26". A rerun has its original's. */
  rank: number
  airing: Airing
  /** The original of a rerun. */
  of: string | null
  /** The planned day; null for a slot that only has a window. */
  date: LocalDate | null
  time: WallTime | null
  /** Planned length in minutes, 0 when nobody stated one. */
  minutes: number
  /** An airing shorter than this many minutes is `short`: the least that the plan states. */
  leastMinutes: number | null
  window: DateRange | null
  /** The value that a `measure` must reach. */
  target: number | null
  /** Planned on or after the day on which the plan came into force. */
  inForce: boolean
  /** Outside every denominator until somebody records something. */
  conditional: boolean
  /** The plan no longer asks for it. */
  withdrawn: boolean
}

export const slotKey = (planId: string, clause: string, ordinal: number, rerun = 0): string =>
  `${planId}:${clause}:${String(ordinal).padStart(2, '0')}${rerun ? `.r${rerun}` : ''}`

/** The day by which the plan wants it: the planned day, or the last day of its window. */
export const plannedDay = (slot: Pick<Slot, 'date' | 'window'>): LocalDate =>
  slot.date ?? (slot.window as DateRange).to

const expanded = new WeakMap<Plan, { periods: ReportPeriods; slots: readonly Slot[] }>()

/**
 * All slots of a plan: in the order of its obligations, then by ordinal, each original followed by its reruns.
 * A `continuous` obligation makes none, an `event-offset` none before its trigger is set.
 *
 * One plan always answers with the same list: thousands of communes share a few plans.
 */
export function expand(plan: Plan, periods: ReportPeriods): readonly Slot[] {
  const known = expanded.get(plan)
  if (known?.periods === periods) return known.slots
  const slots = plan.obligations.flatMap((obligation) => expandObligation(plan, obligation, periods))
  expanded.set(plan, { periods, slots })
  return slots
}

export function expandObligation(plan: Plan, obligation: Obligation, periods: ReportPeriods): Slot[] {
  const { cadence } = obligation
  switch (cadence.kind) {
    case 'rate':
      return rateSlots(plan, obligation, cadence)
    case 'window':
      return Array.from({ length: cadence.times }, (_, i) =>
        windowSlot(plan, obligation, i + 1, cadence.window),
      )
    case 'deadline':
      return [windowSlot(plan, obligation, 1, deadlineWindow(plan, cadence))]
    case 'report':
      return cadence.periods.map((kind, i) =>
        windowSlot(plan, obligation, i + 1, reportWindow(periods, plan.year, kind, cadence.dueDay)),
      )
    case 'event-offset':
      return eventSlots(plan, obligation, cadence)
    case 'measure':
      return [measureSlot(plan, obligation, cadence)]
    case 'continuous':
      return []
  }
}

/** An obligation "nếu có" waits with each slot; one that hangs on an event has slots only once that has happened. */
export const awaitsCondition = ({ kind, conditional }: Cadence): boolean =>
  conditional && kind !== 'event-offset'

/** Nobody has said yet when the event is that its slots hang on. */
export const awaitsEvent = (cadence: Cadence): boolean =>
  cadence.kind === 'event-offset' && cadence.trigger === null

const lengthOf = (cadence: CadenceOf<'rate'> | CadenceOf<'event-offset'>): number =>
  cadence.duration ?? cadence.minutes?.max ?? 0

function datedSlot(
  plan: Plan,
  obligation: Obligation,
  cadence: CadenceOf<'rate'> | CadenceOf<'event-offset'>,
  ordinal: number,
  { date, time }: { date: LocalDate; time: WallTime },
): Slot {
  return {
    id: slotKey(plan.id, obligation.id, ordinal),
    planId: plan.id,
    obligationId: obligation.id,
    ordinal,
    rank: ordinal,
    airing: 'new',
    of: null,
    date,
    time,
    minutes: lengthOf(cadence),
    leastMinutes: cadence.minutes?.min ?? null,
    window: null,
    target: null,
    inForce: date >= plan.inForceFrom,
    conditional: awaitsCondition(cadence),
    withdrawn: false,
  }
}

function rateSlots(plan: Plan, obligation: Obligation, cadence: CadenceOf<'rate'>): Slot[] {
  const dates = recurrenceDates(cadence.rrule, rateRange(plan, cadence.window), cadence.start)
  return dates.flatMap((date, i) => {
    const original = datedSlot(plan, obligation, cadence, i + 1, { date, time: cadence.time })
    return [original, ...rerunSlots(plan, original, cadence)]
  })
}

function rerunSlots(plan: Plan, original: Slot, { reruns }: CadenceOf<'rate'>): Slot[] {
  if (!reruns) return []
  return reruns.afterDays.map((days, i) => {
    const date = addDays(original.date as LocalDate, days)
    return {
      ...original,
      id: slotKey(plan.id, original.obligationId, original.ordinal, i + 1),
      airing: 'rerun',
      of: original.id,
      date,
      time: reruns.time ?? original.time,
      inForce: date >= plan.inForceFrom,
    }
  })
}

function windowSlot(plan: Plan, obligation: Obligation, ordinal: number, window: DateRange): Slot {
  return {
    id: slotKey(plan.id, obligation.id, ordinal),
    planId: plan.id,
    obligationId: obligation.id,
    ordinal,
    rank: ordinal,
    airing: 'new',
    of: null,
    date: null,
    time: null,
    minutes: 0,
    leastMinutes: null,
    window,
    target: null,
    inForce: window.to >= plan.inForceFrom,
    conditional: awaitsCondition(obligation.cadence),
    withdrawn: false,
  }
}

/** "trước ngày 25/11" is due by the 24th. */
export function deadlineWindow(plan: Plan, { before, window }: CadenceOf<'deadline'>): DateRange {
  const to = window?.to ?? addDays(before as LocalDate, -1)
  const from = window?.from ?? planRange(plan).from
  return { from: earlier(from, to), to }
}

/** From the day after the figures are closed until the report is due. */
function reportWindow(
  periods: ReportPeriods,
  year: number,
  kind: CadenceOf<'report'>['periods'][number],
  dueDay: number | null,
): DateRange {
  const { to: closed, due } = reportPeriod(periods, 'report-year', kind, year)
  const to = dueDay === null ? (due ?? closed) : dayOfMonth(closed, dueDay)
  const from = addDays(closed, 1)
  return { from: earlier(from, to), to }
}

function dayOfMonth(date: LocalDate, day: number): LocalDate {
  const last = monthRange(date).to
  const wanted = `${date.slice(0, 8)}${String(day).padStart(2, '0')}`
  return earlier(wanted, last)
}

function eventSlots(plan: Plan, obligation: Obligation, cadence: CadenceOf<'event-offset'>): Slot[] {
  const { trigger, times } = cadence
  if (trigger === null) return []
  return Array.from({ length: cadence.days * times.length }, (_, i) => {
    const date = addDays(trigger, cadence.afterDays + Math.floor(i / times.length))
    return datedSlot(plan, obligation, cadence, i + 1, { date, time: times[i % times.length] as WallTime })
  })
}

function measureSlot(plan: Plan, obligation: Obligation, { target }: CadenceOf<'measure'>): Slot {
  const from = yearRange(plan.year).from
  return { ...windowSlot(plan, obligation, 1, { from, to: target.by }), target: target.value }
}

/** The declared total of originals or of reruns: what the document says, not what the rule makes. */
export function declaredTotal(cadence: Cadence, airing: Airing = 'new'): number | null {
  const declared = 'declared' in cadence ? cadence.declared : null
  if (airing === 'new') return declared
  const reruns = cadence.kind === 'rate' ? cadence.reruns : null
  return declared === null || !reruns ? null : declared * reruns.times
}

/** The public shape of a slot (design: JSON of `calendar`); times carry the local offset. */
export function slotJson(slot: Slot) {
  const { id, obligationId, ordinal, airing, of, date, time, minutes, window, inForce } = slot
  if (date === null || time === null)
    return { id, obligationId, ordinal, airing, of, start: null, end: null, window, inForce }
  const end = addMinutes(date, time, minutes)
  return {
    id,
    obligationId,
    ordinal,
    airing,
    of,
    start: formatWall(date, time),
    end: formatWall(end.date, end.time),
    window: null,
    inForce,
  }
}

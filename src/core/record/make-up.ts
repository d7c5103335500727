/** Make-ups (phát bù): on which days a slot that was not aired may still be aired, and which day was chosen. */
import { isDayOff, type WorkCalendar } from '../plan/work-calendar.ts'
import type { Channel } from '../plan.ts'
import { plannedDay, type Slot } from '../slot.ts'
import { sessionOf, spanOf } from '../station/airtime.ts'
import { type Station, stationOn } from '../station/station.ts'
import {
  addDays,
  type DateRange,
  type Instant,
  instantOf,
  type LocalDate,
  later,
  localDateOf,
  mondayOf,
  type WallTime,
  type Weekday,
  weekdayOf,
} from '../wall-clock.ts'

export type MakeUpRules = {
  /** The station is silent on these weekdays. */
  silentDays: readonly Weekday[]
  /** Public holidays are left out: the station carries other programmes then. */
  calendar: WorkCalendar
  /** Within these days: the plan's year, or the period that the office wants to save. */
  within: DateRange
  /** Airings of one obligation in one week, make-ups included, where a forecast spreads them; a person may choose more. */
  perWeek?: number
  /** The station's hours on the slot's channel; absent for what is not heard. */
  air?: { channel: Channel; stations: readonly Station[] } | null
}

/** A planned airing that a make-up must not collide with; without `minutes` it takes the moment at which it begins. */
export type Taken = { date: LocalDate; time: WallTime | null; obligationId: string; minutes?: number }

const MAKE_UPS_OFFERED = 3
export const AIRINGS_PER_WEEK = 2

/** The next allowed days for a make-up at the slot's own hour, at most three, never before the slot or the instant. */
export function makeUpDates(
  slot: Slot,
  taken: readonly Taken[],
  rules: MakeUpRules,
  now: Instant,
): LocalDate[] {
  const days: LocalDate[] = []
  const { busy, inWeek } = roomLeft(slot, taken)
  for (
    let day = firstDay(slot, rules, now);
    day <= rules.within.to && days.length < MAKE_UPS_OFFERED;
    day = addDays(day, 1)
  ) {
    const week = mondayOf(day)
    if (
      busy.has(day) ||
      !isAllowedDay(day, rules) ||
      (inWeek.get(week) ?? 0) >= (rules.perWeek ?? Number.POSITIVE_INFINITY)
    )
      continue
    if (!isInSession(slot, day, rules)) continue
    days.push(day)
  }
  return days
}

/** Days on which nothing may be made up, by why; what would make room follows from it. */
export type NoRoom = { until: LocalDate; taken: number; off: number }

/** Why no day is left; only asked where `makeUpDates` has none. */
export function noRoom(slot: Slot, taken: readonly Taken[], rules: MakeUpRules, now: Instant): NoRoom {
  const { busy } = roomLeft(slot, taken)
  const found = { until: rules.within.to, taken: 0, off: 0 }
  for (let day = firstDay(slot, rules, now); day <= rules.within.to; day = addDays(day, 1)) {
    if (!isAllowedDay(day, rules) || !isInSession(slot, day, rules)) found.off += 1
    else if (busy.has(day)) found.taken += 1
  }
  return found
}

function firstDay(slot: Slot, { within }: MakeUpRules, now: Instant): LocalDate {
  const today = localDateOf(now)
  const soonest = instantOf(today, slot.time ?? '00:00') > now ? today : addDays(today, 1)
  return later(later(addDays(plannedDay(slot), 1), soonest), within.from)
}

/** The station is not silent on that day, and it is no public holiday. */
export const isAllowedDay = (day: LocalDate, { silentDays, calendar }: MakeUpRules): boolean =>
  !silentDays.includes(weekdayOf(day)) && !(calendar.get(day)?.kind === 'holiday' && isDayOff(calendar, day))

/** A slot whose own hour lies in a session of the station is made up for in one. */
function isInSession(slot: Slot, day: LocalDate, { air = null }: MakeUpRules): boolean {
  const station = air && stationOn(air.stations, day)
  const { time, minutes, id, planId, obligationId } = slot
  if (!station || time === null || slot.date === null) return true
  const at = (date: LocalDate) =>
    sessionOf({ slotId: id, planId, obligationId, channel: air.channel, date, time, minutes }, station)
  return at(slot.date) === null || at(day) !== null
}

/** Days on which the obligation's hour is taken, and how often each week, by its Monday, has the obligation already. */
export function roomLeft(
  { obligationId, time, minutes = 0 }: Omit<Taken, 'date'>,
  taken: readonly Taken[],
): { busy: Set<LocalDate>; inWeek: Map<LocalDate, number> } {
  const inWeek = new Map<LocalDate, number>()
  for (const one of taken)
    if (one.obligationId === obligationId)
      inWeek.set(mondayOf(one.date), (inWeek.get(mondayOf(one.date)) ?? 0) + 1)
  const own = time === null ? null : spanOf({ time, minutes })
  const meets = (one: Taken): boolean => {
    if (own === null || one.time === null) return one.time === time
    const other = spanOf({ time: one.time, minutes: one.minutes ?? 0 })
    return own.from < other.to && other.from < own.to
  }
  return { busy: new Set(taken.filter(meets).map(({ date }) => date)), inWeek }
}

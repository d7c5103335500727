/** The month's page: a calendar; on the phone one of small cells, above the list of its days. */

import { type CalendarFilter, NO_FILTER, passes } from '../../../core/calendar-filter.ts'
import type { PlanSign } from '../../../core/plan/plan-sign.ts'
import { dayName, type WorkCalendar } from '../../../core/plan/work-calendar.ts'
import { byDay, isAsked, isDated, type Reading } from '../../../core/reading.ts'
import {
  addDays,
  contains,
  type DateRange,
  type Instant,
  isoWeekOf,
  type LocalDate,
  localDateOf,
  mondayOf,
  monthOf,
  weekRange,
  yearOf,
} from '../../../core/wall-clock.ts'
import type { MonthDay, MonthView } from '../../../templates/calendar-views.ts'
import type { Frame, Pager } from '../../../templates/views.ts'
import { dayPath, monthPath, weekPath } from '../paths.ts'
import { isMovable } from '../record/actions.ts'
import type { Recorder } from '../record/tick.ts'
import { saySlots } from '../say.ts'
import { isYearLong, spanOf, windowOf } from '../span.ts'
import { filterView, withFilter } from './filter.ts'
import { dayCards } from './ghost.ts'
import { monthCell } from './month-cells.ts'
import { planBadges, planKeys, signsOn } from './plan-signs.ts'
import { slotCard } from './slot-card.ts'

export type MonthQuestion = {
  frame: Frame
  /** First to last day. */
  month: DateRange
  /** Slots of the month's weeks: `weeksOf(month)`. */
  readings: readonly Reading[]
  now: Instant
  calendar: WorkCalendar
  /** By plan. */
  signs?: ReadonlyMap<string, PlanSign>
  filter?: CalendarFilter
  recorder?: Recorder
}

/** Whole weeks, Monday to Sunday, around a month. */
export const weeksOf = ({ from, to }: DateRange): DateRange => ({
  from: mondayOf(from),
  to: weekRange(to).to,
})

export function monthView(question: MonthQuestion): MonthView {
  const {
    frame,
    month,
    readings,
    now,
    calendar,
    signs = new Map(),
    filter = NO_FILTER,
    recorder = null,
  } = question
  const today = localDateOf(now)
  const badges = planBadges(readings, signs)
  const signed = signsOn(readings, badges)
  const card = (one: Reading) => ({
    ...slotCard(one),
    ...signed(one),
    movable: isMovable(one, recorder),
  })
  const all = readings.filter((one) => isAsked(one) && passes(filter, one))
  const dated = all.filter(isDated).sort(byDay)
  const spans = all.filter((record) => !isDated(record)).sort(byDay)
  const open = spans.filter(
    (record) => windowOf(record).from <= month.to && windowOf(record).to >= month.from,
  )
  const dayView = (date: LocalDate): MonthDay => {
    const slots = dayCards(dated, date, card)
    const due = spans.filter((record) => windowOf(record).to === date).map((record) => spanOf(record, today))
    return {
      ...{ date, number: Number(date.slice(8)), month: monthOf(date), href: dayPath(date) },
      ...{ isToday: date === today, outside: !contains(month, date), holiday: dayName(calendar, date) },
      ...{ slots, due },
    }
  }
  const weeks = mondays(month).map((monday) => ({
    words: `Tuần ${isoWeekOf(monday).week}`,
    href: weekPath(monday),
    days: Array.from({ length: 7 }, (_, i) => dayView(addDays(monday, i))),
  }))
  return {
    frame,
    pager: withFilter(monthPager(month, today), filter),
    filter: filterView(filter, readings, {
      ...{ kind: 'thang', shown: contains(month, today) ? today : month.from, path: monthPath(month.from) },
    }),
    say: saySlots(
      dated.filter(({ at }) => contains(month, at.dueDay)),
      'trong tháng',
    ),
    weeks,
    cells: weeks.flatMap(({ days }) => days.map(monthCell)),
    plans: planKeys(badges, monthPath(month.from)),
    open: open.filter((record) => !isYearLong(record)).map((record) => spanOf(record, today)),
    yearLong: open.filter(isYearLong).map((record) => spanOf(record, today)),
  }
}

function mondays(month: DateRange): LocalDate[] {
  const found: LocalDate[] = []
  for (let day = mondayOf(month.from); day <= month.to; day = addDays(day, 7)) found.push(day)
  return found
}

export function monthPager({ from, to }: DateRange, today: LocalDate): Pager {
  const step = (date: LocalDate) => ({
    href: monthPath(date),
    words: `Tháng ${monthOf(date)}${yearOf(date) === yearOf(from) ? '' : `/${yearOf(date)}`}`,
    short: String(monthOf(date)),
  })
  return {
    heading: `Tháng ${monthOf(from)}`,
    sub: `năm ${yearOf(from)}`,
    previous: step(addDays(from, -1)),
    next: step(addDays(to, 1)),
    current: contains({ from, to }, today) ? null : { href: monthPath(today), words: 'Tháng này' },
  }
}

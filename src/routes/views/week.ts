/** The week's page, and the sheet that it prints. */
import { renderSVG } from 'uqr'
import {
  addDays,
  contains,
  type DateRange,
  type Instant,
  isoWeekOf,
  type LocalDate,
  localDateOf,
} from '../../core/wall-clock.ts'
import { rangeInWords } from '../../core/words.ts'
import { dayName, type WorkCalendar } from '../../core/work-calendar.ts'
import type { SlotRecord } from '../../store/slots.ts'
import type { DayView, SlotCard, WeekSheet, WeekView } from '../../templates/calendar-views.ts'
import type { Frame, Pager, Say } from '../../templates/views.ts'
import { type Assessed, assessAll, byDay, isDated } from './assessed.ts'
import { weekPath } from './places.ts'
import { say, saySlots } from './say.ts'
import { slotCard } from './slot-card.ts'
import { isYearLong, spanOf, windowOf } from './span.ts'

export type WeekQuestion = {
  frame: Frame
  /** Monday to Sunday. */
  week: DateRange
  /** Slots of this week and the one before. */
  records: readonly SlotRecord[]
  now: Instant
  calendar: WorkCalendar
  baseUrl: string
}

export function weekView({ frame, week, records, now, calendar, baseUrl }: WeekQuestion): WeekView {
  const today = localDateOf(now)
  const all = assessAll(records, now)
  const dated = all.filter((record) => isDated(record) && contains(week, record.at.dueDay)).sort(byDay)
  const spans = all.filter((record) => !isDated(record)).sort(byDay)
  const within = spans.filter(
    (record) => windowOf(record).to >= week.from && windowOf(record).from <= week.to,
  )
  const due = within.filter((record) => contains(week, windowOf(record).to))
  const rest = within.filter((record) => !due.includes(record))
  const waiting = contains(week, today) ? lastWeeksUnconfirmed(all, week) : []
  const days = daysOf(week).map((date) => ({
    date,
    holiday: dayName(calendar, date),
    slots: dated.filter(({ at }) => at.dueDay === date).map(slotCard),
  }))
  const view = {
    due: due.map((record) => spanOf(record, today)),
    open: rest.filter((record) => !isYearLong(record)).map((record) => spanOf(record, today)),
    yearLong: rest.filter(isYearLong).map((record) => spanOf(record, today)),
  }
  return {
    frame,
    ...view,
    pager: weekPager(week, today),
    say: [...saySlots(dated, 'trong tuần'), ...saySpans(due), ...sayWaiting(waiting)],
    waiting: waiting.map(slotCard),
    days: mergeEmpty(days, today),
    sheet: weekSheet(frame, week, days, [...view.due, ...view.open], `${baseUrl}${weekPath(week.from)}`),
  }
}

const daysOf = ({ from }: DateRange): LocalDate[] => Array.from({ length: 7 }, (_, i) => addDays(from, i))

function lastWeeksUnconfirmed(all: Assessed[], week: DateRange): Assessed[] {
  const last = { from: addDays(week.from, -7), to: addDays(week.to, -7) }
  return all
    .filter(({ at }) => at.standing === 'unconfirmed' && contains(last, at.dueDay))
    .filter(isDated)
    .sort(byDay)
}

function weekPager({ from, to }: DateRange, today: LocalDate): Pager {
  const step = (date: LocalDate) => {
    const { week } = isoWeekOf(date)
    return { href: weekPath(date), words: `Tuần ${week}`, short: String(week) }
  }
  return {
    heading: `Tuần ${isoWeekOf(from).week}`,
    sub: rangeInWords({ from, to }),
    previous: step(addDays(from, -7)),
    next: step(addDays(from, 7)),
    current: contains({ from, to }, today) ? null : { href: '/', words: 'Tuần này' },
  }
}

const saySpans = (due: Assessed[]): Say[] =>
  due.length ? [say(`${due.length} việc đến hạn trong tuần.`, 'strong')] : []

const sayWaiting = (waiting: Assessed[]): Say[] =>
  waiting.length ? [say(`${waiting.length} khung tuần trước chưa xác nhận.`, 'ask')] : []

type Day = { date: LocalDate; holiday: string | null; slots: SlotCard[] }

/** Days in a row without anything take one line; today and holidays keep theirs. */
function mergeEmpty(days: Day[], today: LocalDate): DayView[] {
  const merged: DayView[] = []
  for (const day of days) {
    const view = { ...day, until: null, isToday: day.date === today }
    const last = merged.at(-1)
    const both = last && [last, view].every((one) => !one.slots.length && !one.isToday && !one.holiday)
    if (both) last.until = day.date
    else merged.push(view)
  }
  return merged
}

/** How many rows fit in which type. */
const ROOMY = 12
const CLOSE = 22
const SPANS_ON_PAPER = 6

function weekSheet(
  frame: Frame,
  range: DateRange,
  days: Day[],
  spans: WeekSheet['spans'],
  address: string,
): WeekSheet {
  const rows = days.reduce((sum, { slots }) => sum + Math.max(slots.length, 1), 0)
  return {
    name: `Tuần ${isoWeekOf(range.from).week}`,
    unit: frame.unit ?? '',
    range,
    density: rows <= ROOMY ? 'roomy' : rows <= CLOSE ? 'close' : 'tight',
    days,
    spans: spans.slice(0, SPANS_ON_PAPER),
    more: Math.max(0, spans.length - SPANS_ON_PAPER),
    address,
    qr: renderSVG(address, { border: 0 }),
  }
}

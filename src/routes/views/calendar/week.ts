/** The week's page, and the sheet that it prints. */

import type { BeatLine } from '../../../actions/year-beat.ts'
import { type CalendarFilter, NO_FILTER, passes } from '../../../core/calendar-filter.ts'
import type { PlanSign } from '../../../core/plan/plan-sign.ts'
import { dayName, type WorkCalendar } from '../../../core/plan/work-calendar.ts'
import { byDay, isAsked, isDated, type Reading } from '../../../core/reading.ts'
import { type Closing, isWaiting } from '../../../core/record/closing.ts'
import type { Station } from '../../../core/station/station.ts'
import {
  addDays,
  contains,
  type DateRange,
  type Instant,
  isoWeekOf,
  type LocalDate,
  localDateOf,
} from '../../../core/wall-clock.ts'
import { AIRING_NAMES } from '../../../core/words/names.ts'
import { slotCount } from '../../../core/words/slot-words.ts'
import { rangeInWords } from '../../../core/words/words.ts'
import type { ContinuousObligation } from '../../../store/continuous.ts'
import type { WeekView } from '../../../templates/calendar-views.ts'
import type { Frame, Pager, Say } from '../../../templates/views.ts'
import { FIRST_STEPS } from '../first-steps.ts'
import { countAnchor, extraPath, weekPath } from '../paths.ts'
import { deskCard, isJustSettled, isMovable } from '../record/actions.ts'
import { bulkLink } from '../record/bulk.ts'
import type { Recorder } from '../record/tick.ts'
import { say, saySlots } from '../say.ts'
import { isYearLong, spanOf, windowOf } from '../span.ts'
import { airLines } from './air.ts'
import { alwaysLine } from './always.ts'
import { dropHours } from './drop-hours.ts'
import { filterView, withFilter } from './filter.ts'
import { dayCards } from './ghost.ts'
import { planBadges, planKeys, signsOn } from './plan-signs.ts'
import { sayClosed, unconfirmedPath } from './unconfirmed.ts'
import { cardsByDay, FEW, weekDays } from './week-days.ts'
import { weekSheet } from './week-sheet.ts'

export type WeekQuestion = {
  frame: Frame
  /** Monday to Sunday. */
  week: DateRange
  /** Slots of this week and the one before; for the current week also those from before that nobody settled. */
  readings: readonly Reading[]
  /** Obligations without slots. */
  continuous?: readonly ContinuousObligation[]
  /** The station's hours. */
  stations?: readonly Station[]
  /** By plan. */
  signs?: ReadonlyMap<string, PlanSign>
  /** What they keep waits for nobody. */
  closings?: readonly Closing[]
  /** How far the year's counted obligations are. */
  beat?: readonly BeatLine[]
  now: Instant
  calendar: WorkCalendar
  baseUrl: string
  recorder: Recorder
  filter?: CalendarFilter
}

export function weekView(question: WeekQuestion): WeekView {
  const { frame, week, continuous = [], stations = [], beat = [], filter = NO_FILTER } = question
  const readings = question.readings.filter((one) => passes(filter, one))
  const { now, calendar, baseUrl, recorder, signs = new Map(), closings = [] } = question
  const badges = planBadges(question.readings, signs)
  const signed = signsOn(question.readings, badges)
  const card = (record: Reading) => ({
    ...deskCard(record, recorder, now),
    ...signed(record),
    movable: isMovable(record, recorder),
  })
  const today = localDateOf(now)
  const all = readings.filter(isAsked)
  const calendarDays = all.filter(isDated).sort(byDay)
  const dated = calendarDays.filter(({ at }) => contains(week, at.dueDay))
  const spans = all.filter((record) => !isDated(record)).sort(byDay)
  const within = spans.filter(
    (record) => windowOf(record).to >= week.from && windowOf(record).from <= week.to,
  )
  const due = within.filter((record) => contains(week, windowOf(record).to))
  const rest = within.filter((record) => !due.includes(record))
  const isCurrent = contains(week, today)
  const lastWeek = isCurrent ? lastWeeksDated(all, week) : []
  const waits = (one: Reading) => isWaiting(closings, one)
  const waiting = lastWeek.filter(waits)
  const shown = lastWeek.filter((one) => waits(one) || isJustSettled(one, now)).slice(-MOST_WAITING)
  const before = isCurrent ? all.filter((one) => one.at.dueDay < week.from && waits(one)).length : 0
  const older = before - waiting.length
  const asked = { now, recorder, closings }
  const days = daysOf(week).map((date) => ({
    date,
    holiday: dayName(calendar, date),
    slots: dayCards(calendarDays, date, card),
  }))
  const view = {
    due: due.map((record) => spanOf(record, today)),
    open: rest.filter((record) => !isYearLong(record)).map((record) => spanOf(record, today)),
    yearLong: rest.filter(isYearLong).map((record) => spanOf(record, today)),
  }
  return {
    frame,
    monday: week.from,
    hours: dropHours(calendarDays, stations, week.from).join(' '),
    ...view,
    pager: withFilter(weekPager(week, today), filter),
    filter: filterView(filter, question.readings, {
      ...{ kind: 'tuan', shown: isCurrent ? today : week.from, path: weekPath(week.from) },
    }),
    say: readings.length
      ? [
          ...saySlots(dated, 'trong tuần'),
          ...sayClosed(dated, closings),
          ...saySpans(due),
          ...sayWaiting(waiting),
          ...sayOlder(older),
        ]
      : [...saySlots([], 'trong tuần'), say('Xem kế hoạch của đơn vị', 'plain', '/ke-hoach')],
    firstSteps: question.readings.length || continuous.length || !recorder ? [] : FIRST_STEPS,
    waiting: shown.length ? cardsByDay(shown.map(card), shown.length > FEW) : null,
    waitingBulk: bulkOfWeek(waiting, lastOf(week), 'cả tuần trước', asked),
    weekBulk: isCurrent || waiting.length ? bulkOfWeek(dated, week, 'cả tuần', asked) : null,
    add: recorder && extraPath(isCurrent ? today : week.from),
    air: airLines(dated, stations),
    beat: beatOf(beat, isoWeekOf(week.from).year),
    always: continuous.map((obligation) => alwaysLine(obligation, recorder, now)),
    plans: planKeys(badges, weekPath(week.from)),
    ...weekDays(days, dated, { today, ...asked }),
    sheet: weekSheet({
      unit: frame.unit ?? '',
      range: week,
      days,
      spans: [...view.due, ...view.open],
      address: `${baseUrl}${weekPath(week.from)}`,
    }),
  }
}

const beatOf = (lines: readonly BeatLine[], year: number): WeekView['beat'] => ({
  year,
  lines: lines.map(({ planId, obligationId, airing, title, done, target }) => ({
    href: `/chi-tieu/${year}#${countAnchor(planId, obligationId, airing)}`,
    title: airing === 'rerun' ? `${title}, ${AIRING_NAMES.rerun.name.toLowerCase()}` : title,
    count: `${done}/${target}`,
  })),
})

const daysOf = ({ from }: DateRange): LocalDate[] => Array.from({ length: 7 }, (_, i) => addDays(from, i))

function lastWeeksDated(all: Reading[], week: DateRange): Reading[] {
  const last = lastOf(week)
  return all.filter((record) => isDated(record) && contains(last, record.at.dueDay)).sort(byDay)
}

const lastOf = (week: DateRange): DateRange => ({ from: addDays(week.from, -7), to: addDays(week.to, -7) })

/** Of last week; what does not fit stands behind the way to all of them. */
const MOST_WAITING = 10

type Asked = { now: Instant; recorder: Recorder; closings: readonly Closing[] }

function bulkOfWeek(readings: readonly Reading[], range: DateRange, words: string, asked: Asked) {
  const scope = { of: 'week', range, obligation: null } as const
  const { recorder } = asked
  return recorder && bulkLink(readings, scope, words, { ...asked, back: recorder.back })
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

const saySpans = (due: Reading[]): Say[] =>
  due.length ? [say(`${due.length} việc đến hạn trong tuần.`, 'strong')] : []

const sayWaiting = (waiting: Reading[]): Say[] =>
  waiting.length
    ? [
        say(
          `Tuần trước còn ${slotCount(waiting)} chưa xác nhận.`,
          'ask',
          waiting.length > MOST_WAITING ? unconfirmedPath() : null,
        ),
      ]
    : []

const sayOlder = (older: number): Say[] =>
  older ? [say(`Còn ${older} kỳ cũ hơn chưa xác nhận.`, 'ask', unconfirmedPath())] : []

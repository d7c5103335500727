/** The days of a week on a screen: as they come, or, where one has many slots, in rows that begin with today. */
import type { Reading } from '../../../core/reading.ts'
import type { Closing } from '../../../core/record/closing.ts'
import type { Instant, LocalDate } from '../../../core/wall-clock.ts'
import type { CardsByDay, DayView, SheetDay, WeekView } from '../../../templates/calendar-views.ts'
import type { SlotCard } from '../../../templates/slot-views.ts'
import { isJustSettled } from '../record/actions.ts'
import { bulkLink } from '../record/bulk.ts'
import type { Recorder } from '../record/tick.ts'
import { sayOutcomes } from '../say.ts'

/** More slots than this in a day make the week a full one. */
export const FEW = 3

/** By day, a row each, where there are more than cards have room for. */
export const cardsByDay = (cards: SlotCard[], isFull: boolean): CardsByDay =>
  isFull
    ? {
        slots: [],
        days: [...Map.groupBy(cards, ({ date }) => date)].map(([date, slots]) => ({ date, slots })),
      }
    : { slots: cards, days: [] }

type Around = { today: LocalDate; now: Instant; recorder: Recorder; closings: readonly Closing[] }

export function weekDays(
  days: readonly SheetDay[],
  dated: readonly Reading[],
  around: Around,
): Pick<WeekView, 'first' | 'days'> {
  const { today } = around
  const isFull = days.some(({ slots }) => slots.length > FEW)
  const shown = days.map((day) => dayView(day, dated, isFull, around))
  if (!isFull || !days.some(({ date }) => date === today))
    return { first: [], days: mergeEmpty(shown, today) }
  const waits = ({ date, folded, slots }: DayView) => date < today && folded === null && slots.length > 0
  const first = [
    ...shown.filter(({ isToday }) => isToday),
    ...shown.filter(waits).sort((a, b) => (a.date < b.date ? 1 : -1)),
  ]
  const later = shown.filter(({ date }) => date > today)
  const over = shown.filter((day) => day.date < today && !waits(day))
  return { first, days: mergeEmpty([...later, ...over], today) }
}

function dayView(
  day: SheetDay,
  dated: readonly Reading[],
  isFull: boolean,
  { today, now, recorder, closings }: Around,
): DayView {
  const own = dated.filter(({ at }) => at.dueDay === day.date)
  const scope = { of: 'day', range: { from: day.date, to: day.date }, obligation: null } as const
  const rests = day.slots.every(({ settled }) => settled) && !own.some((one) => isJustSettled(one, now))
  return {
    ...day,
    ...{ until: null, isToday: day.date === today, dense: isFull },
    folded: isFull && own.length && day.date !== today && rests ? sayOutcomes(own) : null,
    bulk: recorder && bulkLink(own, scope, 'cả ngày', { now, back: recorder.back, closings }),
  }
}

/** Days in a row without anything take one line; today and holidays keep theirs. */
function mergeEmpty(days: readonly DayView[], today: LocalDate): DayView[] {
  const merged: DayView[] = []
  for (const view of days) {
    const last = merged.at(-1)
    const both = last && [last, view].every((one) => !one.slots.length && !one.isToday && !one.holiday)
    // Behind what lies ahead, the days that are over begin anew.
    if (both && last.date > today === view.date > today) last.until = view.date
    else merged.push({ ...view })
  }
  return merged
}

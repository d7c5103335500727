/** A unit's week for everybody: what is planned and how it ended, without what only the office needs. */

import type { WorkCalendar } from '../../../core/plan/work-calendar.ts'
import { isAsked, isDated, type Reading } from '../../../core/reading.ts'
import { isSettled } from '../../../core/standing.ts'
import { addDays, type DateRange, type Instant, isoWeekOf } from '../../../core/wall-clock.ts'
import { slotCount } from '../../../core/words/slot-words.ts'
import { rangeInWords } from '../../../core/words/words.ts'
import type { Unit } from '../../../store/units.ts'
import type { PublicWeekView } from '../../../templates/subscription-views.ts'
import type { Frame, Preview } from '../../../templates/views.ts'
import { publicWeekPath } from '../paths.ts'
import { weekView } from './week.ts'

export type PublicWeekQuestion = {
  frame: Frame
  unit: Unit
  /** Monday to Sunday. */
  week: DateRange
  readings: readonly Reading[]
  now: Instant
  calendar: WorkCalendar
  baseUrl: string
}

export function publicWeekView({ unit, week, ...question }: PublicWeekQuestion): PublicWeekView {
  const { pager, days } = weekView({ ...question, week, recorder: null })
  const path = (days: number) => publicWeekPath(unit.code, addDays(week.from, days))
  const settled = settledIds(question)
  return {
    frame: { ...question.frame, preview: previewOf({ ...question, unit, week }) },
    unit: unit.name,
    pager: {
      ...pager,
      previous: { ...pager.previous, href: path(-7) },
      next: { ...pager.next, href: path(7) },
      current: pager.current && { ...pager.current, href: publicWeekPath(unit.code) },
    },
    // What nobody has confirmed yet is the office's business.
    days: days.map((day) => ({
      ...day,
      slots: day.slots.map((card) => ({
        ...card,
        tag: settled.has(card.id) ? card.tag : null,
        gone: card.gone && { ...card.gone, href: publicWeekPath(unit.code, card.gone.date) },
        item: null,
      })),
    })),
    signIn: { href: '/dang-nhap', words: 'Cán bộ của đơn vị: đăng nhập' },
  }
}

/** What a message with the week's address shows: whose week it is, its days, and how much is planned. */
function previewOf({ unit, week, readings, baseUrl }: PublicWeekQuestion): Preview {
  const planned = readings.filter(isAsked).filter(isDated)
  const many = planned.length ? `${slotCount(planned)} trong tuần` : 'Tuần này không có việc nào'
  return {
    title: `Lịch phát thanh tuần ${isoWeekOf(week.from).week} · ${unit.name}`,
    words: `${rangeInWords(week)}. ${many}. Lịch phát thanh và truyền thông của ${unit.name}.`,
    url: `${baseUrl}${publicWeekPath(unit.code, week.from)}`,
    image: `${baseUrl}/assets/icons/share.png`,
  }
}

const settledIds = ({ readings }: Pick<PublicWeekQuestion, 'readings'>): Set<string> =>
  new Set(readings.flatMap(({ slot, at }) => (isSettled(at.standing) ? [slot.id] : [])))

/** The page of days off: two years as they hold for the office, and the office's own as it writes them. */
import { KIND_WORDS, writeOwnDays } from '../../../core/plan/own-days.ts'
import type { WorkCalendar } from '../../../core/plan/work-calendar.ts'
import type { Problem } from '../../../core/problem.ts'
import { type LocalDate, localDateOf, yearOf } from '../../../core/wall-clock.ts'
import { dayInWords, documentDay } from '../../../core/words/words.ts'
import type { SaidDays } from '../../../store/own-days.ts'
import type { DaysOffView } from '../../../templates/calendar-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { say } from '../say.ts'

export type DaysOffQuestion = {
  frame: Frame
  /** With the office's own. */
  work: WorkCalendar
  own: SaidDays | null
  today: LocalDate
  mayChange: boolean
  /** What was typed and is not taken. */
  sent: { lines: string; problem: Problem } | null
}

export function daysOffView({ frame, work, own, today, mayChange, sent }: DaysOffQuestion): DaysOffView {
  const year = yearOf(today)
  const errors = sent && 'errors' in sent.problem ? (sent.problem.errors ?? []) : []
  return {
    frame,
    say: [
      say('Ngày nghỉ dời hạn của cơ quan về ngày làm việc trước đó; không bao giờ bỏ một lần phát.'),
      say('Ngày ghi “tạm tính” còn chờ Chính phủ quyết định.', 'ask'),
    ],
    years: [year, year + 1].map((each) => ({ year: each, days: linesOf(work, own, each) })),
    held: heldWords(own),
    mayChange,
    summary: sent?.problem.detail ?? null,
    errors: errors.length > 1 ? errors.map(({ message }) => message) : [],
    lines: sent?.lines ?? writeOwnDays(own?.days ?? []),
  }
}

function linesOf(
  work: WorkCalendar,
  own: SaidDays | null,
  year: number,
): DaysOffView['years'][number]['days'] {
  const ours = new Set(own?.days.map(({ date }) => date))
  return [...work.values()]
    .filter(({ date }) => yearOf(date) === year)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, kind, name, source, provisional }) => ({
      ...{ when: dayInWords(date), name, source },
      note: [
        KIND_WORDS[kind],
        ...(provisional ? ['tạm tính'] : []),
        ...(ours.has(date) ? ['của đơn vị'] : []),
      ].join(', '),
    }))
}

function heldWords(own: SaidDays | null): string {
  if (!own?.days.length) return 'Đơn vị chưa đặt ngày nào: dùng ngày nghỉ chung của cả nước.'
  return `${own.days.length} ngày, ${own.by} lưu ngày ${documentDay(localDateOf(own.setAt))}. Ngày trùng thì theo đơn vị.`
}

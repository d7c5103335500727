/** A cell of the year's table: what a month, or a window of months, holds of one obligation. */

import { cellOf } from '../../../core/count/cell.ts'
import { countSlots } from '../../../core/count/count-rows.ts'
import type { Reading } from '../../../core/reading.ts'
import { type DateRange, type LocalDate, monthOf, yearOf } from '../../../core/wall-clock.ts'
import { periodInWords } from '../../../core/words/period-words.ts'
import { documentDay, shortDay } from '../../../core/words/words.ts'
import type { YearCell } from '../../../templates/calendar-views.ts'
import { hasOnlyEnd, windowOf } from '../span.ts'

export function monthCell(readings: readonly Reading[], month: number): YearCell {
  const { text, words, look } = cellOf(countSlots(readings))
  return { month, span: 1, text, words: words && `tháng ${month}: ${words}`, look }
}

/** A window over its months, a deadline on its month. */
export function spanCell(records: readonly Reading[], year: number): YearCell {
  const [first] = records as [Reading]
  const window = windowOf(first)
  const from = yearOf(window.from) < year ? 1 : monthOf(window.from)
  const to = yearOf(window.to) > year ? 12 : monthOf(window.to)
  const end = hasOnlyEnd(first)
  const name = end ? endName(window.to, year) : windowName(window, year)
  const state = spanState(records)
  return {
    month: end ? to : from,
    span: end ? 1 : to - from + 1,
    text: state.look === 'outside' ? `(${name})` : `${state.sign}${name}`,
    words: `${end ? `hạn ${documentDay(window.to)}` : name}: ${state.words}`,
    look: state.look ?? (end ? 'due' : 'span'),
  }
}

/** A deadline of a later year stands at this year's end, pointing on. */
const endName = (day: LocalDate, year: number): string =>
  yearOf(day) > year ? `› ${monthOf(day)}/${yearOf(day)}` : shortDay(day)

function windowName(window: DateRange, year: number): string {
  const name = periodInWords(window)
  return name === `năm ${year}` ? 'trong năm' : name.replace(`/${year}`, '')
}

function spanState(records: readonly Reading[]): {
  sign: string
  words: string
  look: YearCell['look'] | null
} {
  const { scheduled: all, done: kept, unconfirmed: waiting, due, remaining, ...rest } = countSlots(records)
  const failed = rest.missed + rest.excused + rest.short
  const outside = all - due - remaining
  const many = all > 1 ? `${kept}/${all} ` : ''
  if (all === 0) return { sign: 'nếu có: ', words: 'chưa phát sinh', look: 'always' }
  if (kept === all) return { sign: all > 1 ? many : '1/1 ', words: 'đã thực hiện', look: 'kept' }
  if (waiting) return { sign: '? ', words: 'chưa xác nhận', look: 'ask' }
  if (failed === all) return { sign: '0/1 ', words: 'không thực hiện', look: 'missed' }
  if (outside === all) return { sign: '', words: 'trước ngày có hiệu lực', look: 'outside' }
  return { sign: many, words: many ? `đã thực hiện ${many.trim()}` : 'chưa thực hiện', look: null }
}

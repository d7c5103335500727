/** What else of a row leaves open whether it was an airing, beside its state: such rows are never recorded unseen. */
import { foldTone, tidy } from '../text.ts'
import { daysBetween, type LocalDate, weekdayIndex } from '../wall-clock.ts'
import { documentDay, weekdayName } from '../words/words.ts'
import type { AiringState } from './airing-state.ts'
import { type Cell, weekdaySaid } from './play-time.ts'

/** `dateCell` as it stands; `until` the day on which the row says that it ended; `notes` what its remarks say. */
export type RowSaid = {
  day: LocalDate
  dateCell: Cell
  until: LocalDate | null
  title: string
  notes: readonly Cell[]
  stateOf: (cell: Cell) => AiringState
}

const TITLE_OF_NONE =
  /^[^\p{L}]*(?:(?:đã )?(?:hủy|huỷ|hoãn|dừng|xóa|xoá|bỏ)|không phát|chưa phát|lỗi|thử|test|demo|nháp|cancel(?:l?ed)?)(?![\p{L}])/u
/** "Không" and "Không có" under "Ghi chú" say that there is nothing to say. */
const NO_NOTE = /^(?:không(?: có(?: gì)?)?|khong|ko|no|none|n\/a|false|0|-)[.!]?$/u

/** Null where nothing does. */
export function doubtOf({ day, dateCell, until, title, notes, stateOf }: RowSaid): string | null {
  const weekday = weekdaySaid(dateCell)
  if (weekday !== null && weekday !== weekdayIndex(day) + 1)
    return `hệ thống ghi “${short(dateCell)}” nhưng ${documentDay(day)} là ${weekdayName(day)}`
  if (until !== null && Math.abs(daysBetween(day, until)) > 1)
    return `hệ thống ghi từ ${documentDay(day)} đến ${documentDay(until)}, chưa rõ đã phát ngày nào`
  if (TITLE_OF_NONE.test(foldTone(title))) return `tên ghi “${short(title)}”, chưa rõ đã phát hay chưa`
  const note = notes.find((cell) => stateOf(cell).kind === 'silent' && !NO_NOTE.test(plain(cell)))
  return note === undefined ? null : `ghi chú “${short(note)}”, chưa rõ đã phát hay chưa`
}

const plain = (cell: Cell): string => foldTone(tidy(String(cell ?? '')))
const short = (cell: Cell): string => tidy(String(cell ?? '')).slice(0, 40)

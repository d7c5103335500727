/** A slot in a list, by its words: every page, message and paper that lists slots begins with these. */
import { slotPath } from '../places.ts'
import type { Reading } from '../reading.ts'
import type { LocalDate, WallTime } from '../wall-clock.ts'
import { periodInWords } from './period-words.ts'
import { slotDetails, slotTitle } from './slot-words.ts'
import { dayInWords } from './words.ts'

export type SlotName = {
  href: string
  /** `05:30 thứ Hai 4/8/2025`, or its period. */
  when: string
  title: string
  /** `phát mới`, `số 16/26`, `15 phút` */
  details: string[]
}

export const slotName = (reading: Reading): SlotName => ({
  href: slotPath(reading.slot.id),
  when: whenWords(reading),
  title: slotTitle(reading.slot, reading.obligation),
  details: slotDetails(reading.slot, reading.obligation),
})

const whenWords = ({ slot, at }: Reading): string =>
  slot.window && !at.moved ? periodInWords(slot.window) : momentWords(at.dueDay, at.dueTime)

/** `05:30 thứ Hai 4/8/2025` */
export const momentWords = (day: LocalDate, time: WallTime | null): string =>
  time === null ? dayInWords(day) : `${time} ${dayInWords(day)}`

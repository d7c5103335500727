/** A slot in a list: when, what, which issue, how it stands. */
import type { Reading } from '../../core/reading.ts'
import type { LocalDate, WallTime } from '../../core/wall-clock.ts'
import { periodInWords } from '../../core/words/period-words.ts'
import { slotDetails, slotTitle } from '../../core/words/slot-words.ts'
import { dayInWords } from '../../core/words/words.ts'
import type { SlotLine } from '../../templates/slot-views.ts'
import { slotPath } from './places.ts'
import { tagOf } from './tag.ts'

export const slotLine = (reading: Reading): SlotLine => ({
  href: slotPath(reading.slot.id),
  when: whenOf(reading),
  title: slotTitle(reading.slot, reading.obligation),
  details: slotDetails(reading.slot, reading.obligation),
  tag: tagOf(reading),
})

const whenOf = ({ slot, at }: Reading): string =>
  slot.window && !at.moved ? periodInWords(slot.window) : momentWords(at.dueDay, at.dueTime)

/** `05:30 thứ Hai 4/8/2025` */
export const momentWords = (day: LocalDate, time: WallTime | null): string =>
  time === null ? dayInWords(day) : `${time} ${dayInWords(day)}`

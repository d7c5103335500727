/** A slot in a list, by its words: every page, message and paper that lists slots begins with these. */
import { slotPath } from '../paths.ts'
import type { Obligation } from '../plan.ts'
import type { Slot } from '../slot.ts'
import { type Due, dueOf } from '../standing.ts'
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

/** Of a reading, or of whatever else says where the slot is due. */
type Named = { slot: Slot; obligation: Obligation; at: Due }

export const slotName = ({ slot, obligation, at }: Named): SlotName => ({
  href: slotPath(slot.id),
  when: whenWords(slot, at),
  title: slotTitle(slot, obligation),
  details: slotDetails(slot, obligation),
})

/** Where an edition has it, whatever was recorded. */
export const plannedName = (slot: Slot, obligation: Obligation): SlotName =>
  slotName({ slot, obligation, at: dueOf(slot, []) })

const whenWords = (slot: Slot, at: Due): string =>
  slot.window && !at.moved ? periodInWords(slot.window) : momentWords(at.dueDay, at.dueTime)

/** `05:30 thứ Hai 4/8/2025` */
export const momentWords = (day: LocalDate, time: WallTime | null): string =>
  time === null ? dayInWords(day) : `${time} ${dayInWords(day)}`

/** A button that records at once, and the addresses of the forms behind the others. */

import type { Fact } from '../../../core/fact.ts'
import type { Reading } from '../../../core/reading.ts'
import type { Tick } from '../../../templates/slot-views.ts'
import { slotPath } from '../paths.ts'

/** Who looks, where they come back to, and whether their word alone accepts a reason. */
export type Somebody = { id: string; back: string; mayExcuse: boolean }
/** Null for somebody who may not record. */
export type Recorder = Somebody | null

/** A form sent twice carries the same key; another person's, or one after something changed, does not. */
export const keyOf = ({ id }: { id: string }, { slot, facts }: Reading, what: string): string =>
  `${id}-${facts.length}-${what}-${slot.id}`

export const formPath = (slotId: string, form: string, back: string): string =>
  `${slotPath(slotId)}/ghi/${form}?ve=${encodeURIComponent(back)}`

/** The same for an obligation without slots, whose state is the fact that was recorded on it last. */
export const logKey = ({ id }: { id: string }, last: Fact | undefined, what: string, path: string): string =>
  `${id}-${last?.id ?? 0}-${what}-${path}`

/** `place` for one of several where something is posted. */
export const tickOf = (
  record: Reading,
  recorder: { id: string; back: string },
  kind: string,
  words: string,
  place: string | null = null,
): Tick => ({
  action: `${slotPath(record.slot.id)}/ghi`,
  kind,
  words,
  place,
  key: keyOf(recorder, record, place ? `${kind}-${place}` : kind),
  back: recorder.back,
})

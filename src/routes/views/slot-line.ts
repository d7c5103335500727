/** A slot in a list of a page: its name and its tag. */
import type { Reading } from '../../core/reading.ts'
import { slotName } from '../../core/words/slot-name.ts'
import type { SlotLine } from '../../templates/slot-views.ts'
import { tagOf } from './tag.ts'

export const slotLine = (reading: Reading): SlotLine => ({ ...slotName(reading), tag: tagOf(reading) })

/** Slots of the office of whoever asks, as they stand now: read and judged in portions, however many they are. */
import { type Reading, read } from '../core/reading.ts'
import { inPortions } from '../portions.ts'
import type { SlotFilter } from '../store/slot-search.ts'
import { listSlots } from '../store/slots.ts'
import { type Ctx, momentIn } from './env.ts'

export async function readingsOf(c: Ctx, filter: SlotFilter): Promise<Reading[]> {
  const { deps, who, breathe } = c.var
  const records = await listSlots(deps.db, who.unit, filter, breathe)
  return inPortions(records, breathe, (some) => read(some, momentIn(c)), 2000)
}

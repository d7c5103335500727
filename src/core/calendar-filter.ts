/** Which slots of a calendar somebody wants to see: those of a plan, a duty, a channel, an office. */
import { CHANNELS, type Channel } from './channel.ts'
import type { SlotRecord } from './reading.ts'

/** Null asks for all. `duty` is `<plan>:<clause>`. */
export type CalendarFilter = {
  plan: string | null
  duty: string | null
  channel: Channel | null
  lead: string | null
}

export const NO_FILTER: CalendarFilter = { plan: null, duty: null, channel: null, lead: null }

export const isFiltered = (filter: CalendarFilter): boolean =>
  Object.values(filter).some((wanted) => wanted !== null)

export const isChannel = (text: string): text is Channel => (CHANNELS as readonly string[]).includes(text)

/** `<plan>:<clause>` of a slot's duty. */
export const dutyOf = ({ planId, obligationId }: Filtered['slot']): string => `${planId}:${obligationId}`

type Filtered = Pick<SlotRecord, 'slot' | 'obligation'>

export const passes = (
  { plan, duty, channel, lead }: CalendarFilter,
  { slot, obligation }: Filtered,
): boolean =>
  (plan === null || slot.planId === plan) &&
  (duty === null || dutyOf(slot) === duty) &&
  (channel === null || obligation.channels.includes(channel)) &&
  (lead === null || obligation.lead === lead)

/** Which slots of a calendar somebody wants to see: those of a plan, an obligation, a channel, an office. */
import { CHANNELS, type Channel } from './channel.ts'
import type { SlotRecord } from './reading.ts'

/** Null asks for all. `obligation` is `<plan>:<clause>`. */
export type CalendarFilter = {
  plan: string | null
  obligation: string | null
  channel: Channel | null
  lead: string | null
}

export const NO_FILTER: CalendarFilter = { plan: null, obligation: null, channel: null, lead: null }

export const isFiltered = (filter: CalendarFilter): boolean =>
  Object.values(filter).some((wanted) => wanted !== null)

export const isChannel = (text: string): text is Channel => (CHANNELS as readonly string[]).includes(text)

/** `<plan>:<clause>` of a slot's obligation. */
export const obligationOf = ({ planId, obligationId }: Filtered['slot']): string =>
  `${planId}:${obligationId}`

type Filtered = Pick<SlotRecord, 'slot' | 'obligation'>

export const passes = (wanted: CalendarFilter, { slot, obligation }: Filtered): boolean =>
  (wanted.plan === null || slot.planId === wanted.plan) &&
  (wanted.obligation === null || obligationOf(slot) === wanted.obligation) &&
  (wanted.channel === null || obligation.channels.includes(wanted.channel)) &&
  (wanted.lead === null || obligation.lead === wanted.lead)

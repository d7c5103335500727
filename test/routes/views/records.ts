/** Slots of a plan as the store answers them, without a store. */
import { calendars } from '../../../src/calendars.ts'
import type { Fact } from '../../../src/core/fact.ts'
import type { Obligation, Plan } from '../../../src/core/plan.ts'
import type { SlotRecord } from '../../../src/core/reading.ts'
import { untouched } from '../../../src/core/reading.ts'
import { expand } from '../../../src/core/slot.ts'
import type { Instant } from '../../../src/core/wall-clock.ts'

export const recordsOf = (plan: Plan, facts: readonly Fact[] = []): SlotRecord[] =>
  expand(plan, calendars.periods).map((slot) => ({
    ...untouched(slot, plan.obligations.find(({ id }) => id === slot.obligationId) as Obligation),
    facts: facts.filter(({ slotId }) => slotId === slot.id),
    revision: 1,
  }))

/** A fact about a slot, recorded when it happened. */
export const factOf = (slotId: string, kind: Fact['kind'], at: Instant, more: Partial<Fact> = {}): Fact => {
  const [planId = '', obligationId = ''] = slotId.split(':')
  const blank = { minutes: null, note: null, link: null, reason: null, to: null, corrects: null, place: null }
  const rest = {
    people: null,
    value: null,
    document: null,
    file: null,
    making: null,
    madeAt: null,
    incidentId: null,
  }
  const base = { planId, obligationId, slotId, kind, at, recordedAt: at, by: 'Y Lan' }
  return { id: `${slotId} ${kind} ${at}`, ...base, ...blank, ...rest, ...more }
}

export const frame = {
  title: 'Thử',
  page: 'thu',
  unit: 'UBND xã Thử',
  nav: [],
  menu: null,
  flash: null,
  above: null,
  preview: null,
}

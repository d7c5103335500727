/** The public shapes of a plan and its calendar: what `calendar --format json` prints and the API answers. */
import type { Cadence } from '../cadence.ts'
import type { Obligation, Plan } from '../plan.ts'
import { rateRange } from '../plan-range.ts'
import { deadlineWindow, type Slot, slotJson } from '../slot.ts'
import type { Warning } from './lint.ts'

export function planJson(plan: Plan) {
  const { id, title, unit, number, issued, inForceFrom, year } = plan
  return { id, title, unit, number, issued, inForceFrom, year }
}

/** Every kind has the common fields, null where they don't apply; a kind's own come after them. */
function cadenceJson(plan: Plan, cadence: Cadence) {
  const { kind, conditional, anchor } = cadence
  const common = {
    kind,
    rrule: null as string | null,
    declared: 'declared' in cadence ? cadence.declared : null,
    reruns: null as { times: number; afterDays: number[] } | null,
    minutes: 'minutes' in cadence ? cadence.minutes : null,
    window: 'window' in cadence ? cadence.window : null,
    before: null as string | null,
    anchor,
    conditional,
  }
  switch (cadence.kind) {
    case 'rate':
      return {
        ...common,
        rrule: cadence.rrule,
        reruns: cadence.reruns && { times: cadence.reruns.times, afterDays: cadence.reruns.afterDays },
        window: rateRange(plan, cadence.window),
      }
    case 'window':
      return { ...common, times: cadence.times }
    case 'deadline':
      return { ...common, before: cadence.before, window: deadlineWindow(plan, cadence) }
    case 'report':
      return { ...common, periods: cadence.periods }
    case 'event-offset':
      return { ...common, trigger: cadence.trigger, days: cadence.days, times: cadence.times }
    case 'measure':
      return { ...common, target: cadence.target }
    case 'continuous':
      return { ...common, minimum: cadence.minimum }
  }
}

function obligationJson(plan: Plan, obligation: Obligation) {
  const { id, title, channels, lead, support, quote, cadence, assumptions } = obligation
  return { id, title, channels, lead, support, quote, cadence: cadenceJson(plan, cadence), assumptions }
}

export const calendarJson = (plan: Plan, slots: readonly Slot[], warnings: Warning[]) => ({
  plan: planJson(plan),
  obligations: plan.obligations.map((obligation) => obligationJson(plan, obligation)),
  slots: slots.map(slotJson),
  warnings,
})

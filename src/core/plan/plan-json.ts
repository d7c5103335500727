/** The public shapes of a plan and its calendar: what `calendar --format json` prints and the API answers and takes back. */
import type { Cadence } from '../cadence.ts'
import type { Obligation, Plan } from '../plan.ts'
import { rateRange } from '../plan-range.ts'
import { deadlineWindow, type Slot, slotJson } from '../slot.ts'
import { formatInstant } from '../wall-clock.ts'
import type { Changes } from './changes.ts'
import type { AdoptedPlan, Edition } from './edition.ts'
import type { Warning } from './lint.ts'

export function planJson(plan: Plan) {
  const { id, title, unit, number, issued, inForceFrom, year } = plan
  return { id, title, unit, number, issued, inForceFrom, year }
}

/** With what the calendar does not need: enough to send the plan in again. */
const wholePlanJson = (plan: Plan) => {
  const { until, silentDays, assumptions, succeeds, madeFrom, topics } = plan
  return { ...planJson(plan), until, silentDays, assumptions, succeeds, madeFrom, topics }
}

/** Every kind has the common fields, null where they don't apply; a kind's own come after them. */
function cadenceJson(plan: Plan, cadence: Cadence) {
  const { kind, conditional, anchor } = cadence
  const common = {
    kind,
    rrule: null as string | null,
    declared: 'declared' in cadence ? cadence.declared : null,
    reruns: null as { times: number; afterDays: number[]; time?: string } | null,
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
        reruns: cadence.reruns && rerunsJson(cadence.reruns),
        window: rateRange(plan, cadence.window),
        ...{ start: cadence.start, time: cadence.time, duration: cadence.duration },
      }
    case 'window':
      return { ...common, times: cadence.times }
    case 'deadline':
      return { ...common, before: cadence.before, window: deadlineWindow(plan, cadence) }
    case 'report':
      return { ...common, periods: cadence.periods, dueDay: cadence.dueDay }
    case 'event-offset': {
      const { trigger, afterDays, days, times, duration } = cadence
      return { ...common, trigger, afterDays, days, times, duration }
    }
    case 'measure':
      return { ...common, target: cadence.target }
    case 'continuous':
      return { ...common, minimum: cadence.minimum }
  }
}

const rerunsJson = ({
  times,
  afterDays,
  time,
}: {
  times: number
  afterDays: number[]
  time: string | null
}) => ({ times, afterDays, ...(time !== null && { time }) })

function obligationJson(plan: Plan, obligation: Obligation) {
  const { id, clause, title, channels, lead, support, quote, cadence, assumptions } = obligation
  return {
    id,
    ...(clause !== id && { clause }),
    ...{ title, channels, lead, support, quote },
    cadence: cadenceJson(plan, cadence),
    assumptions,
  }
}

export const calendarJson = (plan: Plan, slots: readonly Slot[], warnings: Warning[]) => ({
  plan: planJson(plan),
  obligations: plan.obligations.map((obligation) => obligationJson(plan, obligation)),
  slots: slots.map(slotJson),
  warnings,
})

/** The same with all that a plan is: `planData` takes it back. */
export const wholeCalendarJson = (plan: Plan, slots: readonly Slot[], warnings: Warning[]) => ({
  ...calendarJson(plan, slots, warnings),
  plan: wholePlanJson(plan),
  obligations: plan.obligations.map((obligation) => {
    const { cadence, ...said } = obligationJson(plan, obligation)
    return { ...said, cadence: { ...cadence, ...(leavesWindow(obligation.cadence) && { windowOf: 'plan' }) } }
  }),
})

/** Its window, or the first day of it, is the plan's own: its file does not say it. */
const leavesWindow = (cadence: Cadence): boolean =>
  (cadence.kind === 'rate' && cadence.window === null) ||
  (cadence.kind === 'deadline' && cadence.window?.from === null)

/** A plan as its file has it, without what only storing it adds. */
export function planFile(plan: Plan | AdoptedPlan): Plan {
  const { edition: _, origin, ends, ...file } = plan as AdoptedPlan
  return file
}

export const editionJson = ({ number, origin, originOf, by, at, from, amends, hash, state }: Edition) => ({
  ...{ number, origin, originOf, by, at: formatInstant(at), from, amends, hash, state },
})

export const changesJson = ({ obligations, slots }: Changes) => ({
  obligations: {
    added: obligations.added.map(named),
    removed: obligations.removed.map(named),
    changed: obligations.changed.map(({ before, after, fields }) => ({
      ...named(after),
      fields: fields.map((field) => ({ field, before: before[field], after: after[field] })),
    })),
  },
  slots: {
    added: slots.added.map(slotJson),
    moved: slots.moved.map(({ before, after }) => ({ ...slotJson(after), was: placeJson(before) })),
    dropped: slots.dropped.map(slotJson),
    kept: slots.kept.map(slotJson),
  },
})

const named = ({ id, clause, title }: Obligation) => ({ id, clause, title })

const placeJson = (slot: Slot) => {
  const { start, end, window } = slotJson(slot)
  return { start, end, window }
}

type Loose = Record<string, unknown>
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A plan file's data from what the API gives: `{plan, obligations, slots, warnings}`, or an edition's `{edition, plan}`.
 * Anything else is taken for a plan file as it is.
 */
export function planData(data: unknown): unknown {
  if (!isLoose(data) || !isLoose(data.plan)) return data
  const { plan, obligations } = data
  if (!Array.isArray(obligations)) return plan
  return { ...plan, obligations: obligations.map(obligationData) }
}

function obligationData(obligation: unknown): unknown {
  if (!isLoose(obligation) || !isLoose(obligation.cadence)) return obligation
  const { windowOf, window, ...rest } = obligation.cadence
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  const own = statedWindow(window, { ...said, windowOf })
  return { ...obligation, cadence: own === null ? said : { ...said, window: own } }
}

/** What was worked out from the plan's year is left to it again. */
function statedWindow(window: unknown, { kind, before, windowOf }: Loose): unknown {
  if (!isLoose(window) || before !== undefined) return null
  if (windowOf !== 'plan') return window
  return kind === 'deadline' ? { to: window.to } : null
}

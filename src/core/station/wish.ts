/** A rate that waits for its hour, and perhaps for its days: what the plan or a person said already stays. */
import type { CadenceOf } from '../cadence.ts'
import type { Channel, Obligation, Plan } from '../plan.ts'
import { rateRange } from '../plan-range.ts'
import type { DateRange, WallTime, Weekday } from '../wall-clock.ts'
import { freeDays } from './rhythm.ts'
import { airChannel, type Station } from './station.ts'

/** As in a plan; null, or a rule without days, where nobody said. */
export type LooseRate = Omit<CadenceOf<'rate'>, 'time' | 'reruns'> & {
  time: WallTime | null
  reruns: { times: number; afterDays: number[] | null; time: WallTime | null } | null
}

export type Wish = {
  planId: string
  obligationId: string
  /** Null for what takes no air time: a post, a meeting. It gets a day of the week and an office hour. */
  channel: Channel | null
  /** The days in which the rule may fall. */
  range: DateRange
  /** Of its plan; the station's own come to it. */
  silentDays: readonly Weekday[]
  /** How often in each period of a rule that names no days. */
  times: number
  cadence: LooseRate
}

/** The length of a programme whose plan states none, in minutes. */
const USUAL_MINUTES = 15

export const minutesOf = ({ cadence }: Pick<Wish, 'cadence'>): number =>
  cadence.duration ?? cadence.minutes?.max ?? USUAL_MINUTES

/** An obligation whose rhythm makes airings. */
export type RateObligation = Obligation & { cadence: CadenceOf<'rate'> }
export const isRate = (obligation: Obligation): obligation is RateObligation =>
  obligation.cadence.kind === 'rate'

/** What of a rate stays when its hour is to be found anew. */
export type Keep = { days: boolean; time: boolean }

/** An obligation of a plan as a wish; with both kept it is placed where it stands. */
export function wishOf(
  plan: Plan,
  obligation: RateObligation,
  stations: readonly Station[],
  keep: Keep,
): Wish {
  const { cadence, id, channels } = obligation
  const free = keep.days ? null : freeDays(cadence.rrule)
  const reruns = cadence.reruns && { ...cadence.reruns, time: keep.time ? cadence.reruns.time : null }
  return {
    planId: plan.id,
    obligationId: id,
    channel: airChannel(channels, stations),
    range: rateRange(plan, cadence.window),
    silentDays: plan.silentDays,
    times: free?.times ?? 1,
    cadence: {
      ...cadence,
      rrule: free?.rrule ?? cadence.rrule,
      start: free ? null : cadence.start,
      time: keep.time ? cadence.time : null,
      reruns,
    },
  }
}

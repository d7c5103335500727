/** Obligations that bear one title: in a list of slots only their clause, or their plan, tells them apart. */
import { obligationOf } from '../calendar-filter.ts'
import type { SlotRecord } from '../reading.ts'
import { shortTitle } from './plan-sign.ts'

/** `mục C.I.2.a` beside another of the same plan; the plan's short title beside one of another plan. */
export type Twin = { clause: string | null; plan: string | null }
export type Twins = ReadonlyMap<string, Twin>

type Listed = Pick<SlotRecord, 'slot' | 'obligation' | 'plan'>

/** Of those in a list that need it, by `obligationOf`. */
export function twinsOf(listed: readonly Listed[]): Twins {
  const each = new Map(listed.map((one) => [obligationOf(one.slot), one]))
  const alike = [...Map.groupBy(each.values(), ({ obligation }) => obligation.title).values()]
  return new Map(
    alike
      .filter(({ length }) => length > 1)
      .flatMap((of) => of.map((one): [string, Twin] => [obligationOf(one.slot), twinAmong(of, one)])),
  )
}

function twinAmong(alike: readonly Listed[], { slot, obligation, plan }: Listed): Twin {
  const ofPlan = alike.filter((one) => one.slot.planId === slot.planId)
  return {
    clause: ofPlan.length > 1 ? `mục ${obligation.clause}` : null,
    plan: ofPlan.length < alike.length ? shortTitle(plan.title) : null,
  }
}

/** Where no sign of the plan stands beside it. */
export function twinDetails(twins: Twins, { slot }: Pick<Listed, 'slot'>): string[] {
  const { clause = null, plan = null } = twins.get(obligationOf(slot)) ?? {}
  return [clause, plan].filter((words) => words !== null)
}

/** `Bản tin của xã, mục C.I.2.a` */
export const apartTitle = (twins: Twins, one: Pick<Listed, 'slot' | 'obligation'>): string =>
  [one.obligation.title, ...twinDetails(twins, one)].join(', ')

/** Beside the sign of its plan. */
export const twinClause = (twins: Twins, { slot }: Pick<Listed, 'slot'>): string | null =>
  twins.get(obligationOf(slot))?.clause ?? null

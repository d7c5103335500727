/** "Xếp giờ": hours for several obligations of a plan at once, beside all that its unit has on air. */

import type { ReportPeriods } from '../core/period.ts'
import type { Air } from '../core/plan/lint-air.ts'
import type { Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import { expand } from '../core/slot.ts'
import { airtimeOf, clashes, outsideSessions } from '../core/station/airtime.ts'
import { type Placed, place } from '../core/station/place.ts'
import { placedWords } from '../core/station/place-words.ts'
import { explainLeft, type Left } from '../core/station/remedy.ts'
import type { Station } from '../core/station/station.ts'
import { isRate, type Keep, type RateObligation, wishOf } from '../core/station/wish.ts'
import type { Act } from './act.ts'
import { airOf } from './air.ts'

export type Arranged = {
  /** With the hours that were found. */
  plan: Plan
  rates: RateObligation[]
  found: ReadonlyMap<string, { placed: Placed; why: string }>
  left: ReadonlyMap<string, Left>
  /** Obligations that are heard together with something, or outside the station's hours. */
  wanting: string[]
  stations: readonly Station[]
}

/** `chosen`: the obligations whose hours are found anew; null for those that want one. */
export async function arrange(
  act: Act,
  plan: Plan,
  chosen: readonly string[] | null,
  keep: Keep,
): Promise<Arranged> {
  const air = await airOf(act.db, act.who.unit, planRange(plan))
  return arrangeIn(air, plan, { chosen, keep, periods: act.calendars.periods })
}

type Asked = { chosen: readonly string[] | null; keep: Keep; periods: ReportPeriods }

/** The same beside what somebody read already. */
export function arrangeIn({ stations, taken }: Air, plan: Plan, { chosen, keep, periods }: Asked): Arranged {
  const rates = plan.obligations.filter(isRate)
  const others = taken.filter(({ planId }) => planId !== plan.id)
  const own = airtimeOf(plan, expand(plan, periods), stations)
  const met = clashes([...own, ...others]).flatMap(({ first, second }) => [first, second])
  const bad = [...met, ...outsideSessions(own, stations)].filter(({ planId }) => planId === plan.id)
  const wanting = [...new Set(bad.map(({ obligationId }) => obligationId))]
  const again = new Set(chosen ?? [])
  const wishes = rates
    .filter(({ id }) => again.has(id))
    .map((obligation) => wishOf(plan, obligation, stations, keep))
  const staying = own.filter(({ obligationId }) => !again.has(obligationId))
  const { placed, left, book } = place(wishes, stations, [...others, ...staying])
  const wishFor = new Map(wishes.map((wish) => [wish.obligationId, wish]))
  const cadences = new Map(placed.map(({ obligationId, cadence }) => [obligationId, cadence]))
  return {
    plan: {
      ...plan,
      obligations: plan.obligations.map((obligation) => ({
        ...obligation,
        cadence: cadences.get(obligation.id) ?? obligation.cadence,
      })),
    },
    rates,
    found: new Map(
      placed.flatMap((one) => {
        const wish = wishFor.get(one.obligationId)
        return wish ? [[one.obligationId, { placed: one, why: placedWords(one, wish) }]] : []
      }),
    ),
    left: new Map(left.map((wish) => [wish.obligationId, explainLeft(wish, stations, book)])),
    ...{ wanting, stations },
  }
}

/** With each found hour said to be the office's choice, in the place of the usual one that was proposed. */
export const withReasons = ({ plan, found }: Arranged): Plan => ({
  ...plan,
  obligations: plan.obligations.map((obligation) => {
    const why = found.get(obligation.id)?.why
    const said = obligation.assumptions.filter((text) => !isUsualHour(text))
    return why ? { ...obligation, assumptions: [...said, `Xếp theo giờ phát của đài: ${why}`] } : obligation
  }),
})

const isUsualHour = (text: string): boolean => /lựa chọn của đơn vị/.test(text) && !/phút/.test(text)

/** Which plan asks for a slot, where a calendar shows slots of several. */
import { type CalendarFilter, NO_FILTER } from '../../../core/calendar-filter.ts'
import type { PlanSign } from '../../../core/plan/plan-sign.ts'
import { twinClause, twinsOf } from '../../../core/plan/twins.ts'
import { isAsked, type Reading } from '../../../core/reading.ts'
import type { PlanKey } from '../../../templates/calendar-views.ts'
import type { PlanBadge, SlotCard } from '../../../templates/slot-views.ts'
import { filterQuery } from './filter.ts'

type Signs = ReadonlyMap<string, PlanSign>

/** Of the plans that a page has slots of, as it is without a filter. */
export const planBadges = (readings: readonly Reading[], signs: Signs): Map<string, PlanBadge> =>
  badgesOf(
    readings.filter(isAsked).map(({ plan }) => plan),
    signs,
  )

/** What tells a calendar's slots apart that look alike: the sign of their plan, the clause beside one of the same title. */
export function signsOn(readings: readonly Reading[], badges: ReadonlyMap<string, PlanBadge>) {
  const twins = twinsOf(readings.filter(isAsked))
  return (one: Reading): Pick<SlotCard, 'plan' | 'twin'> => ({
    plan: badges.get(one.plan.id) ?? null,
    twin: twinClause(twins, one),
  })
}

/** None where there is only one. */
export function badgesOf(
  plans: readonly { id: string; title: string }[],
  signs: Signs,
): Map<string, PlanBadge> {
  const titles = new Map(plans.map(({ id, title }) => [id, title]))
  const badges = [...titles].flatMap(([id, title]): [string, PlanBadge][] => {
    const sign = signs.get(id)
    return sign ? [[id, { ...sign, title }]] : []
  })
  return new Map(badges.length > 1 ? badges : [])
}

/** What the signs mean, each with the way to the slots of its plan alone. `path`: the page without a filter. */
export const planKeys = (badges: ReadonlyMap<string, PlanBadge>, path: string): PlanKey[] =>
  keysOf(badges, (id) => path + filterQuery(ofPlan(id)))

/** What the signs mean, each with a way to its plan. */
export const keysOf = (
  badges: ReadonlyMap<string, PlanBadge>,
  wayTo: (planId: string) => string,
): PlanKey[] =>
  [...badges]
    .map(([id, badge]) => ({ ...badge, href: wayTo(id) }))
    .sort((a, b) => a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1))

const ofPlan = (plan: string): CalendarFilter => ({ ...NO_FILTER, plan })

/** Making the coming year of plans that run on, and ending it when their successor takes its place. */
import type { Author } from '../core/author.ts'
import { carryOn as due } from '../core/plan/carry-on.ts'
import { runsOn } from '../core/plan/edition.ts'
import type { Instant } from '../core/wall-clock.ts'
import { listKnownPlans } from '../store/continuations.ts'
import { countSlots } from '../store/slots.ts'
import type { Act } from './act.ts'
import { adopt } from './adopt.ts'
import { settleEnds } from './succession.ts'

/** A plan's coming year, as it stands now. */
export type Continuation = { planId: string; title: string; year: number; slots: number; adoptedAt: Instant }

/** Who writes what nobody wrote. */
const PROGRAM = (unit: string): Author => ({ unit, id: '', name: 'chương trình' })

/** Stores what should stand now; again changes nothing. Answers the years that run on and were not ended. */
export async function carryOn(
  { db, calendars }: Pick<Act, 'db' | 'calendars'>,
  unit: string,
  { since, now }: { since: Instant; now: Instant },
): Promise<Continuation[]> {
  const act = { db, who: PROGRAM(unit), now, calendars }
  const { make } = due(await listKnownPlans(db, unit), since, now)
  for (const { plan, of } of make) await adopt(act, plan, { origin: 'next-year', originOf: of })
  await settleEnds(act)
  const slots = await countSlots(db, unit)
  return (await listKnownPlans(db, unit))
    .filter(({ plan }) => runsOn(plan) && plan.ends === null)
    .map(({ plan: { id, title, year }, adoptedAt }) => ({
      ...{ planId: id, title, year, adoptedAt },
      slots: slots.get(id) ?? 0,
    }))
}

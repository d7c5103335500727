/** Who asks, as actions take it. */
import type { Act, Look } from '../actions/act.ts'
import type { Deed } from '../store/deed.ts'
import { type Ctx, momentIn } from './env.ts'

export const actOf = ({ var: { deps, who, now, breathe } }: Ctx): Act => ({
  ...{ db: deps.db, who, now, calendars: deps.calendars },
  breathe,
})

/** Where no calendar is asked. */
export const deedOf = ({ var: { deps, who, now } }: Ctx): Deed => ({ db: deps.db, who, now })

export const lookOf = (c: Ctx): Look => ({
  ...{ db: c.var.deps.db, unit: c.var.who.unit },
  ...{ calendars: c.var.deps.calendars, moment: momentIn(c), breathe: c.var.breathe },
})

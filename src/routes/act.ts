/** Who asks, as actions take it. */
import type { Act } from '../actions/act.ts'
import type { Deed } from '../store/deed.ts'
import type { Ctx } from './env.ts'

export const actOf = ({ var: { deps, who, now, breathe } }: Ctx): Act => ({
  ...{ db: deps.db, who, now, calendars: deps.calendars },
  breathe,
})

/** Where no calendar is asked. */
export const deedOf = ({ var: { deps, who, now } }: Ctx): Deed => ({ db: deps.db, who, now })

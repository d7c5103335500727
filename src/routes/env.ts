/** What every handler finds in its context. */
import type { Context } from 'hono'
import type { Principal } from '../accounts/principal.ts'
import type { Moment, Rules } from '../core/standing.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import type { Breathe } from '../portions.ts'
import type { UnitState } from '../store/units.ts'

export type Env = {
  Variables: {
    deps: Deps
    /** What this request is called in the log, and in the answer's `x-request-id`. */
    requestId: string
    /** The instant of this request, read once. */
    now: Instant
    /** Between the parts of something heavy: lets others have the loop's turn. */
    breathe: Breathe
    /** Who asks; set by the middleware that guards pages and the API. */
    who: Principal
    /** What their unit settled for itself. */
    rules: Rules
    /** Theirs, as it was when `who` was looked up; not set for a token. */
    unit?: UnitState
    /** Items that wait for their approval; not set for a token. */
    toApprove?: number
    /** They look at an office below their own. */
    above?: boolean
  }
}

export type Ctx = Context<Env>

/** The instant of a request, by the rules of the unit of whoever asks. */
export const momentIn = ({ var: { now, rules } }: Ctx): Moment => ({ now, rules })

/**
 * What the page of many offices adds up is counted before anybody looks, so that the first look of a morning is as quick as
 * the second. It asks what the page asks where nothing is said; whatever is known already, and holds still, is not counted
 * again (`actions/kept-tallies.ts`). On Workers nothing is kept from one request to the next, so nothing is prepared.
 */
import { quarterAsOf, rollUp } from '../actions/roll-up.ts'
import { type Instant, localDateOf } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import { listLookingDown, listSeen } from '../store/unit-tree.ts'

/** It waits its turn like everybody who asks something. */
const LANE = 'look-ahead'

/** For offices that stand above others and have somebody signed in; for all others it asks one question and is done. */
export async function lookAhead(
  { db, calendars, turns }: Deps,
  now: Instant,
  signal: AbortSignal,
): Promise<void> {
  const breathe = async () => {
    await turns.goOn(LANE)
    signal.throwIfAborted()
  }
  const question = quarterAsOf(calendars.periods, localDateOf(now))
  for (const unit of await listLookingDown(db, now)) {
    await breathe()
    const rolled = await rollUp(
      { db, calendars, now, breathe, fewAtOnce: true },
      listSeen(db, unit),
      question,
    )
    if (!rolled.ok) throw new Error(rolled.problem.detail)
  }
}

/** Whoever handed a plan sees that somebody of the office opened it; looking from above does not count. */
import type { Edition } from '../core/plan/edition.ts'
import { noteIfPossible, write } from '../store/db.ts'
import { noteSeen } from '../store/handings.ts'
import type { Ctx } from './env.ts'

export async function noteHandedSeen(c: Ctx, { origin, planId, number }: Edition): Promise<void> {
  const { deps, who, now, above } = c.var
  if (origin !== 'handed' || above) return
  await noteIfPossible(write(deps.db, [noteSeen(who.unit, planId, number, now)]))
}

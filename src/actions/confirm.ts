/** A leader vouches for what was recorded as done. */
import { isDone, uncorrected } from '../core/fact.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { addConfirmations } from '../store/confirmations.ts'
import type { Deed } from '../store/deed.ts'
import type { PlanReadings } from './count.ts'

/** Only facts of the plans that say that something was done and that nobody corrected. Answers how many there were. */
export async function confirmFacts(
  { db, who, now }: Deed,
  plans: readonly Pick<PlanReadings, 'all' | 'logged'>[],
  ids: readonly string[],
): Promise<Result<number>> {
  const wanted = new Set(ids)
  const done = plans
    .flatMap(({ all, logged }) => [...all.flatMap(({ facts }) => uncorrected(facts)), ...uncorrected(logged)])
    .filter((fact) => isDone(fact) || fact.kind === 'made-up' || fact.kind === 'measured')
  const chosen = done.filter(({ id }) => wanted.has(id))
  if (!chosen.length) return invalid('Chưa chọn việc nào để xác nhận.')
  await addConfirmations(
    db,
    who.unit,
    chosen.map(({ id, planId }) => ({ factId: id, planId, by: who.name, byId: who.id, recordedAt: now })),
  )
  return ok(chosen.length)
}

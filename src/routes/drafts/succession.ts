/** The field of whose place a plan takes, as the office's plans have it. */
import type { DataField } from '../../core/form/data-form.ts'
import type { Filled } from '../../core/form/filled.ts'
import { succeedsField } from '../../core/form/succession-form.ts'
import { type Plan, yearOfText } from '../../core/plan.ts'
import { localDateOf, yearOf } from '../../core/wall-clock.ts'
import { listKnownPlans } from '../../store/continuations.ts'
import type { Ctx } from '../env.ts'

/** None when there is no plan to choose from. */
export async function succession(
  c: Ctx,
  own: Pick<Plan, 'id' | 'year' | 'succeeds'>,
): Promise<readonly DataField[]> {
  const field = succeedsField(await listKnownPlans(c.var.deps.db, c.var.who.unit), own)
  return field ? [field] : []
}

/** For a plan that is not there yet: by the year that somebody typed, or this one. */
export const successionOfNew = (c: Ctx, filled: Filled | null): Promise<readonly DataField[]> => {
  const year = yearOfText(filled?.one('p-nam') ?? '') ?? yearOf(localDateOf(c.var.now))
  return succession(c, { id: '', year, succeeds: null })
}

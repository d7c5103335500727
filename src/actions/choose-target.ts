/** The office says what it holds itself to, and by what document. */
import { type ChosenTarget, targetInput, targetOptions, targetValue } from '../core/count/target.ts'
import { fail, invalid, missing, ok, type Result } from '../core/problem.ts'
import type { Airing } from '../core/slot.ts'
import type { Deed } from '../store/deed.ts'
import { newFactId } from '../store/facts.ts'
import { findPlan } from '../store/plans.ts'
import { listSlots } from '../store/slots.ts'
import { addTarget } from '../store/targets.ts'

export type TargetOf = { planId: string; obligationId: string; airing: Airing }

/** `input` as it was sent: what is wrong with it is answered field by field. */
export async function chooseTarget(
  { db, who, now }: Deed,
  { planId, obligationId, airing }: TargetOf,
  input: unknown,
): Promise<Result<ChosenTarget>> {
  const parsed = targetInput.safeParse(input)
  if (!parsed.success) return refused(parsed.error.issues)
  const plan = await findPlan(db, who.unit, planId)
  const obligation = plan?.obligations.find(({ id }) => id === obligationId)
  if (!plan || !obligation) return fail(missing('obligation'))
  const records = await listSlots(db, who.unit, { planId, obligationId })
  const slots = records.map(({ slot }) => slot).filter((slot) => !slot.withdrawn && slot.airing === airing)
  const options = targetOptions(plan, obligation.cadence, airing, slots)
  if (!options) return invalid('Kế hoạch không ghi tổng số cho nhiệm vụ này nên không có chỉ tiêu để chọn.')
  const value = targetValue(parsed.data, options)
  if (value === null)
    return refused([{ path: ['value'], message: 'hãy ghi số của văn bản', code: 'missing' }])
  const { choice, document } = parsed.data
  const target = { obligationId, airing, choice, value, document, by: who.name, recordedAt: now }
  await addTarget(db, who.unit, { ...target, id: newFactId(now), planId, byId: who.id })
  return ok(target)
}

const refused = (issues: readonly { path: PropertyKey[]; code?: string; message: string }[]) =>
  invalid(
    'Chưa ghi được chỉ tiêu áp dụng.',
    issues.map(({ path, code, message }) => ({
      path: [String(path[0] ?? '')],
      code: code ?? 'invalid',
      message,
    })),
  )

/** How much of a plan there may be. */
import type { ReportPeriods } from '../period.ts'
import type { Plan } from '../plan.ts'
import { fail, ok, type Result } from '../problem.ts'
import { expand } from '../slot.ts'

/** Twenty-seven programmes a day; a plan of more would be stored, counted and exported for minutes. */
const MOST_SLOTS = 10_000

export function withinSlots(plan: Plan, periods: ReportPeriods): Result<Plan> {
  if (expand(plan, periods).length <= MOST_SLOTS) return ok(plan)
  const detail = 'Kế hoạch làm ra hơn 10.000 kỳ: hãy xem lại tần suất, hoặc chia thành nhiều kế hoạch.'
  return fail({ kind: 'too-large', detail })
}

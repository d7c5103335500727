/** The list of a unit's plans. */
import type { Warning } from '../../../core/plan/lint.ts'
import type { Plan } from '../../../core/plan.ts'
import type { PlansView } from '../../../templates/plan-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { planPath } from '../places.ts'
import { say } from '../say.ts'
import { planDetails } from './plan.ts'

export type PlanSummary = { plan: Plan; slots: number; warnings: readonly Warning[] }

export function plansView(frame: Frame, summaries: readonly PlanSummary[], mayAdopt: boolean): PlansView {
  return {
    frame,
    mayAdopt,
    say: summaries.length
      ? [say(`${summaries.length} kế hoạch`, 'strong'), say('của đơn vị, năm mới nhất ở trên.')]
      : [say('Đơn vị chưa có kế hoạch nào.')],
    plans: summaries.map(({ plan, slots, warnings }) => ({
      href: planPath(plan.id),
      title: plan.title,
      details: planDetails(plan),
      duties: plan.obligations.length,
      slots,
      warnings: warnings.length,
    })),
  }
}

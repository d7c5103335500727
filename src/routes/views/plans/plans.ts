/** The list of a unit's plans. */

import type { AdoptedPlan, WholeEdition } from '../../../core/plan/edition.ts'
import type { Warning } from '../../../core/plan/lint.ts'
import type { PlansView } from '../../../templates/plan-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { editionPath, planPath } from '../paths.ts'
import { say } from '../say.ts'
import { plainTag } from '../tag.ts'
import { draftedBy } from './edition-line.ts'
import { planDetails, planTags } from './plan.ts'

export type PlanSummary = { plan: AdoptedPlan; slots: number; warnings: readonly Warning[] }

export function plansView(
  frame: Frame,
  summaries: readonly PlanSummary[],
  drafts: readonly WholeEdition[],
  mayDraft: boolean,
): PlansView {
  return {
    frame,
    mayDraft,
    drafts: drafts.map((edition) => ({
      href: editionPath(edition.planId, edition.number),
      title: edition.plan.title,
      details: `Bản ${edition.number}, ${draftedBy(edition)}.`,
      tag: plainTag(edition.state === 'sent' ? 'Chờ áp dụng' : 'Dự thảo', 'ask'),
    })),
    say: summaries.length
      ? [say(`${summaries.length} kế hoạch`, 'strong'), say('của đơn vị, năm mới nhất ở trên.')]
      : [say('Đơn vị chưa có kế hoạch nào.')],
    plans: summaries.map(({ plan, slots, warnings }) => ({
      href: planPath(plan.id),
      title: plan.title,
      details: planDetails(plan),
      obligations: plan.obligations.length,
      slots,
      warnings: warnings.length,
      tags: planTags(plan),
    })),
  }
}

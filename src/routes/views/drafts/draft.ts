/** The page of a plan while it is written. */
import type { Desk } from '../../../actions/drafting.ts'
import type { Warning } from '../../../core/plan/lint.ts'
import { countedNoun, ruleWords } from '../../../core/words/rule-words.ts'
import type { Adopter } from '../../../store/adopters.ts'
import type { DraftView } from '../../../templates/draft-views.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { draftObligationPath, draftPath, editionPath, newObligationPath, planPath } from '../paths.ts'
import { planDetails } from '../plans/plan.ts'
import { say } from '../say.ts'

export type DraftQuestion = {
  frame: Frame
  desk: Desk
  warnings: readonly Warning[]
  mayAdopt: boolean
  /** Who may, for somebody who may not. */
  adopters: readonly Adopter[]
}

export function draftView({ frame, desk, warnings, mayAdopt, adopters }: DraftQuestion): DraftView {
  const { base } = desk
  const { plan, planId, number } = base
  const isDraft = base.state === 'draft' || base.state === 'sent'
  const from = `?ban=${number}`
  return {
    frame,
    crumbs: [
      { href: '/ke-hoach', words: 'Kế hoạch' },
      ...(isDraft && base.base === null ? [] : [{ href: planPath(planId), words: 'Bản đang áp dụng' }]),
    ],
    heading: plan.title,
    say: sayDraft(desk),
    details: planDetails(plan),
    ways: [
      { href: `${newObligationPath(planId)}${from}`, words: 'Thêm nhiệm vụ' },
      { href: `${draftPath(planId)}/chung${from}`, words: 'Sửa tên, số, ngày, cơ quan' },
      { href: `${draftPath(planId)}/chu-de${from}`, words: 'Chủ đề phải tuyên truyền' },
      { href: `${draftPath(planId)}/gio${from}`, words: 'Xếp giờ' },
    ],
    obligations: plan.obligations.map((obligation) => ({
      clause: obligation.clause,
      title: obligation.title,
      rule: ruleWords(obligation.cadence, countedNoun(obligation.quote)),
      href: `${draftObligationPath(planId, obligation.id)}${from}`,
      warnings: warnings.filter((one) => one.obligationId === obligation.id).map(({ message }) => message),
    })),
    changes: isDraft ? { href: editionPath(planId, number), words: 'Xem bản này sẽ đổi gì' } : null,
    send: isDraft && base.state === 'draft' && !mayAdopt ? sendOf(desk, adopters) : null,
  }
}

function sayDraft({ base, newest }: Desk): Say[] {
  if (base.state === 'adopted')
    return [say(`Bản ${base.number} đang áp dụng.`), say('Sửa ở đây sẽ thành một bản nháp; lịch chưa đổi.')]
  if (base.state === 'discarded')
    return [
      say(`Bản ${base.number} đã bỏ.`, 'ask'),
      ...(newest
        ? [say(`Mở bản nháp ${newest.number}`, 'plain', draftPath(base.planId, newest.number))]
        : []),
    ]
  const sent = base.state === 'sent' ? [say('Đã gửi cho người có quyền áp dụng.', 'strong')] : []
  return [
    say(`Bản nháp ${base.number}, ${base.by} soạn.`, 'strong'),
    ...sent,
    say('Lịch chỉ đổi khi bản này được áp dụng.'),
  ]
}

function sendOf({ base }: Desk, adopters: readonly Adopter[]): NonNullable<DraftView['send']> {
  return {
    action: `${draftPath(base.planId)}/gui`,
    base: String(base.number),
    who: adoptersWords(adopters),
  }
}

/** For somebody who may not: who may. */
export const adoptersWords = (adopters: readonly Adopter[]): string =>
  adopters.length
    ? `Người có quyền áp dụng: ${adopters.map(({ name }) => name).join(', ')}.`
    : 'Đơn vị chưa có ai được quyền áp dụng kế hoạch: hãy hỏi quản trị viên.'

/** The page of a plan: each obligation with its words, its rule, its slots, and what to mind. */

import type { CadenceKind } from '../../../core/cadence.ts'
import { type AdoptedPlan, type PlanEnd, runsOn, type WholeEdition } from '../../../core/plan/edition.ts'
import { feasibleCount, type Warning } from '../../../core/plan/lint.ts'
import type { Obligation, Plan } from '../../../core/plan.ts'
import { isAsked, isDated, type Reading } from '../../../core/reading.ts'
import { declaredTotal } from '../../../core/slot.ts'
import { isKept } from '../../../core/standing.ts'
import { figure } from '../../../core/words/figures.ts'
import { countedNoun, ruleWords } from '../../../core/words/rule-words.ts'
import { documentDay, shortDay } from '../../../core/words/words.ts'
import type { Chip, Figure, ObligationView, PlanView } from '../../../templates/plan-views.ts'
import type { Frame, Say, Tag } from '../../../templates/views.ts'
import { obligationFacts } from '../calendar/slot.ts'
import { MOST_LINES } from '../long-list.ts'
import {
  draftObligationPath,
  draftPath,
  obligationAnchor,
  obligationPagePath,
  planPath,
  yearPath,
} from '../paths.ts'
import { say } from '../say.ts'
import { slotLine } from '../slot-line.ts'
import { plainTag } from '../tag.ts'
import { editionLines } from './edition-line.ts'

export type PlanQuestion = {
  frame: Frame
  plan: AdoptedPlan
  readings: readonly Reading[]
  warnings: readonly Warning[]
  editions: readonly WholeEdition[]
  ends: PlanView['ends']
  mayWrite: boolean
}

export function planView(question: PlanQuestion): PlanView {
  const { frame, plan, readings, warnings, editions, ends, mayWrite } = question
  const all = readings.filter(isAsked)
  const slotsOf = Map.groupBy(all, ({ slot }) => slot.obligationId)
  const warningsOf = Map.groupBy(warnings, ({ obligationId }) => obligationId)
  return {
    frame,
    heading: plan.title,
    details: planDetails(plan),
    say: sayPlan(plan, all, warnings.length),
    warnings: warnings.map(({ obligationId, message }) => ({
      href: `#${obligationAnchor(obligationId)}`,
      clause: plan.obligations.find(({ id }) => id === obligationId)?.clause ?? obligationId,
      words: message,
    })),
    assumptions: plan.assumptions,
    edit: mayWrite ? draftPath(plan.id) : null,
    obligations: plan.obligations.map((obligation) => ({
      ...obligationView(
        plan,
        obligation,
        slotsOf.get(obligation.id) ?? [],
        warningsOf.get(obligation.id) ?? [],
        all.length <= MOST_LINES,
      ),
      edit: mayWrite ? draftObligationPath(plan.id, obligation.id) : null,
    })),
    year: { href: yearPath(plan.year), words: `Năm ${plan.year}` },
    tags: planTags(plan),
    editions: editionLines(editions, plan.edition),
    action: planPath(plan.id),
    ends,
  }
}

/** What it is beside a plan that was issued and holds. */
export const planTags = (plan: AdoptedPlan): Tag[] => [
  ...(runsOn(plan) ? [plainTag('Nối tiếp, chưa có kế hoạch mới', 'ask')] : []),
  ...(plan.ends ? [plainTag(`Dừng từ ${documentDay(plan.ends.from)}${endWords(plan.ends)}`)] : []),
]

const endWords = ({ document, successor }: PlanEnd): string =>
  document ? ` theo ${document}` : successor ? ', đã có kế hoạch mới' : ''

/** `Số 91/KH-UBND ngày 24/7/2025`, `năm 2025`, `hiệu lực từ 24/7/2025` */
export function planDetails({ number, issued, year, inForceFrom }: Plan): string[] {
  const document = [number && `Số ${number}`, issued && `ngày ${documentDay(issued)}`]
    .filter(Boolean)
    .join(' ')
  return [document, `năm ${year}`, `hiệu lực từ ${documentDay(inForceFrom)}`].filter(Boolean)
}

function sayPlan(plan: Plan, all: Reading[], warnings: number): Say[] {
  const dated = all.filter(isDated).length
  const parts = [
    say(`${plan.obligations.length} nhiệm vụ:`, 'strong'),
    say(`${figure(dated)} kỳ có ngày giờ, ${figure(all.length - dated)} việc theo kỳ hoặc theo hạn.`),
  ]
  return warnings ? [...parts, say(`${warnings} điều cần lưu ý.`, 'ask', '#luu-y')] : parts
}

export const KIND_NAMES: Record<CadenceKind, string> = {
  rate: 'Định kỳ',
  window: 'Trong kỳ',
  deadline: 'Có hạn chót',
  continuous: 'Thường xuyên, không có chỉ tiêu',
  report: 'Báo cáo',
  'event-offset': 'Theo sự kiện',
  measure: 'Chỉ số',
}

const FEW = 4

function obligationView(
  plan: AdoptedPlan,
  obligation: Obligation,
  own: Reading[],
  warnings: Warning[],
  each: boolean,
): Omit<ObligationView, 'edit'> {
  const originals = own.filter(({ slot }) => slot.airing === 'new')
  const reruns = own.filter(({ slot }) => slot.airing === 'rerun')
  return {
    anchor: obligationAnchor(obligation.id),
    href: obligationPagePath(plan.id, obligation.id),
    clause: obligation.clause,
    title: obligation.title,
    kind: KIND_NAMES[obligation.cadence.kind],
    rule: ruleWords(obligation.cadence, countedNoun(obligation.quote)),
    quote: obligation.quote,
    figures: [...figures(obligation, originals), ...rerunFigures(obligation, reruns)],
    facts: obligationFacts(obligation),
    chips: each ? originals.map(chipOf) : [],
    fewChips: originals.length <= FEW,
    reruns: each ? reruns.map(chipOf) : [],
    elsewhere:
      each || !own.length ? [] : [{ href: eachPath(plan, obligation), words: `xem ${own.length} kỳ` }],
    warnings: warnings.map(({ message }) => message),
    assumptions: obligation.assumptions,
    tag: obligation.cadence.conditional ? plainTag('Nếu có') : null,
  }
}

const eachPath = ({ id, year }: AdoptedPlan, obligation: Obligation): string =>
  `/chi-tieu/${year}/ky?${new URLSearchParams({ keHoach: id, nhiemVu: obligation.id })}`

/** Declared, feasible and scheduled are three things; all are shown. */
function figures({ cadence, quote }: Obligation, records: Reading[]): Figure[] {
  if (cadence.kind !== 'rate' && cadence.kind !== 'event-offset') return []
  const declared = declaredTotal(cadence)
  return [
    ...(declared === null ? [] : [{ value: String(declared), words: `${countedNoun(quote)} kế hoạch giao` }]),
    { value: String(records.length), words: 'đã xếp lịch' },
    { value: String(feasibleCount(records.map(({ slot }) => slot))), words: 'từ ngày có hiệu lực' },
  ]
}

function rerunFigures({ cadence }: Obligation, reruns: Reading[]): Figure[] {
  if (!reruns.length) return []
  const declared = declaredTotal(cadence, 'rerun')
  const value =
    declared === null || declared === reruns.length ? String(reruns.length) : `${reruns.length}/${declared}`
  return [{ value, words: 'lượt phát lại' }]
}

export function chipOf(record: Reading): Chip {
  const { at } = record
  return {
    ...slotLine(record),
    text: isDated(record) ? shortDay(at.dueDay) : `đến ${shortDay(at.dueDay)}`,
    look: at.makeUp ? 'ahead' : lookOf(at.standing),
  }
}

function lookOf(standing: Reading['at']['standing']): Chip['look'] {
  if (isKept(standing)) return 'kept'
  if (standing === 'unconfirmed' || standing === 'short') return 'ask'
  if (standing === 'missed') return 'missed'
  if (standing === 'excused') return 'excused'
  return standing === 'not-in-force' || standing === 'not-triggered' ? 'outside' : 'ahead'
}

/** The page of what an edition changes, before and after it is adopted: in an office's words. */
import {
  addedLines,
  type MonthCount,
  monthCounts,
  type ObligationTotal,
  obligationTotals,
} from '../../../core/plan/change-counts.ts'
import {
  fieldChanges,
  ORIGIN_NAMES,
  obligationCountWords,
  slotCountWords,
} from '../../../core/plan/change-words.ts'
import type { ChangedObligation, Changes } from '../../../core/plan/changes.ts'
import { asksFrom, type Edition, type WholeEdition } from '../../../core/plan/edition.ts'
import type { Warning } from '../../../core/plan/lint.ts'
import type { Obligation, Plan } from '../../../core/plan.ts'
import type { Slot } from '../../../core/slot.ts'
import { contains, type LocalDate, weekRange } from '../../../core/wall-clock.ts'
import { countedNoun, ruleWords } from '../../../core/words/rule-words.ts'
import { plannedName, type SlotName } from '../../../core/words/slot-name.ts'
import { dayInWords, documentDay, shortDay } from '../../../core/words/words.ts'
import type { Adopter } from '../../../store/adopters.ts'
import type { Field } from '../../../templates/account-views.ts'
import type {
  ChangedObligationView,
  ChangesView,
  SlotChip,
  TermsView,
} from '../../../templates/change-views.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { adoptersWords } from '../drafts/draft.ts'
import { draftPath, editionPath, planPath } from '../paths.ts'
import { say } from '../say.ts'
import { handingPath } from '../units/handing.ts'
import { askFrom } from './ask-from.ts'
import { editionLine, instantWords, originWords, stateWords } from './edition-line.ts'

export type ChangesQuestion = {
  frame: Frame
  edition: WholeEdition
  before: WholeEdition | null
  from: LocalDate
  changes: Changes
  /** Slots as they were and as they are, or would be: of the whole plan. */
  slots: { before: readonly Slot[]; after: readonly Slot[] }
  warnings: readonly Warning[]
  editions: readonly WholeEdition[]
  /** The day that somebody chose it to hold from. */
  asked: LocalDate | null
  today: LocalDate
  /** The edition that holds now; null for a plan that is new. */
  current: number | null
  /** `hand`: to offices below. */
  may: { adopt: boolean; draft: boolean; hand: boolean }
  /** For somebody who may not adopt. */
  adopters: readonly Adopter[]
  terms: TermsView | null
  reason: Field
}

export function changesView(question: ChangesQuestion): ChangesView {
  const { frame, edition, before, from, changes, slots, warnings, editions, current, may, terms, reason } =
    question
  const open = edition.state === 'draft' || edition.state === 'sent'
  const holds = edition.number === current
  const name = nameIn(edition.plan, before?.plan ?? null)
  return {
    frame,
    plan: { href: current === null ? null : planPath(edition.planId), words: edition.plan.title },
    heading: open ? `Bản ${edition.number} sẽ đổi gì` : `Bản ${edition.number} đã đổi gì`,
    details: [
      `${ORIGIN_NAMES[edition.origin]}${edition.origin === 'handed' ? originWords(edition, edition.originOf) : ''}`,
      `${edition.by} soạn ${instantWords(edition.at)}`,
      stateWords(edition, editions),
    ].filter(Boolean),
    say: opening(question, open),
    warnings: warnings.map(({ obligationId, message }) => ({
      clause: clauseOf(edition.plan, obligationId),
      words: message,
    })),
    obligations: before ? obligationsOf(changes, edition.plan, name) : edition.plan.obligations.map(askedFor),
    months: monthsView(monthCounts(slots.before, slots.after, edition.plan.year)),
    totals: before
      ? obligationTotals(before.plan, edition.plan, slots)
          .filter(({ changed }) => changed)
          .map(totalView)
      : [],
    kept: changes.slots.kept.map((slot) => ({
      ...name(slot),
      change: slot.withdrawn ? 'không còn trong kế hoạch, giữ trong nhật ký' : 'giữ nguyên giờ',
    })),
    week: before ? weekView(changes, from, name) : null,
    editions: editions
      .toReversed()
      .map((one) => editionLine(one, { editions, current, shown: edition.number })),
    action: editionPath(edition.planId, edition.number),
    terms: open && may.adopt ? terms : null,
    askFrom:
      open && may.adopt && !before
        ? askFrom(edition.plan, slots.after, question.asked, question.today)
        : null,
    adoptWords: `Áp dụng bản ${edition.number} từ ${documentDay(before ? from : asksFrom(edition.plan, from))}`,
    from: { value: from, words: dayHint(question) },
    mayDraft: open && may.draft,
    drop: dropOf(edition, may),
    reason,
    edit: draftPath(edition.planId, edition.number),
    hand: may.hand && (open || holds) ? handingPath(edition) : null,
    mayAdopt: may.adopt,
    sent: edition.state === 'sent',
    who: adoptersWords(question.adopters),
    undo:
      holds && may.adopt && before
        ? { number: before.number, words: `Hoàn tác, áp dụng lại bản ${before.number}` }
        : null,
    again:
      !open && !holds && edition.state === 'adopted' && may.adopt
        ? `Áp dụng lại bản ${edition.number}`
        : null,
  }
}

function dayHint({ edition: { plan }, before, from }: ChangesQuestion): string {
  const asks = asksFrom(plan, from)
  return before || asks === from ? dayInWords(from) : `Kế hoạch có hiệu lực từ ${dayInWords(asks)}`
}

/** What the office above handed is refused by whoever could adopt it, and with a reason. */
function dropOf({ origin }: Edition, may: ChangesQuestion['may']): ChangesView['drop'] {
  const says = 'Bản đang áp dụng không đổi, không kỳ nào thay đổi. Bản đã bỏ vẫn xem lại được.'
  if (origin !== 'handed') {
    const hint = 'Không bắt buộc. Người soạn sẽ đọc được.'
    return { summary: 'Bỏ bản này', says, hint, submit: 'Bỏ bản dự thảo này', required: false }
  }
  if (!may.adopt) return null
  const hint = 'Cấp trên sẽ đọc được.'
  return { summary: 'Không nhận bản này', says, hint, submit: 'Không nhận bản này', required: true }
}

/** "Từ 01/6/2026: thêm 1 nhiệm vụ, đổi 3, bỏ 1." "Lịch: thêm 14 kỳ, dời 13, bỏ 22." */
function opening({ edition, before, from, changes, slots }: ChangesQuestion, open: boolean): Say[] {
  if (!before)
    return [
      say(`Kế hoạch ${open ? 'sẽ có' : 'có'} ${edition.plan.obligations.length} nhiệm vụ,`, 'strong'),
      say(`${slots.after.length} kỳ trong năm ${edition.plan.year}.`),
    ]
  const obligations = obligationCountWords(changes)
  const lines = slotCountWords(changes)
  const same =
    edition.plan.obligations.length - changes.obligations.added.length - changes.obligations.changed.length
  return [
    say(`Từ ${documentDay(from)}:`, 'strong'),
    say(obligations ? `${obligations}; ${same} nhiệm vụ khác không đổi.` : 'không nhiệm vụ nào đổi.'),
    say(lines ? `Lịch: ${lines}.` : 'Lịch không đổi.'),
  ]
}

const clauseOf = ({ obligations }: Plan, id: string): string =>
  obligations.find((obligation) => obligation.id === id)?.clause ?? id

type NameOf = (slot: Slot) => SlotName

/** By the edition that asks for the slot: what changed is asked for by one of the two. */
const nameIn =
  (...plans: (Plan | null)[]): NameOf =>
  (slot) => {
    const obligations = plans.flatMap((plan) => plan?.obligations ?? [])
    return plannedName(slot, obligations.find(({ id }) => id === slot.obligationId) as Obligation)
  }

/** The first week in which anything is otherwise, slot by slot. */
function weekView(
  { slots: { added, moved, dropped } }: Changes,
  from: LocalDate,
  name: NameOf,
): ChangesView['week'] {
  const lines = [
    ...added.map((slot) => ({ slot, change: 'thêm' })),
    ...dropped.map((slot) => ({ slot, change: 'bỏ' })),
    ...moved.map(({ before, after }) => ({ slot: after, change: `trước là ${name(before).when}` })),
  ].filter(({ slot }) => slot.date !== null && slot.date >= from)
  const first = lines.map(({ slot }) => slot.date as LocalDate).sort()[0]
  if (first === undefined) return null
  const week = weekRange(first)
  const own = lines.filter(({ slot }) => contains(week, slot.date as LocalDate))
  return {
    heading: `Tuần ${shortDay(week.from)} – ${shortDay(week.to)} sẽ khác`,
    lines: own
      .sort((a, b) => (`${a.slot.date} ${a.slot.time}` < `${b.slot.date} ${b.slot.time}` ? -1 : 1))
      .map(({ slot, change }) => ({ ...name(slot), change })),
  }
}

const MOST_CHIPS = 60

/** Of a plan that is new, so that whoever decides about it sees what it asks. */
const askedFor = ({ clause, title, cadence, quote }: Obligation): ChangedObligationView => ({
  ...{ kind: 'added', kindWords: '', clause, title, quote, rule: '' },
  line: ruleWords(cadence, countedNoun(quote)),
  ...{ fields: [], added: [], dropped: [], moved: [], more: 0 },
})

function obligationsOf({ obligations, slots }: Changes, after: Plan, name: NameOf): ChangedObligationView[] {
  const own = (list: readonly Slot[], id: string) => list.filter(({ obligationId }) => obligationId === id)
  const view = (
    obligation: Obligation,
    kind: ChangedObligationView['kind'],
    change: ChangedObligation | null,
  ): ChangedObligationView => {
    const moved = slots.moved.filter(({ after: slot }) => slot.obligationId === obligation.id)
    const [added, dropped] = [own(slots.added, obligation.id), own(slots.dropped, obligation.id)]
    return {
      ...{ kind, clause: obligation.clause, title: obligation.title },
      kindWords: KIND_WORDS[kind],
      line: addedLines(added.length, moved.length, dropped.length),
      rule: ruleWords(obligation.cadence, countedNoun(obligation.quote)),
      quote: kind === 'removed' ? '' : obligation.quote,
      fields: change ? fieldChanges(change) : [],
      added: added.slice(0, MOST_CHIPS).map((slot) => chip(slot, name(slot))),
      dropped: dropped.slice(0, MOST_CHIPS).map((slot) => chip(slot, name(slot))),
      moved: moved.slice(0, MOST_CHIPS).map(({ before: was, after: slot }) => ({
        ...name(slot),
        change: name(was).when,
      })),
      more:
        Math.max(0, added.length - MOST_CHIPS) +
        Math.max(0, dropped.length - MOST_CHIPS) +
        Math.max(0, moved.length - MOST_CHIPS),
    }
  }
  const changed = new Map(obligations.changed.map((one) => [one.after.id, one]))
  const added = new Set(obligations.added)
  const touched = new Set(
    [...slots.added, ...slots.dropped, ...slots.moved.map((one) => one.after)].map(
      (slot) => slot.obligationId,
    ),
  )
  return [
    ...after.obligations.flatMap((obligation) => {
      if (added.has(obligation)) return [view(obligation, 'added', null)]
      const change = changed.get(obligation.id)
      return change || touched.has(obligation.id) ? [view(obligation, 'changed', change ?? null)] : []
    }),
    ...obligations.removed.map((obligation) => view(obligation, 'removed', null)),
  ]
}

const KIND_WORDS = { added: 'Thêm', changed: 'Đổi', removed: 'Bỏ' } as const

const chip = (slot: Slot, name: SlotName): SlotChip => ({
  ...name,
  text: slot.date ? shortDay(slot.date) : `đến ${shortDay(slot.window?.to ?? '')}`,
})

function monthsView(counts: readonly MonthCount[]): ChangesView['months'] {
  const most = Math.max(1, ...counts.flatMap(({ before, after }) => [before, after]))
  const height = (count: number) => Math.round((count / most) * 40)
  return counts.map(({ month, before, after }) => ({
    month,
    ...{ before, after, beforeHeight: height(before), afterHeight: height(after) },
    change: after === before ? 'giữ' : after > before ? `+${after - before}` : `−${before - after}`,
  }))
}

/** Slots where the plan states no total. Short: a phone has one line for it. */
function totalView({ title, before, after, slotsBefore, slotsAfter }: ObligationTotal) {
  if (before === null && after === null)
    return { title, before: String(slotsBefore), after: `${slotsAfter} kỳ`, words: 'không có chỉ tiêu' }
  return {
    title,
    before: before === null ? 'chưa có' : String(before),
    after: after === null ? 'không còn' : String(after),
    words: `${slotsBefore} kỳ thành ${slotsAfter}`,
  }
}

/** The page of one slot: when, what, its family, and the words of the plan it rests on. */

import { mayBeTakenBack } from '../../../core/extra.ts'
import type { Fact } from '../../../core/fact.ts'
import { isExtra } from '../../../core/outside-plans.ts'
import type { Plan } from '../../../core/plan.ts'
import type { SlotRecord } from '../../../core/reading.ts'
import { byDay, isDated, type Reading } from '../../../core/reading.ts'
import { changeMessage } from '../../../core/record/change-message.ts'
import { leavesMonth, originalDay } from '../../../core/record/family.ts'
import type { OfficialPlace } from '../../../core/record/official-place.ts'
import { isSettled } from '../../../core/standing.ts'
import { capital } from '../../../core/text.ts'
import { contains, type Instant, isoWeekOf, localDateOf, yearOf } from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES, runsOnWords } from '../../../core/words/names.ts'
import { periodInWords } from '../../../core/words/period-words.ts'
import { countedNoun, ruleWords } from '../../../core/words/rule-words.ts'
import { slotTitle } from '../../../core/words/slot-words.ts'
import {
  dayInWords,
  daysLeft,
  documentDay,
  monthInWords,
  shortDay,
  weekdayName,
} from '../../../core/words/words.ts'
import type { SlotView } from '../../../templates/calendar-views.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { newItemPath } from '../content/item-words.ts'
import { obligationPath, planPath, slotPath, slotTopicsPath, weekPath, yearPath } from '../paths.ts'
import { deskCard } from '../record/actions.ts'
import { evidenceView, type Keeps } from '../record/evidence.ts'
import { historyOf } from '../record/history.ts'
import { PLACES_ANCHOR, placeRows } from '../record/posting.ts'
import { formPath, keyOf, type Recorder, type Somebody } from '../record/tick.ts'
import { mayHaveVersion, versionsOf } from '../record/version-parts.ts'
import { say } from '../say.ts'
import { hasOnlyEnd, windowOf } from '../span.ts'
import { slotCard } from './slot-card.ts'

export type SlotQuestion = {
  frame: Frame
  id: string
  /** The slot with its original and reruns. */
  family: readonly Reading[]
  /** Null for what stands outside any plan. */
  plan: Plan | null
  /** What was recorded on its obligation itself: versions in other languages are among it. */
  logged: readonly Fact[]
  now: Instant
  recorder: Recorder
  baseUrl: string
  keeps: Keeps
  /** The office's own, where it posts. */
  accounts: readonly OfficialPlace[]
}

/** Null when the family does not hold the slot. */
export function slotView(question: SlotQuestion): SlotView | null {
  const { frame, id, family, plan, logged, now, recorder, baseUrl, keeps, accounts } = question
  const today = localDateOf(now)
  const members = family.toSorted(byDay)
  const record = members.find(({ slot }) => slot.id === id)
  if (!record) return null
  const { slot, obligation, at } = record
  const card = { ...deskCard(record, recorder, now), title: slotTitle(slot, obligation) }
  return {
    frame,
    card,
    when: whenWords(record),
    say: [...sayStanding(record, plan, daysLeft(today, at.dueDay)), ...sayMonthLeft(record, members)],
    calendar: isDated(record)
      ? { href: weekPath(at.dueDay), words: `Tuần ${isoWeekOf(at.dueDay).week}` }
      : { href: yearPath(yearOf(at.dueDay)), words: `Năm ${yearOf(at.dueDay)}` },
    plan: plan ? { href: planPath(plan.id), words: plan.title } : null,
    runsOn: record.plan.runsOn ? runsOnWords(record.plan) : null,
    obligation: plan && { href: obligationPath(plan.id, obligation.id), words: obligation.title },
    clause: obligation.clause,
    quote: obligation.quote,
    rule: ruleWords(obligation.cadence, countedNoun(obligation.quote)),
    facts: obligationFacts(obligation, slot.minutes),
    assumptions: obligation.assumptions,
    places: { anchor: PLACES_ANCHOR, rows: placeRows(record, recorder, accounts) },
    writing: recorder ? writingLinks(record) : [],
    evidence: evidenceView({ facts: record.facts, now, keeps, form: recorder && sendTo(record, recorder) }),
    history: historyOf(record.facts, obligation, recorder?.id ?? null),
    versions: historyOf(versionsOf(slot.id, logged), obligation, recorder?.id ?? null, recorder?.back),
    more: recorder ? moreForms(record, recorder.back, now) : [],
    takeBack: recorder ? takeBackOf(record) : null,
    message: changeMessage(record, { unitName: frame.unit ?? '', link: baseUrl + slotPath(slot.id) }, now),
    file: `${slotPath(slot.id)}.ics`,
    family:
      members.length < 2
        ? []
        : members.map((member) => ({
            card: slotCard(member),
            onDay: `${weekdayName(member.at.dueDay)} ${shortDay(member.at.dueDay)}`,
            isThis: member === record,
          })),
  }
}

const sendTo = (record: Reading, recorder: Somebody) => ({
  action: `${slotPath(record.slot.id)}/minh-chung`,
  key: keyOf(recorder, record, 'minh-chung'),
  back: recorder.back,
})

function writingLinks({ slot, item, at }: Reading) {
  const original = slot.of ?? slot.id
  if (slot.withdrawn) return []
  return [
    ...(item || isSettled(at.standing) ? [] : [{ href: newItemPath(original), words: 'Soạn bài' }]),
    ...(isExtra(slot) ? [] : [{ href: slotTopicsPath(original), words: 'Chọn chủ đề' }]),
  ]
}

/** What stands outside any plan is taken back as long as nothing was recorded of it. */
function takeBackOf(record: Reading): SlotView['takeBack'] {
  const { slot } = record
  if (!isExtra(slot)) return null
  if (slot.withdrawn) return { action: `${slotPath(slot.id)}/them-lai`, words: 'Thêm lại vào lịch' }
  return mayBeTakenBack(record) ? { action: `${slotPath(slot.id)}/bo`, words: 'Bỏ khỏi lịch' } : null
}

function whenWords(record: Reading): string {
  if (isDated(record)) return capital(dayInWords(record.at.dueDay))
  const window = windowOf(record)
  return capital(hasOnlyEnd(record) ? `chậm nhất ${dayInWords(window.to)}` : periodInWords(window))
}

function moreForms(record: Reading, back: string, now: Instant) {
  const { id } = record.slot
  return [
    { href: formPath(id, 'da-lam', back), words: 'Ghi rõ giờ, thời lượng…' },
    ...(mayHaveVersion(record, now)
      ? [{ href: formPath(id, 'tieng-khac', back), words: 'Ghi bản tiếng khác…' }]
      : []),
    { href: formPath(id, 'minh-chung', back), words: 'Thêm minh chứng…' },
    { href: formPath(id, 'ghi-chu', back), words: 'Thêm ghi chú…' },
  ]
}

/** The sentence that says what is to be done about it, if anything. */
function sayStanding(record: Reading, plan: Plan | null, left: string): Say[] {
  const said: Partial<Record<Reading['at']['standing'], Say>> = {
    upcoming: say(`${capital(left)}.`),
    due: say(isDated(record) ? 'Đến hạn hôm nay.' : 'Hôm nay là ngày cuối.', 'strong'),
    unconfirmed: say(`Đã ${left.replace('quá', 'qua')} mà chưa ai xác nhận.`, 'ask'),
    'not-in-force': say(
      `Trước ngày kế hoạch có hiệu lực (${documentDay(plan?.inForceFrom ?? '')}): chỉ tính nếu đã phát thật.`,
    ),
    withdrawn: say(isExtra(record.slot) ? 'Đã bỏ khỏi lịch.' : 'Kế hoạch không còn yêu cầu kỳ này.'),
    'not-triggered': say(
      record.at.outcome ? 'Không tính vào tổng nào.' : 'Chưa phát sinh thì không tính vào tổng nào.',
    ),
  }
  const first = said[record.at.standing]
  const outside = isExtra(record.slot) ? [say('Ngoài kế hoạch: không tính vào chỉ tiêu nào.')] : []
  return [...(first ? [first] : []), ...outside, ...sayAnchor(record)]
}

function sayAnchor(record: Reading): Say[] {
  const { anchor } = record.obligation.cadence
  if (anchor === null || contains(windowOf(record), anchor)) return []
  return [say(`Mốc ${documentDay(anchor)} nằm ngoài ${periodInWords(windowOf(record))}.`, 'ask')]
}

/** A rerun that was moved out of its original's month: what the plan says by the month then lacks one. */
function sayMonthLeft({ slot, at }: Reading, family: readonly Reading[]): Say[] {
  const original = originalDay(family, slot)
  if (at.moved === null || original === null || !leavesMonth(at.dueDay, original)) return []
  return [say(`Phát lại đã dời khỏi tháng của phát mới (${monthInWords(original)}).`, 'ask')]
}

/** Who, with whom, where: what the plan says beside the rule. */
export function obligationFacts(
  { lead, support, channels, quote }: SlotRecord['obligation'],
  minutes = 0,
): { name: string; words: string }[] {
  const rows = [
    { name: 'Chủ trì', words: lead ?? (quote ? 'kế hoạch không nêu' : '') },
    { name: 'Phối hợp', words: support.join('; ') },
    { name: 'Kênh', words: channels.map((channel) => CHANNEL_NAMES[channel]).join('; ') },
    { name: 'Thời lượng', words: minutes ? `${minutes} phút` : '' },
  ]
  return rows.filter(({ words }) => words)
}

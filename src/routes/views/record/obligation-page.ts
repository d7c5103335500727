/** The page of one obligation: its ground, what was done of it, and the forms of what has no slot. */

import { countRows } from '../../../core/count/count-rows.ts'
import { type Fact, isDone, uncorrected } from '../../../core/fact.ts'
import { saidNotTriggered } from '../../../core/plan/trigger.ts'
import { planRange } from '../../../core/plan-range.ts'
import { byDay, isAsked, type Reading } from '../../../core/reading.ts'
import { isKept } from '../../../core/standing.ts'
import { type LocalDate, localDateOf } from '../../../core/wall-clock.ts'
import { countedNoun, ruleWords } from '../../../core/words/rule-words.ts'
import { dayInWords, daysLeft } from '../../../core/words/words.ts'
import type { ObligationPageView } from '../../../templates/obligation-views.ts'
import type { Figure } from '../../../templates/plan-views.ts'
import type { Say } from '../../../templates/views.ts'
import { obligationFacts } from '../calendar/slot.ts'
import { obligationPagePath, obligationPath } from '../paths.ts'
import { chipOf, KIND_NAMES } from '../plans/plan.ts'
import { say } from '../say.ts'
import { plainTag } from '../tag.ts'
import { evidenceView } from './evidence.ts'
import { historyOf } from './history.ts'
import { obligationForms } from './obligation-forms.ts'
import type { ObligationQuestion } from './obligation-question.ts'
import { logKey, type Somebody } from './tick.ts'

const FEW_CHIPS = 4

export function obligationPageView(question: ObligationQuestion): ObligationPageView {
  const { frame, plan, obligation, readings, logged, recorder, now, keeps } = question
  const { id, cadence, quote } = obligation
  const own = readings.filter(isAsked).sort(byDay)
  const path = obligationPagePath(plan.id, id)
  const told = cadence.kind === 'continuous' ? loggedWords(question) : null
  return {
    frame,
    plan: { href: obligationPath(plan.id, id), words: plan.title },
    clause: obligation.clause,
    kind: KIND_NAMES[cadence.kind],
    title: obligation.title,
    tag: cadence.conditional ? plainTag('Nếu có') : null,
    say: [...(told?.say ?? sayTrigger(question, own)), ...sayNever(logged)],
    figures: told?.figures ?? [],
    quote,
    rule: ruleWords(cadence, countedNoun(quote)),
    facts: obligationFacts(obligation),
    assumptions: obligation.assumptions,
    chips: own.filter(({ slot }) => slot.airing === 'new').map(chipOf),
    fewChips: own.length <= FEW_CHIPS,
    action: `${path}/ghi`,
    back: path,
    forms: recorder ? obligationForms(question, recorder) : [],
    evidence: evidenceView({ facts: logged, now, keeps, form: recorder && sendTo(question, recorder) }),
    history: historyOf(logged, obligation, recorder?.id ?? null),
  }
}

function sendTo({ plan, obligation, logged }: ObligationQuestion, recorder: Somebody) {
  const path = obligationPagePath(plan.id, obligation.id)
  const key = logKey(recorder, logged.at(-1), 'minh-chung', path)
  return { action: `${path}/minh-chung`, key, back: path }
}

/** How often, when last, and the longest time without: never a percentage. */
function loggedWords({ plan, obligation, logged, now }: ObligationQuestion): {
  say: Say[]
  figures: Figure[]
} {
  const today = localDateOf(now)
  const { inForceFrom } = plan
  const [row] = countRows([obligation], [], logged, { period: planRange(plan), asOf: today }, { inForceFrom })
  const last = lastDay(logged)
  if (!row || last === null)
    return { say: [say(`Chưa ghi lần nào trong năm ${plan.year}.`, 'ask')], figures: [] }
  const figures = [
    { value: String(row.logged), words: 'lần đã ghi' },
    ...(row.longestGap === null ? [] : [{ value: `${row.longestGap} ngày`, words: 'khoảng trống dài nhất' }]),
  ]
  return {
    say: [say(`Lần gần nhất ${dayInWords(last)}`, 'strong'), say(`(${agoWords(today, last)}).`)],
    figures,
  }
}

const lastDay = (logged: readonly Fact[]): LocalDate | null =>
  uncorrected(logged)
    .filter(isDone)
    .map(({ at }) => localDateOf(at))
    .sort()
    .at(-1) ?? null

const agoWords = (today: LocalDate, day: LocalDate): string => daysLeft(today, day).replace('quá', 'cách đây')

function sayTrigger({ obligation: { cadence }, logged }: ObligationQuestion, own: Reading[]): Say[] {
  if (cadence.kind !== 'event-offset') return saySlotCount(own)
  if (cadence.trigger !== null)
    return [say(`Ngày sự kiện: ${dayInWords(cadence.trigger)}.`, 'strong'), ...saySlotCount(own)]
  return saidNotTriggered(logged) ? [] : [say('Chưa có ngày sự kiện nên chưa có kỳ nào trong lịch.', 'ask')]
}

function saySlotCount(own: Reading[]): Say[] {
  const kept = own.filter(({ at }) => isKept(at.standing)).length
  return own.length ? [say(`${own.length} kỳ trong lịch, đã thực hiện ${kept}.`)] : []
}

function sayNever(logged: readonly Fact[]): Say[] {
  const said = saidNotTriggered(logged)
  return said ? [say(`${said.by} đã ghi: không phát sinh.`, 'strong')] : []
}

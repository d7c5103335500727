/** A slot or a logged fact as a line: when, which, how it stands, what was recorded and how it is proven. */

import type { Fact } from '../../../core/fact.ts'
import { withItem } from '../../../core/item-brief.ts'
import type { Obligation } from '../../../core/plan.ts'
import type { Reading } from '../../../core/reading.ts'
import { GRADE_NAMES, gradeOf, proofOf } from '../../../core/record/evidence.ts'
import { isKept } from '../../../core/standing.ts'
import { capital } from '../../../core/text.ts'
import { localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { figure } from '../../../core/words/figures.ts'
import { FACT_NAMES, reasonInWords } from '../../../core/words/names.ts'
import { periodInWords } from '../../../core/words/period-words.ts'
import { airingWords, goesOnAir, issueWords, slotTitle } from '../../../core/words/slot-words.ts'
import { dayInWords, documentDay } from '../../../core/words/words.ts'
import type { CountedLine } from '../../../templates/count-views.ts'
import type { Link } from '../../../templates/views.ts'
import { slotPath } from '../places.ts'
import { plainTag, tagOf } from '../tag.ts'

/** `alone`: all lines are of one duty, whose name stands above them. */
export function slotLine(one: Reading, confirmed: ReadonlySet<string>, alone: boolean): CountedLine {
  const { slot, obligation, at, item } = one
  const title = withItem(slotTitle(slot, obligation), item)
  const issue = issueWords(slot, obligation)
  const airing = goesOnAir(obligation) ? airingWords(slot) : null
  const details = [alone ? null : slot.obligationId, airing, alone ? null : issue, movedWords(one)]
  return {
    href: slotPath(slot.id),
    when: slot.window && !at.moved ? capital(periodInWords(slot.window)) : dayTime(at.dueDay, at.dueTime),
    title: alone && issue ? withItem(capital(issue), item) : title,
    details: details.filter((part) => part !== null),
    tag: tagOf(one),
    told: toldOf(one, confirmed),
    link: linkOf(at.outcome && proofOf(at.outcome, one.facts)),
  }
}

const dayTime = (day: string, time: string | null): string =>
  capital(time === null ? dayInWords(day) : `${dayInWords(day)}, ${time}`)

const movedWords = ({ at, slot }: Reading): string | null =>
  at.moved && slot.date ? `dời từ ${documentDay(slot.date)}` : null

function toldOf({ at, facts }: Reading, confirmed: ReadonlySet<string>): string[] {
  const { outcome, standing } = at
  if (!outcome) return []
  const day = `${FACT_NAMES[outcome.kind]} ${wallTimeOf(outcome.at)} ngày ${documentDay(localDateOf(outcome.at))}`
  const grade = isKept(standing) ? [GRADE_NAMES[gradeOf(outcome, facts, confirmed)].toLowerCase()] : []
  return [day, ...factWords(outcome), ...grade]
}

const factWords = (fact: Fact): string[] =>
  [
    fact.minutes === null ? null : `${fact.minutes} phút`,
    fact.people === null ? null : `${figure(fact.people)} người`,
    fact.reason === null ? null : `lý do: ${reasonInWords(fact.reason)}`,
    fact.document === null ? null : `theo ${fact.document}`,
    `${fact.by} ghi`,
  ].filter((part) => part !== null)

const linkOf = (proof: string | null): Link | null =>
  proof?.startsWith('http') ? { href: proof, words: 'Mở minh chứng' } : null

/** What was logged on a duty without slots. */
export function logLine(fact: Fact, obligation: Obligation, confirmed: ReadonlySet<string>): CountedLine {
  const grade = GRADE_NAMES[gradeOf(fact, [], confirmed)].toLowerCase()
  return {
    href: null,
    when: dayTime(localDateOf(fact.at), wallTimeOf(fact.at)),
    title: obligation.title,
    details: [obligation.clause, fact.place, fact.note].filter((part) => part !== null),
    tag: plainTag(FACT_NAMES[fact.kind], 'done'),
    told: [...factWords(fact), grade],
    link: linkOf(proofOf(fact, [])),
  }
}

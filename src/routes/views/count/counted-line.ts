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
import { momentWords } from '../../../core/words/slot-name.ts'
import { issueWords } from '../../../core/words/slot-words.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { CountedLine } from '../../../templates/count-views.ts'
import type { Link } from '../../../templates/views.ts'
import { slotLine } from '../slot-line.ts'
import { plainTag } from '../tag.ts'

/** `alone`: all lines are of one obligation, whose name stands above them. */
export function countedLine(one: Reading, confirmed: ReadonlySet<string>, alone: boolean): CountedLine {
  const { slot, obligation, at, item } = one
  const line = slotLine(one)
  const issue = alone ? issueWords(slot, obligation) : null
  const details = line.details.filter((words) => words !== issue)
  return {
    ...line,
    title: withItem(issue ? capital(issue) : line.title, item),
    details: [alone ? null : slot.obligationId, ...details, movedWords(one)].filter((part) => part !== null),
    told: toldOf(one, confirmed),
    link: linkOf(at.outcome && proofOf(at.outcome, one.facts)),
  }
}

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
  proof === null ? null : { href: proof, words: 'Mở minh chứng' }

/** What was logged on an obligation without slots. */
export function logLine(fact: Fact, obligation: Obligation, confirmed: ReadonlySet<string>): CountedLine {
  const grade = GRADE_NAMES[gradeOf(fact, [], confirmed)].toLowerCase()
  return {
    href: null,
    when: momentWords(localDateOf(fact.at), wallTimeOf(fact.at)),
    title: obligation.title,
    details: [obligation.clause, fact.place, fact.note].filter((part) => part !== null),
    tag: plainTag(FACT_NAMES[fact.kind], 'done'),
    told: [...factWords(fact), grade],
    link: linkOf(proofOf(fact, [])),
  }
}

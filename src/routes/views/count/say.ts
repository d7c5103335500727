/** How the year stands, in at most three sentences, before anything is drawn. */
import type { YearCount } from '../../../actions/year-count.ts'
import { rowKey } from '../../../core/compliance.ts'
import type { DutyCount } from '../../../core/count/duty-count.ts'
import { paceShort, paceSteps } from '../../../core/count/pace-words.ts'
import { dutyTitle, nounOf, resultWords, verdictWords } from '../../../core/count/result-words.ts'
import { lower } from '../../../core/text.ts'
import type { Verdict } from '../../../core/verdict.ts'
import type { Say } from '../../../templates/views.ts'
import { countAnchor } from '../places.ts'
import { say } from '../say.ts'
import { isUrgent } from './verdict-tag.ts'

export function sayYears(years: readonly YearCount[], year: number): Say[] {
  const all = years.flatMap((one) => one.duties.map((duty) => ({ duty, year: one })))
  if (!all.length)
    return [say(`Năm ${year} chưa có kế hoạch nào để tính.`), say('Xem các kế hoạch', 'plain', '/ke-hoach')]
  const urgent = all.filter(({ duty }) => isUrgent(duty.row.verdict))
  const counted = urgent.filter(({ duty }) => duty.row.target !== null)
  const first = counted[0] ?? urgent[0]
  const rest = all.filter((one) => one !== first).map(({ duty }) => duty)
  return [...(first ? sayDuty(first.duty, first.year) : []), say(restWords(rest, first !== undefined))]
}

function sayDuty(duty: DutyCount, { paces, count }: YearCount): Say[] {
  const { obligation, row } = duty
  const pace = paces.get(rowKey(row))
  const noun = nounOf(obligation, row)
  const verdict = verdictWords(duty).toLowerCase()
  const tone = row.verdict === 'not-met' ? 'miss' : 'ask'
  const [step, ...more] = pace ? paceSteps(pace, noun, count.asOf) : []
  const stand = pace ? paceShort(pace, noun) : resultWords(duty)
  const anchor = `#${countAnchor(count.plan.id, obligation.id, row.airing)}`
  return [
    say(dutyTitle(obligation, row), 'strong', anchor),
    say(`${verdict}:`, tone),
    say([step ? `${stand}; ${lower(step)}` : `${stand}.`, ...more].join(' ')),
  ]
}

const ORDER: Verdict[] = [
  'not-met',
  'behind',
  'needs-confirmation',
  'on-track',
  'met',
  'no-target',
  'not-triggered',
]

/** `18 nhiệm vụ khác: 1 đạt, 11 đúng nhịp, 5 không có chỉ tiêu.` */
export function restWords(duties: DutyCount[], others: boolean): string {
  if (!duties.length) return ''
  const inOrder = duties.toSorted((a, b) => ORDER.indexOf(a.row.verdict) - ORDER.indexOf(b.row.verdict))
  const alike = Map.groupBy(inOrder, verdictWords)
  const parts = [...alike].map(([words, { length }]) => `${length} ${words.toLowerCase()}`)
  return `${duties.length} nhiệm vụ${others ? ' khác' : ''}: ${parts.join(', ')}.`
}

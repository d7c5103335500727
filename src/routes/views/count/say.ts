/** How the year stands, in at most three sentences, before anything is drawn. */
import type { YearCount } from '../../../actions/year-count.ts'
import { rowKey } from '../../../core/count/count-rows.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { paceShort, paceSteps } from '../../../core/count/pace-words.ts'
import { nounOf, obligationTitle, resultWords, verdictWords } from '../../../core/count/result-words.ts'
import { lower } from '../../../core/text.ts'
import type { Verdict } from '../../../core/verdict.ts'
import type { Say } from '../../../templates/views.ts'
import { countAnchor } from '../paths.ts'
import { say } from '../say.ts'
import { isUrgent } from './verdict-tag.ts'

export function sayYears(years: readonly YearCount[], year: number): Say[] {
  const all = years.flatMap((one) => one.counts.map((counted) => ({ counted, year: one })))
  if (!all.length)
    return [say(`Năm ${year} chưa có kế hoạch nào để tính.`), say('Xem các kế hoạch', 'plain', '/ke-hoach')]
  const urgent = all.filter(({ counted }) => isUrgent(counted.row.verdict))
  const counted = urgent.filter(({ counted }) => counted.row.target !== null)
  const first = counted[0] ?? urgent[0]
  const rest = all.filter((one) => one !== first).map(({ counted }) => counted)
  return [
    ...(first ? sayObligation(first.counted, first.year) : []),
    say(restWords(rest, first !== undefined)),
  ]
}

function sayObligation(counted: ObligationCount, { paces, count }: YearCount): Say[] {
  const { obligation, row } = counted
  const pace = paces.get(rowKey(row))
  const noun = nounOf(obligation, row)
  const verdict = verdictWords(counted).toLowerCase()
  const tone = row.verdict === 'not-met' ? 'miss' : 'ask'
  const [step, ...more] = pace ? paceSteps(pace, noun, count.asOf) : []
  const stand = pace ? paceShort(pace, noun) : resultWords(counted)
  const anchor = `#${countAnchor(count.plan.id, obligation.id, row.airing)}`
  return [
    say(obligationTitle(obligation, row), 'strong', anchor),
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

/** What somebody should look at, worst first; everything else after it as the plan has it. */
export const worstFirst = (counts: readonly ObligationCount[]): ObligationCount[] => {
  const rank = ({ row: { verdict } }: ObligationCount) =>
    isUrgent(verdict) ? ORDER.indexOf(verdict) : ORDER.length
  return counts.toSorted((a, b) => rank(a) - rank(b))
}

/** `18 nhiệm vụ khác: 1 đạt, 11 đúng nhịp, 5 không có chỉ tiêu.` */
export function restWords(counts: ObligationCount[], others: boolean): string {
  if (!counts.length) return ''
  const inOrder = counts.toSorted((a, b) => ORDER.indexOf(a.row.verdict) - ORDER.indexOf(b.row.verdict))
  const alike = Map.groupBy(inOrder, verdictWords)
  const parts = [...alike].map(([words, { length }]) => `${length} ${words.toLowerCase()}`)
  return `${counts.length} nhiệm vụ${others ? ' khác' : ''}: ${parts.join(', ')}.`
}

/** How the year stands, in words, before anything is drawn. */
import type { YearCount } from '../../../actions/year-count.ts'
import { rowKey } from '../../../core/compliance.ts'
import type { DutyCount } from '../../../core/count/duty-count.ts'
import { paceAdvice, paceShort } from '../../../core/count/pace-words.ts'
import { dutyTitle, nounOf, resultWords, verdictWords } from '../../../core/count/result-words.ts'
import type { Verdict } from '../../../core/verdict.ts'
import type { Say } from '../../../templates/views.ts'
import { countAnchor } from '../places.ts'
import { say } from '../say.ts'
import { isUrgent } from './verdict-tag.ts'

/** At most this many duties are told one by one. */
const TOLD = 2

export function sayYears(years: readonly YearCount[], year: number): Say[] {
  const all = years.flatMap((one) => one.duties.map((duty) => ({ duty, year: one })))
  if (!all.length)
    return [say(`Năm ${year} chưa có kế hoạch nào để tính.`), say('Xem các kế hoạch', 'plain', '/ke-hoach')]
  const urgent = all.filter(({ duty }) => isUrgent(duty.row.verdict))
  const counted = urgent.filter(({ duty }) => duty.row.target !== null)
  const told = [...counted, ...urgent.filter((one) => !counted.includes(one))].slice(0, TOLD)
  return [
    ...told.flatMap(({ duty, year }) => sayDuty(duty, year)),
    say(
      restWords(
        all.map(({ duty }) => duty).filter((duty) => !told.some((one) => one.duty === duty)),
        told.length > 0,
      ),
    ),
  ]
}

function sayDuty(duty: DutyCount, { paces, count }: YearCount): Say[] {
  const { obligation, row } = duty
  const pace = paces.get(rowKey(row))
  const noun = nounOf(obligation, row)
  const verdict = verdictWords(duty).toLowerCase()
  const tone = row.verdict === 'not-met' ? 'miss' : 'ask'
  const words = pace ? [paceShort(pace, noun), paceAdvice(pace, noun, count.asOf)] : [resultWords(duty)]
  const anchor = `#${countAnchor(count.plan.id, obligation.id, row.airing)}`
  return [
    say(dutyTitle(obligation, row), 'strong', anchor),
    say(`${verdict}:`, tone),
    say(
      words
        .filter((part) => part !== null)
        .join('. ')
        .replace(/\.?$/, '.'),
    ),
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
function restWords(duties: DutyCount[], others: boolean): string {
  if (!duties.length) return ''
  const inOrder = duties.toSorted((a, b) => ORDER.indexOf(a.row.verdict) - ORDER.indexOf(b.row.verdict))
  const alike = Map.groupBy(inOrder, verdictWords)
  const parts = [...alike].map(([words, { length }]) => `${length} ${words.toLowerCase()}`)
  return `${duties.length} nhiệm vụ${others ? ' khác' : ''}: ${parts.join(', ')}.`
}

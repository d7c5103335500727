/** How a total may be read, what the office holds itself to, and the words to ask for another. */
import type { YearCount } from '../../../actions/year-count.ts'
import { rowKey } from '../../../core/count/count-rows.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { nounOf } from '../../../core/count/result-words.ts'
import { type ChosenTarget, needsChoice, type TargetOptions } from '../../../core/count/target.ts'
import type { Problem } from '../../../core/problem.ts'
import { capital } from '../../../core/text.ts'
import { localDateOf } from '../../../core/wall-clock.ts'
import { decimal } from '../../../core/words/figures.ts'
import { documentDay, rangeInWords } from '../../../core/words/words.ts'
import { adjustRequest } from '../../../reports/adjust-target.ts'
import type { TargetPanel } from '../../../templates/count-views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { AIRING_KEYS, questionParams } from './paths.ts'

/** A choice that was not taken, and why. */
export type RefusedTarget = { key: string; problem: Problem; document: string }

export type ChoosingRights = { mayChoose: boolean; refused: RefusedTarget | null }

/** Null where the total is what it is: it fits, nobody chose otherwise, and it can be reached. */
export function targetPanel(
  { obligation, row }: ObligationCount,
  { count, options, paces }: YearCount,
  question: YearQuestion,
  { mayChoose, refused }: ChoosingRights,
): TargetPanel | null {
  const key = rowKey(row)
  const whole = `${count.plan.id} ${key}`
  const readings = options.get(key) ?? null
  const pace = paces.get(key)
  const chosen = count.chosen.findLast((one) => rowKey(one) === key) ?? null
  const noun = nounOf(obligation, row)
  const request = pace
    ? adjustRequest({ plan: count.plan, obligation, noun, pace, options: readings, asOf: count.asOf })
    : null
  // Nothing is asked of an obligation before it arises.
  const questionable = row.target !== null && readings !== null && needsChoice(readings)
  if (!readings || !(questionable || chosen || request)) return null
  return {
    readings: readingsOf(readings, chosen),
    chosen: chosen && chosenWords(chosen),
    request,
    action: mayChoose ? `/chi-tieu/${question.year}/muc` : null,
    hidden: [
      { name: 'keHoach', value: count.plan.id },
      { name: 'nhiemVu', value: obligation.id },
      { name: 'phat', value: AIRING_KEYS[row.airing] },
      ...questionParams(question),
    ],
    error: refused?.key === whole ? errorWords(refused.problem) : null,
    document: refused?.key === whole ? refused.document : (chosen?.document ?? ''),
  }
}

function readingsOf({ declared, feasible, proRata }: TargetOptions, chosen: ChosenTarget | null) {
  const { days, of, value } = proRata
  const share = `${declared} × ${days}/${of} ngày = ${decimal((declared * days) / of)}, làm tròn lên`
  const reading = (choice: ChosenTarget['choice'], number: number, words: string, how: string) => ({
    ...{ value: String(number), choice, words, how },
    chosen: (chosen?.choice ?? 'declared') === choice,
  })
  return [
    reading('declared', declared, 'Kế hoạch ghi', 'giữ nguyên số của văn bản'),
    reading('feasible', feasible, 'Khả thi', 'số kỳ từ ngày kế hoạch có hiệu lực'),
    reading('pro-rata', value, 'Theo số ngày', `${share} (${rangeInWords(proRata)})`),
    ...(chosen?.choice === 'own' ? [reading('own', chosen.value, 'Đơn vị tự đặt', 'theo văn bản')] : []),
  ]
}

const errorWords = (problem: Problem): string => {
  const errors = problem.kind === 'invalid' ? problem.errors.map(({ message }) => message) : []
  return errors.length ? `${capital(errors.join('; '))}.` : problem.detail
}

const chosenWords = ({ value, document, by, recordedAt }: ChosenTarget): string =>
  `Chỉ tiêu áp dụng ${value}, theo ${document}; ${by} ghi ngày ${documentDay(localDateOf(recordedAt))}.`

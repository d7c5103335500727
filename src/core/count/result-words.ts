/** What came of an obligation, in the words of a report: "đã phát 17/26 số, gồm 15 đúng hạn, 1 trễ, 1 phát bù; còn 6 kỳ". */

import type { Obligation } from '../plan.ts'
import type { Reading } from '../reading.ts'
import { lower } from '../text.ts'
import { localDateOf } from '../wall-clock.ts'
import { amount, percent } from '../words/figures.ts'
import { VERDICT_NAMES } from '../words/names.ts'
import { outcomeWords } from '../words/outcome.ts'
import { periodInWords } from '../words/period-words.ts'
import { countedNoun } from '../words/rule-words.ts'
import { documentDay } from '../words/words.ts'
import type { CountRow } from './count-rows.ts'
import type { ObligationCount } from './obligation-count.ts'

/** What the obligation counts: `số`, `chương trình`; reruns are counted in `lượt phát lại`. */
export const nounOf = ({ quote }: Obligation, { airing }: Pick<CountRow, 'airing'>): string =>
  airing === 'rerun' ? 'lượt phát lại' : countedNoun(quote)

/** The obligation's title; the row of its reruns says so. */
export const obligationTitle = ({ title }: Obligation, { airing }: Pick<CountRow, 'airing'>): string =>
  airing === 'rerun' ? `${title} (phát lại)` : title

/** "Không phát sinh" is somebody's statement; while nobody made it, the thing merely did not arise so far. */
export const verdictWords = ({
  row,
  saidNotTriggered,
}: Pick<ObligationCount, 'row' | 'saidNotTriggered'>): string =>
  row.verdict === 'not-triggered' && !saidNotTriggered ? 'Chưa phát sinh' : VERDICT_NAMES[row.verdict]

/**
 * One sentence without a capital and a full stop. A year is told against the total, a shorter period against what was
 * due in it.
 */
export function resultWords(counted: ObligationCount, against: 'total' | 'due' = 'total'): string {
  const { cadence } = counted.obligation
  if (counted.row.verdict === 'not-triggered') return lower(verdictWords(counted))
  if (cadence.kind === 'continuous') return loggedWords(counted)
  if (cadence.kind === 'measure') return measureWords(counted, cadence.target)
  const [only] = counted.slots.filter(({ at }) => at.bucket !== null)
  if (counted.row.target === null && counted.slots.length === 1 && only)
    return onceWords(counted.obligation, only)
  return countWords(counted, against)
}

function loggedWords({ obligation, row }: ObligationCount): string {
  const done = lower(outcomeWords(obligation).done)
  if (row.logged === 0) return 'chưa ghi nhận lần nào'
  const gap = row.longestGap === null ? '' : `; khoảng trống dài nhất ${row.longestGap} ngày`
  return `${done} ${row.logged} lần${gap}`
}

function measureWords({ row }: ObligationCount, target: { value: number; unit: string }): string {
  const goal = `mục tiêu ${amount(target.value, target.unit)}`
  return row.value === null
    ? `chưa có số đo, ${goal}`
    : `đạt ${amount(row.value, target.unit)} so với ${goal}`
}

function onceWords(obligation: Obligation, { slot, at }: Reading): string {
  const words = outcomeWords(obligation)
  const period = slot.window ? periodInWords(slot.window) : documentDay(at.dueDay)
  const day = at.outcome ? documentDay(localDateOf(at.outcome.at)) : ''
  switch (at.bucket) {
    case 'onTime':
      return `${lower(words.done)} ngày ${day}`
    case 'late':
      return `${lower(words.done)} ngày ${day}, sau thời hạn ${period}`
    case 'madeUp':
      return `${lower(words.makeUp)} ngày ${day}`
    case 'short':
      return `${lower(words.done)} ngày ${day} nhưng chưa đạt yêu cầu`
    case 'missed':
      return lower(words.not)
    case 'excused':
      return `${lower(words.not)}, có lý do được chấp nhận`
    case 'unconfirmed':
      return `đã hết thời hạn ${period}, chưa xác nhận kết quả`
    case 'remaining':
      return `chưa đến hạn (${period})`
    default:
      return `thời hạn ${period} trước ngày kế hoạch có hiệu lực`
  }
}

function countWords({ obligation, row }: ObligationCount, against: 'total' | 'due'): string {
  const noun = nounOf(obligation, row)
  const { done, due, scheduled, target, declared } = row
  const words = outcomeWords(obligation)
  if (scheduled === 0) return 'không có kỳ nào theo lịch'
  const whole = against === 'total' ? target : due
  const late = against === 'due' || target === null ? ' đến hạn' : ''
  const kept =
    whole === 0
      ? 'chưa có kỳ nào đến hạn'
      : `${lower(words.done)} ${
          target === null && declared === null
            ? `${done}/${due} ${noun} đến hạn`
            : shareWords(done, whole ?? due, noun + late)
        }`
  return [kept, ...howWords(row), ...otherwiseWords(row, words.not)].filter(Boolean).join('; ')
}

/** `17/26 số (65,4%)`; more than all is said in words. */
export function shareWords(done: number, target: number, noun: string): string {
  if (done > target) return `${done} ${noun}, vượt ${done - target} so với chỉ tiêu ${target}`
  const share = percent(done, target)
  return `${done}/${target} ${noun}${share === null ? '' : ` (${share})`}`
}

/** How the done ones were done, when not simply in time. */
function howWords({ onTime, late, madeUp }: CountRow): string[] {
  if (late + madeUp === 0) return []
  const parts = [count(onTime, 'đúng hạn'), count(late, 'trễ hạn'), count(madeUp, 'thực hiện bù')]
  return [`gồm ${parts.filter(Boolean).join(', ')}`]
}

const count = (number: number, words: string): string => (number ? `${number} ${words}` : '')

function otherwiseWords({ short, missed, excused, unconfirmed, remaining }: CountRow, not: string): string[] {
  return [
    count(short, 'chưa đạt thời lượng'),
    count(missed, lower(not)),
    count(excused, `${lower(not)} có lý do được chấp nhận`),
    count(unconfirmed, 'chưa xác nhận'),
    remaining ? `còn ${remaining} kỳ chưa đến hạn` : '',
  ].filter(Boolean)
}

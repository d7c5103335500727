/** Pace in sentences: "17/26 số, còn 9." "Lịch còn 6 kỳ trước 31/12, phải bù thêm 3 số, muộn nhất bắt đầu từ 28/12." */
import type { LocalDate } from '../wall-clock.ts'
import { documentDay, shortDay } from '../words/words.ts'
import type { Pace } from './pace.ts'

/** `17/26 số, còn 9`; done beyond the total is said, never shown as a share above one. */
export function paceShort({ done, target, left, over }: Pace, noun: string): string {
  if (over > 0) return `${done} ${noun}, vượt ${over} so với chỉ tiêu ${target}`
  return left > 0 ? `${done}/${target} ${noun}, còn ${left}` : `đủ ${done}/${target} ${noun}`
}

/** What is to be done about it, as of a day; null when there is nothing to do. */
export const paceAdvice = (pace: Pace, noun: string, asOf: LocalDate): string | null =>
  paceSteps(pace, noun, asOf).join(' ') || null

/** The same, sentence by sentence: at most two. */
export function paceSteps(pace: Pace, noun: string, asOf: LocalDate): string[] {
  const { left, makeUps, remaining, end } = pace
  if (left === 0) return []
  const first = confirmFirst(pace)
  if (asOf >= end) return [first ?? `Hết kỳ, thiếu ${left} ${noun}.`]
  const ahead =
    remaining > 0
      ? `Lịch còn ${remaining} kỳ trước ${shortDay(end)}`
      : `Lịch không còn kỳ nào trước ${shortDay(end)}`
  if (makeUps === 0) return [`${ahead}, đủ để đạt nếu thực hiện hết.`]
  return [`${ahead}, ${makeUpWords(pace, noun)}.`, first].filter((part) => part !== null)
}

function makeUpWords({ makeUps, startBy, target, reachable, unconfirmed }: Pace, noun: string): string {
  if (startBy !== null) return `phải bù thêm ${makeUps} ${noun}, muộn nhất bắt đầu từ ${shortDay(startBy)}`
  if (reachable >= target) return `không đủ ngày để bù ${makeUps} ${noun}`
  const counted = unconfirmed > 0 ? ', kể cả các kỳ chưa xác nhận' : ''
  return `bù nhiều nhất cũng chỉ đạt ${reachable}/${target} ${noun}${counted}`
}

/** A tick may be all that is missing. */
function confirmFirst({ makeUps, left, unconfirmed }: Pace): string | null {
  if (unconfirmed === 0) return null
  const rest = Math.max(0, (makeUps || left) - unconfirmed)
  return `Còn ${unconfirmed} kỳ chưa xác nhận: nếu đã thực hiện thì ${rest > 0 ? `chỉ thiếu ${rest}` : 'là đủ'}.`
}

/**
 * The same as a task in a report, without a capital and a full stop: what is to be done, by when. Null when there is
 * nothing left to do; after the last day only what nobody confirmed can still be looked into.
 */
export function paceTask(pace: Pace, noun: string, asOf: LocalDate): string | null {
  const { left, remaining, makeUps, unconfirmed, end } = pace
  const over = asOf >= end
  if (left === 0) return null
  const parts = [
    unconfirmed > 0 ? `rà soát, xác nhận kết quả ${unconfirmed} kỳ đã đến hạn` : '',
    over || remaining === 0
      ? ''
      : `thực hiện đủ ${remaining} kỳ còn lại theo lịch đến ngày ${documentDay(end)}`,
    over || makeUps === 0 ? '' : makeUpTask(pace, noun),
  ].filter(Boolean)
  return parts.length ? parts.join('; ') : null
}

function makeUpTask({ makeUps, startBy, target, reachable, unconfirmed }: Pace, noun: string): string {
  if (startBy !== null)
    return `thực hiện bù ${makeUps} ${noun}, bắt đầu chậm nhất ngày ${documentDay(startBy)}`
  if (reachable >= target && unconfirmed > 0) return `bố trí thực hiện bù số ${noun} còn thiếu sau rà soát`
  return `xem xét điều chỉnh chỉ tiêu, cả năm nhiều nhất đạt ${reachable}/${target} ${noun}`
}

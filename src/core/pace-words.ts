/** Pace in sentences: "17/26 số, còn 9; còn 6 kỳ trước 31/12, phải bù 3, muộn nhất bắt đầu từ 28/12." */
import type { Pace } from './pace.ts'
import type { LocalDate } from './wall-clock.ts'
import { shortDay } from './words.ts'

/** `17/26 số, còn 9`; done beyond the total is said, never shown as a share above one. */
export function paceShort({ done, target, left, over }: Pace, noun: string): string {
  if (over > 0) return `${done} ${noun}, vượt ${over} so với chỉ tiêu ${target}`
  return left > 0 ? `${done}/${target} ${noun}, còn ${left}` : `đủ ${done}/${target} ${noun}`
}

/** What is to be done about it, as of a day; null when there is nothing to do. */
export function paceAdvice(pace: Pace, noun: string, asOf: LocalDate): string | null {
  const { left, makeUps, remaining, end, unconfirmed } = pace
  if (left === 0) return null
  if (asOf >= end) return unconfirmed > 0 ? `${confirmFirst(pace, noun)}.` : `Hết kỳ, thiếu ${left} ${noun}.`
  const ahead =
    remaining > 0 ? `còn ${remaining} kỳ trước ${shortDay(end)}` : `không còn kỳ nào trước ${shortDay(end)}`
  if (makeUps === 0) return `${capital(ahead)}, đủ để đạt nếu thực hiện hết.`
  const first = unconfirmed > 0 ? ` ${confirmFirst(pace, noun)}.` : ''
  return `${capital(ahead)}, ${makeUpWords(pace, noun)}.${first}`
}

function makeUpWords({ makeUps, startBy, target, reachable }: Pace, noun: string): string {
  if (startBy !== null) return `phải bù ${makeUps} ${noun}, muộn nhất bắt đầu từ ${shortDay(startBy)}`
  return `cần bù ${makeUps} ${noun} nhưng không còn đủ ngày hoặc kỳ để bù: nhiều nhất đạt ${reachable}/${target} ${noun}`
}

function confirmFirst({ makeUps, left, unconfirmed }: Pace, noun: string): string {
  const rest = Math.max(0, (makeUps || left) - unconfirmed)
  const then = rest > 0 ? `chỉ còn thiếu ${rest}` : 'là đủ'
  return `${unconfirmed} ${noun} chưa xác nhận: nếu đã thực hiện thì ${then}`
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** An obligation's month in a few signs: the one rule for every table that has months. */
import type { Counts } from '../counts.ts'

/** Readable without its colour; `words` say in full what `text` shortens. */
export type Cell = {
  text: string
  words: string
  look: 'none' | 'ahead' | 'kept' | 'part' | 'missed' | 'ask' | 'outside'
}

/** Asked for and in force. */
const askedIn = ({ due, remaining }: Counts): number => due + remaining

/** `2/2` kept, `1/2` partly, `?2` unconfirmed, `·2` ahead, `(2)` before the in-force date; `3` logged without slots. */
export function cellOf(counts: Counts, logged = 0): Cell {
  const { scheduled, done, remaining, unconfirmed } = counts
  const asked = askedIn(counts)
  const cell = (text: string, words: string, look: Cell['look']): Cell => ({ text, words, look })
  if (logged && !scheduled) return cell(String(logged), `${logged} lần ghi`, 'kept')
  if (scheduled === 0) return cell('', '', 'none')
  if (asked === 0) return cell(`(${scheduled})`, `${scheduled} kỳ trước ngày có hiệu lực`, 'outside')
  if (remaining === asked) return cell(`·${remaining}`, `${remaining} kỳ chưa đến hạn`, 'ahead')
  if (unconfirmed === asked) return cell(`?${asked}`, `${asked} kỳ chưa xác nhận`, 'ask')
  const rest = [unconfirmed && `${unconfirmed} chưa xác nhận`, remaining && `${remaining} chưa đến hạn`]
  const words = [`đã thực hiện ${done}/${asked}`, ...rest].filter(Boolean).join(', ')
  return cell(`${done}/${asked}${unconfirmed ? '?' : ''}`, words, lookOf(counts))
}

function lookOf(counts: Counts): Cell['look'] {
  const { done, unconfirmed, remaining } = counts
  if (unconfirmed) return 'ask'
  if (done === askedIn(counts)) return 'kept'
  if (done === 0 && !remaining) return 'missed'
  return done + remaining === askedIn(counts) ? 'ahead' : 'part'
}

/** The numbers under a bar, each with the slots behind it. */

import type { CountRow } from '../../../core/count/count-rows.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { lower } from '../../../core/text.ts'
import { outcomeWords } from '../../../core/words/outcome.ts'
import type { Key } from '../../../templates/count-views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { AIRING_KEYS, type BucketKey, slotsPath } from './paths.ts'

/**
 * Only what is not zero, but for what is done. Read aloud the parts add up to the total: what is done, what nobody has
 * confirmed, what is ahead, what is lost; everything else says of which it is a part.
 */
export function keysOf({ obligation, row }: ObligationCount, planId: string, question: YearQuestion): Key[] {
  const link = (loai: BucketKey) =>
    slotsPath(question, { keHoach: planId, nhiemVu: obligation.id, phat: AIRING_KEYS[row.airing], loai })
  if (obligation.cadence.kind === 'continuous') return loggedKeys(row, link('da-lam'))
  if (row.due + row.remaining === 0) return []
  const words = outcomeWords(obligation)
  const key = (value: number, text: string, tone: Key['tone'], loai: BucketKey): Key[] =>
    value ? [{ value: String(value), words: text, tone, href: link(loai) }] : []
  const done: Key = {
    value: row.target === null ? String(row.done) : `${row.done}/${row.target}`,
    words: lower(words.done),
    tone: 'done',
    href: row.done ? link('da-lam') : null,
  }
  const lost = lostOf(row)
  const part = lost > 0 && row.short + row.excused + row.missed <= lost ? 'trong đó ' : ''
  const open = key(row.unconfirmed, 'chưa xác nhận', 'ask', 'chua-xac-nhan')
  return [
    ...(row.target === null ? open : []),
    done,
    ...key(row.late, 'trong đó trễ hạn', 'late', 'tre-han'),
    ...key(row.madeUp, `trong đó ${lower(words.makeUp)}`, 'done', 'bu'),
    ...(row.target === null ? [] : open),
    ...key(row.remaining, 'kỳ còn lại', 'plan', 'con-lai'),
    ...(lost > 0 ? [{ value: String(lost), words: 'còn thiếu', tone: 'rest' as const, href: null }] : []),
    ...key(row.short, `${part}chưa đạt`, 'short', 'chua-dat'),
    ...key(row.excused, `${part}có lý do`, 'excuse', 'co-ly-do'),
    ...key(row.missed, `${part}${lower(words.not)}`, 'miss', 'khong-lam'),
  ]
}

const loggedKeys = (row: CountRow, href: string): Key[] => [
  { value: String(row.logged), words: 'lần ghi', tone: 'done', href: row.logged ? href : null },
  ...(row.longestGap === null || row.logged === 0
    ? []
    : [{ value: String(row.longestGap), words: 'ngày trống dài nhất', tone: 'plan' as const, href: null }]),
]

/** What no planned slot can bring any more, even when all that nobody confirmed turns out to be done. */
const lostOf = ({ target, done, unconfirmed, remaining }: CountRow): number =>
  target === null ? 0 : Math.max(0, target - done - unconfirmed - remaining)

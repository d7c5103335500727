/** What a look before many slots are answered at once says above them. */
import type { Reading } from '../../../core/reading.ts'
import { MOST_AT_ONCE, willBegin } from '../../../core/record/bulk.ts'
import { lower } from '../../../core/text.ts'
import type { Instant } from '../../../core/wall-clock.ts'
import type { Say } from '../../../templates/views.ts'
import { say } from '../say.ts'

/** `open` of those asked for may be answered here; `closed` is how many a closed period keeps. */
type Looked = { asked: readonly Reading[]; open: readonly Reading[]; closed: number }

export function saying({ asked, open, closed }: Looked, done: string, now: Instant): Say[] {
  const ahead = asked.filter((one) => willBegin(one, now)).length
  const settled = asked.filter(({ at }) => at.outcome !== null).length
  const count = (number: number, words: string): Say[] => (number ? [say(`${number} kỳ ${words}.`)] : [])
  if (!open.length)
    return [
      ...(closed ? [] : [say('Không có kỳ nào chưa xác nhận.', 'strong')]),
      ...count(closed, CLOSED),
      ...count(ahead, 'chưa tới giờ'),
      ...count(settled, 'đã có kết quả'),
    ]
  return [
    say(`${Math.min(open.length, MOST_AT_ONCE)} kỳ sẽ ghi là ${lower(done)}.`, 'strong'),
    say('Bỏ chọn kỳ nào không phát hoặc phát khác giờ, rồi ghi riêng kỳ ấy.'),
    ...(open.length > MOST_AT_ONCE ? [say(`Còn ${open.length - MOST_AT_ONCE} kỳ cho lần ghi sau.`)] : []),
    ...count(closed, CLOSED),
    ...count(settled, 'đã có kết quả nên giữ nguyên'),
    ...count(ahead, 'chưa tới giờ'),
  ]
}

const CLOSED = 'chưa xác nhận nằm trong số liệu đã chốt: mở từng kỳ và nêu lý do mới ghi được'

/** What is marked in a document under review: the very words that each value was read from. */
import { expect, test } from 'vitest'
import { readSource } from '../../../../src/core/document/read-source.ts'
import { openReview, type Review } from '../../../../src/core/review/review.ts'
import { textSource } from '../../../../src/documents/plain-text.ts'
import { passagesOf, spotHref } from '../../../../src/routes/views/review/passages.ts'

const TEXT = `UBND XÃ THỬ
KẾ HOẠCH
Tuyên truyền năm 2026
I. NHIỆM VỤ
1. Treo băng rôn tại trụ sở
- Chủ trì: Văn phòng UBND xã
- Thời gian hoàn thành: trước ngày 15/4/2026
2. Họp thôn
- Thời gian: Quý III
II. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế phát 02 tin/tháng về phòng dịch.`

function review(): Review {
  const proposal = readSource(textSource(TEXT), null)
  if ('code' in proposal) throw new Error(proposal.code)
  return openReview(proposal)
}

/** Marked words in brackets with how sure they were read. */
const told = (given: Review): string[] =>
  passagesOf(TEXT, given).map(
    ({ look, parts }) =>
      `${look ?? '·'} ${parts.map(({ text, mark }) => (mark ? `[${text}|${mark}]` : text)).join('')}`,
  )

test('title, office and time are marked and nothing else of the passage, each by its own doubts', () => {
  expect(told(review()).slice(4)).toEqual([
    'sure 1. [Treo băng rôn tại trụ sở|sure]',
    'sure - Chủ trì: [Văn phòng UBND xã|sure]',
    'sure - Thời gian hoàn thành: [trước ngày 15/4/2026|sure]',
    'look 2. [Họp thôn|sure]',
    'look - Thời gian: [Quý III|sure]',
    '· II. TỔ CHỨC THỰC HIỆN',
    'look 1. [Trạm Y tế|sure] [phát |look][02 tin/tháng|sure][ về phòng dịch|look].',
  ])
})

test("a value's link leads to its words; where its words are not known, to its passage", () => {
  const [first] = review().obligations
  if (!first) throw new Error('no obligation')
  const anchors = passagesOf(TEXT, review()).flatMap(({ parts }) =>
    parts.flatMap(({ text, anchor }) => (anchor ? [[`#${anchor}`, text] as const] : [])),
  )
  const at = (field: 'lead' | 'when' | 'support') =>
    new Map<string, string>(anchors).get(spotHref(first, field))
  expect([at('lead'), at('when')]).toEqual(['Văn phòng UBND xã', 'trước ngày 15/4/2026'])
  expect(spotHref(first, 'support')).toBe(`#cho-${first.place.from}`)
})

test('a reading that was kept before words had places is marked as a whole', () => {
  const { obligations, ...rest } = review()
  const old = obligations.map(({ spots: _, ...obligation }) => obligation)
  expect(told({ ...rest, obligations: old })[5]).toBe('sure [- Chủ trì: Văn phòng UBND xã|sure]')
})

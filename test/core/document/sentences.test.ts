import { expect, test } from 'vitest'
import { sentencesOf } from '../../../src/core/document/sentences.ts'
import { wordsOf } from '../../../src/core/document/words.ts'

const texts = (text: string): string[] =>
  sentencesOf(wordsOf(text, { from: 0, to: text.length })).map((one) => one.text)

test.each(['phát hằng ngày.', '150 bài trong năm.', '01 số mỗi tuần.', 'mỗi quý.', 'tại TP Huế.'])(
  '%s ends a sentence',
  (first) => {
    expect(texts(`${first} Giao Văn phòng thực hiện.`)).toEqual([first, 'Giao Văn phòng thực hiện.'])
  },
)

test.each(['Hồ Văn A. Phó Chủ tịch', 'tại TP. Huế', 'Đ/c. Nam', 'loa, đài, v.v. Giao Văn phòng'])(
  'the stop in %s ends none',
  (text) => {
    expect(texts(text)).toEqual([text])
  },
)

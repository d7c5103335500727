import { expect, test } from 'vitest'
import { join, part, placeOf, wordsOf } from '../../../src/core/document/words.ts'
import { isSyllable, partsOf } from '../../../src/core/syllable.ts'

const read = (text: string) => wordsOf(text, { from: 0, to: text.length })

test.each([
  ['sửdụng dữliệu sốcủa xã', 'sử dụng dữ liệu số của xã'],
  ['hỗtrợsinh hoạt', 'hỗ trợ sinh hoạt'],
  ['hiệu quả04 thủ tục', 'hiệu quả 04 thủ tục'],
  ['t h a m mưu', 'tham mưu'],
  ['T h a m m ư u Đảng uỷ', 'Tham mưu Đảng uỷ'],
  ['**Cơ quan chủ trì:**\u00a0Văn phòng', 'Cơ quan chủ trì: Văn phòng'],
  ['Quý II – III', 'Quý II - III'],
  ['CCHC, VNeID và Zalo', 'CCHC, VNeID và Zalo'],
])('"%s" reads as "%s"', (kept, text) => {
  expect(read(kept).text).toBe(text)
})

test('each letter keeps its place: a part is cut from the text as it was kept', () => {
  const kept = '- Đơn vị\u00a0chủtrì: Phòng Văn hoá'.normalize('NFD')
  const words = read(kept)
  const place = placeOf(part(words, words.text.indexOf('chủ'), words.text.indexOf(':')))
  expect(kept.slice(place.from, place.to)).toBe('chủtrì'.normalize('NFD'))
})

test('lines that are joined keep the place of each', () => {
  const kept = 'Phòng Văn hoá\n\n2\n- Xã hội'
  const words = join(wordsOf(kept, { from: 0, to: 13 }), wordsOf(kept, { from: 17, to: kept.length }))
  expect([words.text, placeOf(part(words, 16))]).toEqual(['Phòng Văn hoá - Xã hội', { from: 19, to: 25 }])
})

test.each(['nghiêng', 'quýnh', 'giếng', 'gìn', 'yêu', 'ươm', 'khuya', 'Đoàn', 'ạ'])(
  '%s can be a syllable',
  (word) => {
    expect(isSyllable(word)).toBe(true)
  },
)

test.each(['nhiém', 'quyen̂', 'dbi', 'chirc', 'sửdụng', 'plan', 'ngk'])('%s cannot', (word) => {
  expect(isSyllable(word)).toBe(false)
})

test('a word is taken apart where one way is left, and only after a vowel with a tone', () => {
  expect(['thủtục', 'uỷvềthực', 'congan'].map(partsOf)).toEqual([['thủ', 'tục'], ['uỷ', 'về', 'thực'], null])
})

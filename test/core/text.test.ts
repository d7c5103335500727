import { describe, expect, test } from 'vitest'
import { foldAll, foldTone, tidy } from '../../src/core/text.ts'

describe('tidy', () => {
  test.each([
    ['composes decomposed letters', 'Biê\u0309u dương', 'Biểu dương'],
    [
      'takes a no-break space and a run of white space as one space',
      ' Quý\u00a0III, \n\t IV/2025 ',
      'Quý III, IV/2025',
    ],
    ['drops marks that nobody sees', '\ufeffchuyê\u0309n\u200b đô\u00ad\u0309i số', 'chuyển đổi số'],
    ['leaves nothing of white space', ' \u00a0\u200b\n', ''],
    [
      'keeps capitals and the spelling of tones',
      'Phòng Văn hoá - Xã hội, Đảng ủy',
      'Phòng Văn hoá - Xã hội, Đảng ủy',
    ],
  ])('%s', (_, text, expected) => {
    expect(tidy(text)).toBe(expected)
  })
})

describe('foldTone', () => {
  test.each([
    ['hóa', 'hoá'],
    ['HÓA', 'hoá'],
    ['khỏe', 'khoẻ'],
    ['tọa', 'toạ'],
    ['lõa', 'loã'],
    ['ủy', 'uỷ'],
    ['túy', 'tuý'],
    ['thủy', 'thuỷ'],
    ['tùy', 'tuỳ'],
    ['lũy', 'luỹ'],
    ['lụy', 'luỵ'],
    ['qúy', 'quý'],
    ['qủa', 'quả'],
    ['qúê', 'quế'],
    ['tòan', 'toàn'],
    ['ngòai', 'ngoài'],
    ['hùynh', 'huỳnh'],
    ['thúy kiều, hóa đơn.', 'thuý kiều, hoá đơn.'],
  ])('reads the early tone of %s as %s, and the late one as itself', (old, folded) => {
    expect(foldTone(old)).toBe(folded)
    expect(foldTone(folded)).toBe(folded)
    expect(foldTone(old.normalize('NFD'))).toBe(folded)
  })

  test.each([
    ['in a closed syllable, where both spellings agree', 'hoàn khoản loại xoáy khuỷu huyện thuế thuở'],
    ['after qu, which is a consonant', 'quý quỹ quỳ quỵ quả quà quá quẻ'],
    ['on the first vowel of ua and ưa, which both spellings keep there', 'của mùa lúa đũa búa lụa nửa chứa'],
    ['of words that have none', 'hoa khoe huy cua qua duy'],
    ['on vowels of two words', 'ngụ ý, có áp dụng, dụ án'],
  ])('leaves the tone %s', (_, words) => {
    expect(foldTone(words)).toBe(words)
  })

  test('keeps two different words apart', () => {
    const words = ['hoá', 'hoà', 'hoa', 'hỏa', 'tuỳ', 'túi', 'thuỷ', 'thúy', 'quý', 'quỷ']
    expect(new Set(words.map(foldTone)).size).toBe(words.length)
  })
})

test('foldAll leaves plain letters to search by', () => {
  expect(foldAll('Chuyển đổi số ĐÀI truyền thanh Ngọk Tụ')).toBe('chuyen doi so dai truyen thanh ngok tu')
  expect(foldAll('đ\u0323ươ\u0300ng')).toBe('duong')
})

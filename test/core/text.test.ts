import { describe, expect, test } from 'vitest'
import {
  byName,
  foldAll,
  foldTone,
  forbiddenLetter,
  readable,
  tidy,
  usualLetters,
} from '../../src/core/text.ts'

describe('tidy', () => {
  test.each([
    ['composes decomposed letters', 'Biê\u0309u dương', 'Biểu dương'],
    [
      'takes a no-break space and a run of white space as one space',
      ' Quý\u00a0III, \n\t IV/2025 ',
      'Quý III, IV/2025',
    ],
    ['drops marks that nobody sees', '\ufeffchuyê\u0309n\u200b đô\u00ad\u0309i số', 'chuyển đổi số'],
    [
      'takes a line break of PowerPoint or of a PDF as a space',
      'Tin\vxã\f2\u0085và\u2028ba',
      'Tin xã 2 và ba',
    ],
    ['drops marks of direction', 'số \u202e12/KH\u202c\u200f-UB\u2066ND', 'số 12/KH-UBND'],
    ['drops what is no letter', 'a\ufffeb\u0000c\ud800d\u{1ffff}', 'abcd'],
    ['writes Đ for the letter that only looks like it', 'Ðảng ủy, các ðồng chí', 'Đảng ủy, các đồng chí'],
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

test('the Icelandic letter is searched as Đ', () => {
  expect([foldAll('Ðảng ủy, ðồng chí'), foldTone('Ðảng ủy')]).toEqual(['dang uy, dong chi', 'đảng uỷ'])
})

describe('letters that no reader of XML takes', () => {
  test.each<[string, string | null]>([
    ['thường\n\tvà 😀', null],
    ['số 5 \ufffe sau', 'U+FFFE'],
    ['\uffff', 'U+FFFF'],
    ['\u{10fffe}', 'U+10FFFE'],
    ['\ufdd0', 'U+FDD0'],
    ['a\0b', 'U+0000'],
    ['a\u001b[0m', 'U+001B'],
    ['a\ud83d', 'U+D83D'],
  ])('%j: %s', (text, code) => {
    expect(forbiddenLetter(text)?.code ?? null).toBe(code)
  })
  test('are left out of documents, where they were stored before', () => {
    expect(readable('số 5\ufffe\n\u0001sau')).toBe('số 5\nsau')
  })
  test('are told with the words before them', () => {
    expect(forbiddenLetter('Mất điện từ 5 giờ sáng nay\ufffe')).toEqual({
      code: 'U+FFFE',
      before: 'ện từ 5 giờ sáng nay',
    })
  })
})

test('usual letters stand where the unusual ones stood', () => {
  const text = 'Ðài\vxã\f\u2028ð'
  expect([usualLetters(text), usualLetters(text).length]).toEqual(['Đài\nxã\n\nđ', text.length])
})

test('names stand as in a Vietnamese dictionary, and numbers in them by size', () => {
  const names = [
    'An Bình',
    'Ăn Y',
    'Ân Hà',
    'Bùi Ê',
    'Dương An',
    'Đỗ Ánh',
    'ÊBan',
    'Thôn 2',
    'Thôn 10',
    'Zơ Râm',
  ]
  expect(names.toReversed().sort(byName)).toEqual(names)
})

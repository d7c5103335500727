import { expect, test } from 'vitest'
import { numberWords } from '../../src/core/number-words.ts'
import { spoken, syllables } from '../../src/core/spoken.ts'

const tidied = (text: string) => spoken(text).replace(/\s+/g, ' ').trim()

test.each([
  ['0', 'không'],
  ['4', 'bốn'],
  ['10', 'mười'],
  ['15', 'mười lăm'],
  ['21', 'hai mươi mốt'],
  ['24', 'hai mươi tư'],
  ['05', 'không năm'],
  ['100', 'một trăm'],
  ['105', 'một trăm linh năm'],
  ['1000', 'một nghìn'],
  ['2005', 'hai nghìn không trăm linh năm'],
  ['2025', 'hai nghìn không trăm hai mươi lăm'],
  ['1000000', 'một triệu'],
  ['350000', 'ba trăm năm mươi nghìn'],
  [
    '12345678901234567890',
    'một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu bảy tám chín không',
  ],
])('the number %s is read "%s"', (digits, words) => {
  expect(numberWords(digits)).toBe(words)
})

// Counted by hand, as an announcer reads it.
test.each([
  ['Cải cách hành chính', 'Cải cách hành chính', 4],
  ['CCHC', 'cải cách hành chính', 4],
  ['công tác CĐS', 'công tác chuyển đổi số', 5],
  ['UBND xã', 'Ủy ban nhân dân xã', 5],
  ['TTHC', 'thủ tục hành chính', 4],
  ['50%', 'năm mươi phần trăm', 4],
  ['01/QĐ-UBND', 'không một trên quyết định-Ủy ban nhân dân', 9],
  ['82/KH-UBND', 'tám mươi hai trên kế hoạch-Ủy ban nhân dân', 10],
  ['57-NQ/TW', 'năm mươi bảy nghị quyết Trung ương', 7],
  ['49/2024/NĐ-CP', 'bốn mươi chín trên hai nghìn không trăm hai mươi tư trên nghị định-Chính phủ', 16],
  ['ngày 24/7/2025', 'ngày hai mươi tư tháng bảy năm hai nghìn không trăm hai mươi lăm', 14],
  ['ngày 10/10', 'ngày mười tháng mười', 4],
  ['ngày 02/4', 'ngày hai tháng tư', 4],
  ['tháng 9/2022', 'tháng chín năm hai nghìn không trăm hai mươi hai', 10],
  ['Quý III/2025', 'Quý ba năm hai nghìn không trăm hai mươi lăm', 10],
  ['lúc 5h30', 'lúc năm giờ ba mươi', 5],
  ['lúc 17:00', 'lúc mười bảy giờ', 4],
  ['10 - 15 phút', 'mười đến mười lăm phút', 5],
  ['100.000đ', 'một trăm nghìn đồng', 4],
  ['3,5 ha', 'ba phẩy năm héc ta', 5],
  ['2/3 số hộ', 'hai trên ba số hộ', 5],
  ['gọi 0912345678', 'gọi không chín một hai ba bốn năm sáu bảy tám', 11],
  ['trên Zalo, Facebook', 'trên da lô, phây búc', 5],
  ['kinh tế - xã hội', 'kinh tế - xã hội', 4],
  ['ứng dụng VNeID', 'ứng dụng vi en i ai đi', 7],
  ['chỉ số SIPAS', 'chỉ số SIPAS', 4],
  ['đài BXT', 'đài B X T', 4],
])('"%s" is read "%s": %i syllables', (written, read, count) => {
  expect([tidied(written), syllables(written)]).toEqual([read, count])
})

test('a decomposed letter is the same letter', () => {
  expect(syllables('chuyển đổi số'.normalize('NFD'))).toBe(3)
})

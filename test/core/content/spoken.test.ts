import { expect, test } from 'vitest'
import { numberWords } from '../../../src/core/content/number-words.ts'
import { spoken, syllables } from '../../../src/core/content/spoken.ts'

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
  ['1.234.567 đồng', 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng', 14],
  ['1.234,56', 'một nghìn hai trăm ba mươi tư phẩy năm mươi sáu', 11],
  ['0,5%', 'không phẩy năm phần trăm', 5],
  ['công nghiệp 4.0', 'công nghiệp bốn chấm không', 5],
  ['26-9-2025', 'hai mươi sáu tháng chín năm hai nghìn không trăm hai mươi lăm', 13],
  ['ngày 01 tháng 06', 'ngày một tháng sáu', 4],
  ['từ ngày 01-10/10/2025', 'từ ngày một đến mười tháng mười năm hai nghìn không trăm hai mươi lăm', 15],
  ['01/10–10/10', 'một trên mười đến mười trên mười', 7],
  ['5h30 - 6h00', 'năm giờ ba mươi đến sáu giờ', 7],
  ['đến 24h', 'đến hai mươi tư giờ', 5],
  ['Bước 1: đăng ký', 'Bước một : đăng ký', 4],
  ['Quý III, IV/2025', 'Quý ba , bốn năm hai nghìn không trăm hai mươi lăm', 11],
  ['Chương II thế kỷ XXI', 'Chương hai thế kỷ hai mươi mốt', 7],
  ['gọi 0260 123 456', 'gọi không hai sáu không một hai ba bốn năm sáu', 11],
  ['(0260) 3.123.456', 'không hai sáu không ba một hai ba bốn năm sáu', 11],
  ['0912.345.678', 'không chín một hai ba bốn năm sáu bảy tám', 10],
  ['tổng đài 1900 1234', 'tổng đài một chín không không một hai ba bốn', 10],
  ['gọi 115', 'gọi một một năm', 4],
  ['mỗi tháng 01 chuyên mục', 'mỗi tháng một chuyên mục', 5],
  ['Đề án 06', 'Đề án không sáu', 4],
  [
    'Thông tư 55/2023/TT-BTC',
    'Thông tư năm mươi lăm trên hai nghìn không trăm hai mươi ba trên thông tư-B T C',
    19,
  ],
  ['12-CTr/HU', 'mười hai chương trình Huyện ủy', 6],
  ['26 số/năm', 'hai mươi sáu số một năm', 6],
  ['120.000 đồng/người/tháng', 'một trăm hai mươi nghìn đồng một người một tháng', 10],
  ['2.500 m²', 'hai nghìn năm trăm mét vuông', 6],
  ['30°C', 'ba mươi độ C', 4],
  ['Bộ TT&TT', 'Bộ thông tư và thông tư', 6],
  ['ANTT, OTP, VOV', 'A N T T, O T P, V O V', 10],
  ['XÃ THANH NIÊN', 'XÃ THANH NIÊN', 3],
  ['PAR INDEX, PAPI', 'pa INDEX, PAPI', 5],
  ['UBMTTQVN', 'Ủy ban Mặt trận Tổ quốc Việt Nam', 8],
  ['https://dichvucong.gov.vn.', 'dichvucong chấm gov chấm vi en.', 8],
  ['dichvucong.gov.vn', 'dichvucong chấm gov chấm vi en', 8],
])('"%s" is read "%s": %i syllables', (written, read, count) => {
  expect([tidied(written), syllables(written)]).toEqual([read, count])
})

test('a decomposed letter is the same letter', () => {
  expect(syllables('chuyển đổi số'.normalize('NFD'))).toBe(3)
})

// Rules that look far ahead made minutes of such a text: then this test ends by the suite's own limit.
test.each([
  ['a', 1],
  ['1', 30_000],
  ['a.', 30_000],
  ['1-', 59_999],
  ['0 ', 30_000],
  ['A', 1],
])('a text of the greatest length, "%s" without end, is counted', (part, count) => {
  expect(syllables(part.repeat(30_000))).toBe(count)
})

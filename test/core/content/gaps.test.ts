import { expect, test } from 'vitest'
import { gapsIn } from '../../../src/core/content/gaps.ts'

test.each([
  ['1. …\n2. …\n3. …', 3],
  ['- Địa điểm: …', 1],
  ['- Địa điểm:…', 1],
  ['**Thứ Hai, UBND xã Ngọk Tụ …** *(Đoạn mở.)*', 1],
  ['…', 1],
  ['', 0],
  ['Bà con mang căn cước, sổ hộ nghèo… đến nhà văn hoá thôn.', 0],
  ['“…và xin chào tạm biệt.”', 0],
  ['- Địa điểm: nhà rông thôn Đăk Nu', 0],
])('%j leaves %i places to fill in', (text, gaps) => {
  expect(gapsIn(text)).toBe(gaps)
})

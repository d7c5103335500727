import { describe, expect, test } from 'vitest'
import { columnField, labelField } from '../../../src/core/document/field-label.ts'
import { markerOf } from '../../../src/core/document/marker.ts'

test.each([
  ['Cơ quan chủ trì', 'lead'],
  ['Đơn vị/ cá nhân phụ trách', 'lead'],
  ['Chịu trách nhiệm', 'lead'],
  ['Cơ quan chủ trì, thực hiện', 'lead'],
  ['Bộ phận thực hiện', 'doer'],
  ['Phân công', 'doer'],
  ['Cơ quan phối hợp thực hiện', 'support'],
  ['Phối hợp', 'support'],
  ['Thời gian hàn thành', 'when'],
  ['Tiến độ', 'when'],
  ['Tần xuất', 'often'],
  ['Nội dung', 'title'],
  ['Sản phẩm', 'product'],
  ['Tổ chức thực hiện', null],
  ['Phòng Văn hóa - Xã hội', null],
  ['Giao Văn phòng UBND xã theo dõi, đôn đốc và tổng hợp kết quả', null],
] as const)('before a colon "%s" is %s', (label, field) => {
  expect(labelField(label)).toBe(field)
})

test.each([
  ['STT', 'other'],
  ['Nhiệm vụ cụ thể', 'title'],
  ['Đơn vị', 'doer'],
  ['Thời hạn', 'when'],
  ['Thứ', 'when'],
  ['Kết quả đầu ra', 'product'],
  ['Ban Giám hiệu', null],
  ['Tháng 9/2026', null],
] as const)('at the head of a column "%s" is %s', (head, field) => {
  expect(columnField(head)).toBe(field)
})

describe('what numbers a line', () => {
  test.each([
    ['II. NHIỆM VỤ', 'roman', 'II'],
    ['I- TÌNH HÌNH', 'roman', 'I'],
    ['A. MỤC ĐÍCH', 'capital', 'A'],
    ['1.2. Tham mưu', 'dotted', '1.2'],
    ['3/ Việc ba', 'number', '3'],
    ['đ) Thúc đẩy', 'letter', 'đ'],
    ['- Cơ quan', 'dash', ''],
    ['• Cơ quan', 'dash', ''],
    ['+ Thời gian', 'plus', ''],
    ['PHỤ LỤC II', 'part', 'PLII'],
    ['Phần thứ hai', 'part', 'II'],
    ['Điều 3. Hiệu lực', 'article', '3'],
  ] as const)('%s', (text, rank, label) => {
    expect(markerOf(text)).toMatchObject({ rank, label })
  })

  test.each(['6/2025', '26 số/năm', '2025. Tiếp tục', 'KT. CHỦ TỊCH', 'V/v tổ chức', '3,5% số hộ'])(
    '%s is none',
    (text) => {
      expect(markerOf(text)).toBeNull()
    },
  )
})

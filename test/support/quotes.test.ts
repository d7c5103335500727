import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { comparable } from './quotes.ts'

describe('comparable', () => {
  test.each([
    [
      'markdown emphasis on either side of a colon',
      '*Thời hạn hoàn thành:* Tháng 12',
      '*Thời hạn hoàn thành*: Tháng 12',
    ],
    ['a line broken at a space', 'phát trên sóng \n\ntruyền thanh', 'phát trên sóng truyền thanh'],
    ['a line broken after a hyphen', 'Nghị quyết số 04/NQ-\n\nCP ngày', 'Nghị quyết số 04/NQ-CP ngày'],
    ['an en dash and a hyphen', 'Truyền thông – Văn hóa', 'Truyền thông - Văn hoá'],
    ['a range with and without spaces', '(10 - 15 phút)', '(10–15 phút)'],
    ['curly and straight quotation marks', 'Đề án “Tuyên truyền”', 'Đề án "Tuyên truyền"'],
    ['capitals', 'QUÝ III', 'Quý III'],
    ['links between two lines', '3916/KH-\n\nhttps://a.vn/x_y.aspx\nhttps://a.vn/z\n UBND', '3916/KH-UBND'],
  ])('takes as one %s', (_, a, b) => {
    expect(comparable(a)).toBe(comparable(b))
  })

  test('keeps a link that stands in a sentence', () => {
    expect(comparable('xem https://a.vn tại đây')).toBe('xem https://a.vn tại đây')
  })

  test('keeps numbers, days and clauses apart', () => {
    expect(comparable('Quý III/2025')).not.toBe(comparable('Quý II/2025'))
    expect(comparable('trước ngày 25/11/2024')).not.toBe(comparable('ngày 25/11/2024'))
  })

  test('finds a sentence of the plan across a page end with links in it', () => {
    const plan = readFileSync(new URL('../fixtures/plans/duc-pho-2024.txt', import.meta.url), 'utf8')
    const sentence = 'Kế hoạch số 3916/KH-UBND ngày 31/12/2020 của UBND thị xã Đức Phổ'
    expect(comparable(plan)).toContain(comparable(sentence))
  })
})

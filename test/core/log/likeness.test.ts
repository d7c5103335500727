import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameTitle, likeness, titleWords } from '../../../src/core/log/likeness.ts'

const CDS = 'Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã'
const CCHC = 'Chuyên mục CCHC trên đài truyền thanh và hệ thống truyền thanh cơ sở'

const like = (a: string, b: string) => likeness(titleWords(a), titleWords(b))

test.each([
  ['Chuyển đổi số - số 16', 1, 0],
  ['chuyen doi so.mp3', 1, 0],
  ['Chuyên mục CĐS số 16', 1, 0],
  ['Cải cách hành chính tháng 8', 0, 1],
  ['CCHC T8', 0, 1],
  ['Nghị quyết 57', 1, 0],
  ['Thông báo lịch tiêm chủng', 0, 0],
  ['Tiếp âm Đài TNVN', 0, 0],
  ['Bản tin số 5', null, null],
  ['', null, null],
])('“%s” is like the column on digital change by %j, on administrative reform by %j', (title, cds, cchc) => {
  expect([like(title, CDS), like(title, CCHC)]).toEqual([cds, cchc])
})

test.each([
  ['Chuyển đổi số', 'CM CĐS số 16', true],
  ['Chuyển đổi số', 'chuyen doi so.mp3', true],
  ['Chuyển đổi số', '"Chuyển đổi số" số 31: tin xã, hỏi đáp', true],
  ['Thuế', 'Bản tin thuế', true],
  ['Chuyên mục CCHC', 'CCHC T8', true],
  ['Chuyển đổi số', 'CM_CDS_so16.mp3', true],
  ['Chuyển đổi số', 'ChuyenDoiSo_16.mp3', true],
  ['Chuyển đổi số', 'Đổi đất', false],
  ['Chuyển đổi số', 'Chuyển phát nhanh', false],
  ['Chuyển đổi số', 'Chuyển đổi cây trồng', false],
  ['Nông thôn mới', 'Tin mới', false],
  ['Nông thôn mới', 'Bản tin mới', false],
  ['Nông thôn mới', 'Nông thôn ngày nay', false],
  ['An ninh trật tự đêm', 'An cư', false],
  ['An ninh trật tự đêm', 'An ninh mạng', false],
  ['Đảng ủy', 'Đằng sau', false],
  ['Đảng ủy', 'Đáng uy', false],
  ['Đảng ủy', '', false],
])('“%s” and “%s” are one title: %j', (a, b, same) => {
  expect([isSameTitle(titleWords(a), titleWords(b)), isSameTitle(titleWords(b), titleWords(a))]).toEqual([
    same,
    same,
  ])
})

test('it is between 0 and 1, the same both ways, and whole for a title with itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'chuyển đổi số cải cách hành chính CĐS CCHC bão lũ'.split(' '))),
      fc.string(),
      (words, b) => {
        const a = words.join(' ')
        const value = like(a, b)
        expect(like(b, a)).toBe(value)
        expect(value === null || (value >= 0 && value <= 1)).toBe(true)
        expect([1, null]).toContain(like(a, a))
      },
    ),
  )
})

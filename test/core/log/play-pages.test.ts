import { expect, test } from 'vitest'
import { joinPages, type Page, rowName, withDays, withMerged } from '../../../src/core/log/play-pages.ts'

const page = (name: string, rows: Page['rows'], hidden = false): Page => ({ name, rows, hidden })
const COVER = page('Bìa', [['ĐÀI TRUYỀN THANH'], ['Người lập: (đã ký)']])
const JULY = page('Tháng 7', [
  ['Ngày', 'Giờ', 'Tên'],
  ['06/07/2026', '05:30', 'CĐS'],
])
const AUGUST = page('Tháng 8', [
  ['Nhật ký tháng 8'],
  ['Giờ', 'Ngày', 'Tên chương trình', 'Thời lượng'],
  ['05:30', '03/08/2026', 'CĐS', 15],
])

test('the sheet that is a log is read, a cover is named', () => {
  expect(joinPages([COVER, JULY])).toEqual({
    sheet: JULY.rows,
    parts: [],
    leftOut: ['trang tính “Bìa” không phải nhật ký phát nên không đọc'],
  })
})

test('months on sheets of their own are one log, whatever the order of their columns', () => {
  const table = joinPages([JULY, AUGUST])
  expect(table).toEqual({
    sheet: [
      ['Ngày', 'Giờ', 'Tên', null, null, null, 'Thời lượng'],
      ['06/07/2026', '05:30', 'CĐS'],
      ['03/08/2026', '05:30', 'CĐS', null, null, null, 15],
    ],
    parts: [
      { name: 'Tháng 7', from: 0, line: 1 },
      { name: 'Tháng 8', from: 2, line: 3 },
    ],
    leftOut: [],
  })
  expect([1, 2].map((row) => rowName(table.parts, row))).toEqual(['2 (Tháng 7)', '3 (Tháng 8)'])
  expect(rowName([], 1)).toBe(2)
})

test('a hidden sheet, and one that has day and hour in one cell, are left out and named', () => {
  const moments = page('Loa 2', [
    ['Bắt đầu', 'Tên'],
    ['03/08/2026 05:30', 'CĐS'],
  ])
  expect(joinPages([JULY, { ...AUGUST, hidden: true }, moments]).leftOut).toEqual([
    'trang tính “Tháng 8” đang ẩn nên không đọc',
    'trang tính “Loa 2” có các cột khác trang “Tháng 7” nên không đọc',
  ])
})

test('where no sheet says what it is, the longest one is shown to be asked about', () => {
  const unknown = page('Số liệu', [['a'], ['b'], ['c']])
  expect(joinPages([COVER, unknown])).toEqual({
    sheet: unknown.rows,
    parts: [],
    leftOut: ['trang tính “Bìa” không phải nhật ký phát nên không đọc'],
  })
})

test('how many devices played is read on every sheet', () => {
  const devices = page('Tháng 8', [
    ['Ngày', 'Giờ', 'Tên', 'Thiết bị đã phát'],
    ['03/08/2026', '05:30', 'CĐS', '0/15'],
  ])
  expect(joinPages([JULY, devices]).sheet.at(-1)).toContain('0/15')
  expect(joinPages([devices, { ...devices, name: 'Tháng 9' }]).sheet.at(-1)).toContain('0/15')
})

test('a sheet of what was planned stays out beside what was played', () => {
  const planned = { ...JULY, name: 'Lịch phát tháng 7' }
  expect(joinPages([planned, { ...JULY, name: 'Lịch sử phát' }])).toEqual({
    sheet: JULY.rows,
    parts: [],
    leftOut: ['trang tính “Lịch phát tháng 7” không phải nhật ký phát nên không đọc'],
  })
  expect(joinPages([planned]).sheet).toEqual(JULY.rows)
})

test('a day in a row of its own holds for the rows below it', () => {
  const rows = [
    ['Giờ', 'Tên'],
    ['Thứ Hai, ngày 03/8/2026'],
    ['05:30', 'CĐS'],
    ['17:30', 'NTM'],
    ['Thứ Ba, ngày 04/8/2026', null],
    ['05:30', 'CĐS'],
  ]
  expect(withDays({ rows }).rows).toEqual([
    ['Giờ', 'Tên', 'Ngày'],
    [],
    ['05:30', 'CĐS', 'Thứ Hai, ngày 03/8/2026'],
    ['17:30', 'NTM', 'Thứ Hai, ngày 03/8/2026'],
    [],
    ['05:30', 'CĐS', 'Thứ Ba, ngày 04/8/2026'],
  ])
  const period = [['Từ ngày 01/8/2026 đến ngày 31/8/2026'], ['Giờ', 'Tên'], ['05:30', 'CĐS']]
  expect(withDays({ rows: period }).rows).toBe(period)
})

test('merged cells say the same in each of their rows', () => {
  const rows = [
    ['Ngày', 'Giờ', 'Trạng thái'],
    ['03/08/2026', '05:30', 'Lỗi'],
    ['04/08/2026', '05:30', null],
    [null, null, null],
  ]
  const merged = ['C2:C4', 'A9:A999999', 'bad']
  expect(withMerged({ name: 'a', hidden: false, rows, merged }, 100).rows).toEqual([
    ...rows.slice(0, 2),
    ['04/08/2026', '05:30', 'Lỗi'],
    [null, null, null],
  ])
  expect(withMerged({ name: 'a', hidden: false, rows, merged }, 0).rows).toEqual(rows)
})

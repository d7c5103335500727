import { describe, expect, test } from 'vitest'
import {
  guessColumns,
  headingRow,
  headingsOf,
  type PlayColumns,
  type Sheet,
  tableBeside,
} from '../../../src/core/log/play-columns.ts'
import type { Cell } from '../../../src/core/log/play-time.ts'

const NOTHING: PlayColumns = {
  ...{
    date: 0,
    time: 1,
    end: null,
    length: null,
    half: null,
    lengthUnit: 'minutes',
    title: null,
    status: null,
    devices: null,
    dateOrder: null,
  },
}

describe('what the columns of an export mean', () => {
  test.each<[string, Sheet, Partial<PlayColumns> | null]>([
    [
      'a system with a row for each speaker',
      [
        ['STT', 'Ngày phát', 'Giờ phát', 'Tên bản tin', 'Thời lượng', 'Cụm loa', 'Trạng thái'],
        ['1', '04/08/2025', '05:30:00', 'CM CĐS', '00:15:00', 'Thôn 1', 'Thành công'],
      ],
      { date: 1, time: 2, title: 3, length: 4, status: 6 },
    ],
    [
      'below the heading of a report',
      [
        ['UBND XÃ NGỌK TỤ', null, null],
        ['BÁO CÁO LỊCH SỬ PHÁT', null, null],
        ['Từ ngày 01/08/2025 đến ngày 31/08/2025', null, null],
        ['Ngày', 'Giờ', 'Nội dung'],
        ['04/08/2025', '5h30', 'CM CĐS'],
      ],
      { title: 2 },
    ],
    [
      'beginning and end as moments, no column for the hour',
      [
        ['Tên chương trình', 'Thời gian bắt đầu', 'Thời gian kết thúc', 'Tên thiết bị'],
        ['CM CĐS', '04/08/2025 05:30', '04/08/2025 05:45', 'Loa trung tâm'],
      ],
      { date: 1, time: null, end: 2, title: 0 },
    ],
    [
      'halves of the day in a column of their own, merged cells below',
      [
        ['Ngày', 'Buổi', 'Giờ', 'Nội dung'],
        ['04/08/2025', 'Sáng', '5h30', 'CM CĐS'],
        ['04/08/2025', null, '6h00', 'CM CCHC'],
        [null, 'Chiều', '5h30', 'CM CĐS'],
      ],
      { half: 1, time: 2, title: 3 },
    ],
    [
      'a column called like that in which something else stands',
      [
        ['Ngày', 'Buổi', 'Giờ', 'Nội dung'],
        ['04/08/2025', 'Ca 1', '05:30', 'CM CĐS'],
      ],
      { time: 2, title: 3 },
    ],
    [
      'seconds in the heading',
      [
        ['Ngày', 'Bắt đầu', 'Thời lượng (giây)', 'Tên tệp'],
        [45873, 0.2291666667, 900, 'cds.mp3'],
      ],
      { length: 2, lengthUnit: 'seconds', title: 3 },
    ],
    [
      'in English',
      [
        ['Program name', 'Start time', 'Duration', 'Status'],
        ['CDS', '2025-08-04 05:30:00', '00:15:00', 'OK'],
      ],
      { date: 1, time: null, title: 0, length: 2, status: 3 },
    ],
    [
      'without headings, by the values',
      [
        ['CM CĐS', '04/08/2025', '05:30'],
        ['CM CCHC', '05/08/2025', '17:30'],
      ],
      { date: 1, time: 2 },
    ],
    ['one play above empty rows', [['Ngày', 'Giờ'], ['04/08/2025', '05:30'], [null], [null]], {}],
    [
      'days merged over many rows, a sum and a name below',
      [
        ['STT', 'Ngày', 'Giờ', 'Tên'],
        [1, '04/08/2025', '05:30', 'CM CĐS'],
        [2, null, '06:00', 'a'],
        [3, null, '07:00', 'b'],
        [4, null, '08:00', 'c'],
        ['Tổng', null, null, '4 lần'],
        [null, 'Người lập', null, null],
      ],
      { date: 1, time: 2, title: 3 },
    ],
    [
      'when it was played, not when it should have been',
      [
        ['Ngày', 'Giờ theo lịch', 'Giờ phát thực tế', 'Tên chương trình'],
        ['04/08/2025', '05:30', null, 'CM CĐS'],
        ['05/08/2025', '05:30', '05:31', 'CM CĐS'],
      ],
      { time: 2, title: 3 },
    ],
    [
      'the moment of playing, not the day on which it was sent in',
      [
        ['Tên chương trình', 'Ngày đăng', 'Thời gian phát'],
        ['CM CĐS', '01/08/2025', '04/08/2025 05:30'],
      ],
      { date: 2, time: null, title: 0 },
    ],
    [
      'seconds in a row of units below the heading',
      [
        ['Ngày', 'Giờ', 'Tên', 'Thời lượng'],
        [null, null, null, '(giây)'],
        ['04/08/2025', '05:30', 'CM CĐS', 90],
      ],
      { title: 2, length: 3, lengthUnit: 'seconds' },
    ],
    [
      'in short words',
      [
        ['Ngày', 'TG phát', 'ND'],
        ['04/08/2025', '05:30', 'CM CĐS'],
      ],
      { title: 2 },
    ],
    [
      'far below empty rows',
      [...Array.from({ length: 40 }, () => []), ['Ngày', 'Giờ', 'Tên'], ['04/08/2025', '05:30', 'CM CĐS']],
      { title: 2 },
    ],
    [
      'how many speakers failed, which is not how many played',
      [
        ['Ngày', 'Giờ', 'Tên', 'Thiết bị lỗi'],
        ['04/08/2025', '05:30', 'CM CĐS', '3/15'],
      ],
      { title: 2 },
    ],
    [
      'no days at all',
      [
        ['Tên', 'Giờ'],
        ['CM CĐS', '05:30'],
      ],
      null,
    ],
    [
      'days without hours',
      [
        ['Ngày', 'Tên'],
        ['04/08/2025', 'CM CĐS'],
      ],
      null,
    ],
    ['an empty table', [], null],
  ])('%s', (_, sheet, columns) => {
    expect(guessColumns(sheet)).toEqual(columns && { ...NOTHING, ...columns })
  })
})

test('approvals, fans and connections are no states of an airing; without a day of airing nothing is guessed', () => {
  const mobile: Sheet = [
    [
      'STT',
      'Nội dung thông báo',
      'Ngày tạo',
      'Ngày phê duyệt',
      'Thời gian phát',
      'Trạng thái',
      'Trạng thái phát',
    ],
    [1, 'CM CĐS', '01/08/2025', '02/08/2025', '05:30, 17:00', 'Đã duyệt', 'Đã kết thúc'],
  ]
  const statistics: Sheet = [
    [
      'Mã thiết bị',
      'Kết nối',
      'Tình trạng quạt',
      'Đang phát',
      'Thời gian thống kê bắt đầu',
      'Thời gian thống kê kết thúc',
    ],
    ['A1', 'Có', 'Không chạy', 'Đang phát', '04/08/2025 05:30', '04/08/2025 05:45'],
  ]
  const history: Sheet = [
    ['STT', 'Thời gian phát', 'Đã phát/tổng số thiết bị cần phát'],
    [1, '04/08/2025 05:30', '12/15 thiết bị'],
  ]
  expect([mobile, statistics, history].map(guessColumns)).toEqual([
    null,
    { ...NOTHING, date: 4, time: null, end: 5, status: 3 },
    { ...NOTHING, date: 1, time: null, devices: 2 },
  ])
})

test('numbers too large for minutes are seconds', () => {
  const sheet: Sheet = [
    ['Ngày', 'Giờ', 'Thời lượng'],
    ['04/08/2025', '05:30', 900],
    ['05/08/2025', '05:30', '898'],
  ]
  expect(guessColumns(sheet)?.lengthUnit).toBe('seconds')
})

test('when a file was made is no time of airing', () => {
  const sheet: Sheet = [
    ['Ngày tạo', 'Ngày phát', 'Giờ phát', 'Người tạo', 'Tiêu đề'],
    ['01/08/2025', '04/08/2025', '05:30', 'Lan', 'CM CĐS'],
  ]
  expect(guessColumns(sheet)).toEqual({ ...NOTHING, date: 1, time: 2, title: 4 })
})

test('exports of one system have one heading, whatever stands above it and however it is spelled', () => {
  const first: Sheet = [
    ['Ngày  phát', 'GIỜ PHÁT', 'Nội dung'],
    ['04/08/2025', '05:30', 'a'],
  ]
  const second: Sheet = [['Tháng 9'], [], ['Ngày phát', 'Giờ phát', 'Nội dung'], ['01/09/2025', '05:30', 'b']]
  expect([headingRow(first), headingRow(second)]).toEqual([0, 2])
  expect(headingsOf(first)).toBe(headingsOf(second))
})

test('a column of states that says nothing of airings gives way to one that does', () => {
  const sheet: Sheet = [
    ['Thiết bị', 'Trạng thái', 'Phát', 'Thời điểm'],
    ['A1', 'Hoạt động', 'Đang phát', '04/08/2025 05:30'],
    ['A1', 'Hoạt động', 'Không phát', '04/08/2025 05:31'],
  ]
  expect(guessColumns(sheet)).toEqual({ ...NOTHING, date: 3, time: null, status: 2 })
})

test.each<[string, Cell, Cell, Partial<PlayColumns>]>([
  ['Số thiết bị phát thành công', '12/15', '0/15', { devices: 3 }],
  ['Số loa', '12/15', '15/15', { devices: 3 }],
  ['Số thiết bị phát được', '12', '0', { devices: 3 }],
  ['Số thiết bị phát được', 0, 0, { devices: 3 }],
  ['Tiến độ', '100%', '0%', { status: 3 }],
])('without a column of states “%s” says how it went', (name, first, second, told) => {
  const sheet: Sheet = [
    ['Ngày', 'Giờ', 'Tên bản tin', name],
    ['04/08/2025', '05:30', 'CM CĐS', first],
    ['04/08/2025', '17:00', 'CM CCHC', second],
  ]
  expect(guessColumns(sheet)).toEqual({ ...NOTHING, title: 2, ...told })
})

test.each([
  ['Số thiết bị', 'Trạng thái'],
  ['Đã phát/tổng số thiết bị cần phát', 'Trạng thái'],
  ['Loa phát được', 'Kết quả phát'],
])('beside “%s” the column “%s” says how it went too', (devices, status) => {
  const sheet: Sheet = [
    ['Ngày', 'Giờ', 'Tên bản tin', devices, status],
    ['04/08/2025', '05:30', 'CM CĐS', '0/15', 'Thành công'],
    ['04/08/2025', '17:00', 'CM CCHC', '15/15', 'Lỗi'],
  ]
  expect(guessColumns(sheet)).toEqual({ ...NOTHING, title: 2, devices: 3, status: 4 })
})

test('numbers of the devices, and the devices themselves, are no states', () => {
  const sheet: Sheet = [
    ['Ngày', 'Giờ', 'Tên bản tin', 'Thiết bị', 'Số loa', 'Số loa không phát được', 'Loa phát'],
    ['04/08/2025', '05:30', 'CM CĐS', 'Loa 3', '12', '2', '3'],
  ]
  expect(guessColumns(sheet)).toEqual({ ...NOTHING, title: 2 })
})

test('a second table on the same rows is known', () => {
  const head = ['Ngày', 'Giờ', 'Tên', null, 'Ngày', 'Giờ', 'Tên']
  const day = ['04/08/2025', '05:30', 'CĐS']
  expect(tableBeside([head, [...day, null, ...day]], NOTHING)).toBe(4)
  expect(tableBeside([head, day], NOTHING)).toBeNull()
})

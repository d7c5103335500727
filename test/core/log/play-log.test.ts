import { describe, expect, test } from 'vitest'
import { guessColumns, type PlayColumns, type Sheet } from '../../../src/core/log/play-columns.ts'
import { type Play, readPlays as readTable } from '../../../src/core/log/play-log.ts'
import type { Cell } from '../../../src/core/log/play-time.ts'

const COLUMNS: PlayColumns = {
  ...{
    date: 0,
    time: 1,
    title: 2,
    length: 3,
    status: 4,
    end: 5,
    half: null,
    lengthUnit: 'minutes',
    devices: null,
    dateOrder: null,
  },
}
const HEAD: Cell[] = ['Ngày', 'Giờ', 'Tên', 'Thời lượng', 'Trạng thái', 'Kết thúc']
const readPlays = (sheet: Sheet, columns: PlayColumns) => readTable({ sheet, parts: [] }, columns)
const log = (...rows: Cell[][]): Sheet => [HEAD, ...rows]
const play = (date: string, time: string, title: string, minutes: number | null, rows: number[]): Play => ({
  ...{ date, time, title, minutes, rows, unclear: null, coverage: null },
})

test('rows become plays, in the order of time', () => {
  const sheet = log(
    ['05/08/2025', '17h30', 'CM CCHC', '12', 'Đã phát', null],
    ['04/08/2025', '05:30', ' CM   CĐS ', '15 phút', 'Thành công', null],
  )
  expect(readPlays(sheet, COLUMNS)).toEqual({
    plays: [play('2025-08-04', '05:30', 'CM CĐS', 15, [3]), play('2025-08-05', '17:30', 'CM CCHC', 12, [2])],
    skipped: [],
  })
})

test('many speakers that start the same programme together are one play, the longest counts', () => {
  const rows = ['05:30', '05:31', '05:33', '05:40'].map((time, i) => [
    '04/08/2025',
    time,
    'CM CĐS',
    14 + i,
    null,
    null,
  ])
  expect(readPlays(log(...rows), COLUMNS).plays).toEqual([
    play('2025-08-04', '05:30', 'CM CĐS', 16, [2, 3, 4]),
    play('2025-08-04', '05:40', 'CM CĐS', 17, [5]),
  ])
})

describe('halves of the day in a column of their own', () => {
  const columns = { ...COLUMNS, half: 3, length: null }
  const timesOf = (...rows: [day: Cell, time: Cell, half: Cell][]) => {
    const sheet = log(...rows.map(([day, time, half], i) => [day, time, `tin ${i}`, half, null, null]))
    const { plays, skipped } = readPlays(sheet, columns)
    return [...plays.map(({ date, time }) => `${date} ${time}`), ...skipped.map(({ why }) => why)]
  }
  test.each<[string, Cell, Cell, string]>([
    ['morning', '5h30', 'Sáng', '2025-08-04 05:30'],
    ['afternoon', '5h30', 'Chiều', '2025-08-04 17:30'],
    ['evening, in capitals', '7:00', 'BUỔI TỐI', '2025-08-04 19:00'],
    ['PM', '5:30:00', 'PM', '2025-08-04 17:30'],
    ['an hour of twenty-four that agrees', '17:30', 'Chiều', '2025-08-04 17:30'],
    ['an hour that says its own half', '5h30 chiều', 'Chiều', '2025-08-04 17:30'],
    ["a spreadsheet's hour", 0.2291666667, 'Chiều', '2025-08-04 17:30'],
    ['a word that is no half', '05:30', 'Ca 1', '2025-08-04 05:30'],
    ['a half that the hour contradicts', '17:30', 'Sáng', 'không đọc được giờ “17:30 Sáng”'],
  ])('%s', (_, time, half, told) => {
    expect(timesOf(['04/08/2025', time, half])).toEqual([told])
  })
  test('a merged cell holds for the rows of its day, not for the next day', () => {
    expect(
      timesOf(
        ['04/08/2025', '5h00', 'Chiều'],
        [null, '5h30', null],
        ['04/08/2025', '6h00', null],
        ['05/08/2025', '5h00', null],
      ),
    ).toEqual(['2025-08-04 17:00', '2025-08-04 17:30', '2025-08-04 18:00', '2025-08-05 05:00'])
  })
  test('a day and an hour in one cell', () => {
    const sheet = log(['04/08/2025 5:30', null, 'tin', 'Chiều', null, null])
    expect(readPlays(sheet, { ...columns, time: null }).plays[0]).toMatchObject({
      date: '2025-08-04',
      time: '17:30',
    })
  })
})

test('plays without a title are not taken for one another', () => {
  const rows = ['05:30', '05:31'].map((time) => ['04/08/2025', time, null, null, null, null])
  expect(readPlays(log(...rows), COLUMNS).plays).toHaveLength(2)
})

describe('the length', () => {
  test.each<[string, Cell, Cell, number | null]>([
    ['from its own column', '12', '06:00', 12],
    ['from the end', null, '05:45', 15],
    ['over midnight', null, '00:10', null],
    ['not from an end half a day away', null, '19:00', null],
    ['not from an end at the beginning', null, '05:30', null],
    ['unknown', 'dài', null, null],
  ])('%s', (_, length, end, minutes) => {
    const [first] = readPlays(log(['04/08/2025', '05:30', 'a', length, null, end]), COLUMNS).plays
    expect(first?.minutes).toBe(minutes)
  })
  test('over midnight, from late in the evening', () => {
    const [first] = readPlays(log(['04/08/2025', '23:50', 'a', null, null, '00:10']), COLUMNS).plays
    expect(first?.minutes).toBe(20)
  })
})

test('a day whose cells are merged holds for the rows below it', () => {
  const sheet = log(
    ['04/08/2025', '05:30', 'a', null, null, null],
    [null, '17:30', 'b', null, null, null],
    ['05/08/2025', '05:30', 'c', null, null, null],
  )
  expect(readPlays(sheet, COLUMNS).plays.map(({ date }) => date)).toEqual([
    '2025-08-04',
    '2025-08-04',
    '2025-08-05',
  ])
})

test('seconds under “Thời lượng”, and minutes that a spreadsheet took for hours, are minutes', () => {
  const minutes = (...lengths: Cell[]) =>
    readPlays(
      log(...lengths.map((length, i) => ['04/08/2025', `0${i}:30`, 'a', length, null, null])),
      COLUMNS,
    ).plays.map((play) => play.minutes)
  expect([
    minutes('900', '898', '605'),
    minutes(0.625, '15:00:00', '12 phút'),
    minutes('15', '90'),
    minutes('15', '900'),
  ]).toEqual([
    [15, 15, 10],
    [15, 15, 12],
    [15, 90],
    [15, null],
  ])
})

test('24:00 is the beginning of the next day', () => {
  const [first] = readPlays(log(['19/08/2025', '24:00', 'a', null, null, '24:15']), COLUMNS).plays
  expect(first).toMatchObject({ date: '2025-08-20', time: '00:00', minutes: 15 })
})

test('the column decides the order of day and month', () => {
  const sheet = log(
    ['8/3/2026', '05:30', 'a', null, null, null],
    ['8/13/2026', '05:30', 'a', null, null, null],
  )
  expect(readPlays(sheet, COLUMNS).plays.map(({ date }) => date)).toEqual(['2026-08-03', '2026-08-13'])
})

test('what a system says without saying whether it was played is kept, and said to be unclear', () => {
  const sheet = log(
    ['04/08/2025', '05:30', 'a', null, 'Online', null],
    ['05/08/2025', '05:30', 'a', null, null, null],
    ['06/08/2025', '05:30', 'a', null, '12/15 thiết bị', null],
  )
  expect(readPlays(sheet, COLUMNS).plays.map(({ unclear, coverage }) => [unclear, coverage])).toEqual([
    ['hệ thống ghi “Online”, chưa rõ đã phát hay chưa', null],
    ['hệ thống không ghi đã phát hay chưa', null],
    [null, { played: 12, of: 15 }],
  ])
})

test('what took no time is unclear beside what took some; where every length is 0 nothing is measured', () => {
  const unclear = (...lengths: Cell[]) => {
    const rows = lengths.map((length, i) => [`0${i + 4}/08/2025`, '05:30', 'a', length, null, null])
    return readPlays(log(...rows), COLUMNS).plays.map((one) => one.unclear)
  }
  expect(unclear('15', '0', '00:00:00', null)).toEqual([
    null,
    'hệ thống ghi thời lượng “0”, chưa rõ đã phát hay chưa',
    'hệ thống ghi thời lượng “00:00:00”, chưa rõ đã phát hay chưa',
    null,
  ])
  expect(unclear('0', '0')).toEqual([null, null])
})

test('a column of states and one of devices are both read: an airing is what both let be one', () => {
  const rows: [status: Cell, devices: Cell][] = [
    ['Thành công', '15/15'],
    ['Thành công', '0/15'],
    ['Lỗi', '0/15'],
    ['Lỗi', '12/15'],
    ['Hoàn thành', 0],
    ['Hoàn thành', '12'],
    [null, '9/15'],
    ['Online', '15/15'],
    ['Chờ duyệt', null],
    ['Đã phát', 'chưa rõ'],
  ]
  const sheet: Sheet = [
    [...HEAD, 'Số thiết bị'],
    ...rows.map(([status, devices], i): Cell[] => [
      '04/08/2025',
      `${i + 5}:30`,
      `tin ${i}`,
      null,
      status,
      null,
      devices,
    ]),
  ]
  const { plays, skipped } = readPlays(sheet, { ...COLUMNS, devices: 6 })
  expect(plays.map(({ time, coverage, unclear }) => [time, coverage?.played ?? null, unclear])).toEqual([
    ['05:30', 15, null],
    ['08:30', 12, 'hệ thống ghi “Lỗi”, chưa rõ đã phát hay chưa'],
    ['10:30', null, null],
    ['11:30', 9, null],
    ['12:30', 15, 'hệ thống ghi “Online”, chưa rõ đã phát hay chưa'],
    ['14:30', null, null],
  ])
  expect(skipped.map(({ row, why }) => [row, why.replace('hệ thống ghi không phát: ', '')])).toEqual([
    [3, '“0/15”'],
    [4, '“0/15”'],
    [6, '“0”'],
    [10, '“Chờ duyệt”'],
  ])
})

test('an error of a spreadsheet is no empty cell: the day above does not hold for it', () => {
  const sheet = log(['04/08/2025', '05:30', 'a', null, null, null], ['#REF!', '17:30', 'b', null, null, null])
  expect(readPlays(sheet, COLUMNS).skipped).toEqual([{ row: 3, why: 'không đọc được ngày “#REF!”' }])
})

describe('states that a machine writes each minute', () => {
  const look = (time: string, state: string): Cell[] => [
    'CUM-01',
    'Hoạt động',
    'Mức 15',
    state,
    `2025-06-09 ${time}`,
  ]
  const sheet: Sheet = [
    look('17:29:54', 'Không phát'),
    look('17:30:13', 'Đang phát'),
    look('17:31:10', 'Đang phát'),
    look('17:34:08', 'Đang phát'),
    look('17:35:00', 'Không phát'),
    look('18:00:00', 'Đang phát'),
    look('18:01:00', 'Đang phát'),
  ]
  test('join into airings, from the first look to the last and one beat more', () => {
    const columns = guessColumns(sheet)
    expect(columns).toMatchObject({ date: 4, time: null, status: 3, title: null })
    expect(columns && readPlays(sheet, columns)).toEqual({
      plays: [play('2025-06-09', '17:30', '', 5, [2, 3, 4]), play('2025-06-09', '18:00', '', 2, [6, 7])],
      skipped: [1, 5].map((row) => ({ row, why: 'hệ thống ghi không phát: “Không phát”' })),
    })
  })
})

describe('what cannot be used is told with its row', () => {
  test.each<[Cell[], string]>([
    [[null, '05:30', 'a', null, null, null], 'không có ngày'],
    [['31/02/2025', '05:30', 'a', null, null, null], 'không đọc được ngày “31/02/2025”'],
    [['04/08/2025', 'sáng', 'a', null, null, null], 'không đọc được giờ “sáng”'],
    [['04/08/2025', '05:30', 'a', null, 'Lỗi kết nối', null], 'hệ thống ghi không phát: “Lỗi kết nối”'],
    [['04/08/2025', '05:30', 'a', null, 'Chưa phát', null], 'hệ thống ghi không phát: “Chưa phát”'],
    [['04/08/2025', '05:30', 'a', null, 'FAILED', null], 'hệ thống ghi không phát: “FAILED”'],
  ])('%j', (row, why) => {
    expect(readPlays(log(row), COLUMNS)).toEqual({ plays: [], skipped: [{ row: 2, why }] })
  })
})

test('empty rows are passed over without a word', () => {
  expect(readPlays(log([null, ' ', null], []), COLUMNS)).toEqual({ plays: [], skipped: [] })
})

test('a moment at midnight is a whole number in a workbook, and still a moment', () => {
  const columns = { ...COLUMNS, time: null }
  const sheet = log([45873, null, 'a', null, null, null], [45873.5, null, 'b', null, null, null])
  expect(readPlays(sheet, columns).plays.map(({ date, time }) => [date, time])).toEqual([
    ['2025-08-04', '00:00'],
    ['2025-08-04', '12:00'],
  ])
})

test('hours that stand in one cell are airings of their own; a range says the length', () => {
  const { plays } = readPlays(
    log(
      ['04/08/2025', '5h30, 17h30', 'a', null, null, null],
      ['05/08/2025', '5:30 - 5:45', 'a', null, null, null],
    ),
    COLUMNS,
  )
  expect(plays.map(({ date, time, minutes, rows }) => [date.slice(8), time, minutes, ...rows])).toEqual([
    ['04', '05:30', null, 2],
    ['04', '17:30', null, 2],
    ['05', '05:30', 15, 3],
  ])
})

test('an end with a day of its own is held to it', () => {
  const minutes = (end: string) =>
    readPlays(log(['04/08/2025', '23:50', 'a', null, null, end]), COLUMNS).plays[0]?.minutes
  expect(['05/08/2025 00:05', '04/08/2025 23:40', '06/08/2025 00:05'].map(minutes)).toEqual([15, null, null])
})

describe('what is kept, and said to be unclear', () => {
  const sheet = (row: Cell[]): Sheet => [
    [...HEAD, 'Ghi chú'],
    row,
    ['08/08/2025', '05:30', 'b', null, null, null, null],
  ]
  test.each<[string, Cell[], string | null]>([
    [
      'a remark that denies it',
      ['04/08/2025', '05:30', 'a', null, null, null, 'Không phát do mất điện'],
      'ghi chú',
    ],
    ['a remark that says nothing', ['04/08/2025', '05:30', 'a', null, null, null, 'Không có'], null],
    ['a remark of another kind', ['04/08/2025', '05:30', 'a', null, null, null, 'Cụm Chùa'], null],
    ['a title of a trial', ['04/08/2025', '05:30', 'Thử loa: CĐS', null, null, null], 'tên ghi'],
    ['a title that was cancelled', ['04/08/2025', '05:30', 'Hủy - CĐS', null, null, null], 'tên ghi'],
    [
      'a weekday that the day is not',
      ['Thứ 4, 04/08/2025', '05:30', 'a', null, null, null],
      'hệ thống ghi “Thứ 4',
    ],
    ['its own weekday', ['Thứ 2, 04/08/2025', '05:30', 'a', null, null, null], null],
    [
      'a row for a month',
      ['04/08/2025', '05:30', 'a', null, null, '31/08/2025'],
      'hệ thống ghi từ 04/8/2025 đến',
    ],
  ])('%s', (_, row, unclear) => {
    const said = readPlays(sheet(row), COLUMNS).plays[0]?.unclear ?? null
    expect(unclear === null ? said : said?.startsWith(unclear)).toBe(unclear === null ? null : true)
  })
})

test('rows that a system writes each minute are one play; without a title only those of one moment', () => {
  const rows = (title: string | null, times: string[]) =>
    readPlays(log(...times.map((time) => ['04/08/2025', time, title, null, null, null])), COLUMNS).plays
  const minutes = Array.from({ length: 15 }, (_, i) => `05:${30 + i}`)
  expect(rows('CĐS', minutes)).toMatchObject([{ time: '05:30', rows: minutes.map((_, i) => i + 2) }])
  expect(rows(null, ['05:30', '05:30', '05:31']).map((play) => play.rows)).toEqual([[2, 3], [4]])
})

test('days of no airing are told: several in one cell, years before any log, a sum under merged days', () => {
  const sheet = log(
    ['02/08/2025 - 04/08/2025', '05:30', 'a', null, null, null],
    ['01/01/1970', '05:30', 'a', null, null, null],
    ['04/08/2025', '05:30', 'a', null, null, null],
    [null, '00:15', 'Tổng cộng', null, null, null],
  )
  const { plays, skipped } = readPlays(sheet, COLUMNS)
  expect(plays).toHaveLength(1)
  expect(skipped.map(({ why }) => why)).toEqual([
    'ghi nhiều ngày “02/08/2025 - 04/08/2025”',
    'không thể phát năm 1970',
    'không có ngày',
  ])
})

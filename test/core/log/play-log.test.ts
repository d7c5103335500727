import { describe, expect, test } from 'vitest'
import type { PlayColumns, Sheet } from '../../../src/core/log/play-columns.ts'
import { type Play, readPlays } from '../../../src/core/log/play-log.ts'
import type { Cell } from '../../../src/core/log/play-time.ts'

const COLUMNS: PlayColumns = {
  ...{ date: 0, time: 1, title: 2, length: 3, status: 4, end: 5, lengthUnit: 'minutes' },
}
const HEAD: Cell[] = ['Ngày', 'Giờ', 'Tên', 'Thời lượng', 'Trạng thái', 'Kết thúc']
const log = (...rows: Cell[][]): Sheet => [HEAD, ...rows]
const play = (date: string, time: string, title: string, minutes: number | null, rows: number[]): Play => ({
  ...{ date, time, title, minutes, rows },
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

describe('what cannot be used is told with its row', () => {
  test.each<[Cell[], string]>([
    [[null, '05:30', 'a', null, null, null], 'không có ngày'],
    [['31/02/2025', '05:30', 'a', null, null, null], 'không đọc được ngày “31/02/2025”'],
    [['04/08/2025', 'sáng', 'a', null, null, null], 'không đọc được giờ “sáng”'],
    [['04/08/2025', '05:30', 'a', null, 'Lỗi kết nối', null], 'hệ thống ghi không phát được: “Lỗi kết nối”'],
    [['04/08/2025', '05:30', 'a', null, 'Chưa phát', null], 'hệ thống ghi không phát được: “Chưa phát”'],
    [['04/08/2025', '05:30', 'a', null, 'FAILED', null], 'hệ thống ghi không phát được: “FAILED”'],
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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Cell,
  hoursIn,
  minutesOf,
  momentOf,
  saysSeveralDays,
  weekdaySaid,
} from '../../../src/core/log/play-time.ts'
import { dateOfDayNumber, dayNumber } from '../../../src/core/wall-clock.ts'

describe('a day and an hour', () => {
  test.each<[Cell, string | null, string | null]>([
    ['04/08/2025', '2025-08-04', null],
    ['4/8/2025 5h30', '2025-08-04', '05:30'],
    ['05:30 04/08/2025', '2025-08-04', '05:30'],
    ['Thứ Hai, 04-08-2025', '2025-08-04', null],
    ['04.08.25', '2025-08-04', null],
    ['ngày 4 tháng 8 năm 2025', '2025-08-04', null],
    ['03-thg 8-25', '2025-08-03', null],
    ['03 Tháng Tám 2025', '2025-08-03', null],
    ['3 tháng mười một, 2025', '2025-11-03', null],
    ['3 tháng năm 2025', '2025-05-03', null],
    ['3-Aug-25', '2025-08-03', null],
    ['Sunday, August 3, 2025', '2025-08-03', null],
    ['０４/０８/２０２５ ０５：３０', '2025-08-04', '05:30'],
    ['17:30 CH', null, '17:30'],
    ['00:15 SA', null, '00:15'],
    ['ngày 04/08/2025 lúc 5 giờ 30 phút', '2025-08-04', '05:30'],
    ['2025-08-04 05:30:15', '2025-08-04', '05:30'],
    ['2025-08-04T05:30:00+07:00', '2025-08-04', '05:30'],
    ['2025-08-03T22:30:00Z', '2025-08-04', '05:30'],
    ['20250804053000', '2025-08-04', '05:30'],
    ['05:30', null, '05:30'],
    ['5h30', null, '05:30'],
    ['5g30', null, '05:30'],
    ['17h', null, '17:00'],
    ['5 giờ 30', null, '05:30'],
    ['5:30:00 SA', null, '05:30'],
    ['5:30:00 CH', null, '17:30'],
    ['12:05 SA', null, '00:05'],
    ['12:05 PM', null, '12:05'],
    ['5h30 - 6h', null, '05:30'],
    ['5h30 sáng', null, '05:30'],
    ['5h30 chiều', null, '17:30'],
    ['chiều 5h30', null, '17:30'],
    ['5 giờ rưỡi chiều', null, '17:30'],
    ['17h30 chiều', null, '17:30'],
    ['11:50 đêm', null, '23:50'],
    ['2h sáng', null, '02:00'],
    ['11 giờ trưa', null, '11:00'],
    ['1h trưa', null, '13:00'],
    ['8h tối', null, '20:00'],
    ['5:30 p.m.', null, '17:30'],
    ['CH 5:30', null, '17:30'],
    ['5h toi 6h', null, '05:00'],
    ['04/08/2025 24:00', '2025-08-05', '00:00'],
    [45873, '2025-08-04', null],
    [45873.229166666664, '2025-08-04', '05:30'],
    [0.22916666666666666, null, '05:30'],
    ['45873,229166667', '2025-08-04', '05:30'],
  ])('%j', (cell, date, time) => {
    expect(momentOf(cell)).toEqual({ date, time })
  })
})

test('the midnight that ends a day lies on the next one', () => {
  expect(['24:00', '24:15', '12 giờ đêm', 1.010416667].map((cell) => momentOf(cell))).toEqual([
    { date: null, time: '00:00', next: true },
    { date: null, time: '00:15', next: true },
    { date: null, time: '00:00', next: true },
    { date: null, time: '00:15', next: true },
  ])
})

test('month first where the column says so; years, names of months and numbers in words never change', () => {
  const cells = ['8/4/2025 5:30', '2025-08-04', 'ngày 4 tháng 8 năm 2025', 45873]
  expect(cells.map((cell) => momentOf(cell, 'month-day').date)).toEqual(cells.map(() => '2025-08-04'))
})

describe('what says neither a day nor an hour is never guessed', () => {
  test.each<[Cell]>([
    [null],
    [''],
    ['Thôn 1'],
    ['31/02/2025'],
    ['08/25/2025'],
    ['25:00'],
    ['13:00 SA'],
    ['17h30 sáng'],
    ['9h chiều'],
    ['6 giờ kém 15'],
    ['5h30 c'],
    ['5h30s'],
    ['25 giờ'],
    ['7'],
    [7],
    [-1],
    [1e12],
    ['=A1+B1'],
  ])('%j', (cell) => {
    expect(momentOf(cell)).toEqual({ date: null, time: null })
  })
})

describe('a length in minutes', () => {
  test.each<[Cell, 'minutes' | 'seconds', number | null]>([
    ['15', 'minutes', 15],
    ['15’', 'minutes', 15],
    ['01:30', 'minutes', null],
    ['1.440', 'seconds', 24],
    ['900', 'seconds', 15],
    [15, 'minutes', 15],
    [900, 'seconds', 15],
    ['15 phút', 'seconds', 15],
    ["15'", 'minutes', 15],
    ['900 giây', 'minutes', 15],
    ['15p30s', 'minutes', 16],
    ['1 giờ 5 phút', 'minutes', 65],
    ['1h05', 'minutes', 65],
    ['00:14:50', 'minutes', 15],
    ['15:00', 'minutes', 15],
    [0.010416666666666666, 'minutes', 15],
    ['14,5', 'minutes', 15],
    ['00:15', 'minutes', null],
    ['lâu', 'minutes', null],
    ['', 'minutes', null],
    [null, 'minutes', null],
    [100000, 'minutes', null],
    [-5, 'minutes', null],
  ])('%j in %s is %j', (cell, unit, minutes) => {
    expect(minutesOf(cell, unit)).toBe(minutes)
  })
})

test('every minute from 1970 to 2100 is read back, as a spreadsheet keeps it and as people write it', () => {
  const days = fc.integer({ min: 0, max: dayNumber('2100-12-31') })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 1439 }), (day, minute) => {
      const date = dateOfDayNumber(day)
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const [y, m, d] = date.split('-')
      const written = [
        `${d}/${m}/${y} ${time}`,
        `${time} ${Number(d)}-${Number(m)}-${y}`,
        day + 25569 + minute / 1440,
      ]
      expect(written.map((cell) => momentOf(cell))).toEqual(written.map(() => ({ date, time })))
    }),
  )
})

test('no text makes it throw or read a time that does not exist', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double()), (cell) => {
      const { date, time } = momentOf(cell)
      expect(date === null || /^\d{4}-\d\d-\d\d$/.test(date)).toBe(true)
      expect(time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time)).toBe(true)
      const minutes = minutesOf(cell, 'minutes')
      expect(minutes === null || (minutes >= 0 && minutes <= 1440)).toBe(true)
    }),
  )
})

test('several beginnings in one cell are as many airings, a range is one with its end', () => {
  const read = (cell: Cell) =>
    hoursIn(cell).map(({ at, end }) => [momentOf(at).date, momentOf(at).time, momentOf(end).time])
  expect(read('5h30, 17h30')).toEqual([
    [null, '05:30', null],
    [null, '17:30', null],
  ])
  expect(read('05:30 và 17:30')).toHaveLength(2)
  expect(read('5h30/17h30')).toHaveLength(2)
  expect(read('03/08/2026 05:30, 17:30')).toEqual([
    ['2026-08-03', '05:30', null],
    ['2026-08-03', '17:30', null],
  ])
  expect(read('05:30 - 05:45')).toEqual([[null, '05:30', '05:45']])
  expect(read('từ 5h30 đến 5h45, 17h30-17h45')).toEqual([
    [null, '05:30', '05:45'],
    [null, '17:30', '17:45'],
  ])
  expect(read('5:30 - 6:15 chiều')).toEqual([[null, '17:30', '18:15']])
  expect(read('11:30 - 1:00 chiều')).toEqual([[null, '11:30', '13:00']])
  for (const cell of ['03/08/2026 05:30', '3-8-2026 05:30', '2026-08-03T05:30:00+07:00', 45873.25, null])
    expect(hoursIn(cell)).toEqual([{ at: cell, end: null }])
})

test('a cell of several days is known, and the weekday that a cell names', () => {
  const days = ['02/08/2026 - 03/08/2026', '03/08/2026, 05/08/2026', '03/08/2026', '03/08/2026 (3/8/2026)']
  expect(days.map((cell) => saysSeveralDays(cell, 'day-month'))).toEqual([true, true, false, false])
  const cells = ['Thứ 2, 03/08/2026', 'T7 8/8', 'chủ nhật', 'Thu, 06 Aug', 'Thursday', 'Aug 3, 2026', 46237]
  expect(cells.map(weekdaySaid)).toEqual([1, 6, 7, 4, 4, null, null])
})

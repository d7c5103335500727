import { expect, test } from 'vitest'
import { orderOf, orderTrouble, provenOrder } from '../../../src/core/log/date-order.ts'
import { guessColumns, type PlayColumns } from '../../../src/core/log/play-columns.ts'
import type { Cell } from '../../../src/core/log/play-time.ts'

test.each<[Cell[], ReturnType<typeof provenOrder>]>([
  [['03/08/2026', '13/08/2026'], 'day-month'],
  [['8/3/2026', '8/13/2026'], 'month-day'],
  [['8/13/2026 5:30:00 AM'], 'month-day'],
  [['13/8/2026', '8/13/2026'], 'both'],
  [['03/08/2026', '04/08/2026'], null],
  [['Mon 08/03/2026', 'Tue 08/04/2026'], 'month-day'],
  [['Thứ 2, 03/08/2026'], 'day-month'],
  [['Thứ 4, 03/08/2026'], null],
  [['Mon 08/03/2026', 'Fri 08/04/2026'], null],
  [['2026-08-13', 46237, null, 'thứ Hai'], null],
])('the numbers of %j prove %s', (cells, order) => {
  expect(provenOrder(cells)).toBe(order)
})

test('what the column proves holds, then what somebody said, then how Vietnam writes', () => {
  const either = ['03/08/2026']
  expect([orderOf(['8/13/2026'], 'day-month'), orderOf(either, 'month-day'), orderOf(either, null)]).toEqual([
    'month-day',
    'month-day',
    'day-month',
  ])
})

const troubleOf = (cells: Cell[], dateOrder: PlayColumns['dateOrder'] = null) => {
  const none = { time: null, half: null, end: null, length: null, title: null, status: null, devices: null }
  const columns: PlayColumns = { date: 0, lengthUnit: 'minutes', dateOrder, ...none }
  return orderTrouble([['Ngày'], ...cells.map((cell) => [cell])], columns)?.slice(0, 38) ?? null
}
const FIRST_DAYS = ['8/1/2026', '8/2/2026', '8/3/2026', '8/10/2026', '8/12/2026']

test.each<[string, Cell[], PlayColumns['dateOrder'], string | null]>([
  ['days of one week', ['03/08/2026', '04/08/2026', '10/08/2026'], null, null],
  ['one day', ['03/08/2026'], null, null],
  [
    'the first days of August, month first or day first',
    FIRST_DAYS,
    null,
    'Cột ngày đọc được hai cách, ngày trước',
  ],
  ['the same, once somebody said how', FIRST_DAYS, 'month-day', null],
  ['the whole of August, month first', [...FIRST_DAYS, '8/13/2026'], null, null],
  ['both orders', ['13/8/2026', '8/13/2026'], 'day-month', 'Cột ngày có dòng ghi ngày trước tháng, có'],
  [
    'days that a spreadsheet read the wrong way round',
    [46091, '8/13/2026'],
    null,
    'Cột ngày lẫn ngày thật của Excel với chữ',
  ],
  [
    'days of which a spreadsheet turned around those that it could',
    [46089, '13/08/2026'],
    null,
    'Cột ngày lẫn ngày thật của Excel với ngày',
  ],
  ['days of a spreadsheet beside others typed as text', [46237, '13/08/2026'], null, null],
])('%s', (_, cells, said, trouble) => {
  expect(troubleOf(cells, said)?.slice(0, 38) ?? null).toBe(trouble?.slice(0, 38) ?? null)
})

test.each<[string, Cell[], boolean]>([
  ['Date', ['10/09/2026', '11/09/2026'], true],
  ['Start time', ['10/09/2026 05:30'], true],
  ['Date', ['09/09/2026', '10/10/2026'], false],
  ['Date', ['10/09/2026', '13/09/2026'], false],
  ['Date', ['2026-09-10'], false],
  ['Ngày (date)', ['10/09/2026', '11/09/2026'], false],
])('under “%s” the order of %j is asked for: %s', (name, cells, asked) => {
  const sheet = [[name, 'Time', 'Title'], ...cells.map((cell) => [cell, '05:30', 'a'])]
  const columns = guessColumns(sheet)
  expect(columns && orderTrouble(sheet, columns)?.slice(0, 30)).toBe(
    asked ? 'Cột ngày đọc được hai cách, ng' : undefined,
  )
})

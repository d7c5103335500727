import { readSheet } from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { recordFact } from '../../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../../src/actions/record-on-obligation.ts'
import { calendars } from '../../../src/calendars.ts'
import { inputOf } from '../../../src/core/fact.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const LAN = { unit: UNIT, id: 'u-lan', name: 'Nguyễn Thị Lan' }

async function ngokTu() {
  const house = await testHouse()
  house.clock.now = instantOf('2025-08-20', '08:00')
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, house.clock.now)
  const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  const get = (path: string) => house.ask(path, { cookie })
  return { ...house, get }
}

/** The text of the table's cells, row by row. */
const cellsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  )

test('this month by day: planned, actual and recorded time, outcome, who and evidence', async () => {
  await using house = await ngokTu()
  const aired = inputOf('aired', {
    ...{ at: instantOf('2025-08-04', '05:32'), minutes: 15, link: 'https://ngoktu.gov.vn/16' },
  })
  await recordFact(
    { db: house.db, who: LAN, now: instantOf('2025-08-04', '06:10') },
    'ngok-tu-2025:C.I.2.a:16',
    aired,
  )
  const page = await (await house.get('/nhat-ky?channel=loudspeaker&obligation=C.I.2.a')).text()
  expect(cellsOf(page)).toEqual([
    [
      'Thứ, ngày',
      'Theo lịch',
      'Thực tế',
      'Phút',
      'Nội dung',
      'Kết quả',
      'Lý do, ghi chú',
      'Người ghi',
      'Minh chứng',
    ],
    [
      ...['Thứ Hai 4/8', '05:30', '05:32', '15'],
      'Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã PM số 16/26 C.I.2.a',
      ...['Đã phát', '', 'Nguyễn Thị Lan 06:10 04/8/2025', 'https://ngoktu.gov.vn/16'],
    ],
    [
      ...['Thứ Hai 18/8', '05:30', '', ''],
      'Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã PM số 17/26 C.I.2.a',
      ...['Chưa xác nhận', '', '', ''],
    ],
  ])
})

test('what was planned in another month stands where it happened', async () => {
  await using house = await ngokTu()
  const late = inputOf('aired', { at: instantOf('2025-09-01', '05:30') })
  house.clock.now = instantOf('2025-09-02', '08:00')
  await recordFact({ db: house.db, who: LAN, now: house.clock.now }, 'ngok-tu-2025:C.I.2.a:17', late)
  const page = await (await house.get('/nhat-ky?channel=loudspeaker')).text()
  expect(cellsOf(page)[1]?.slice(0, 3)).toEqual(['Thứ Hai 1/9', '05:30 thứ Hai 18/8', '05:30'])
})

test('what was logged on an obligation without slots is in the log', async () => {
  await using house = await ngokTu()
  const of = { planId: 'ngok-tu-2025', obligationId: 'C.II.1' }
  await recordOnObligation(
    { db: house.db, who: LAN, now: house.clock.now, calendars },
    of,
    inputOf('posted', { at: instantOf('2025-08-06', '09:00') }),
  )
  const page = await (await house.get('/nhat-ky?obligation=C.II.1')).text()
  expect(cellsOf(page)[1]?.slice(0, 3)).toEqual(['Thứ Tư 6/8', '', '09:00'])
})

test('CSV and workbook hold the same rows, under a name that says the days', async () => {
  await using house = await ngokTu()
  const csv = await house.get('/nhat-ky.csv?from=2025-08-01&to=2025-08-31&channel=loudspeaker')
  const xlsx = await house.get('/nhat-ky.xlsx?from=2025-08-01&to=2025-08-31&channel=loudspeaker')
  const lines = (await csv.text()).trimEnd().split('\r\n')
  const rows = await readSheet(await xlsx.arrayBuffer())
  expect([csv, xlsx].map(({ headers }) => headers.get('content-disposition'))).toEqual([
    'attachment; filename="nhat-ky-2025-08-01-2025-08-31.csv"',
    'attachment; filename="nhat-ky-2025-08-01-2025-08-31.xlsx"',
  ])
  expect(lines.length).toBe(6)
  expect(rows.slice(5).map((cells) => cells[2])).toEqual(lines.slice(1).map((line) => line.split(',')[2]))
})

describe('an address that asks for what is not', () => {
  test.each([
    ['from=2025-02-30', 'from'],
    ['from=2025-08-10&to=2025-08-01', 'to'],
    ['from=2020-01-01&to=2025-12-31', 'to'],
    ['channel=tv', 'channel'],
  ])('?%s is refused, naming %s', async (query, field) => {
    await using house = await ngokTu()
    for (const path of ['/nhat-ky', '/nhat-ky.csv', '/nhat-ky.xlsx']) {
      const answer = await house.get(`${path}?${query}`)
      expect([answer.status, (await answer.text()).includes(`<li>${field}: `)]).toEqual([400, true])
    }
  })
})

test('one day of the two is enough: the rest of that month', async () => {
  await using house = await ngokTu()
  const page = await (await house.get('/nhat-ky?from=2025-08-05')).text()
  expect(page).toContain('(từ 05/8/2025 đến 31/8/2025)')
})

test('on paper it has the office, the days and two lines for signatures', async () => {
  await using house = await ngokTu()
  const page = await (await house.get('/nhat-ky?channel=loudspeaker')).text()
  expect(page).toContain('<p class="office">UBND xã Ngọk Tụ</p>')
  expect(page).toContain('<p class="name">Sổ nhật ký phát thanh</p>')
  expect(page.match(/ký, ghi rõ họ tên/g)).toHaveLength(2)
})

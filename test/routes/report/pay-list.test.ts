/** Who had a hand in what was aired, by rates that the office set with their document; a gap in their days is told. */
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import type { PayRates } from '../../../src/core/blank/pay-rate.ts'
import { gapsIn } from '../../../src/core/blank/rate-days.ts'
import { readRateLines } from '../../../src/core/blank/rate-text.ts'
import { adopt } from '../../support/adopt.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const LIST = '/bao-cao/bang-ke'
const AUGUST = `${LIST}?tu=2025-08-01&den=2025-08-31`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
const cookies: Record<string, string> = {}
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  house.clock.now = Date.parse('2025-09-01T08:00:00+07:00')
  for (const role of ['viewer', 'officer', 'leader'] as const)
    cookies[role] = await addOfficer(
      house.db,
      UNIT,
      { username: role, password: 'Gió mùa đông bắc', role },
      house.clock.now,
    )
  const air = (ordinal: string, day: string, fields: Record<string, string>) =>
    house.send(
      `/khung/${encodeURIComponent(`ngok-tu-2025:C.I.2.a:${ordinal}`)}/ghi`,
      { viec: 'aired', ngay: day, gio: '05:30', ve: '/', ...fields },
      { cookie: cookies.officer },
    )
  await air('16', '2025-08-04', {
    phut: '15',
    'tp-tac-gia': 'Y An',
    'tp-the-loai': 'Tin',
    'tp-so-tu': '700',
    'tp-doc': 'Y An',
  })
  await air('17', '2025-08-18', { phut: '10', 'tp-doc': 'Y Lan', 'tp-hinh-thuc': 'relay' })
})

const page = async (who: string) =>
  (await (await house.ask(AUGUST, { cookie: cookies[who] })).text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const setRates = (fields: Record<string, string>, who = 'leader') =>
  house.send(`${LIST}/dinh-muc`, fields, { cookie: cookies[who] })
const RATES = {
  ...{ 'tu-ngay': '2025-08-01', 'den-ngay': '2025-08-10', 'van-ban': 'Quyết định số 12/QĐ-UBND' },
  muc: 'tác giả; tin; phát mới; trang 350 từ; 60.000\nphát thanh viên; mọi; mọi; phút; 1.000',
}

test('without rates there is no amount, and why', async () => {
  const text = await page('officer')
  expect(text).toContain('3 dòng, chưa tính được tiền')
  expect(text).toContain('Chưa có định mức cho ngày 04/8/2025')
  expect(text).toContain('Y An vừa là tác giả vừa là phát thanh viên')
  expect((await house.ask(AUGUST, { cookie: cookies.viewer })).status).toBe(403)
})

test('rates with their document are set by a leader, and hold on their days alone', async () => {
  expect([(await setRates(RATES, 'officer')).status, (await setRates(RATES)).status]).toEqual([403, 303])
  const text = await page('officer')
  // 700 words are two pages, 15 minutes read.
  expect(text).toContain('3 dòng, 135.000 đồng')
  expect(text).toContain('Chưa có định mức cho ngày 18/8/2025')
  const answer = await house.ask(`${LIST}/bang-ke.xlsx?tu=2025-08-01&den=2025-08-31`, {
    cookie: cookies.officer,
  })
  const rows = await readSheet(await answer.arrayBuffer())
  expect(rows.slice(4).map((cells) => [cells[2], cells[3], cells[9], cells[12], cells[13]])).toEqual([
    ['Y An', 'Tác giả', 2, 120_000, 'Quyết định số 12/QĐ-UBND'],
    ['Y An', 'Phát thanh viên', 15, 15_000, 'Quyết định số 12/QĐ-UBND'],
    ['Y Lan', 'Phát thanh viên', null, null, null],
    ['Cộng', null, null, 135_000, null],
  ])
})

test('a gap between two decisions is told with its days', async () => {
  await setRates({ ...RATES, 'tu-ngay': '2025-08-15', 'den-ngay': '', 'van-ban': 'Quyết định số 30/QĐ-UBND' })
  const text = await page('leader')
  expect(text).toContain('Từ 11/8/2025 đến 14/8/2025 chưa có định mức nào áp dụng')
  expect(text).toContain('3 dòng, 145.000 đồng')
})

test.each([
  [{ 'van-ban': '' }, 'Không được để trống'],
  [{ 'den-ngay': '2025-07-01' }, 'Ngày cuối phải sau ngày đầu'],
  [{ 'tu-ngay': 'mai' }, 'Không phải một ngày có thật'],
  [{ muc: 'ca sĩ; tin; mọi; lượt; 5.000' }, 'Dòng 1: không có vai “ca sĩ”'],
  [{ muc: 'tác giả; tin; mọi; lượt; 0' }, 'Dòng 1: “0” không phải số tiền lớn hơn 0'],
  [{ muc: 'tác giả; tin; mọi; lượt; -5.000' }, 'Dòng 1: “-5.000” không phải số tiền lớn hơn 0'],
  [{ muc: 'tác giả; tin; 5.000' }, 'Dòng 1: cần năm phần'],
])('rates with %o are refused: %s', async (wrong, told) => {
  const answer = await setRates({ ...RATES, ...wrong })
  expect([answer.status, (await answer.text()).includes(told)]).toEqual([400, true])
})

test.each<[spans: [string, string | null][], gaps: string[]]>([
  [
    [
      ['2026-01-01', '2026-05-31'],
      ['2026-09-01', null],
    ],
    ['2026-06-01 2026-08-31'],
  ],
  [
    [
      ['2026-09-01', null],
      ['2026-01-01', '2026-08-31'],
    ],
    [],
  ],
  [
    [
      ['2026-01-01', '2026-12-31'],
      ['2026-02-01', '2026-03-01'],
    ],
    [],
  ],
  [
    [
      ['2026-01-01', null],
      ['2026-09-01', null],
    ],
    [],
  ],
  [[], []],
])('rates of %o leave %o open', (spans, gaps) => {
  const lines: PayRates['lines'] = []
  const said = spans.map(([from, to]) => ({ from, to, document: 'x', lines }))
  expect(gapsIn(said).map(({ from, to }) => `${from} ${to}`)).toEqual(gaps)
})

test('a line is read as people write it', () => {
  expect(readRateLines('Phát thanh viên; mọi ; tiếp âm, tiếp sóng; phút; 1.500 đ')).toEqual({
    ok: true,
    value: [{ part: 'announcer', genre: null, mode: 'relay', per: 'minute', amount: 1500 }],
  })
})

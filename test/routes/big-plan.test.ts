/** A plan of which nobody reads every slot on one page: what its pages leave out, and that all of it can be reached. */
import { afterAll, expect, test } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { createUser } from '../../src/accounts/user.ts'
import { calendars } from '../../src/calendars.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { MOST_LINES } from '../../src/routes/views/long-list.ts'
import { adopt } from '../support/adopt.ts'
import { addToken } from '../support/people.ts'
import { planData, planOf } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
house.clock.now = instantOf('2026-01-05', '08:00')
const obligations = Array.from({ length: 5 }, (_, i) => ({
  ...{ id: `A.${i}`, title: `Bản tin ${i}`, channels: ['loudspeaker'], quote: 'mỗi ngày' },
  cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: `${10 + i}:30` },
}))
await adopt(
  house.db,
  UNIT,
  planOf(planData({}, { obligations })),
  calendars,
  instantOf('2025-01-01', '08:00'),
)
const user = await createUser(house.db, { unit: UNIT, name: 'Lan', role: 'admin' }, house.clock.now)
const id = user.ok ? user.value.id : ''
const cookie = await openSession(house.db, { unit: UNIT, id }, house.clock.now)

const page = async (path: string) => (await house.ask(path, { cookie })).text()
const slotsIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/khung\/[^"?]+)"/g)].map(([, path]) => path as string)
const restOf = (html: string): { words: string; hrefs: string[] } => {
  const [, said = ''] = /<p class="list-rest[^"]*">(.*?)<\/p>/s.exec(html) ?? []
  return {
    words: said.replace(/<[^>]+>/g, ''),
    hrefs: [...said.matchAll(/href="([^"]+)"/g)].map(([, href]) =>
      (href as string).replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
    ),
  }
}

test('the log of a year stops after whole days and leads to the rest month by month', async () => {
  const first = await page('/nhat-ky?from=2025-01-01&to=2025-12-31')
  const { words, hrefs } = restOf(first)
  expect(slotsIn(first)).toHaveLength(MOST_LINES)
  expect(words).toContain('Trang này dừng ở đây, còn 325 dòng. Xem tiếp theo tháng:')
  const rest = await Promise.all(hrefs.map(page))
  const all = [first, ...rest].flatMap(slotsIn)
  expect(all).toHaveLength(5 * 365)
  expect(new Set(all).size).toBe(5 * 365)
})

test('the slots behind a number stand on pages that lead to each other', async () => {
  const first = await page('/chi-tieu/2025/ky')
  const { words, hrefs } = restOf(first)
  expect(words).toContain('dòng 1 đến 1.500 trong 1.825 dòng')
  expect(hrefs).toHaveLength(1)
  const all = [first, await page(hrefs[0] as string)].flatMap(slotsIn)
  expect(new Set(all).size).toBe(5 * 365)
  expect(all).toHaveLength(5 * 365)
})

test('the page of the plan leads from each obligation to its slots', async () => {
  const html = await page('/ke-hoach/thu-2025')
  expect(slotsIn(html)).toEqual([])
  const { words, hrefs } = restOf(html)
  expect(words).toContain('Kế hoạch có nhiều kỳ nên trang này không kể từng kỳ: xem 365 kỳ')
  expect(new Set(slotsIn(await page(hrefs[0] as string))).size).toBe(365)
})

test('a report shows as much of its annex and leads to its workbook', async () => {
  const html = await page('/bao-cao/2025/Y?coSo=ke-hoach')
  expect(html).toContain('Phụ lục II: Nhật ký các kỳ <span class="count">1825</span>')
  const { words, hrefs } = restOf(html)
  expect(words).toContain('còn 325 dòng. Đủ các dòng: bảng tính (XLSX)')
  expect(hrefs).toEqual(['/bao-cao/2025/Y/bao-cao.xlsx?coSo=ke-hoach'])
  expect(html).toContain('Chấp nhận để 1825 kỳ trên là chưa xác nhận')
})

test('the API gives all slots in one answer, in the order of the calendar', async () => {
  const token = await addToken(house.db, UNIT, 'viewer')
  const answer = await house.ask('/api/v1/slots', { headers: { authorization: `Bearer ${token}` } })
  const { slots } = (await answer.json()) as { slots: { id: string; start: string }[] }
  expect(new Set(slots.map(({ id }) => id)).size).toBe(5 * 365)
  expect(slots.map(({ start }) => start)).toEqual(slots.map(({ start }) => start).toSorted())
})

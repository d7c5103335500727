/** Two obligations of one title on one day: what tells their slots apart stands in every list of slots. */
import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { adopt } from '../../support/adopt.ts'
import { fourADay } from '../../support/four-a-day.ts'
import { addOfficer } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const NOW = instantOf('2025-08-20', '12:00')
const ALIKE = 'Bản tin buổi sáng của xã'

/** Four airings a day, of which two bear one title. */
function twoAlike(): Plan {
  const plan = fourADay()
  return {
    ...plan,
    obligations: plan.obligations.map((one, i) => (i < 2 ? { ...one, title: ALIKE } : one)),
  }
}

async function station(plan = twoAlike()) {
  const house = await testHouse()
  house.clock.now = NOW
  await adopt(house.db, UNIT, plan, calendars, NOW)
  const cookie = await addOfficer(
    house.db,
    UNIT,
    { username: 'lan', password: 'Gió mùa đông bắc', role: 'officer' },
    NOW,
  )
  const look = async (path: string) => (await house.ask(path, { cookie })).text()
  return { ...house, look }
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The rows of the title, as letters, in their order. */
const rowsOf = (html: string, pattern: RegExp): string[] =>
  (html.match(pattern) ?? []).map(textOf).filter((row) => row.includes(ALIKE))

const CARDS = /<article class="slot.*?<\/article>/gs

test.each(['/', '/chua-xac-nhan'])(
  'on %s each card and each button of the two names its clause',
  async (path) => {
    await using house = await station()
    const html = await house.look(path)
    const rows = rowsOf(html, CARDS)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => !/ mục A\.[12] /.test(row))).toEqual([])
    const names = [...html.matchAll(/aria-label="([^"]*Bản tin buổi sáng[^"]*)"/g)].map(
      ([, name = '']) => name,
    )
    expect(names.filter((name) => !/xã, mục A\.[12]/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    expect(textOf(html)).not.toMatch(/mục A\.[34]/)
  },
)

test('what answers all of a month at once names the clause, and so does the look before', async () => {
  await using house = await station()
  const html = await house.look('/chua-xac-nhan')
  const ways = [...html.matchAll(/href="(\/ghi-loat[^"]*)">([^<]*)</g)].filter(([, , words]) =>
    words?.includes(ALIKE),
  )
  expect(ways.map(([, , words]) => words)).toEqual([
    `Đã phát 17 kỳ “${ALIKE}, mục A.2”, trừ…`,
    `Đã phát 17 kỳ “${ALIKE}, mục A.1”, trừ…`,
  ])
  const before = await house.look((ways[0]?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
  expect(textOf(before)).toContain(`${ALIKE}, mục A.2`)
  const day = await house.look('/ghi-loat?ngay=2025-08-19&ve=/')
  const rows = rowsOf(day, /<label class="choice">.*?<\/label>/gs)
  expect(rows).toHaveLength(2)
  expect(rows.filter((row) => !/ mục A\.[12] · /.test(row))).toEqual([])
})

test.each([
  ['the month', '/thang/2025-08', /<a class="entry.*?<\/a>/gs],
  ['what filters the week', '/', /<option value="thu-2025:A.*?<\/option>/gs],
])('so does %s', async (_, path, pattern) => {
  await using house = await station()
  const rows = rowsOf(await house.look(path), pattern)
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.filter((row) => !/mục A\.[12]/.test(row))).toEqual([])
})

test('on the overview what comes due names its clause', async () => {
  const report = { kind: 'deadline', before: '2025-09-05' }
  const [first] = planData(report, {}, { title: ALIKE }).obligations as [Record<string, unknown>]
  const obligations = [first, { ...first, id: 'A.2' }]
  await using house = await station(planOf(planData(report, { obligations, inForceFrom: '2025-01-01' })))
  const html = await house.look('/tong-quan')
  expect(rowsOf(html, /<li class="due.*?<\/li>/gs).map((row) => /mục (A\.\d)/.exec(row)?.[1])).toEqual([
    'A.1',
    'A.2',
  ])
})

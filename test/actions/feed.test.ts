import { expect, test } from 'vitest'
import { subscribe } from '../../src/actions/subscription.ts'
import { calendars } from '../../src/calendars.ts'
import { parsePlan } from '../../src/core/plan/parse-plan.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { adopt } from '../support/adopt.ts'
import { readCalendar } from '../support/calendar-reader.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const OFFICER = { unit: UNIT, id: 'lan', name: 'Y Lan', role: 'officer' as const }

/** The first of each month. */
function monthly(year: number) {
  const plan = parsePlan({
    ...{ id: `xa-${year}`, title: `Kế hoạch ${year}`, unit: { code: UNIT, name: 'UBND xã Ngọk Tụ' }, year },
    obligations: [
      {
        ...{ id: 'A.1', title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi tháng' },
        cadence: { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=1;COUNT=12', declared: 12, time: '05:30' },
      },
    ],
  })
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem))
  return plan.value
}

test('a subscription holds last, this and next year by the day on which it is fetched, whatever plan came last', async () => {
  await using house = await testHouse()
  house.clock.now = instantOf('2026-11-28', '08:00')
  for (const year of [2025, 2026, 2027, 2028])
    await adopt(house.db, UNIT, monthly(year), calendars, house.clock.now)
  const made = await subscribe(house.db, OFFICER, { name: 'Anh Sơn', scope: 'all' }, house.clock.now)
  const path = made.ok ? made.value.path : ''
  const yearsAt = async (day: string, hour: string, etag = '') => {
    house.clock.now = instantOf(day, hour)
    const answer = await house.ask(path, { headers: { 'if-none-match': etag } })
    const years = readCalendar(await answer.text()).events.map(({ start }) => start.slice(0, 4))
    return { tag: answer.headers.get('etag') ?? '', status: answer.status, years: [...new Set(years)].sort() }
  }
  const before = await yearsAt('2026-12-31', '23:59')
  // Nobody wrote anything: the year alone is another one.
  const after = await yearsAt('2027-01-01', '00:00', before.tag)
  expect([before.years, after.years]).toEqual([
    ['2025', '2026', '2027'],
    ['2026', '2027', '2028'],
  ])
  expect(after.status).toBe(200)
})

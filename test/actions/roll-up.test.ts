import { expect, test } from 'vitest'
import { chooseTarget } from '../../src/actions/choose-target.ts'
import { count } from '../../src/actions/count.ts'
import { recordLog } from '../../src/actions/record-log.ts'
import { rollUp } from '../../src/actions/roll-up.ts'
import { calendars } from '../../src/calendars.ts'
import { sumOf } from '../../src/core/count/tally.ts'
import { inputOf } from '../../src/core/fact.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { adopt } from '../support/adopt.ts'
import { PLAN_ID, tellYear, UNIT } from '../support/counted-year.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { recordMuch } from '../support/much.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const NOW = instantOf('2025-12-31', '20:00')

async function province() {
  const house = await testHouse()
  await tellYear(house.db)
  // Another unit has the very plan of the first, without a fact; a third has three plans of the year, two with the same clauses; a fourth none.
  await adopt(house.db, 'xa-im-lang', samplePlan(PLAN_ID), calendars, NOW)
  await adopt(house.db, 'xa-hai', samplePlan(PLAN_ID), calendars, NOW)
  await adopt(house.db, 'xa-hai', { ...samplePlan(PLAN_ID), id: 'ke-hoach-hai' }, calendars, NOW)
  await adopt(house.db, 'xa-hai', samplePlan('duc-pho-2024', 2025), calendars, NOW)
  await adopt(house.db, 'xa-hai', samplePlan('quang-ngai-117-2022'), calendars, NOW)
  const who = { unit: 'xa-hai', id: 'u', name: 'Y Hai' }
  const duty = { planId: 'ke-hoach-hai', obligationId: 'C.II.2' }
  const posted = inputOf('posted', { at: instantOf('2025-08-15', '09:00') })
  await recordLog(house.db, who, duty, posted, NOW, { calendars })
  await house.addUnit('xa-moi', 'UBND xã Mới')
  const leader = { unit: UNIT, id: 'u', name: 'Y Lan', role: 'leader', via: 'session' } as const
  const of = { planId: PLAN_ID, obligationId: 'C.I.2.a', airing: 'new' } as const
  await chooseTarget(house.db, leader, of, { choice: 'pro-rata', document: 'Công văn 15' }, NOW)
  return house
}

test.each([
  ['plan-year', 'Y', '2025-12-31'],
  ['report-year', 'Q3', '2025-09-14'],
  ['plan-year', '2025-08', '2025-08-20'],
] as const)(
  '%s %s as of %s: every unit has the sums and verdicts of its own counts',
  async (basis, period, asOf) => {
    await using house = await province()
    const rolled = await rollUp(house.db, { year: 2025, basis, period, asOf }, calendars, AFTERWARDS.now)
    if (!rolled.ok) throw new Error(rolled.problem.detail)
    for (const { unit, plans, sum, verdicts } of rolled.value.units) {
      const ids = {
        [UNIT]: [PLAN_ID],
        'xa-im-lang': [PLAN_ID],
        'xa-hai': [PLAN_ID, 'ke-hoach-hai', 'duc-pho-2024@2025'],
        'xa-moi': [],
      }[unit]
      const counts = await Promise.all(
        (ids ?? []).map((planId) =>
          count(house.db, unit, { planId, basis, period, asOf }, calendars, AFTERWARDS),
        ),
      )
      const rows = counts.flatMap((one) => (one.ok ? one.value.rows : []))
      expect({ unit, plans, sum }).toEqual({ unit, plans: ids?.length, sum: sumOf(rows) })
      expect(verdicts).toEqual(
        Object.fromEntries(
          [...Map.groupBy(rows, ({ verdict }) => verdict)].map(([verdict, own]) => [verdict, own.length]),
        ),
      )
    }
    expect(rolled.value.units.map(({ unit }) => unit)).toEqual(['xa-hai', 'xa-im-lang', 'xa-moi', UNIT])
  },
)

test('whatever units recorded, the sums are those of their own counts', async () => {
  await using house = await province()
  // Too much for both in one answer, then for one.
  await recordMuch(house.db, 'xa-im-lang', 20)
  await recordMuch(house.db, 'xa-hai', 30)
  const question = { year: 2025, basis: 'plan-year', period: 'Y', asOf: '2025-12-31' } as const
  const rolled = await rollUp(house.db, question, calendars, AFTERWARDS.now)
  await house.db.$client.execute("DELETE FROM facts WHERE note LIKE 'ế%'")
  expect(rolled).toEqual(await rollUp(house.db, question, calendars, AFTERWARDS.now))
})

test('a period that there is not is said', async () => {
  await using house = await testHouse()
  const rolled = await rollUp(
    house.db,
    { year: 2025, basis: 'plan-year', period: 'Q5', asOf: '2025-12-31' },
    calendars,
    AFTERWARDS.now,
  )
  expect(rolled.ok).toBe(false)
})

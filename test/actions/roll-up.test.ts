import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeUnit } from '../../src/accounts/unit.ts'
import { chooseTarget } from '../../src/actions/choose-target.ts'
import { count } from '../../src/actions/count.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../src/actions/record-on-obligation.ts'
import { rollUp, rollUpJson } from '../../src/actions/roll-up.ts'
import { calendars } from '../../src/calendars.ts'
import { sumOf } from '../../src/core/count/tally.ts'
import { inputOf } from '../../src/core/fact.ts'
import { addDays, instantOf } from '../../src/core/wall-clock.ts'
import { commandLine } from '../../src/store/audit.ts'
import { type Db, write } from '../../src/store/db.ts'
import { units } from '../../src/store/schema.ts'
import { listSlots } from '../../src/store/slots.ts'
import { listSeen, listWholeUnits, saveOnTimeDays } from '../../src/store/unit-tree.ts'
import { adopt } from '../support/adopt.ts'
import { PLAN_ID, tellYear, UNIT } from '../support/counted-year.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { recordMuch } from '../support/much.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const NOW = instantOf('2025-12-31', '20:00')

const lookOf = ({ db }: { db: Db }) => ({ db, calendars, now: AFTERWARDS.now })

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
  const obligation = { planId: 'ke-hoach-hai', obligationId: 'C.II.2' }
  const posted = inputOf('posted', { at: instantOf('2025-08-15', '09:00') })
  await recordOnObligation({ db: house.db, who, now: NOW, calendars }, obligation, posted)
  await house.addUnit('xa-moi', 'UBND xã Mới')
  const leader = { unit: UNIT, id: 'u', name: 'Y Lan', role: 'leader', via: 'session' } as const
  const of = { planId: PLAN_ID, obligationId: 'C.I.2.a', airing: 'new' } as const
  await chooseTarget({ db: house.db, who: leader, now: NOW }, of, {
    choice: 'pro-rata',
    document: 'Công văn 15',
  })
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
    const rolled = await rollUp(lookOf(house), await listWholeUnits(house.db), {
      year: 2025,
      basis,
      period,
      asOf,
    })
    if (!rolled.ok) throw new Error(rolled.problem.detail)
    for (const {
      unit: { code: unit },
      plans,
      sum,
      verdicts,
    } of rolled.value.units) {
      const ids = {
        [UNIT]: [PLAN_ID],
        'xa-im-lang': [PLAN_ID],
        'xa-hai': [PLAN_ID, 'ke-hoach-hai', 'duc-pho-2024@2025'],
        'xa-moi': [],
      }[unit]
      const counts = await Promise.all(
        (ids ?? []).map((planId) =>
          count({ db: house.db, unit, calendars, moment: AFTERWARDS }, { planId, basis, period, asOf }),
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
    expect(rolled.value.units.map(({ unit }) => unit.code)).toEqual(['xa-hai', 'xa-im-lang', 'xa-moi', UNIT])
  },
)

test('whatever units recorded, the sums are those of their own counts', async () => {
  await using house = await province()
  // Too much for both in one answer, then for one.
  await recordMuch(house.db, 'xa-im-lang', 20)
  await recordMuch(house.db, 'xa-hai', 30)
  const question = { year: 2025, basis: 'plan-year', period: 'Y', asOf: '2025-12-31' } as const
  const rolled = await rollUp(lookOf(house), await listWholeUnits(house.db), question)
  const before = rolled.ok ? rolled.value.units : []
  await house.db.$client.execute("DELETE FROM facts WHERE note LIKE 'ế%'")
  await house.db.$client.execute("UPDATE feed_versions SET version = 'khác'")
  const after = await rollUp(...([lookOf(house), await listWholeUnits(house.db), question] as const))
  // When they recorded last is another matter.
  const sums = (units: typeof before) => units.map((unit) => ({ ...unit, lastRecord: null }))
  expect(sums(before)).toEqual(sums(after.ok ? after.value.units : []))
})

test('a period that there is not is said', async () => {
  await using house = await testHouse()
  const rolled = await rollUp(lookOf(house), [], {
    year: 2025,
    basis: 'plan-year',
    period: 'Q5',
    asOf: '2025-12-31',
  })
  expect(rolled.ok).toBe(false)
})

/** Ten Mondays on air, of which the first were told: on the day, four days late, not aired with a reason. */
async function commune(house: Awaited<ReturnType<typeof testHouse>>, code: string, parent: string | null) {
  await house.addUnit(code, `UBND xã ${code}`)
  await house.db.update(units).set({ parent }).where(eq(units.code, code))
  const rate = {
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO', time: '05:30' },
    window: { from: '2025-07-07', to: '2025-09-29' },
  }
  const plan = planOf(planData(rate))
  await adopt(house.db, code, plan, calendars, NOW)
  return async (
    n: number,
    days: number,
    input = inputOf('aired', { at: instantOf(addDays('2025-07-07', 7 * (n - 1)), '06:00') }),
  ) => {
    const at = instantOf(addDays('2025-07-07', 7 * (n - 1) + days), '09:00')
    const [slot] = (await listSlots(house.db, code)).filter(({ slot }) => slot.ordinal === n)
    const done = await recordFact(
      { db: house.db, who: { unit: code, id: 'lan', name: 'Lan' }, now: at },
      slot?.slot.id ?? '',
      input,
    )
    if (!done.ok) throw new Error(done.problem.detail)
  }
}

const Q3 = { basis: 'plan-year', period: 'Q3', asOf: '2025-08-31' } as const

test('a row says who confirmed, who in time, what was kept, and when they recorded last', async () => {
  await using house = await testHouse()
  const tell = await commune(house, 'xa-a', null)
  await tell(1, 0)
  await tell(2, 3)
  await tell(3, 4)
  await tell(
    4,
    1,
    inputOf('excused', { at: instantOf('2025-07-28', '09:00'), reason: 'disaster', document: 'CV 1' }),
  )
  const rolled = await rollUp(lookOf(house), await listSeen(house.db, 'xa-a'), Q3)
  if (!rolled.ok) throw new Error(rolled.problem.detail)
  expect(rollUpJson(rolled.value)).toEqual({
    period: { basis: 'plan-year', from: '2025-07-01', to: '2025-09-30' },
    asOf: '2025-08-31',
    units: [
      {
        unit: { code: 'xa-a', name: 'UBND xã xa-a', kind: 'khac', parent: null },
        ...{
          due: 8,
          done: 3,
          unconfirmed: 4,
          settled: 4,
          settledOnTime: 3,
          onTimeDays: 3,
          behind: 0,
          closing: null,
        },
        lastRecord: '2025-07-29T09:00:00+07:00',
      },
    ],
  })
  expect(rolled.value.units[0]?.months.slice(6, 9)).toEqual([
    { due: 4, settled: 4 },
    { due: 4, settled: 0 },
    { due: 0, settled: 0 },
  ])
})

test('how late a record may be is the nearest office’s above to say, seen by who looks or not', async () => {
  await using house = await testHouse()
  await house.addUnit('bo', 'Bộ Thử')
  await house.addUnit('tinh', 'UBND tỉnh Thử', 'bo')
  await house.addUnit('cum', 'Cụm Thử', 'tinh')
  const tell = await commune(house, 'xa-a', 'cum')
  await tell(1, 4)
  const onTime = async (from: string) => {
    const rolled = await rollUp(lookOf(house), await listSeen(house.db, from), Q3)
    const rows = rolled.ok ? rolled.value.units : []
    return rows.map(({ unit, onTimeDays, settledOnTime }) => `${unit.code} ${onTimeDays}: ${settledOnTime}`)
  }
  const seen: Record<string, string[]> = {}
  for (const [who, days] of [
    ['nobody', 0],
    ['bo', 4],
    ['tinh', 2],
    ['cum', 5],
  ] as const) {
    await write(house.db, [saveOnTimeDays(who, days)])
    seen[who] = [...(await onTime('tinh')), ...(await onTime('xa-a'))]
  }
  expect(seen).toEqual({
    nobody: ['tinh 3: 0', 'cum 3: 0', 'xa-a 3: 0', 'xa-a 3: 0'],
    bo: ['tinh 4: 0', 'cum 4: 0', 'xa-a 4: 1', 'xa-a 4: 1'],
    tinh: ['tinh 4: 0', 'cum 2: 0', 'xa-a 2: 0', 'xa-a 2: 0'],
    cum: ['tinh 4: 0', 'cum 2: 0', 'xa-a 5: 1', 'xa-a 5: 1'],
  })
})

test('what is planned from the closed day on is in no count, and later periods have no row', async () => {
  await using house = await testHouse()
  const tell = await commune(house, 'xa-a', null)
  await commune(house, 'xa-b', null)
  await tell(1, 0)
  await closeUnit(
    { db: house.db, who: commandLine('xa-a'), now: NOW },
    'xa-a',
    instantOf('2025-08-04', '00:00'),
  )
  const rows = async (period: string) => {
    const question = { ...Q3, period, asOf: '2025-12-31' }
    const rolled = await rollUp(lookOf(house), await listWholeUnits(house.db), question)
    return rolled.ok ? rolled.value.units.map(({ unit, due }) => [unit.code, due]) : []
  }
  expect([await rows('Q3'), await rows('2025-07'), await rows('2025-08'), await rows('Q4')]).toEqual([
    [
      ['xa-a', 4],
      ['xa-b', 13],
    ],
    [
      ['xa-a', 4],
      ['xa-b', 4],
    ],
    [
      ['xa-a', 0],
      ['xa-b', 4],
    ],
    [['xa-b', 0]],
  ])
})

test('a slot counts in the period of its day, whatever year its plan is of; without a year, the one that holds the day', async () => {
  await using house = await testHouse()
  await house.addUnit('xa-a', 'UBND xã A')
  const rate = {
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO', time: '05:30' },
    window: { from: '2024-12-02', to: '2024-12-30' },
  }
  await adopt(
    house.db,
    'xa-a',
    planOf(planData(rate, { year: 2024, id: 'thu-2024', inForceFrom: '2024-01-01' })),
    calendars,
    NOW,
  )
  const due = async (basis: 'plan-year' | 'report-year', asOf: string) => {
    const rolled = await rollUp(lookOf(house), await listWholeUnits(house.db), { basis, period: 'Y', asOf })
    return rolled.ok ? rolled.value.units.map(({ due }) => due) : rolled.problem
  }
  expect([
    await due('plan-year', '2024-12-31'),
    await due('report-year', '2024-12-31'),
    await due('report-year', '2024-12-14'),
  ]).toEqual([[5], [3], [2]])
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeUnit } from '../../src/accounts/unit.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { rollUp } from '../../src/actions/roll-up.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import { type Instant, instantOf } from '../../src/core/wall-clock.ts'
import { commandLine } from '../../src/store/audit.ts'
import { counted } from '../../src/store/counted.ts'
import { openDb, write } from '../../src/store/db.ts'
import { units } from '../../src/store/schema.ts'
import { listSeen, saveOnTimeDays } from '../../src/store/unit-tree.ts'
import { rulesStatement } from '../../src/store/units.ts'
import { adopt } from '../support/adopt.ts'
import { planData, planOf } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const PROVINCE = 'tinh-thu'
const NAMES = ['xa-a', 'xa-b', 'xa-c']
const DAILY = { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=20', start: '2025-08-01', time: '17:00' }
const MORNING = instantOf('2025-08-10', '08:00')

/** A province whose three communes air each day at 17:00. */
async function province() {
  const house = await testHouse()
  await house.addUnit(PROVINCE, 'UBND tỉnh Thử')
  for (const code of NAMES) {
    await house.addUnit(code, `UBND xã ${code}`)
    await house.db.update(units).set({ parent: PROVINCE }).where(eq(units.code, code))
    await adopt(house.db, code, planOf(planData(DAILY)), calendars, instantOf('2025-08-01'))
  }
  const { client, asked } = counted(house.db.$client)
  const warm = openDb(client)
  const of = async (db: typeof warm, now: Instant, asOf: string) => {
    const question = { basis: 'plan-year', period: 'Q3', asOf } as const
    const rolled = await rollUp({ db, calendars, now }, listSeen(db, PROVINCE), question)
    if (!rolled.ok) throw new Error(rolled.problem.detail)
    return rolled.value.units
  }
  const planId = planOf(planData(DAILY)).id
  return {
    ...house,
    /** As the process that was asked before says it, and as one says it that begins now; by how many questions. */
    async both(now = MORNING, asOf = '2025-08-10') {
      const before = asked()
      const kept = await of(warm, now, asOf)
      return { kept, anew: await of(openDb(house.db.$client), now, asOf), questions: asked() - before }
    },
    tell: (
      unit: string,
      day: number,
      hours: { at: string; now: Instant } = { at: '17:00', now: MORNING },
    ) => {
      const slot = `${planId}:A.1:${String(day).padStart(2, '0')}`
      const at = instantOf(`2025-08-${String(day).padStart(2, '0')}`, hours.at)
      const who = { unit, id: 'lan', name: 'Lan' }
      return recordFact({ db: house.db, who, now: hours.now }, slot, inputOf('aired', { at }))
    },
  }
}

test('a second question is answered without reading a plan; who recorded since is read alone', async () => {
  await using house = await province()
  const first = await house.both()
  const second = await house.both()
  await house.tell('xa-b', 9)
  const third = await house.both()
  expect([first, second, third].map(({ questions }) => questions)).toEqual([5, 4, 5])
  expect([first.kept, second.kept, third.kept]).toEqual([first.anew, first.anew, third.anew])
  const settled = ({ kept }: typeof first) => kept.map(({ settled }) => settled)
  expect([settled(second), settled(third)]).toEqual([
    [0, 0, 0, 0],
    [0, 0, 1, 0],
  ])
})

test('whatever changes what an office adds up to, what is kept says the same as what is counted anew', async () => {
  await using house = await province()
  const { db } = house
  const admin = commandLine(PROVINCE)
  const nine = instantOf('2025-08-10', '09:00')
  const evening = instantOf('2025-08-10', '18:00')
  const changes: [string, () => Promise<unknown>, now?: Instant, asOf?: string][] = [
    ['recorded ahead', () => house.tell('xa-a', 10, { at: '09:00', now: nine })],
    ['and it has come', async () => undefined, nine],
    ['a grace of half an hour', () => write(db, [rulesStatement(db, 'xa-b', { graceMinutes: 30 })])],
    ['its hour is over', async () => undefined, evening],
    ['a clock set back', async () => undefined, MORNING],
    ['the day is over', async () => undefined, instantOf('2025-08-11', '08:00')],
    ['a day ahead', async () => undefined, MORNING, '2025-08-12'],
    ['that day itself', async () => undefined, instantOf('2025-08-12', '08:00'), '2025-08-12'],
    ['later is on time too', () => write(db, [saveOnTimeDays(PROVINCE, 9)])],
    ['recorded late', () => house.tell('xa-c', 2)],
    ['closed', () => closeUnit({ db, who: admin, now: MORNING }, 'xa-c', instantOf('2025-08-05'))],
    ['another plan', () => adopt(db, 'xa-b', planOf({ ...planData(DAILY), id: 'hai' }), calendars, MORNING)],
  ]
  await house.both()
  const told: unknown[] = []
  for (const [what, change, now, asOf] of changes) {
    await change()
    const { kept, anew } = await house.both(now, asOf)
    expect([what, kept]).toEqual([what, anew])
    told.push([
      what,
      kept
        .slice(1)
        .map((one) => `${one.due}/${one.settled}/${one.settledOnTime}`)
        .join(' '),
    ])
  }
  expect(told).toEqual([
    ['recorded ahead', '9/0/0 9/0/0 9/0/0'],
    ['and it has come', '10/1/1 9/0/0 9/0/0'],
    ['a grace of half an hour', '9/0/0 9/0/0 9/0/0'],
    ['its hour is over', '10/1/1 10/0/0 9/0/0'],
    ['a clock set back', '9/0/0 9/0/0 9/0/0'],
    ['the day is over', '10/1/1 10/0/0 10/0/0'],
    ['a day ahead', '12/1/1 12/0/0 12/0/0'],
    ['that day itself', '11/1/1 11/0/0 11/0/0'],
    ['later is on time too', '9/0/0 9/0/0 9/0/0'],
    ['recorded late', '9/0/0 9/0/0 9/1/1'],
    ['closed', '9/0/0 9/0/0 4/1/1'],
    ['another plan', '9/0/0 18/0/0 4/1/1'],
  ])
})

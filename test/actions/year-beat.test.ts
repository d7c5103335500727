import { expect, test } from 'vitest'
import { sessionOf } from '../../src/accounts/session.ts'
import { chooseTarget } from '../../src/actions/choose-target.ts'
import { count } from '../../src/actions/count.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { yearBeat } from '../../src/actions/year-beat.ts'
import { calendars } from '../../src/calendars.ts'
import { factInput } from '../../src/core/fact.ts'
import { OFFICER, PLAN_ID, tellYear, UNIT } from '../support/counted-year.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { addOfficer } from '../support/people.ts'
import { testHouse } from '../support/test-house.ts'

const SLOT = `${PLAN_ID}:C.I.2.c:10`
const aired = factInput.parse({ kind: 'aired', at: '2025-10-07T17:30:00+07:00' })

type House = Awaited<ReturnType<typeof testHouse>>

async function beatOf(house: House, cookie: string, year = 2025) {
  const unit = (await sessionOf(house.db, cookie, house.clock.now))?.unit
  if (!unit) throw new Error('no session')
  const lines = await yearBeat(house.db, unit, year, calendars)
  return lines.map(({ obligationId, airing, done, target }) => [obligationId, airing, done, target])
}

test('the beat of a year says of each counted obligation what the count says, and follows what is recorded', async () => {
  await using house = await testHouse()
  await tellYear(house.db, '2025-09-30')
  const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'loa xã phát lúc 5h30' })
  const beat = (year?: number) => beatOf(house, cookie, year)
  const asked = { basis: 'plan-year', period: 'Y', asOf: '2025-09-30' } as const
  const counted = await count({ db: house.db, unit: UNIT, calendars, moment: AFTERWARDS }, asked)
  const rows = counted.ok ? counted.value.rows : []
  const before = await beat()
  expect(before).toEqual([
    ['C.I.2.a', 'new', 17, 26],
    ['C.I.2.c', 'new', 2, 12],
    ['C.I.2.c', 'rerun', 3, 36],
  ])
  expect(before).toEqual(
    rows
      .filter(({ obligationId }) => obligationId.startsWith('C.I.2.') && !/[bd]$/.test(obligationId))
      .map(({ obligationId, airing, done, declared }) => [obligationId, airing, done, declared]),
  )
  const recorded = await recordFact({ db: house.db, who: OFFICER, now: aired.at as number }, SLOT, aired)
  expect([recorded.ok, (await beat())[1], await beat(2026)]).toEqual([true, ['C.I.2.c', 'new', 3, 12], []])
})

test('it holds an obligation against what the office chose, from the moment it did', async () => {
  await using house = await testHouse()
  await tellYear(house.db, '2025-09-30')
  const cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'loa xã phát lúc 5h30' })
  const choose = async (value: number) => {
    const input = { choice: 'own', value, document: 'CV 12/UBND ngày 10/9/2025' }
    const of = { planId: PLAN_ID, obligationId: 'C.I.2.c', airing: 'new' } as const
    expect(await chooseTarget({ db: house.db, who: OFFICER, now: house.clock.now }, of, input)).toMatchObject(
      { ok: true },
    )
  }
  const line = async () => (await beatOf(house, cookie))[1]
  expect(await line()).toEqual(['C.I.2.c', 'new', 2, 12])
  await choose(5)
  expect(await line()).toEqual(['C.I.2.c', 'new', 2, 5])
  await choose(4)
  expect(await line()).toEqual(['C.I.2.c', 'new', 2, 4])
})

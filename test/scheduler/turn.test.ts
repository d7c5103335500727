import { expect, test } from 'vitest'
import type { Trace } from '../../src/deps.ts'
import { counted } from '../../src/store/counted.ts'
import { openDb } from '../../src/store/db.ts'
import { claimTurns, failingTurns, listTurns } from '../../src/store/turns.ts'
import { planData, planOf } from '../support/plans.ts'
import { at, office, stamp, UNIT } from './office.ts'

const MINUTE = 60_000

test('a job that throws waits an hour, is shown and logged without what people gave away, and holds up no other', async () => {
  const lines: Parameters<Trace>[0][] = []
  await using house = await office({ trace: (line) => void lines.push(line) })
  await house.adopt(
    planOf(planData({ kind: 'rate', rrule: 'FREQ=DAILY;COUNT=9', start: '2025-08-01', time: '05:30' })),
  )
  await house.person('lan', { kinds: ['remind', 'ask'] })
  await house.beat('2025-08-04 05:00')
  await house.db.$client.execute(
    "CREATE TRIGGER broken BEFORE INSERT ON messages WHEN NEW.template = 'remind' BEGIN SELECT RAISE(ABORT, 'no reminders today'); END",
  )
  await house.walk('2025-08-04 12:01', '2025-08-04 20:30')
  expect(house.subjects()).toEqual(['2025-08-04 20:00 lan: 1 khung thứ Hai 4/8 chưa xác nhận'])
  const [failing] = await failingTurns(house.db)
  expect([failing?.job, stamp(failing?.failedAt ?? 0), stamp(failing?.dueAt ?? 0)]).toEqual([
    'remind',
    '2025-08-04 20:00',
    '2025-08-04 21:00',
  ])
  const failed = lines.filter(({ event }) => event === 'job-failed')
  expect(failed.map(({ job, unit }) => [job, unit])).toEqual([
    ['remind', UNIT],
    ['remind', UNIT],
  ])
  expect(JSON.stringify([lines, failing])).not.toContain('example.vn')

  await house.db.$client.execute('DROP TRIGGER broken')
  await house.walk('2025-08-04 20:31', '2025-08-04 23:00')
  expect(house.subjects().at(-1)).toBe('2025-08-04 21:00 lan: Thứ Ba 5/8: 1 khung')
  expect(await failingTurns(house.db)).toEqual([])
})

test('a turn is claimed once; a process that dies over it again and again gives it back later each time', async () => {
  await using house = await office()
  await house.addUnit(UNIT)
  await house.beat('2025-08-04 12:00')
  let now = at('2025-08-04 19:00')
  const waits: number[] = []
  for (let death = 0; death < 6; death++) {
    const [[turn], none] = [await claimTurns(house.db, now, 1), await claimTurns(house.db, now, 1)]
    expect([turn?.job, none]).toEqual(['remind', []])
    waits.push(((turn?.dueAt ?? 0) - now) / MINUTE)
    now = turn?.dueAt ?? 0
    if (now >= at('2025-08-04 20:00')) break
  }
  expect(waits).toEqual([5, 10, 20, 40])
})

test('a unit that is new gets its turns with the next beat, and nobody else’s are touched', async () => {
  await using house = await office()
  await house.addUnit('xa-mot')
  await house.beat('2025-08-04 12:00')
  await house.addUnit('xa-hai')
  await house.beat('2025-08-04 12:01')
  const since = async (unit: string) => [
    ...new Set((await listTurns(house.db, unit)).map((turn) => stamp(turn.since))),
  ]
  expect([await since('xa-mot'), await since('xa-hai')]).toEqual([['2025-08-04 12:00'], ['2025-08-04 12:01']])
})

test('a beat with a budget stops there, and the next one goes on', async () => {
  await using house = await office()
  for (let n = 0; n < 10; n++) {
    const code = `xa-${n}`
    await house.adopt(
      planOf(
        planData(
          { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=9', start: '2025-08-01', time: '05:30' },
          { unit: { code, name: code } },
        ),
      ),
    )
    await house.person(`lan${n}`, { kinds: ['ask'] }, code)
  }
  await house.beat('2025-08-04 05:00')
  await house.walk('2025-08-04 05:01', '2025-08-04 19:30')
  const { client, asked } = counted(house.db.$client)
  house.deps.db = openDb(client)
  const evening = at('2025-08-04 20:00')
  for (let minute = 0; house.carried.length < 10 && minute < 20; minute++) {
    const before = asked()
    await house.beat(evening + minute * MINUTE, { most: 8, asked })
    // What four lanes have begun comes to its end.
    expect(asked() - before).toBeLessThanOrEqual(8 + 4 * 20)
  }
  expect(new Set(house.carried.map(({ to }) => to)).size).toBe(10)
  expect(house.carried.length).toBe(10)
})

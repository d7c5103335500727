import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import type { Db } from '../../src/store/db.ts'
import type { SlotFilter } from '../../src/store/slot-search.ts'
import { findSlot, listSlots } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { database } from '../support/database.ts'
import { moment } from '../support/facts.ts'
import { recordMuch } from '../support/much.ts'
import { planData, planOf } from '../support/plans.ts'

const NOW = moment('2025-08-04 08:00')
const UNIT = 'xa-thu'

let house: Awaited<ReturnType<typeof database>>
let db: Db
beforeAll(async () => {
  house = await database()
  db = house.db
  const cadences = {
    A: {
      kind: 'rate',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=10;COUNT=12',
      time: '05:30',
      reruns: { times: 1, afterDays: [7] },
    },
    B: { kind: 'window', window: { from: '2025-04-01', to: '2025-06-30' } },
    C: { kind: 'rate', rrule: 'FREQ=DAILY;INTERVAL=3;COUNT=110', time: '17:30' },
  }
  const obligations = Object.entries(cadences).map(([id, cadence]) => ({
    ...{ id, title: `Việc ${id}`, channels: ['loudspeaker'], quote: 'nguyên văn', cadence },
  }))
  const plan = planOf(planData({}, { obligations: obligations }))
  await adopt(db, UNIT, plan, calendars, NOW)
  await adopt(db, 'xa-khac', plan, calendars, NOW)
})
afterAll(() => house[Symbol.asyncDispose]())

const found = async (filter: SlotFilter, unit = UNIT) =>
  (await listSlots(db, unit, { obligationId: 'A', ...filter })).map(({ slot }) =>
    slot.id.slice('thu-2025:'.length),
  )
const day = (date: string): SlotFilter => ({ range: { from: date, to: date } })

describe('slots of a range of days', () => {
  test.each<[string, string, string[]]>([
    ['2025-02-10', '2025-02-17', ['A:02', 'A:02.r1']],
    ['2025-02-11', '2025-02-17', ['A:02.r1']],
    ['2025-02-10', '2025-02-16', ['A:02']],
    ['2025-02-11', '2025-02-16', []],
  ])('from %s to %s, both included', async (from, to, ids) => {
    expect(await found({ range: { from, to } })).toEqual(ids)
  })

  test.each<[string, string[]]>([
    ['2025-03-31', []],
    ['2025-04-01', ['B:01']],
    ['2025-05-15', ['B:01']],
    ['2025-06-30', ['B:01']],
    ['2025-07-01', []],
  ])('an undated one when its window meets them: %s', async (date, ids) => {
    expect(await found({ ...day(date), obligationId: 'B' })).toEqual(ids)
  })

  test('a moved one where it was planned and where it went, in its own unit only', async () => {
    const moved = inputOf('moved', { to: { date: '2025-11-20', time: null } })
    await recordFact(
      { db, who: { unit: UNIT, id: 'u1', name: 'Cán bộ đài' }, now: NOW },
      'thu-2025:A:11.r1',
      moved,
    )
    expect(await found(day('2025-11-17'))).toEqual(['A:11.r1'])
    expect(await found(day('2025-11-20'))).toEqual(['A:11.r1'])
    expect(await found(day('2025-11-20'), 'xa-khac')).toEqual([])
  })

  test('with events, one of which something was said to have happened there', async () => {
    const aired = inputOf('aired', { at: moment('2025-01-12 23:59') })
    await recordFact(
      { db, who: { unit: UNIT, id: 'u1', name: 'Cán bộ đài' }, now: NOW },
      'thu-2025:A:01',
      aired,
    )
    expect(await found(day('2025-01-12'))).toEqual([])
    expect(await found({ ...day('2025-01-12'), events: true })).toEqual(['A:01'])
    const atMidnight = inputOf('aired', { at: moment('2025-03-08 00:00') })
    await recordFact(
      { db, who: { unit: UNIT, id: 'u1', name: 'Cán bộ đài' }, now: NOW },
      'thu-2025:A:03',
      atMidnight,
    )
    expect(await found({ ...day('2025-03-07'), events: true })).toEqual([])
    expect(await found({ ...day('2025-03-08'), events: true })).toEqual(['A:03'])
    expect(await found({ ...day('2025-01-12'), events: true }, 'xa-khac')).toEqual([])
  })
})

describe('a family', () => {
  test('is an original and its reruns', async () => {
    expect(await found({ family: 'thu-2025:A:01' })).toEqual(['A:01', 'A:01.r1'])
  })

  test('of the tenth has nothing of the hundredth', async () => {
    expect(await found({ family: 'thu-2025:C:10', obligationId: 'C' })).toEqual(['C:10'])
    expect(await found({ family: 'thu-2025:C:100', obligationId: 'C' })).toEqual(['C:100'])
  })
})

test('a plan is in force from its very day on, for windows to their last day', async () => {
  await using house = await database()
  const rate = { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=3', time: '05:30' }
  const window = (to: string) => ({ kind: 'window', window: { from: '2025-01-01', to } })
  const obligation = { title: 'Việc', channels: ['loudspeaker'], quote: 'nguyên văn' }
  const obligations = [rate, window('2025-01-01'), window('2025-01-02')].map((cadence, i) => ({
    ...{ ...obligation, id: `A.${i + 1}`, cadence },
  }))
  const plan = planOf(planData({}, { inForceFrom: '2025-01-02', obligations }))
  await adopt(house.db, UNIT, plan, calendars, NOW)
  const slots = (await listSlots(house.db, UNIT)).map(({ slot }) => [
    slot.id.slice('thu-2025:'.length),
    slot.inForce,
  ])
  expect(Object.fromEntries(slots)).toEqual({
    ...{ 'A.1:01': false, 'A.1:02': true, 'A.1:03': true },
    ...{ 'A.2:01': false, 'A.3:01': true },
  })
})

test('a slot of another unit is not found', async () => {
  expect(await findSlot(db, 'xa-la', 'thu-2025:A:01')).toBeNull()
})

test('slots come by day and hour, undated ones by the end of their window', async () => {
  const places = (await listSlots(db, UNIT)).map(
    ({ slot: { date, time, window } }) => `${date ?? window?.to} ${time ?? ''}`,
  )
  expect(places).toEqual([...places].sort())
})

describe('whatever is asked, the file is searched by an index in every branch', () => {
  test.each<[string, SlotFilter]>([
    ['a week', { range: { from: '2025-08-04', to: '2025-08-10' } }],
    ['a week with its events', { range: { from: '2025-08-04', to: '2025-08-10' }, events: true }],
    ['some slots', { ids: ['thu-2025:A:01', 'thu-2025:A:02'] }],
    ['a family', { family: 'thu-2025:A:01' }],
    ['a plan', { planId: 'thu-2025' }],
    ['an obligation', { planId: 'thu-2025', obligationId: 'A' }],
    ['the latest years', { latestYears: 2 }],
    ['what nobody settled', { openBefore: '2025-08-04' }],
    ['what was recorded lately', { openBefore: '2025-08-04', recordedSince: 0 }],
  ])('%s', async (_, filter) => {
    const details = await explained(() => listSlots(db, UNIT, filter))
    expect(
      details.filter(
        (detail) =>
          /^SCAN/.test(detail) &&
          !/^SCAN (json_each|told|chosen|asked|gone|\(subquery|CONSTANT|\d)/.test(detail),
      ),
    ).toEqual([])
    expect(details.filter((detail) => /^SEARCH/.test(detail) && !/\(unit=\?/.test(detail))).toEqual([])
  })

  test('a week does not even walk through the slots of its own unit', async () => {
    const details = await explained(() =>
      listSlots(db, UNIT, { range: { from: '2025-08-04', to: '2025-08-10' } }),
    )
    expect(details.filter((detail) => detail.endsWith('(unit=?)'))).toEqual([])
  })

  test('what nobody settled is found among a year of slots without fetching one of them, or a fact', async () => {
    const details = await explained(() => listSlots(db, UNIT, { openBefore: '2025-08-04' }))
    expect(details).toContain('SEARCH slots USING COVERING INDEX slots_by_date (unit=? AND date<?)')
    expect(details).toContain('SEARCH facts USING COVERING INDEX facts_by_slot (unit=? AND slot_id=?)')
  })

  /** What the engine says of each statement that a call sends. */
  async function explained(call: () => Promise<unknown>): Promise<string[]> {
    const client = db.$client
    const { execute } = client
    const sent: { sql: string; args: [] }[] = []
    client.execute = (statement: unknown) => {
      sent.push(statement as (typeof sent)[number])
      return execute.call(client, statement as never)
    }
    await call().finally(() => {
      client.execute = execute
    })
    expect(sent.length).toBeGreaterThan(0)
    const plans = sent.map(({ sql, args }) => client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args }))
    return (await Promise.all(plans)).flatMap(({ rows }) => rows.map(({ detail }) => String(detail)))
  }
})

test('slots of which more was recorded than one answer holds are read all the same, in their order', async () => {
  await using house = await database()
  const cadence = { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=150', time: '05:30' }
  const plan = planOf(planData(cadence))
  await adopt(house.db, UNIT, plan, calendars, NOW)
  await recordMuch(house.db, UNIT, 20)
  const all = await listSlots(house.db, UNIT)
  const one = await findSlot(house.db, UNIT, all[77]?.slot.id ?? '')
  expect([all.length, all[77]]).toEqual([150, one])
  expect(all.map(({ slot }) => slot.date)).toEqual(all.map(({ slot }) => slot.date).sort())
  expect(one?.facts.map(({ recordedAt }) => recordedAt)).toEqual(
    Array.from({ length: 20 }, (_, i) => (i + 1) % 7),
  )
})

describe('more slots than come at once', () => {
  const MANY = 'xa-nhieu'
  beforeAll(async () => {
    const obligations = Array.from({ length: 12 }, (_, i) => ({
      ...{ id: `Đ.${i}`, title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi ngày' },
      cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: `${10 + i}:30` },
    }))
    await adopt(db, MANY, planOf(planData({}, { obligations })), calendars, NOW)
  })

  test('come in portions, each once, in the order of the calendar, and others have their turn between', async () => {
    let breaths = 0
    const records = await listSlots(db, MANY, {}, async () => void breaths++)
    expect(breaths).toBe(2)
    expect(new Set(records.map(({ slot }) => slot.id)).size).toBe(12 * 365)
    const starts = records.map(({ slot }) => `${slot.date} ${slot.time}`)
    expect(starts).toEqual(starts.toSorted())
    expect(records.every(({ obligation, slot }) => obligation.id === slot.obligationId)).toBe(true)
  })

  test('fewer come in one', async () => {
    const never = () => Promise.reject(new Error('nobody else'))
    const records = await listSlots(db, MANY, { obligationId: 'Đ.3' }, never)
    expect(records).toHaveLength(365)
  })
})

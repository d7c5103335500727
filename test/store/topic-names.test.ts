import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import type { Plan } from '../../src/core/plan.ts'
import { topicName } from '../../src/core/topic.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listSlots } from '../../src/store/slots.ts'
import { findTopics } from '../../src/store/topic-names.ts'
import { chooseTopics } from '../../src/store/topics.ts'
import { adopt } from '../support/adopt.ts'
import { planData, planOf } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const NOW = instantOf('2025-01-02')
const RULE = {
  kind: 'rate',
  rrule: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=12',
  time: '05:30',
  minutes: { min: 10, max: 15 },
}

const spoken = (id: string, year: number, ...topics: [id: string, name: string][]): Plan => {
  const named = topics.map(([topic, name]) => ({ id: topic, name, quote: `nguyên văn ${name}` }))
  return planOf(planData(RULE, { id, year, topics: named }))
}

async function office(...plans: Plan[]) {
  const house = await testHouse()
  for (const plan of plans) await adopt(house.db, UNIT, plan, calendars, NOW)
  const saying = async (slotId: string, ...topics: string[]) => {
    await chooseTopics(
      { db: house.db, who: { unit: UNIT, id: 'lan', name: 'Y Lan' }, now: NOW },
      slotId,
      topics,
    )
    return (await listSlots(house.db, UNIT, { ids: [slotId] }))[0]?.topics
  }
  return { ...house, saying, [Symbol.asyncDispose]: house[Symbol.asyncDispose] }
}

test("a slot's topics go by the names that its own plan gives them, in the order of the choice", async () => {
  await using it = await office(spoken('thu-2025', 2025, ['II.1', 'Dân số'], ['II.2', 'Rừng & nước "sạch"']))
  expect(await it.saying('thu-2025:A.1:03', 'thu-2025:II.2', 'thu-2025:II.1')).toEqual([
    { id: 'thu-2025:II.2', name: 'Rừng & nước "sạch"' },
    { id: 'thu-2025:II.1', name: 'Dân số' },
  ])
})

test('one that an amendment dropped keeps its last name, one that nothing knows goes by its id', async () => {
  await using it = await office(
    spoken('thu-2025', 2025, ['II.1', 'Dân số'], ['II.2', 'Rừng']),
    spoken('thu-2025', 2025, ['II.1', 'Dân số và phát triển'], ['II.2', 'Giữ rừng']),
    spoken('thu-2025', 2025, ['II.1', 'Dân số và phát triển']),
  )
  expect(await it.saying('thu-2025:A.1:03', 'thu-2025:II.1', 'thu-2025:II.2', 'thu-2025:II.9')).toEqual([
    { id: 'thu-2025:II.1', name: 'Dân số và phát triển' },
    { id: 'thu-2025:II.2', name: 'Giữ rừng' },
    { id: 'thu-2025:II.9', name: 'thu-2025:II.9' },
  ])
})

test("a year's slots say what their own year's plan calls a topic", async () => {
  await using it = await office(
    spoken('thu-2025', 2025, ['II.1', 'Bão số 9']),
    spoken('thu-2025@2026', 2026, ['II.1', 'Phòng chống thiên tai']),
  )
  expect([
    await it.saying('thu-2025:A.1:03', 'thu-2025:II.1'),
    await it.saying('thu-2025@2026:A.1:03', 'thu-2025:II.1'),
  ]).toEqual([
    [{ id: 'thu-2025:II.1', name: 'Bão số 9' }],
    [{ id: 'thu-2025:II.1', name: 'Phòng chống thiên tai' }],
  ])
})

test('topics that texts name are found in all plans of the office, of no other', async () => {
  await using it = await office(
    spoken('thu-2025', 2025, ['II.1', 'Dân số'], ['II.2', 'Rừng']),
    spoken('thu-2025', 2025, ['II.1', 'Dân số']),
    spoken('le-hoi', 2025, ['1', 'Lễ hội']),
  )
  await adopt(it.db, 'xa-khac', spoken('khac-2025', 2025, ['1', 'Của xã khác']), calendars, NOW)
  const ids = ['thu-2025:II.1', 'thu-2025:II.2', 'le-hoi:1', 'khac-2025:1']
  const known = await findTopics(it.db, UNIT, ids)
  expect(ids.map((id) => topicName(known, id))).toEqual(['Dân số', 'Rừng', 'Lễ hội', 'khac-2025:1'])
  expect(known.get('thu-2025:II.2')).toEqual({
    ...{ id: 'thu-2025:II.2', planId: 'thu-2025', clause: 'II.2', name: 'Rừng', group: null },
    ...{ channels: [], days: [], quote: 'nguyên văn Rừng' },
  })
})

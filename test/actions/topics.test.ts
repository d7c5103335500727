import { expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { coverageOf, planTopics, propose } from '../../src/actions/topics.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { chooseTopics } from '../../src/store/topics.ts'
import { adopt } from '../support/adopt.ts'
import { seenAt } from '../support/moments.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = 'ngok-tu-2025:C.I.2.a:16'
const TOPIC = 'ngok-tu-2025:B.I.5'
const THAT_NIGHT = instantOf('2025-08-04', '22:00')

test.each([
  ['aired', 'kept as told, and not proposed again'],
  ['not-aired', 'proposed again'],
] as const)('the topic of a slot that was %s is %s', async (kind, _outcome) => {
  await using house = await testHouse()
  const plan = samplePlan('ngok-tu-2025')
  await adopt(house.db, UNIT, plan, calendars, THAT_NIGHT)
  await chooseTopics({ db: house.db, who: { unit: UNIT, id: 'lan', name: 'Y Lan' }, now: THAT_NIGHT }, SLOT, [
    TOPIC,
  ])
  const fact = inputOf(kind, kind === 'aired' ? {} : { reason: 'power' })
  const recorded = await recordFact(
    { db: house.db, who: { unit: UNIT, id: 'lan', name: 'Y Lan' }, now: THAT_NIGHT },
    SLOT,
    fact,
  )
  expect(recorded.ok).toBe(true)

  const found = await planTopics(house.db, UNIT, plan, seenAt(THAT_NIGHT))
  const asked = { obligationId: 'C.I.2.a', from: '2025-08-01', gapWeeks: 6 }
  const { slots, rotation } = propose(found, asked)
  expect([
    slots.filter(({ chosen }) => chosen.length).map(({ reading, chosen }) => [reading.slot.id, chosen]),
    rotation.choices.some(({ topic }) => topic === TOPIC),
    rotation.uncovered,
  ]).toEqual(kind === 'aired' ? [[[SLOT, [TOPIC]]], false, []] : [[], true, []])
})

test.each([
  ['06:29', { next: '2025-08-04', passed: null }],
  ['06:30', { next: null, passed: '2025-08-04' }],
])(
  'at %s, with an hour of grace, the topic of an airing of 05:30 is ahead or unconfirmed as its slot is',
  async (time, said) => {
    await using house = await testHouse()
    const plan = samplePlan('ngok-tu-2025')
    await adopt(house.db, UNIT, plan, calendars, THAT_NIGHT)
    const deed = { db: house.db, who: { unit: UNIT, id: 'lan', name: 'Y Lan' }, now: THAT_NIGHT }
    await chooseTopics(deed, SLOT, [TOPIC])
    const found = await planTopics(house.db, UNIT, plan, seenAt(instantOf('2025-08-04', time), 60))
    expect(coverageOf(found).find(({ topic }) => topic.id === TOPIC)).toMatchObject({ planned: 1, ...said })
  },
)

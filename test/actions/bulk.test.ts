import { expect, test } from 'vitest'
import { findBulk, recordBulk, undoBulk } from '../../src/actions/bulk.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { adopt } from '../support/adopt.ts'
import { closeAugust } from '../support/closed-month.ts'
import { seenAt } from '../support/moments.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const LAN = { unit: UNIT, id: 'u-lan', name: 'Lan' }
const HOA = { unit: UNIT, id: 'u-hoa', name: 'Hoa' }
const NOW = instantOf('2025-08-20', '08:00')
const MOMENT = seenAt(NOW)
const MONDAY_SLOT = 'ngok-tu-2025:C.I.2.a:16'
const TUESDAY_SLOT = 'ngok-tu-2025:C.I.2.c:08'
const BOTH = { madeAt: null, id: '0d6a1c3b-7a51-4d1e-8f5a-9b0e2f6c2e47', chosen: [MONDAY_SLOT, TUESDAY_SLOT] }
const OTHER = { ...BOTH, id: '1d6a1c3b-7a51-4d1e-8f5a-9b0e2f6c2e47' }

async function ngokTu() {
  const house = await testHouse()
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, NOW)
  const told = async () => (await listFacts(house.db, UNIT)).map(({ slotId, kind, by }) => [slotId, kind, by])
  const send = async (who = LAN, bulk = BOTH) => {
    const sent = await recordBulk({ db: house.db, who, ...MOMENT }, bulk)
    if (!sent.ok) return sent.problem.detail
    const left = sent.value.left.map(({ reading, problem }) => [reading.slot.id, problem?.detail ?? null])
    return { recorded: sent.value.recorded.map(({ reading }) => reading.slot.id), left }
  }
  return { ...house, told, send }
}

test('each chosen slot gets a fact of its own, aired when it was planned', async () => {
  await using house = await ngokTu()
  expect(await house.send()).toEqual({ recorded: [MONDAY_SLOT, TUESDAY_SLOT], left: [] })
  const facts = await listFacts(house.db, UNIT)
  expect(facts.map(({ slotId, kind, at, by }) => ({ slotId, kind, at, by }))).toEqual([
    { slotId: MONDAY_SLOT, kind: 'aired', at: instantOf('2025-08-04', '05:30'), by: 'Lan' },
    { slotId: TUESDAY_SLOT, kind: 'aired', at: instantOf('2025-08-05', '17:30'), by: 'Lan' },
  ])
})

test('sent again, or thrice at once, it records once and answers the same', async () => {
  await using house = await ngokTu()
  const answers = await Promise.all([house.send(), house.send(), house.send()])
  expect(answers).toEqual([answers[0], answers[0], answers[0]])
  expect(await house.send()).toEqual({ recorded: [MONDAY_SLOT, TUESDAY_SLOT], left: [] })
  expect(await house.told()).toHaveLength(2)
})

test('two phones at once: one records, the other is told that it is settled', async () => {
  await using house = await ngokTu()
  const answers = await Promise.all([house.send(LAN), house.send(HOA, OTHER)])
  const recorded = answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer.recorded))
  expect(recorded.sort()).toEqual([MONDAY_SLOT, TUESDAY_SLOT])
  expect(await house.told()).toHaveLength(2)
})

test('what somebody settled meanwhile is left alone and named', async () => {
  await using house = await ngokTu()
  await recordFact(
    { db: house.db, who: HOA, now: NOW },
    MONDAY_SLOT,
    inputOf('not-aired', { reason: 'power' }),
  )
  expect(await house.send()).toEqual({ recorded: [TUESDAY_SLOT], left: [[MONDAY_SLOT, null]] })
  expect(await house.told()).toEqual([
    [MONDAY_SLOT, 'not-aired', 'Hoa'],
    [TUESDAY_SLOT, 'aired', 'Lan'],
  ])
})

test('a closed period records nothing and says why', async () => {
  await using house = await ngokTu()
  await closeAugust(house.db, UNIT)
  expect(await house.send()).toEqual({
    recorded: [],
    left: [MONDAY_SLOT, TUESDAY_SLOT].map((id) => [id, expect.stringContaining('đã chốt')]),
  })
  expect(await house.told()).toEqual([])
})

test('what has not begun is not recorded', async () => {
  await using house = await ngokTu()
  const early = seenAt(instantOf('2025-08-05', '17:29'))
  const sent = await recordBulk({ db: house.db, who: LAN, ...early }, BOTH)
  expect(sent.ok && sent.value.recorded.map(({ reading }) => reading.slot.id)).toEqual([MONDAY_SLOT])
})

test('without a choice there is nothing to record', async () => {
  await using house = await ngokTu()
  expect(await house.send(LAN, { ...BOTH, chosen: [] })).toBe('Chưa chọn kỳ nào.')
})

test('one way back for all of it, and what was recorded otherwise stays', async () => {
  await using house = await ngokTu()
  await house.send(LAN, { ...BOTH, chosen: [TUESDAY_SLOT] })
  await recordFact({ db: house.db, who: HOA, now: NOW }, MONDAY_SLOT, inputOf('aired'))
  const undone = () => undoBulk({ db: house.db, who: HOA, ...MOMENT }, BOTH.id)
  expect([await undone(), await undone()]).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 0 },
  ])
  const bulk = await findBulk(house.db, UNIT, BOTH.id, MOMENT)
  expect(bulk?.map(({ reading, stands }) => [reading.slot.id, reading.at.standing, stands])).toEqual([
    [TUESDAY_SLOT, 'unconfirmed', false],
  ])
  expect(await house.told()).toHaveLength(3)
})

test('what a closed period holds is not taken back without a reason', async () => {
  await using house = await ngokTu()
  await house.send()
  await closeAugust(house.db, UNIT)
  const undone = await undoBulk({ db: house.db, who: LAN, ...MOMENT }, BOTH.id)
  expect(undone.ok ? null : undone.problem.detail).toContain('đã chốt')
  expect(await house.told()).toHaveLength(2)
})

test('an id that recorded nothing is none', async () => {
  await using house = await ngokTu()
  expect(await undoBulk({ db: house.db, who: LAN, ...MOMENT }, BOTH.id)).toMatchObject({
    ok: false,
    problem: { kind: 'not-found' },
  })
})

import { expect, test } from 'vitest'
import { confirmFacts } from '../../src/actions/confirm.ts'
import { readPlan, recordsOf } from '../../src/actions/count.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { type FactInput, inputOf } from '../../src/core/fact.ts'
import { ok } from '../../src/core/problem.ts'
import { confirmedFacts } from '../../src/store/confirmations.ts'
import { adopt } from '../support/adopt.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { adoptedPlan, planData, planOf } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const LEADER = { unit: UNIT, id: 'hoa', name: 'Hoa', role: 'leader', via: 'session' } as const

test('a leader vouches for what was done and stands: not for silence, notes, or what was taken back', async () => {
  await using house = await testHouse()
  const { db } = house
  const plan = planOf(planData({ kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=1;COUNT=12', time: '05:30' }))
  await adopt(db, UNIT, plan, calendars, MONDAY)
  const record = async (ordinal: string, input: FactInput) => {
    const recorded = await recordFact({ db, who: LEADER, now: MONDAY }, `thu-2025:A.1:${ordinal}`, input)
    return recorded.ok ? recorded.value.fact.id : ''
  }
  const aired = await record('01', inputOf('aired'))
  const silent = await record('02', inputOf('not-aired', { reason: 'power' }))
  const note = await record('03', inputOf('note', { note: 'đã gọi điện' }))
  const mistaken = await record('04', inputOf('aired'))
  await record('04', inputOf('correction', { corrects: mistaken, reason: 'bấm nhầm' }))
  const known = readPlan(await recordsOf({ db, unit: UNIT }, adoptedPlan(plan)), '2025-12-31', AFTERWARDS)
  expect(
    await confirmFacts({ db, who: LEADER, now: MONDAY }, [known], [silent, note, mistaken]),
  ).toMatchObject({
    ok: false,
  })
  expect(
    await confirmFacts({ db, who: LEADER, now: MONDAY }, [known], [aired, silent, note, mistaken]),
  ).toEqual(ok(1))
  expect(await confirmedFacts(db, UNIT, [plan.id])).toEqual(new Set([aired]))
})

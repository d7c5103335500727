import { expect, test } from 'vitest'
import { adoptEdition } from '../../src/actions/adopt.ts'
import { changesOfEdition, draftEdition } from '../../src/actions/editions.ts'
import { calendars } from '../../src/calendars.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

test('a first edition that was adopted in mid-year tells afterwards what it said before: nothing of the months that lie back', async () => {
  await using house = await testHouse()
  const plan = samplePlan('ngok-tu-2025')
  await house.addUnit(plan.unit.code)
  const who = { unit: plan.unit.code, id: 'u', name: 'Y Lan' }
  const act = { db: house.db, who, now: instantOf('2025-08-07', '12:00'), calendars }
  await draftEdition(act, plan, { origin: 'form' })
  const added = async (from: string | null) => {
    const told = await changesOfEdition(act, plan.id, 1, from)
    if (!told.ok) throw new Error(told.problem.detail)
    return told.value.changes.slots.added.map(({ id }) => id).sort()
  }
  const before = await added('2025-08-07')
  await adoptEdition(act, plan.id, 1, { from: '2025-08-07' })
  expect(await added(null)).toEqual(before)
})

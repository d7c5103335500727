import { expect, test } from 'vitest'
import { listPlans } from '../../src/store/plans.ts'
import { listTurns } from '../../src/store/turns.ts'
import { samplePlan } from '../support/plans.ts'
import { office } from './office.ts'

const UNIT = 'xa-ngok-tu'
const AHEAD = { turns: 0, sent: 0, failed: 0, ahead: true }

async function house() {
  const home = await office()
  await home.adopt(samplePlan('ngok-tu-2025'))
  await home.person('lan', { kinds: ['ask', 'month', 'new-year'] }, UNIT)
  await home.beat('2025-08-04 08:00')
  const state = async () => [
    await listTurns(home.db, UNIT),
    (await listPlans(home.db, UNIT)).map(({ id }) => id),
    home.subjects(),
  ]
  return { ...home, state }
}

test('a beat more than 90 days after the last one makes, sends and ends nothing', async () => {
  await using home = await house()
  const before = await home.state()
  expect(await home.beat('2028-12-05 08:00')).toEqual(AHEAD)
  expect(await home.state()).toEqual(before)
  expect(await home.beat('2025-08-04 08:01')).not.toHaveProperty('ahead')
})

test('the next beat within a day of it goes on: the machine had really stood still', async () => {
  await using home = await house()
  expect(await home.beat('2025-12-05 08:00')).toEqual(AHEAD)
  expect((await home.beat('2025-12-05 08:01')).turns).toBeGreaterThan(0)
})

test('two beats that lie far apart do not believe each other', async () => {
  await using home = await house()
  expect(await home.beat('2028-12-05 08:00')).toEqual(AHEAD)
  expect(await home.beat('2026-02-01 08:00')).toEqual(AHEAD)
})

test('after a pause of weeks it goes on at once, as ever', async () => {
  await using home = await house()
  expect((await home.beat('2025-10-20 08:00')).turns).toBeGreaterThan(0)
})

/** A busy Monday at 07:00: how often the database is asked for an office, that nothing comes twice, and in what order. */
import { expect, test } from 'vitest'
import { counted } from '../../src/store/counted.ts'
import { openDb } from '../../src/store/db.ts'
import { failingTurns } from '../../src/store/turns.ts'
import { samplePlan } from '../support/plans.ts'
import { office } from './office.ts'

const OFFICES = 40
/** A Worker may make so many requests in one run. */
const MOST = 10_000
const COMMUNES = 3321

async function province(offices: number) {
  const house = await office()
  const plan = samplePlan('ngok-tu-2025')
  const codes = Array.from({ length: offices }, (_, n) => `xa-${String(n).padStart(2, '0')}`)
  for (const code of codes) {
    await house.adopt({ ...plan, unit: { code, name: code } })
    await house.person(`lan-${code}`, { kinds: ['week', 'pace', 'window', 'report'] }, code)
  }
  await house.beat('2025-08-03 12:00')
  await house.walk('2025-08-03 12:01', '2025-08-04 06:59')
  house.carried.length = 0
  const { client, asked } = counted(house.db.$client)
  house.deps.db = openDb(client)
  return { ...house, codes, asked }
}

test('all communes of the country are through in two runs of a Worker, each told once', async () => {
  await using house = await province(OFFICES)
  const did = await house.beat('2025-08-04 07:00')
  const requests = house.asked() + house.carried.length
  expect([did.failed, await failingTurns(house.db)]).toEqual([0, []])
  expect(did.turns).toBeGreaterThanOrEqual(2 * OFFICES)
  expect(new Set(house.carried.map(({ to }) => to)).size).toBe(OFFICES)
  const told = house.carried.map(({ to, letter }) => `${to} ${letter.id}`)
  expect(new Set(told).size).toBe(told.length)
  expect((requests / OFFICES) * COMMUNES).toBeLessThan(2 * MOST)
  // Again in the same minute: nobody hears anything twice.
  await house.beat('2025-08-04 07:00')
  expect(house.carried.length).toBe(told.length)
})

test('a turn that throws among a handful fails alone', async () => {
  await using house = await province(5)
  await house.db.$client.execute(
    "CREATE TRIGGER broken BEFORE INSERT ON messages WHEN NEW.unit = 'xa-03' BEGIN SELECT RAISE(ABORT, 'not here'); END",
  )
  await house.beat('2025-08-04 07:00')
  const failing = await failingTurns(house.db)
  expect([...new Set(failing.map(({ unit }) => unit))]).toEqual(['xa-03'])
  expect([...new Set(house.carried.map(({ to }) => to))].sort()).toEqual(
    ['00', '01', '02', '04'].map((n) => `lan-xa-${n}@example.vn`),
  )
})

test('an office with many people takes its turn among the others', async () => {
  await using house = await province(4)
  for (let n = 0; n < 60; n++) await house.person(`dong-${n}`, { kinds: ['week'] }, 'xa-00')
  await house.beat('2025-08-04 07:00')
  const firsts = ['01', '02', '03'].map((n) =>
    house.carried.findIndex(({ to }) => to === `lan-xa-${n}@example.vn`),
  )
  expect(Math.min(...firsts)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...firsts)).toBeLessThan(30)
})

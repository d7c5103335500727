import { expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { startBeat } from '../../src/scheduler/beat.ts'
import { lastBeat } from '../../src/store/beats.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const MINUTE = 60_000

/** A database that does not answer until `open` is called; `asked` counts who waits. */
function shut(deps: Deps) {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const { $client } = deps.db
  const batch = $client.batch.bind($client)
  const count = { asked: 0 }
  $client.batch = async (...args) => {
    count.asked++
    await opened
    return batch(...args)
  }
  return { count, open: () => open() }
}

const ended = async (house: Awaited<ReturnType<typeof testHouse>>) => {
  while ((await lastBeat(house.db))?.finishedAt == null) await new Promise((next) => setTimeout(next, 5))
}

test('it beats at once, and a beat that is under way is not overtaken', async () => {
  await using house = await testHouse()
  const { count, open } = shut(house.deps)
  const { beat, stop } = startBeat(house.deps)
  house.clock.now = MONDAY + 9 * MINUTE
  await beat()
  expect(count.asked).toBe(1)
  open()
  await ended(house)
  await stop()
  expect((await lastBeat(house.db))?.startedAt).toBe(MONDAY)
})

test('a beat that never ends is given up after ten minutes', async () => {
  await using house = await testHouse()
  const { count, open } = shut(house.deps)
  const { beat, stop } = startBeat(house.deps)
  house.clock.now = MONDAY + 10 * MINUTE
  const second = beat()
  expect(count.asked).toBe(2)
  open()
  await second
  await stop()
  expect((await lastBeat(house.db))?.startedAt).toBe(MONDAY + 10 * MINUTE)
})

test('a beat that fails is logged, and the next one beats all the same', async () => {
  const events: string[] = []
  await using house = await testHouse({ trace: ({ event }) => void events.push(event) })
  const batch = house.db.$client.batch.bind(house.db.$client)
  house.db.$client.batch = () => Promise.reject(new Error('the disk is gone'))
  const { beat, stop } = startBeat(house.deps)
  await new Promise((next) => setImmediate(next))
  house.db.$client.batch = batch
  await beat()
  await stop()
  expect([events, (await lastBeat(house.db))?.finishedAt]).toEqual([['beat-failed'], MONDAY])
})

test('after it was told to stop it does not beat any more', async () => {
  await using house = await testHouse()
  const { beat, stop } = startBeat(house.deps)
  await stop()
  house.clock.now = MONDAY + MINUTE
  await beat()
  expect((await lastBeat(house.db))?.startedAt).toBe(MONDAY)
})

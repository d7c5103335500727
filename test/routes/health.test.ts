import { expect, test } from 'vitest'
import type { Trouble } from '../../src/deps.ts'
import { tick } from '../../src/scheduler/tick.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

test.each<Trouble>(['disk-full', 'not-writable', 'damaged', 'replaced'])(
  'where nothing that is recorded would be kept (%s), health fails and says why',
  async (trouble) => {
    await using house = await testHouse({ storage: { trouble: async () => trouble } })
    const answer = await house.ask('/healthz')
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'failing', database: 'failing', why: trouble },
    ])
  },
)

test('a beat whose clock was far ahead asks for attention until one comes that did its work', async () => {
  await using house = await testHouse()
  const health = async () => (await (await house.ask('/healthz')).json()) as { status: string; beat: object }
  await tick(house.deps, MONDAY)
  expect((await health()).status).toBe('ok')
  await tick(house.deps, MONDAY + 200 * 86_400_000)
  expect(await health()).toMatchObject({ status: 'attention', beat: { clock: 'ahead' } })
  await tick(house.deps, MONDAY + 60_000)
  expect((await health()).status).toBe('ok')
})

/** Many who fetch at one moment, as on Node: one calendar is made at a time. */
import { expect, test, vi } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { calendars } from '../../src/calendars.ts'
import { Busy } from '../../src/core/busy.ts'
import { factInput } from '../../src/core/fact.ts'
import { queue, sharing } from '../../src/queue.ts'
import { adopt } from '../support/adopt.ts'
import { readCalendar } from '../support/calendar-reader.ts'
import { samplePlan } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const OFFICER = { unit: UNIT, id: 'lan', name: 'Y Lan', role: 'officer' as const }
const SLOT = 'ngok-tu-2025:C.I.2.a:16'

async function busyHouse() {
  const line = queue({ atOnce: 1, waiting: 50, retryAfterSeconds: 30 })
  const written = () =>
    house.db.$client.execute('UPDATE feed_versions SET version = lower(hex(randomblob(8)))')
  // Before each that is made somebody writes something.
  const makings = sharing((lane, job) => line(lane, () => written().then(job)))
  const house = await testHouse({ makings })
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  const subscribed = async () => {
    const made = await subscribe(house.db, OFFICER, { name: 'Anh Sơn', scope: 'all' }, house.clock.now)
    if (!made.ok) throw new Error(made.problem.detail)
    return made.value.path
  }
  const paths = await Promise.all(Array.from({ length: 10 }, subscribed))
  const move = async () => {
    const fact = factInput.parse({ kind: 'moved', to: '2025-09-03T17:30' })
    const done = await recordFact({ db: house.db, who: OFFICER, now: house.clock.now }, SLOT, fact)
    if (!done.ok) throw new Error(done.problem.detail)
  }
  return { house, paths, move }
}

test('two makings serve all, however much is written and whatever alarm each wants: one for the first, one for the rest', async () => {
  const { house, paths } = await busyHouse()
  await using _ = house
  const execute = vi.spyOn(house.db.$client, 'execute')
  const wanted = paths.flatMap((path, n) => [`${path}?alarm=${n * 7}`, `${path}?alarm=15`])
  const answers = await Promise.all(wanted.map((path) => house.ask(path)))
  const read = execute.mock.calls.filter(([asked]) => JSON.stringify(asked).includes('AS chosen')).length
  vi.restoreAllMocks()
  const alarms = await Promise.all(
    answers.map(
      async (answer) => new Set(readCalendar(await answer.text()).events.flatMap(({ alarm }) => alarm ?? [])),
    ),
  )
  expect(read).toBeLessThanOrEqual(2)
  expect(alarms).toEqual(
    paths.flatMap((_path, n) => [new Set([n ? `-PT${n * 7}M` : 'PT0S']), new Set(['-PT15M'])]),
  )
})

test('who asks after something was recorded finds it, though a making was under way', async () => {
  const { house, paths, move } = await busyHouse()
  await using _ = house
  const under = house.ask(paths[0] ?? '')
  await move()
  const later = await Promise.all(paths.map(async (path) => (await house.ask(path)).text()))
  const found = later.filter((text) => text.includes('SUMMARY:DỜI → 3/9'))
  expect([(await under).status, found.length]).toEqual([200, paths.length])
})

test('who finds no room is told in a header when to come back', async () => {
  const full = () => Promise.reject(new Busy('Đông quá.', 30))
  const { house, paths } = await busyHouse()
  await using _ = house
  house.deps.makings = full
  const answer = await house.ask(paths[0] ?? '')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
})

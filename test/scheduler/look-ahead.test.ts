/** The page of many offices is counted before anybody looks: by the beat, once, for those who may look down on others. */
import type { InStatement } from '@libsql/client'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { insertUser } from '../../src/accounts/user.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { inputOf } from '../../src/core/fact.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startBeat } from '../../src/scheduler/beat.ts'
import { lookAhead } from '../../src/scheduler/look-ahead.ts'
import { units } from '../../src/store/schema.ts'
import { adopt } from '../support/adopt.ts'
import { planData, planOf } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const PROVINCE = 'tinh-thu'
const COMMUNES = ['xa-a', 'xa-b', 'xa-c', 'xa-d', 'xa-e']
const DAILY = { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=20', start: '2025-08-01', time: '17:00' }
const PLAN = planOf(planData(DAILY))
const DAWN = instantOf('2025-08-10', '04:00')
const MORNING = instantOf('2025-08-10', '08:00')

/** `read` takes which offices were read since it was last asked. */
async function province(given: Parameters<typeof testHouse>[0] = {}) {
  const house = await testHouse(given)
  await house.addUnit(PROVINCE, 'UBND tỉnh Thử')
  for (const code of COMMUNES) {
    await house.addUnit(code, `UBND xã ${code}`)
    await house.db.update(units).set({ parent: PROVINCE }).where(eq(units.code, code))
    await adopt(house.db, code, PLAN, calendars, instantOf('2025-08-01'))
  }
  const read: string[] = []
  let questions = 0
  const { $client } = house.db
  const [batch, execute] = [$client.batch.bind($client), $client.execute.bind($client)]
  $client.batch = (statements, mode) => {
    questions++
    read.push(...unitsIn(statements[0]))
    return batch(statements, mode)
  }
  $client.execute = ((statement: InStatement) => {
    questions++
    return execute(statement)
  }) as typeof execute
  const signIn = async (unit: string) => {
    const user = await insertUser(house.db, { unit, name: `Y ${unit}`, role: 'viewer' }, DAWN)
    if (!user.ok) throw new Error(user.problem.detail)
    return openSession(house.db, { unit, id: user.value.id }, DAWN)
  }
  return {
    ...house,
    signIn,
    read: () => read.splice(0).sort(),
    asked: () => questions,
    look: (now = DAWN, signal = new AbortController().signal) => lookAhead(house.deps, now, signal),
    page: async (cookie: string) => {
      house.clock.now = MORNING
      const answer = await house.ask('/cac-don-vi', { cookie })
      return { status: answer.status, settled: (await answer.text()).match(/Đã xác nhận [\d/]+/)?.[0] }
    },
  }
}

function unitsIn(statement: unknown): string[] {
  const { args } = (statement ?? {}) as { args?: { units?: string } }
  return args?.units?.startsWith('[') ? (JSON.parse(args.units) as string[]) : []
}

test('what the beat counted at dawn the page of the morning counts not again; who recorded since is counted alone', async () => {
  await using house = await province()
  const cookie = await house.signIn(PROVINCE)
  await house.look()
  expect(house.read()).toEqual(COMMUNES)
  expect([await house.page(cookie), house.read()]).toEqual([{ status: 200, settled: 'Đã xác nhận 0/45' }, []])
  const who = { unit: 'xa-b', id: 'lan', name: 'Lan' }
  const at = instantOf('2025-08-09', '17:00')
  const told = await recordFact(
    { db: house.db, who, now: DAWN },
    `${PLAN.id}:A.1:09`,
    inputOf('aired', { at }),
  )
  expect(told.ok).toBe(true)
  expect([await house.page(cookie), house.read()]).toEqual([
    { status: 200, settled: 'Đã xác nhận 1/45' },
    ['xa-b'],
  ])
})

test('the next beats count all of them again once an hour of theirs is over, or the day', async () => {
  await using house = await province()
  await house.db.update(units).set({ graceMinutes: 30 })
  await house.signIn(PROVINCE)
  await house.look()
  house.read()
  const after = async (now: number) => {
    await house.look(now)
    return house.read().length
  }
  const counts = [await after(DAWN + 60_000), await after(instantOf('2025-08-10', '18:00'))]
  expect([...counts, await after(instantOf('2025-08-11', '00:01'))]).toEqual([0, 5, 5])
})

test('an office whose plans are of other years is read once, too', async () => {
  await using house = await province()
  await house.db.$client.execute('UPDATE plans SET year = 2023')
  await house.db.$client.execute("UPDATE slots SET date = replace(date, '2025', '2023')")
  await house.signIn(PROVINCE)
  await house.look()
  expect(house.read()).toEqual(COMMUNES)
  await house.look(DAWN + 60_000)
  expect(house.read()).toEqual([])
})

test('where nobody is signed in above, or there is one office, it asks one question and counts nothing', async () => {
  await using house = await province()
  await house.signIn('xa-a')
  const before = house.asked()
  await house.look()
  expect([house.read(), house.asked() - before]).toEqual([[], 1])

  await using alone = await testHouse()
  await alone.addUnit('xa-a')
  const user = await insertUser(alone.db, { unit: 'xa-a', name: 'Lan', role: 'viewer' }, DAWN)
  await openSession(alone.db, { unit: 'xa-a', id: user.ok ? user.value.id : '' }, DAWN)
  const execute = alone.db.$client.execute.bind(alone.db.$client)
  let asked = 0
  alone.db.$client.execute = ((statement: InStatement) => {
    asked++
    return execute(statement)
  }) as typeof execute
  await lookAhead(alone.deps, DAWN, new AbortController().signal)
  expect(asked).toBe(1)
})

test('others have their turn after every few offices, and a server that is told to stop counts no more of them', async () => {
  const turns: string[] = []
  const stopping = new AbortController()
  const goOn = async (lane: string) => {
    turns.push(lane)
    if (turns.length === 2) stopping.abort()
  }
  await using house = await province({ turns: { begin: async () => undefined, goOn } })
  await house.signIn(PROVINCE)
  await expect(house.look(DAWN, stopping.signal)).rejects.toThrow()
  expect([turns, house.read()]).toEqual([['look-ahead', 'look-ahead'], COMMUNES.slice(0, 4)])
})

test('the beat of a server does it after its turns, and stopping waits for it', async () => {
  await using house = await province()
  await house.signIn(PROVINCE)
  house.clock.now = DAWN
  const { beat, stop } = startBeat(house.deps)
  await beat()
  house.clock.now += 60_000
  await beat()
  await expect.poll(() => house.read().length, { timeout: 20_000 }).toBe(5)
  await stop()
})

test('what fails there is logged, and the beat goes on', async () => {
  const events: string[] = []
  await using house = await province({
    trace: ({ event }) => void events.push(event),
    turns: { begin: async () => undefined, goOn: () => Promise.reject(new Error('no turn')) },
  })
  await house.signIn(PROVINCE)
  house.clock.now = DAWN
  const { beat, stop } = startBeat(house.deps)
  await expect.poll(() => events, { timeout: 20_000 }).toContain('look-ahead-failed')
  await beat()
  await stop()
})

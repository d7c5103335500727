import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession, sessionOf } from '../../src/accounts/session.ts'
import { createUser } from '../../src/accounts/user.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../src/actions/record-on-obligation.ts'
import { calendars } from '../../src/calendars.ts'
import { type FactInput, inputOf } from '../../src/core/fact.ts'
import type { Db } from '../../src/store/db.ts'
import { weekSource } from '../../src/store/week.ts'
import { adopt } from '../support/adopt.ts'
import { database, openDatabase } from '../support/database.ts'
import { planData, planOf } from '../support/plans.ts'
import { MONDAY } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const WHO = { unit: UNIT, id: 'u1', name: 'Y Lan' }
const WEEK = { from: '2025-08-04', to: '2025-08-10' }
const obligation = (id: string, cadence: Record<string, unknown>) => ({
  ...{ id, title: `Việc ${id}`, channels: ['loudspeaker'], lead: null, quote: 'nguyên văn', cadence },
})
/** Every Monday from 7/7 to 29/9, one window that is over, and two continuous obligations, one of them over. */
const plan = planOf(
  planData(
    {},
    {
      inForceFrom: '2025-07-14',
      obligations: [
        obligation('A', { kind: 'rate', rrule: 'FREQ=WEEKLY;COUNT=13', time: '05:30', start: '2025-07-07' }),
        obligation('B', { kind: 'window', window: { from: '2025-06-01', to: '2025-07-15' } }),
        obligation('C', { kind: 'continuous' }),
        obligation('D', { kind: 'continuous', window: { from: '2025-01-01', to: '2025-06-30' } }),
      ],
    },
  ),
)

const opened = new AsyncDisposableStack()
let db: Db
/** Another connection to the same database: another process, as far as the first one can tell. */
let other: Db
let cookie: string
beforeAll(async () => {
  const { url, db: first } = opened.use(await database())
  db = first
  other = opened.adopt(await openDatabase(url), ({ $client }) => $client.close())
  await adopt(db, UNIT, plan, calendars, MONDAY)
  const user = await createUser(db, { unit: UNIT, name: 'Lan', role: 'officer' }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  cookie = await openSession(db, { unit: UNIT, id: user.value.id }, MONDAY)
})
afterAll(() => opened.disposeAsync())

/** As a page asks: who holds the cookie, in which version their unit is, and then what the week is made of. */
async function asked(isCurrent = true) {
  const session = await sessionOf(db, cookie, MONDAY)
  if (!session) throw new Error('signed out')
  return weekSource(db, session.unit, WEEK, isCurrent)
}
const keys = async (isCurrent = true) =>
  (await asked(isCurrent)).records.map(({ slot }) => slot.id.replace('thu-2025:', ''))
const aired = inputOf('aired', { at: MONDAY - 86_400_000 })
const record = (where: Db, slot: string, input: FactInput = aired) =>
  recordFact({ db: where, who: WHO, now: MONDAY }, `thu-2025:${slot}`, input)

describe('the week', () => {
  test('holds last week and this one, and before it what is in force and nobody settled', async () => {
    expect(await keys(false)).toEqual(['A:04', 'A:05'])
    expect(await keys()).toEqual(['A:02', 'B:01', 'A:03', 'A:04', 'A:05'])
  })

  test('is the very same answer while nothing changes', async () => {
    expect(await asked()).toBe(await asked())
  })

  test.each<[string, () => Promise<unknown>, string[]]>([
    ['something is recorded', () => record(db, 'A:02'), ['B:01', 'A:03', 'A:04', 'A:05']],
    ['another process records something', () => record(other, 'B:01'), ['A:03', 'A:04', 'A:05']],
    [
      'another process takes something back',
      async () => {
        const again = await record(other, 'A:03')
        if (!again.ok) throw new Error(again.problem.detail)
        expect(await keys()).toEqual(['A:04', 'A:05'])
        await record(other, 'A:03', inputOf('correction', { corrects: again.value.fact.id }))
      },
      ['A:03', 'A:04', 'A:05'],
    ],
    [
      'something from before is moved into the week',
      () => record(other, 'A:03', inputOf('moved', { to: { date: '2025-08-09', time: '19:00' } })),
      ['A:03', 'A:04', 'A:05'],
    ],
    [
      'the plan is amended',
      () =>
        adopt(other, UNIT, { ...plan, inForceFrom: '2025-07-01' }, calendars, MONDAY, { from: '2025-01-01' }),
      ['A:01', 'A:03', 'A:04', 'A:05'],
    ],
  ])('is read anew when %s', async (_, change, expected) => {
    const before = await asked()
    await change()
    expect(await asked()).not.toBe(before)
    expect(await keys()).toEqual(expected)
  })
})

describe('continuous obligations', () => {
  const said = async () =>
    (await asked()).continuous.map(({ obligation, recent }) => [
      obligation.id,
      recent.map(({ kind }) => kind),
    ])

  test('are those that reach into the week, with what was logged on them last', async () => {
    expect(await said()).toEqual([['C', []]])
    await recordOnObligation(
      { db: other, who: WHO, now: MONDAY, calendars },
      { planId: 'thu-2025', obligationId: 'C' },
      aired,
    )
    expect(await said()).toEqual([['C', ['aired']]])
  })

  test('come with the last dozen facts, oldest first', async () => {
    const of = { planId: 'thu-2025', obligationId: 'C' }
    for (let i = 0; i < 12; i++)
      await recordOnObligation(
        { db, who: WHO, now: MONDAY, calendars },
        of,
        inputOf('note', { note: `lần ${i}` }),
      )
    const [only] = (await asked()).continuous
    expect(only?.recent.map(({ note }) => note)).toEqual(Array.from({ length: 12 }, (_, i) => `lần ${i}`))
  })
})

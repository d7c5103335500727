/** The page of many offices beside SQL written by hand, pages of one of them beside the same alone, and a busy Monday. */
import { openSession } from '../src/accounts/session.ts'
import { insertUser } from '../src/accounts/user.ts'
import { createApp } from '../src/app.ts'
import { addDays, instantOf } from '../src/core/wall-clock.ts'
import { lookAhead } from '../src/scheduler/look-ahead.ts'
import { tick } from '../src/scheduler/tick.ts'
import { beatDeps } from '../test/support/beat-deps.ts'
import type { Comparison, Runner } from './comparison.ts'
import { handWritten } from './count.ts'
import { FIRST, openProvince, PLAN, PROVINCE, type Province, type Where } from './many-units.ts'

const COUNTRY = 3321
const NOW = instantOf('2025-12-31', '09:00')

type Filled = Province & { users: number }
const filled = new Map<string, Promise<Filled>>()

/** All sides and rows of a run ask one database; the last one to go takes it away. */
async function onProvince(
  communes: number,
  where: Where,
  measured: (province: Province) => Promise<Runner['run'] | Pick<Runner, 'prepare' | 'run'>>,
): Promise<Runner> {
  const key = `${where} ${communes}`
  filled.set(key, filled.get(key) ?? openProvince(communes, where).then((one) => ({ ...one, users: 0 })))
  const province = await (filled.get(key) as Promise<Filled>)
  province.users++
  const one = await measured(province)
  return {
    ...(typeof one === 'function' ? { run: one } : one),
    close: async () => {
      if (--province.users) return
      filled.delete(key)
      await province.close()
    },
  }
}

/** A page, asked by somebody of an office; `path` of each round is another one. */
const pageOf =
  (unit: string, path: (round: number) => string) =>
  async ({ db }: Province): Promise<Runner['run']> => {
    const deps = { ...beatDeps(db), clock: () => NOW }
    const app = createApp(() => deps)
    const user = await insertUser(
      db,
      { unit, name: `Y ${crypto.randomUUID().slice(0, 8)}`, role: 'viewer' },
      NOW,
    )
    if (!user.ok) throw new Error(user.problem.detail)
    const cookie = `nhip_song=${await openSession(db, { unit, id: user.value.id }, NOW)}`
    return async (round) => {
      const answer = await app.request(`http://nhip.test${path(round)}`, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path(round)}: ${answer.status}`)
      await answer.text()
    }
  }

const dayOf = (round: number) => addDays('2025-09-01', round)
const unitsPage = pageOf(PROVINCE, (round) => `/cac-don-vi?ky=Y&nam=2025&den=${dayOf(round)}`)
/** What a province asks all day long: the same period again, after some of its offices recorded. */
const askedAgain = async (province: Province): Promise<Runner['run']> => {
  const ask = await pageOf(PROVINCE, () => `/cac-don-vi?ky=Y&nam=2025&den=${dayOf(0)}`)(province)
  await ask(0)
  return async (round) => {
    await province.db.$client.execute(
      `UPDATE feed_versions SET version = lower(hex(randomblob(8))) WHERE unit LIKE 'xa-%${round % 10}1'`,
    )
    await ask(round)
  }
}
/** The first look of a morning, each round on another one; `isReady`: the beat came before. */
const firstLook =
  (since: string, isReady: boolean) =>
  async ({ db }: Province): Promise<Pick<Runner, 'prepare' | 'run'>> => {
    const clock = { now: instantOf(since, '07:30') }
    const deps = { ...beatDeps(db), clock: () => clock.now }
    const app = createApp(() => deps)
    const name = `Y ${crypto.randomUUID().slice(0, 8)}`
    const user = await insertUser(db, { unit: PROVINCE, name, role: 'viewer' }, clock.now)
    if (!user.ok) throw new Error(user.problem.detail)
    const cookie = `nhip_song=${await openSession(db, { unit: PROVINCE, id: user.value.id }, clock.now)}`
    return {
      prepare: async (round) => {
        clock.now = instantOf(addDays(since, round), '07:30')
        if (isReady) await lookAhead(deps, clock.now - 60_000, new AbortController().signal)
      },
      run: async () => {
        const answer = await app.request('http://nhip.test/cac-don-vi', { headers: { cookie } })
        if (answer.status !== 200) throw new Error(`/cac-don-vi: ${answer.status}`)
        await answer.text()
      },
    }
  }
const bySql = async ({ db }: Province): Promise<Runner['run']> => {
  return (round) => db.$client.execute(handWritten(PLAN, dayOf(round)))
}

const many = (communes: number): string => communes.toLocaleString('en')

const unitsOf = (communes: number, where: Where): Comparison => ({
  id: `units-${communes}${where === 'server' ? '-server' : ''}`,
  what: `The page of ${many(communes)} units with 216 facts each, ${where === 'file' ? 'in a file' : 'on a libSQL server'}`,
  rounds: communes > 1000 ? 5 : 20,
  goal: communes > 1000 ? 0.5 : null,
  ours: { name: 'the page', open: () => onProvince(communes, where, unitsPage) },
  baseline: { name: 'SQL written by hand, no page', open: () => onProvince(communes, where, bySql) },
})

const again: Comparison = {
  id: 'units-again',
  what: `The page of ${many(COUNTRY)} units asked again, after each hundredth of them recorded, in a file`,
  rounds: 5,
  goal: null,
  ours: { name: 'the page', open: () => onProvince(COUNTRY, 'file', askedAgain) },
  baseline: { name: 'SQL written by hand, no page', open: () => onProvince(COUNTRY, 'file', bySql) },
}

const ready = (communes: number): Comparison => ({
  id: `units-ready-${communes}`,
  what: `The first look of a morning at ${many(communes)} units that the beat has counted, in a file`,
  rounds: communes > 1000 ? 5 : 20,
  goal: null,
  ours: { name: 'the page', open: () => onProvince(communes, 'file', firstLook('2025-09-01', true)) },
  baseline: {
    name: 'the page, counted when it is asked for',
    open: () => onProvince(communes, 'file', firstLook('2025-08-01', false)),
  },
})

const flat = (id: string, what: string, path: (round: number) => string): Comparison => ({
  id,
  what: `${what} of one unit among ${many(COUNTRY)}`,
  rounds: 30,
  goal: 0.83,
  ours: { name: 'the page', open: () => onProvince(COUNTRY, 'file', pageOf(FIRST, path)) },
  baseline: { name: 'the same alone', open: () => onProvince(1, 'file', pageOf(FIRST, path)) },
})

const MORNING = instantOf('2025-08-11', '07:00')
const WEEK_MS = 7 * 86_400_000

/** Beats until nothing is left to do, as a server makes them each minute. */
async function untilQuiet(deps: Parameters<typeof tick>[0], now: number): Promise<void> {
  for (;;) {
    const { turns, sent, failed } = await tick(deps, now)
    if (failed) throw new Error(`${failed} failed`)
    if (!turns && !sent) return
  }
}

async function mondays(communes: number): Promise<Runner> {
  const { db, close } = await openProvince(communes, 'file')
  const deps = beatDeps(db)
  const at = (round: number) => MORNING + round * WEEK_MS
  return {
    prepare: (round) => untilQuiet(deps, at(round) - 3_600_000),
    run: (round) => untilQuiet(deps, at(round)),
    close,
  }
}

const beatMonday: Comparison = {
  id: 'beat-monday',
  what: `A Monday at 07:00 in ${many(COUNTRY)} units, until everybody was written to`,
  rounds: 1,
  goal: null,
  ours: { name: 'tick', open: () => mondays(COUNTRY) },
  baseline: { name: 'the same with 96 units in the file', open: () => mondays(96) },
}

export const unitComparisons: Comparison[] = [
  ...[1, 96, COUNTRY].map((communes) => unitsOf(communes, 'file')),
  ...[1, 96, COUNTRY].map((communes) => unitsOf(communes, 'server')),
  again,
  ...[96, COUNTRY].map(ready),
  flat('unit-week', 'The week', (round) => `/tuan/2025-W${String(10 + round).padStart(2, '0')}`),
  flat('unit-count', 'The count', (round) => `/chi-tieu/2025?den=${dayOf(round)}`),
  beatMonday,
]

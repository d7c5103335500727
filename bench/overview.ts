/** The overview of an office with ten plans beside that of one with one: twelve weeks, paces and dues of each obligation. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '../src/accounts/session.ts'
import { insertUser } from '../src/accounts/user.ts'
import { recordFact } from '../src/actions/record-fact.ts'
import { createApp } from '../src/app.ts'
import { calendars } from '../src/calendars.ts'
import { inputOf } from '../src/core/fact.ts'
import type { Plan } from '../src/core/plan.ts'
import { DAY_MS, instantOf, localDateOf } from '../src/core/wall-clock.ts'
import { openNodeDb } from '../src/node/db.ts'
import type { Db } from '../src/store/db.ts'
import { listSlots } from '../src/store/slots.ts'
import { adopt } from '../test/support/adopt.ts'
import { beatDeps } from '../test/support/beat-deps.ts'
import type { Comparison, Runner } from './comparison.ts'
import { samplePlans } from './expand.ts'

const UNIT = 'xa-ngok-tu'
const START = instantOf('2025-07-24', '08:00')
const NOW = instantOf('2025-10-15', '08:00')
const WHO = { unit: UNIT, id: 'u', name: 'Y An' }

/** Ngọk Tụ's plan so many times, and of each what was aired until now, but for every fifth. */
async function fill(db: Db, plans: number): Promise<void> {
  const plan = samplePlans().find(({ id }) => id === 'ngok-tu-2025') as Plan
  for (let i = 0; i < plans; i++) {
    const own = { ...plan, id: `${plan.id}-${i}`, title: `${plan.title} (${i})` }
    await adopt(db, UNIT, own, calendars, START)
    const past = (await listSlots(db, UNIT, { planId: own.id })).filter(
      ({ slot }) => slot.inForce && slot.date && slot.date < localDateOf(NOW),
    )
    for (const [n, { slot }] of past.entries()) {
      const at = instantOf(slot.date ?? '', slot.time ?? '08:00')
      if (n % 5) await recordFact({ db, who: WHO, now: NOW }, slot.id, inputOf('aired', { at }))
    }
  }
}

/** Each round looks a day later. */
async function open(plans: number): Promise<Runner> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const file = { DATABASE_URL: `file:${join(folder, 'overview.db')}`, DATABASE_AUTH_TOKEN: undefined }
  const db = await openNodeDb(file)
  await fill(db, plans)
  const user = await insertUser(db, { unit: UNIT, name: 'Lan', username: 'lan', role: 'leader' }, NOW)
  const cookie = `nhip_song=${await openSession(db, { unit: UNIT, id: user.ok ? user.value.id : '' }, NOW)}`
  let now = NOW
  const deps = { ...beatDeps(db), clock: () => now }
  const app = createApp(() => deps)
  return {
    run: async (round) => {
      now = NOW + (round % 20) * DAY_MS
      const answer = await app.request('http://nhip.test/tong-quan', { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`status ${answer.status}`)
      return answer.text()
    },
    close: async () => {
      db.$client.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const overview: Comparison = {
  id: 'overview',
  what: 'The overview of an office with ten plans',
  rounds: 20,
  goal: null,
  ours: { name: 'GET /tong-quan', open: () => open(10) },
  baseline: { name: 'the same with one plan', open: () => open(1) },
}

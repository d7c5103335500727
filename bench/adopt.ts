/** Storing a large plan with its slots, beside one INSERT a row. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendars } from '../src/calendars.ts'
import { parsePlan } from '../src/core/plan/parse-plan.ts'
import type { Plan } from '../src/core/plan.ts'
import { expand, type Slot } from '../src/core/slot.ts'
import { openNodeDb } from '../src/node/db.ts'
import type { Db } from '../src/store/db.ts'
import { adopt } from '../test/support/adopt.ts'
import type { Comparison, Runner } from './comparison.ts'

const OBLIGATIONS = 1000
const UNIT = 'xa-thu'
const NOW = Date.UTC(2026, 0, 1)

const CADENCES = [
  { kind: 'rate', rrule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=12', time: '17:30', duration: 15, declared: 12 },
  { kind: 'window', window: { from: '2026-07-01', to: '2026-09-30' } },
  { kind: 'deadline', before: '2026-11-25' },
  { kind: 'continuous' },
]

function largePlan(time = '17:30'): Plan {
  const plan = parsePlan({
    id: 'lon-2026',
    title: 'Kế hoạch lớn',
    unit: { code: UNIT, name: 'UBND xã Thử' },
    year: 2026,
    obligations: Array.from({ length: OBLIGATIONS }, (_, i) => ({
      id: `I.${i + 1}`,
      title: `Nhiệm vụ số ${i + 1}`,
      channels: ['loudspeaker'],
      quote: 'Mỗi tháng 01 chuyên mục',
      cadence: { ...CADENCES[i % CADENCES.length], ...(i % CADENCES.length === 0 && { time }) },
    })),
  })
  if (!plan.ok) throw new Error(plan.problem.detail)
  return plan.value
}

async function onFreshDatabase(
  store: (db: Db, plan: Plan) => Promise<unknown>,
  before: (db: Db, plan: Plan) => Promise<unknown> = async () => undefined,
): Promise<Runner> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const plan = largePlan()
  let db: Db
  return {
    prepare: async (round) => {
      db?.$client.close()
      db = await openNodeDb({
        DATABASE_URL: `file:${join(folder, `${round}.db`)}`,
        DATABASE_AUTH_TOKEN: undefined,
      })
      await before(db, plan)
    },
    run: () => store(db, plan),
    close: async () => {
      db.$client.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const insertSlot = (slot: Slot) => ({
  sql: `INSERT INTO slots (unit, id, plan_id, obligation_id, ordinal, airing, date, time, minutes, window_from, window_to, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  args: [
    UNIT,
    slot.id,
    slot.planId,
    slot.obligationId,
    slot.ordinal,
    slot.airing,
    slot.date,
    slot.time,
    slot.minutes,
    slot.window?.from ?? null,
    slot.window?.to ?? null,
    NOW,
  ],
})

/** The slots alone, without the plan, its obligations, or a look at what was there before. */
const insertRows = (db: Db, plan: Plan) =>
  db.$client.batch(
    [
      {
        sql: 'INSERT INTO units (code, name, created_at) VALUES (?, ?, ?)',
        args: [UNIT, plan.unit.name, NOW],
      },
      ...expand(plan, calendars.periods).map(insertSlot),
    ],
    'write',
  )

export const adoption: Comparison = {
  id: 'adopt',
  what: `Adopting a plan of ${OBLIGATIONS.toLocaleString('en')} obligations`,
  rounds: 15,
  goal: null,
  ours: { name: 'adopt', open: () => onFreshDatabase((db, plan) => adopt(db, UNIT, plan, calendars, NOW)) },
  baseline: { name: 'one INSERT a slot, in one batch', open: () => onFreshDatabase(insertRows) },
}

const adoptFirst = (db: Db, plan: Plan) => adopt(db, UNIT, plan, calendars, NOW)
/** Every monthly obligation at another hour: 250 obligations and 3,000 slots are otherwise. */
const amended = largePlan('18:00')

export const amendment: Comparison = {
  id: 'amend',
  what: `A changed edition of a plan of ${OBLIGATIONS.toLocaleString('en')} obligations: worked out and adopted`,
  rounds: 15,
  goal: null,
  ours: {
    name: 'adopt an edition that moves 3,000 slots',
    open: () => onFreshDatabase((db) => adopt(db, UNIT, amended, calendars, NOW), adoptFirst),
  },
  baseline: { name: 'adopting the first edition', open: () => onFreshDatabase(adoptFirst) },
}

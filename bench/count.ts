/** The count of one unit in a file with one and with all communes, and the roll-up of all beside SQL written by hand. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPlan, recordsOf } from '../src/actions/count.ts'
import { recordFact } from '../src/actions/record-fact.ts'
import { rollUp } from '../src/actions/roll-up.ts'
import { yearCount } from '../src/actions/year-count.ts'
import { calendars } from '../src/calendars.ts'
import { inputOf } from '../src/core/fact.ts'
import type { Plan } from '../src/core/plan.ts'
import { expand, plannedDay } from '../src/core/slot.ts'
import { USUAL_RULES } from '../src/core/standing.ts'
import { addDays, instantOf, type LocalDate } from '../src/core/wall-clock.ts'
import { openNodeDb } from '../src/node/db.ts'
import type { Db } from '../src/store/db.ts'
import { listWholeUnits } from '../src/store/unit-tree.ts'
import { adopt } from '../test/support/adopt.ts'
import { adoptedPlan } from '../test/support/plans.ts'
import type { Comparison, Runner } from './comparison.ts'
import { samplePlans } from './expand.ts'

/** The year is looked back on. */
const LATER = { now: instantOf('2027-01-01'), rules: USUAL_RULES }

const COMMUNES = 3321
const UNIT = 'xa-ngok-tu'
const ENDED = '2025-12-31'

/** Ngọk Tụ's year: of its dated slots from the in-force date on, most were aired, some late, some not, some not yet. */
async function tellYear(db: Db, plan: Plan): Promise<void> {
  await adopt(db, UNIT, plan, calendars, instantOf(plan.inForceFrom))
  const who = { unit: UNIT, id: 'u', name: 'Y An' }
  const due = expand(plan, calendars.periods).filter((slot) => slot.inForce && slot.date !== null)
  for (const [i, slot] of due.entries()) {
    const at = instantOf(addDays(plannedDay(slot), i % 9 === 0 ? 2 : 0), slot.time ?? '08:00')
    const input =
      i % 7 === 0 ? inputOf('not-aired', { at, reason: 'power' }) : inputOf('aired', { at, minutes: 15 })
    if (i % 8 === 0) continue
    const told = await recordFact({ db, who, now: instantOf(ENDED, '20:00') }, slot.id, input)
    if (!told.ok) throw new Error(told.problem.detail)
    if (i % 14 === 0)
      await recordFact(
        { db, who, now: instantOf(ENDED, '20:00') },
        slot.id,
        inputOf('made-up', { at: at + 86_400_000 }),
      )
  }
}

/** The same year once more for every other commune, copied inside the database. */
async function copyToAll(db: Db): Promise<void> {
  for (const table of ['units', 'plans', 'obligations', 'slots', 'facts']) {
    const { rows } = await db.$client.execute(`SELECT name FROM pragma_table_info('${table}')`)
    const key = table === 'units' ? 'code' : 'unit'
    const names = rows.map(({ name }) => `"${name}"`)
    const values = names.map((name) => (name === `"${key}"` ? `printf('xa-%04d', n)` : name))
    await db.$client.execute(`WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${COMMUNES})
      INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM numbers CROSS JOIN ${table} WHERE ${key} = '${UNIT}'`)
  }
  await db.$client.execute('ANALYZE')
}

type Measured = (db: Db, plan: Plan, asOf: LocalDate) => Promise<unknown>

type Filled = { db: Db; plan: Plan; folder: string; users: number }
const files = new Map<number, Promise<Filled>>()

async function fill(communes: number): Promise<Filled> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-bench-'))
  const db = await openNodeDb({
    DATABASE_URL: `file:${join(folder, 'count.db')}`,
    DATABASE_AUTH_TOKEN: undefined,
  })
  const plan = samplePlans().find(({ id }) => id === 'ngok-tu-2025') as Plan
  await tellYear(db, plan)
  if (communes > 1) await copyToAll(db)
  return { db, plan, folder, users: 0 }
}

/** Both sides of a comparison ask one file; the last one to go takes it away. */
async function onFile(communes: 1 | typeof COMMUNES, measured: Measured): Promise<Runner> {
  files.set(communes, files.get(communes) ?? fill(communes))
  const file = await (files.get(communes) as Promise<Filled>)
  file.users++
  return {
    run: (round) => measured(file.db, file.plan, addDays('2025-09-01', round)),
    close: async () => {
      if (--file.users) return
      files.delete(communes)
      file.db.$client.close()
      await rm(file.folder, { recursive: true, force: true })
    },
  }
}

/** Everything that the page of the year counts. */
const oneUnit: Measured = async (db, plan, asOf) =>
  yearCount(
    readPlan(await recordsOf({ db, unit: UNIT }, adoptedPlan(plan)), asOf, LATER),
    'plan-year',
    calendars,
  )

export const countOne: Comparison = {
  id: 'count-one',
  what: `One unit's year, counted from every side, among ${COMMUNES.toLocaleString('en')} units`,
  rounds: 60,
  goal: 0.83,
  ours: { name: 'count', open: () => onFile(COMMUNES, oneUnit) },
  baseline: { name: 'the same in a file of its own', open: () => onFile(1, oneUnit) },
}

const everyUnit: Measured = (db, _, asOf) =>
  listWholeUnits(db).then((units) =>
    rollUp({ db, calendars, now: LATER.now }, units, { year: 2025, basis: 'plan-year', period: 'Y', asOf }),
  )

/** What somebody would write for this plan: no windows of an obligation, lengths, conditions, moves back, verdicts, minutes. */
export const handWritten = (plan: Plan, asOf: LocalDate): string => {
  const now = instantOf(addDays(asOf, 1)) - 1
  return `WITH told AS (
      SELECT unit, slot_id,
        max(CASE WHEN kind IN ('aired', 'posted', 'held') AND at <= ${now} THEN at END) AS done_at,
        max(kind = 'made-up' AND at <= ${now}) AS made_up,
        max(kind = 'excused' AND at <= ${now}) AS excused,
        max(kind = 'not-aired' AND at <= ${now}) AS missed,
        max(CASE WHEN kind = 'moved' THEN to_date END) AS moved_to
      FROM facts AS f
      WHERE slot_id IS NOT NULL AND kind <> 'correction'
        AND NOT EXISTS (SELECT 1 FROM facts AS c WHERE c.unit = f.unit AND c.slot_id = f.slot_id AND c.corrects = f.id)
      GROUP BY unit, slot_id),
    asked AS (
      SELECT slots.unit, coalesce(moved_to, date, window_to) AS due_day,
        coalesce(date, window_to) >= '${plan.inForceFrom}' AS in_force,
        done_at, coalesce(made_up, 0) AS made_up, coalesce(excused, 0) AS excused, coalesce(missed, 0) AS missed
      FROM slots LEFT JOIN told ON told.unit = slots.unit AND told.slot_id = slots.id
      WHERE withdrawn_at IS NULL AND coalesce(date, window_to) BETWEEN '2025-01-01' AND '2025-12-31')
    SELECT unit, count(*) AS scheduled, sum(in_force) AS feasible,
      sum(done_at IS NOT NULL OR made_up) AS done,
      sum(date(done_at / 1000 + 25200, 'unixepoch') > due_day) AS late,
      sum(done_at IS NULL AND made_up) AS made_up,
      sum(in_force AND done_at IS NULL AND NOT made_up AND excused) AS excused,
      sum(in_force AND done_at IS NULL AND NOT made_up AND NOT excused AND missed) AS missed,
      sum(in_force AND done_at IS NULL AND NOT made_up AND NOT excused AND NOT missed AND due_day <= '${asOf}') AS unconfirmed,
      sum(in_force AND done_at IS NULL AND NOT made_up AND due_day > '${asOf}') AS remaining
    FROM asked GROUP BY unit`
}

const bySql: Measured = (db, plan, asOf) => db.$client.execute(handWritten(plan, asOf))

export const countAll: Comparison = {
  id: 'count-all',
  what: `The roll-up of ${COMMUNES.toLocaleString('en')} units`,
  rounds: 15,
  goal: 0.5,
  ours: { name: 'roll-up', open: () => onFile(COMMUNES, everyUnit) },
  baseline: { name: 'SQL written by hand', open: () => onFile(COMMUNES, bySql) },
}

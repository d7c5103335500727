import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type countJson, officeCount } from '../../src/actions/count.ts'
import { changesOfEdition } from '../../src/actions/editions.ts'
import { calendars } from '../../src/calendars.ts'
import type { Basis } from '../../src/core/period.ts'
import { isNothing } from '../../src/core/plan/changes.ts'
import { runsOn } from '../../src/core/plan/edition.ts'
import type { Db } from '../../src/store/db.ts'
import { listEditions } from '../../src/store/editions.ts'
import { calendarSource } from '../../src/store/feeds.ts'
import { findPlan, listPlans } from '../../src/store/plans.ts'
import { adopt } from '../support/adopt.ts'
import { openDatabase } from '../support/database.ts'
import { moment } from '../support/facts.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { tempFolder } from '../support/temp-folder.ts'

/**
 * A database as the program wrote it before there were editions: a plan of 2024 whose hours changed and which lost an obligation
 * in February, an event's day that people set, facts, a subscription, what ran on into 2025 and was ended there by another
 * plan. Beside it the counts that the program of then answered.
 */
const fixture = (name: string) => new URL(`../fixtures/before-editions.${name}`, import.meta.url)

const UNIT = 'xa-cu'
let folder: Awaited<ReturnType<typeof tempFolder>>
let db: Db
beforeAll(async () => {
  folder = await tempFolder()
  writeFileSync(join(folder.path, 'cu.db'), gunzipSync(readFileSync(fixture('db.gz'))))
  db = await openDatabase(`file:${join(folder.path, 'cu.db')}`)
})
afterAll(async () => {
  db.$client.close()
  await folder[Symbol.asyncDispose]()
})

type Counted = ReturnType<typeof countJson> & { plan: { id: string; year: number } }
const counted = JSON.parse(readFileSync(fixture('count.json'), 'utf8')) as Counted[]

describe('a database from before there were editions', () => {
  test.each(counted.map((one) => [one.plan.id, one.period.basis, one.period.from, one] as const))(
    'counts the same: %s, %s from %s',
    async (planId, basis, from, before) => {
      const period = from.endsWith('-01-01') && before.period.to.endsWith('-12-31') ? 'Y' : 'Q1'
      const question = { basis: basis as Basis, year: before.plan.year, period, asOf: before.asOf }
      const after = await officeCount({ db, unit: UNIT, calendars, moment: AFTERWARDS }, question)
      // By planned day, as it was then; what is short is since then told against the period.
      const counted = (rows: readonly object[]) => rows.map((row) => ({ ...row, planId, shortfall: null }))
      const rows = after.ok ? after.value.rows.filter((row) => row.planId === planId) : []
      const told = rows.map(({ awaiting: _awaiting, ...row }) => row)
      expect(counted(told)).toEqual(counted(before.rows))
    },
  )

  test('has edition 1 of every plan, as it stands', async () => {
    const plans = await listPlans(db, UNIT)
    expect(
      plans.map((plan) => [plan.id, plan.edition, plan.origin, plan.ends?.from ?? null, plan.assumptions]),
    ).toEqual([
      ['duc-pho-2024@2025', 1, 'next-year', '2025-02-15', ['giờ phát do đài chọn']],
      ['moi-2025', 1, 'file', null, ['giờ phát do đài chọn']],
      ['duc-pho-2024', 1, 'file', null, ['giờ phát do đài chọn']],
    ])
    expect(plans.filter(runsOn).map(({ madeFrom }) => madeFrom)).toEqual([{ id: 'duc-pho-2024', year: 2024 }])
    const [first, ...others] = await listEditions(db, UNIT, 'duc-pho-2024')
    expect([first?.state, first?.from, first?.by, others]).toEqual(['adopted', '2024-01-01', 'chưa ghi', []])
    expect(first?.plan.obligations.map(({ id, clause }) => [id, clause])).toEqual([
      ['I.1', 'I.1'],
      ['I.2', 'I.2'],
    ])
    expect(first?.plan.obligations[1]?.cadence).toMatchObject({ kind: 'event-offset', trigger: null })
    expect((await findPlan(db, UNIT, 'duc-pho-2024'))?.topics.length).toBe(11)
  })

  test('adopting what stands changes nothing, and an edition tells what it changed', async () => {
    const [first] = await listEditions(db, UNIT, 'duc-pho-2024')
    if (!first) throw new Error('no edition')
    expect((await adopt(db, UNIT, first.plan, calendars, moment('2025-03-01 08:00'))).changed).toBe(false)
    const act = { db, now: moment('2025-03-01 08:00'), calendars, who: { unit: UNIT, id: 'u1', name: 'Lan' } }
    const told = await changesOfEdition(act, 'duc-pho-2024', 1)
    expect(told.ok && isNothing(told.value.changes)).toBe(false)
  })

  test('its subscribers are told of what was cancelled, under the ids of before', async () => {
    const { records } = await calendarSource(db, UNIT, { from: '2020-01-01', to: '2035-12-31' })
    const gone = records.filter(({ slot, facts }) => slot.withdrawn && facts.length === 0)
    expect(gone.filter(({ slot }) => slot.obligationId === 'I.3').map(({ slot }) => slot.id)).toEqual(
      ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((n) => `duc-pho-2024:I.3:${n}`),
    )
    expect(gone[0]?.obligation.title).toBe('Việc bị bỏ')
  })
})

/** A province hands a plan to its communes: what they get, what they make of it, and what is refused. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeUnit } from '../../src/accounts/unit.ts'
import { createUser } from '../../src/accounts/user.ts'
import { adoptEdition } from '../../src/actions/adopt.ts'
import { saveDraft } from '../../src/actions/drafting.ts'
import { decideEdition, draftEdition } from '../../src/actions/editions.ts'
import { handable, handEdition, readyHanding } from '../../src/actions/hand.ts'
import { addUnits } from '../../src/actions/units.ts'
import { calendars } from '../../src/calendars.ts'
import { ANY_TIME } from '../../src/core/notice/notice.ts'
import type { Plan } from '../../src/core/plan.ts'
import { addDays, DAY_MS, instantOf, localDateOf } from '../../src/core/wall-clock.ts'
import { commandLine } from '../../src/store/audit.ts'
import { write } from '../../src/store/db.ts'
import { findEdition, listEditions } from '../../src/store/editions.ts'
import { listHandings, noteSeen } from '../../src/store/handings.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { removePlan } from '../../src/store/plans.ts'
import { units } from '../../src/store/schema.ts'
import { setStation } from '../../src/store/stations.ts'
import { adopt } from '../support/adopt.ts'
import { saveConfirmed } from '../support/people.ts'
import { planData, planOf } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const PROVINCE = 'tinh-quang-ngai'
const PLAN = 'truyen-thong-2026'
const actIn = (unit: string, now = MONDAY) => ({
  ...{ db: house.db, now, calendars },
  who: { unit, id: `u-${unit}`, name: `Người của ${unit}` },
})
const weekly = (time: string, more: object = {}) => ({
  ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO', time, duration: 15, declared: 52 },
  window: { from: '2026-01-01', to: '2026-12-31' },
  ...more,
})
const handedPlan = (cadence = weekly('05:30'), more: object = {}): Plan =>
  planOf(
    planData(
      cadence,
      {
        ...{ id: PLAN, title: 'Tuyên truyền CCHC tỉnh Quảng Ngãi năm 2026', year: 2026 },
        ...{
          unit: { code: PROVINCE, name: 'UBND tỉnh Quảng Ngãi' },
          number: '318/KH-UBND',
          issued: '2025-07-30',
        },
        ...more,
      },
      { title: 'Chuyên mục', quote: 'mỗi tuần 01 số (52 số/năm)' },
    ),
  )

let house: Awaited<ReturnType<typeof testHouse>>
beforeEach(async () => {
  house = await testHouse()
  const unit = (code: string, name: string, parent: string | null) => {
    return { code, name, parent, kind: null, officialCode: null }
  }
  const added = await addUnits(
    house.db,
    [
      unit(PROVINCE, 'UBND tỉnh Quảng Ngãi', null),
      unit('xa-son-ha', 'UBND xã Sơn Hà', PROVINCE),
      unit('xa-ba-to', 'UBND xã Ba Tơ', PROVINCE),
      unit('xa-mo-rai', 'UBND xã Mô Rai', PROVINCE),
      unit('xa-ngoai', 'UBND xã Ngoài', null),
    ],
    commandLine,
    MONDAY,
  )
  if (!added.ok) throw new Error(added.problem.detail)
  const session = { days: ['MO', 'TU', 'WE', 'TH', 'FR'] as const, channel: 'loudspeaker' as const }
  const station = { from: '2025-01-01', silentDays: [], maxMinutes: null }
  const hours = [{ ...session, days: [...session.days], from: '17:00', to: '17:45' }]
  await setStation(house.db, actIn('xa-son-ha').who, { ...station, sessions: hours }, MONDAY)
  await draftEdition(actIn(PROVINCE), handedPlan(), { origin: 'form' })
})
afterEach(() => house[Symbol.asyncDispose]())

const hand = async (number: number, codes: string[] | null, now = MONDAY) => {
  const handed = await handEdition(actIn(PROVINCE, now), PLAN, number, codes)
  if (!handed.ok) throw new Error(handed.problem.detail)
  return handed.value
}
const states = async (edition = 1) =>
  Object.fromEntries(
    (await listHandings(house.db, PROVINCE))
      .filter((one) => one.edition === edition)
      .reverse()
      .map(({ unit, state, decided }) => [unit, decided?.reason ? [state, decided.reason] : state]),
  )
const content = async () => {
  const tables = ['handings', 'editions', 'edition_decisions', 'messages', 'audit_entries']
  const rows = tables.map((table) => house.db.$client.execute(`SELECT count(*) FROM ${table}`))
  return (await Promise.all(rows)).map(({ rows: [row] }) => Number(row?.[0]))
}
const rhythm = (plan: Plan | undefined) =>
  plan?.obligations.map(({ cadence }) => (cadence.kind === 'rate' ? `${cadence.rrule} ${cadence.time}` : ''))

test('each office gets a draft in its own name, with hours of its own station, and its calendar stays as it is', async () => {
  await hand(1, ['xa-son-ha', 'xa-ba-to'])
  const [sonHa, baTo] = await Promise.all(
    ['xa-son-ha', 'xa-ba-to'].map((unit) => findEdition(house.db, unit, PLAN, 1)),
  )
  expect([sonHa?.state, sonHa?.origin, sonHa?.originOf, sonHa?.base]).toEqual([
    'draft',
    'handed',
    'UBND tỉnh Quảng Ngãi',
    null,
  ])
  expect([sonHa?.plan.title, sonHa?.plan.unit, sonHa?.plan.number]).toEqual([
    'Tuyên truyền CCHC xã Sơn Hà năm 2026',
    { code: 'xa-son-ha', name: 'UBND xã Sơn Hà' },
    null,
  ])
  expect(rhythm(sonHa?.plan)).toEqual(['FREQ=WEEKLY;BYDAY=MO 17:00'])
  expect(sonHa?.plan.obligations[0]?.assumptions[0]).toMatch(/^Xếp theo giờ phát của đài: /)
  expect(rhythm(baTo?.plan)).toEqual(['FREQ=WEEKLY;BYDAY=MO 05:30'])
  expect(await states()).toEqual({ 'xa-ba-to': 'handed', 'xa-son-ha': 'handed' })
  const { rows } = await house.db.$client.execute('SELECT count(*) FROM slots')
  expect(rows[0]?.[0]).toBe(0)
})

test('what each made of it is seen from above: seen, adopted, changed, refused with a reason', async () => {
  await hand(1, null)
  await write(house.db, [noteSeen('xa-mo-rai', PLAN, 1, MONDAY)])
  expect(await states()).toEqual({ 'xa-ba-to': 'handed', 'xa-mo-rai': 'seen', 'xa-son-ha': 'handed' })
  await adoptEdition(actIn('xa-son-ha'), PLAN, 1)
  const came = await findEdition(house.db, 'xa-ba-to', PLAN, 1)
  if (!came) throw new Error('nothing was handed')
  const changed = await saveDraft(actIn('xa-ba-to'), came, { ...came.plan, title: 'Tên của xã' })
  expect([changed.ok && changed.value.origin, await states()]).toEqual([
    'handed',
    { 'xa-ba-to': 'handed', 'xa-mo-rai': 'seen', 'xa-son-ha': 'adopted' },
  ])
  await adoptEdition(actIn('xa-ba-to'), PLAN, 2)
  const silent = await decideEdition(actIn('xa-mo-rai'), { planId: PLAN, number: 1, kind: 'discarded' })
  expect([silent.ok, silent.ok ? '' : silent.problem.kind]).toEqual([false, 'invalid'])
  const reason = 'trùng kế hoạch riêng'
  await decideEdition(actIn('xa-mo-rai'), { planId: PLAN, number: 1, kind: 'discarded', reason })
  expect(await states()).toEqual({
    'xa-ba-to': 'changed',
    'xa-mo-rai': ['refused', reason],
    'xa-son-ha': 'adopted',
  })
})

test('to a closed office, to one that has it, to one beside: everything is told and nothing is done', async () => {
  await closeUnit(
    { db: house.db, who: commandLine('xa-ba-to'), now: MONDAY },
    'xa-ba-to',
    instantOf('2025-08-01', '00:00'),
  )
  await hand(1, ['xa-son-ha'])
  const before = await content()
  const all = ['xa-son-ha', 'xa-ba-to', 'xa-ngoai', 'khong-co', 'xa-mo-rai', PROVINCE]
  const refused = await handEdition(actIn(PROVINCE), PLAN, 1, all)
  expect(refused.ok ? null : refused.problem).toMatchObject({
    kind: 'invalid',
    errors: [
      { path: ['units', 'xa-son-ha'], code: 'handed-before' },
      { path: ['units', 'xa-ba-to'], code: 'closed' },
      { path: ['units', 'xa-ngoai'], code: 'unknown-unit' },
      { path: ['units', 'khong-co'], code: 'unknown-unit' },
      { path: ['units', PROVINCE], code: 'unknown-unit' },
    ],
  })
  const twice = await handEdition(actIn(PROVINCE), PLAN, 1, ['xa-son-ha'])
  expect(twice.ok ? null : twice.problem).toMatchObject({
    kind: 'conflict',
    detail: 'Chưa giao cho đơn vị nào: UBND xã Sơn Hà đã được giao bản 1 ngày 04/8/2025.',
  })
  const nobody = await handEdition(actIn(PROVINCE), PLAN, 1, [])
  const none = await handEdition(actIn('xa-ngoai'), PLAN, 1, null)
  expect([nobody.ok, none.ok, await content()]).toEqual([false, false, before])
  const rest = await hand(1, null)
  expect(rest.drafts.map(({ unit }) => unit.code)).toEqual(['xa-mo-rai'])
})

test('two who hand at one moment: the second hands to nobody', async () => {
  const both = await Promise.all([hand(1, null).catch(String), hand(1, ['xa-mo-rai']).catch(String)])
  const done = both.filter((one) => typeof one !== 'string')
  expect(done).toHaveLength(1)
  const [first] = done
  if (typeof first === 'string' || !first) throw new Error('nobody handed')
  expect((await listHandings(house.db, PROVINCE)).length).toBe(first.drafts.length)
  expect(await listEditions(house.db, 'xa-mo-rai', PLAN)).toHaveLength(1)
})

test('one that refused can be handed it again; one that removed it too', async () => {
  await hand(1, null)
  await decideEdition(actIn('xa-ba-to'), { planId: PLAN, number: 1, kind: 'discarded', reason: 'đài hỏng' })
  await adoptEdition(actIn('xa-son-ha'), PLAN, 1)
  await removePlan(house.db, 'xa-son-ha', PLAN)
  expect((await hand(1, null, MONDAY + DAY_MS)).drafts.map(({ unit }) => unit.code)).toEqual([
    'xa-ba-to',
    'xa-son-ha',
  ])
  expect(await states()).toEqual({ 'xa-ba-to': 'handed', 'xa-mo-rai': 'handed', 'xa-son-ha': 'handed' })
  expect((await listEditions(house.db, 'xa-son-ha', PLAN)).map(({ number }) => number)).toEqual([2])
})

test('an office that adopted gets what was changed since, beside hours of its own, as a draft', async () => {
  await hand(1, ['xa-ba-to', 'xa-mo-rai'])
  const came = await findEdition(house.db, 'xa-ba-to', PLAN, 1)
  if (!came) throw new Error('nothing was handed')
  const own = came.plan.obligations.map((obligation) =>
    obligation.cadence.kind === 'rate'
      ? { ...obligation, cadence: { ...obligation.cadence, time: '18:10' } }
      : obligation,
  )
  await saveDraft(actIn('xa-ba-to'), came, { ...came.plan, obligations: own })
  await adoptEdition(actIn('xa-ba-to'), PLAN, 2)
  const [obligation] = handedPlan().obligations
  const later = handedPlan(weekly('05:30'), { obligations: [{ ...obligation, title: 'Chuyên mục mới' }] })
  await draftEdition(actIn(PROVINCE), later, { origin: 'form' })
  await hand(2, ['xa-ba-to', 'xa-mo-rai'], MONDAY + DAY_MS)
  const draft = await findEdition(house.db, 'xa-ba-to', PLAN, 3)
  expect([draft?.state, draft?.base, draft?.plan.obligations[0]?.title, rhythm(draft?.plan)]).toEqual([
    'draft',
    2,
    'Chuyên mục mới',
    ['FREQ=WEEKLY;BYDAY=MO 18:10'],
  ])
  expect(await states(1)).toEqual({ 'xa-ba-to': 'changed', 'xa-mo-rai': 'replaced' })
  expect(await states(2)).toEqual({ 'xa-ba-to': 'handed', 'xa-mo-rai': 'handed' })
})

test('an office that has a plan of that id of its own keeps it, and gets the other beside it', async () => {
  await adopt(house.db, 'xa-ba-to', handedPlan(weekly('06:00')), calendars, MONDAY)
  await hand(1, ['xa-ba-to'])
  const [handing] = await listHandings(house.db, PROVINCE)
  expect(handing?.draft).toEqual({ planId: `${PLAN}-2`, number: 1 })
  expect((await listEditions(house.db, 'xa-ba-to', PLAN)).map(({ state }) => state)).toEqual(['adopted'])
})

test('whoever hears anything in an office is told, once', async () => {
  const user = await createUser(house.db, { unit: 'xa-ba-to', name: 'Y Lan', role: 'leader' }, MONDAY)
  if (!user.ok) throw new Error(user.problem.detail)
  const settings = { email: 'lan@example.vn', kinds: ['month' as const], reach: ANY_TIME }
  await saveConfirmed(house.db, 'xa-ba-to', user.value.id, settings, MONDAY)
  await hand(1, null)
  const [message, ...more] = await listMessages(house.db, 'xa-ba-to')
  expect([message?.template, message?.data, more]).toEqual([
    'handed',
    {
      ...{ plan: 'Tuyên truyền CCHC xã Ba Tơ năm 2026', by: 'UBND tỉnh Quảng Ngãi', path: '/ke-hoach' },
    },
    [],
  ])
  expect(await listMessages(house.db, 'xa-mo-rai')).toEqual([])
})

test('what is handed is an edition that holds or a draft, never one that was put aside', async () => {
  expect((await handable(actIn(PROVINCE))).map(({ number }) => number)).toEqual([1])
  await decideEdition(actIn(PROVINCE), { planId: PLAN, number: 1, kind: 'discarded' })
  expect(await handable(actIn(PROVINCE))).toEqual([])
  const refused = await readyHanding(actIn(PROVINCE), PLAN, 1, null)
  expect(refused.ok ? '' : refused.problem.kind).toBe('conflict')
  const missing = await readyHanding(actIn(PROVINCE), PLAN, 7, null)
  expect(missing.ok ? '' : missing.problem.kind).toBe('not-found')
})

test('an office that is closed from a later day is still handed its plan', async () => {
  const later = instantOf(addDays(localDateOf(MONDAY), 3), '00:00')
  await closeUnit({ db: house.db, who: commandLine('xa-ba-to'), now: MONDAY }, 'xa-ba-to', later)
  expect((await hand(1, ['xa-ba-to'])).drafts).toHaveLength(1)
})

test('what became of a handed plan is told while the office stands below, and no longer', async () => {
  await adopt(house.db, PROVINCE, handedPlan(), calendars, MONDAY)
  const handed = await handEdition(actIn(PROVINCE), PLAN, 1, null)
  if (!handed.ok) throw new Error(handed.problem.detail)
  const told = async () => (await listHandings(house.db, PROVINCE)).map(({ unit }) => unit).sort()
  const before = await told()
  expect(before.length).toBeGreaterThan(1)
  await house.db
    .update(units)
    .set({ parent: null })
    .where(eq(units.code, before[0] ?? ''))
  expect(await told()).toEqual(before.slice(1))
})

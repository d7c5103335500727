import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../src/actions/record-on-obligation.ts'
import { calendars } from '../../src/calendars.ts'
import { type FactInput, inputOf } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { listSlots } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { planData, planOf } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const LAN = { unit: UNIT, id: 'u1', name: 'Y Lan' }
const OBLIGATION = { planId: 'thu-2025', obligationId: 'A.1' }
const SHORT_EVENT = { kind: 'event-offset', days: 2, times: ['05:30', '17:30'], duration: 10 }
const planWith = (cadence: Record<string, unknown>): Plan =>
  planOf(planData(cadence, { inForceFrom: '2025-01-01' }))

let house: Awaited<ReturnType<typeof testHouse>>
beforeEach(async () => {
  await house?.[Symbol.asyncDispose]()
  house = await testHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

const log = (input: FactInput, idempotencyKey: string | null = null, now = MONDAY) =>
  recordOnObligation({ db: house.db, who: LAN, now, calendars }, OBLIGATION, input, { idempotencyKey })
const setDay = (date: string, key: string | null = null) =>
  log(inputOf('moved', { to: { date, time: null } }), key)
const detail = (result: Awaited<ReturnType<typeof log>>) => (result.ok ? null : result.problem.detail)
const factId = (result: Awaited<ReturnType<typeof log>>) => (result.ok ? result.value.fact.id : '')
const undo = async (result: Awaited<ReturnType<typeof log>>) =>
  log(inputOf('correction', { corrects: factId(result) }))

/** Each slot with its day and hour; `-` before what the plan asks for no longer. */
const slots = async () =>
  (await listSlots(house.db, UNIT)).map(
    ({ slot }) => `${slot.withdrawn ? '-' : ''}${slot.id.split(':')[2]} ${slot.date} ${slot.time}`,
  )
const ON_FIRST = ['01 2025-09-01 05:30', '02 2025-09-01 17:30', '03 2025-09-02 05:30', '04 2025-09-02 17:30']

describe('a continuous obligation', () => {
  test('takes facts without a slot, once for each key', async () => {
    await adopt(house.db, UNIT, planWith({ kind: 'continuous' }), calendars, MONDAY)
    const given = { link: 'https://xa.vn/tin', place: 'Zalo', people: 40, note: 'hai tin' }
    const at = instantOf('2025-08-03', '09:00')
    const first = await log(inputOf('posted', { ...given, at }), 'k1')
    const again = await log(inputOf('posted', { ...given, at }), 'k1')
    expect([first.ok && first.value.repeated, again.ok && again.value.repeated]).toEqual([false, true])
    const facts = await listFacts(house.db, UNIT)
    expect(facts.map(({ id, ...fact }) => fact)).toEqual([
      {
        ...inputOf('posted', { ...given, at }),
        ...{ planId: 'thu-2025', obligationId: 'A.1', slotId: null, incidentId: null },
        ...{ at, recordedAt: MONDAY, by: 'Y Lan' },
      },
    ])
  })

  test('refuses an obligation that the plan does not have, and a time that has not come', async () => {
    await adopt(house.db, UNIT, planWith({ kind: 'continuous' }), calendars, MONDAY)
    const elsewhere = { ...OBLIGATION, obligationId: 'Z' }
    const unknown = await recordOnObligation(
      { db: house.db, who: LAN, now: MONDAY, calendars },
      elsewhere,
      inputOf('held'),
    )
    expect(detail(unknown)).toBe('Không có nhiệm vụ này.')
    const tomorrow = await log(inputOf('held', { at: MONDAY + 86_400_000 }))
    expect(tomorrow.ok ? null : tomorrow.problem).toMatchObject({ errors: [{ code: 'in-future' }] })
  })

  test('a key that recorded something else is refused', async () => {
    await adopt(house.db, UNIT, planWith({ kind: 'continuous' }), calendars, MONDAY)
    await log(inputOf('held'), 'k1')
    const other = planOf(
      planData({ kind: 'continuous' }, { id: 'khac-2025', inForceFrom: '2025-01-01' }, { id: 'B' }),
    )
    await adopt(house.db, UNIT, other, calendars, MONDAY)
    const elsewhere = { planId: 'khac-2025', obligationId: 'B' }
    const refused = await recordOnObligation(
      { db: house.db, who: LAN, now: MONDAY, calendars },
      elsewhere,
      inputOf('held'),
      {
        idempotencyKey: 'k1',
      },
    )
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'key-reused' } })
    const words = await log(inputOf('held', { note: 'khác' }), 'k1')
    expect(words).toMatchObject({ ok: false, problem: { kind: 'key-reused' } })
  })
})

test('a year that the plan cannot mean is refused for what was done without a slot too', async () => {
  await adopt(house.db, UNIT, planWith({ kind: 'continuous' }), calendars, MONDAY)
  const refused = await log(inputOf('held', { at: instantOf('1925-08-03', '09:00') }))
  expect(refused.ok ? null : refused.problem).toMatchObject({ errors: [{ path: ['at'], code: 'far-year' }] })
})

describe('an obligation that hangs on an event', () => {
  beforeEach(async () => {
    await adopt(house.db, UNIT, planWith(SHORT_EVENT), calendars, MONDAY)
  })

  test('has no slots before somebody sets the day, then those of that day', async () => {
    expect(await slots()).toEqual([])
    await setDay('2025-09-01')
    expect(await slots()).toEqual(ON_FIRST)
  })

  test('keeps its slots when the document, which names no day, is adopted again', async () => {
    await setDay('2025-09-01')
    await adopt(house.db, UNIT, planWith(SHORT_EVENT), calendars, MONDAY)
    expect(await slots()).toEqual(ON_FIRST)
  })

  test('on another day: what nobody touched goes along, what somebody touched stays where it was', async () => {
    await setDay('2025-09-01')
    await recordFact(
      { db: house.db, who: LAN, now: MONDAY },
      'thu-2025:A.1:02',
      inputOf('note', { note: 'loa hỏng' }),
    )
    await setDay('2025-09-10')
    expect(await slots()).toEqual([
      '-02 2025-09-01 17:30',
      '03 2025-09-10 05:30',
      '04 2025-09-10 17:30',
      '01 2025-09-11 05:30',
      '05 2025-09-11 17:30',
    ])
  })

  test('taking the day back takes the slots away, except what somebody touched', async () => {
    const set = await setDay('2025-09-01')
    await recordFact(
      { db: house.db, who: LAN, now: MONDAY },
      'thu-2025:A.1:02',
      inputOf('note', { note: 'loa hỏng' }),
    )
    await undo(set)
    expect(await slots()).toEqual(['-02 2025-09-01 17:30'])
    await setDay('2025-09-01')
    expect(await slots()).toEqual(ON_FIRST)
  })

  test('a day outside the plan is refused', async () => {
    expect((await setDay('2026-01-01')).ok).toBe(false)
    expect(await slots()).toEqual([])
  })

  test('the day and its slots are one batch: when a statement fails there is neither', async () => {
    const batch = house.db.$client.batch
    house.db.$client.batch = (statements, mode) =>
      batch.call(
        house.db.$client,
        mode === 'write' ? [...statements, 'SELECT * FROM no_such_table'] : statements,
        mode,
      )
    await expect(setDay('2025-09-01')).rejects.toThrow()
    house.db.$client.batch = batch
    expect([await slots(), (await listFacts(house.db, UNIT)).length]).toEqual([[], 0])
  })

  test('sent twice under one key it is one day', async () => {
    await setDay('2025-09-01', 'k1')
    await setDay('2025-09-01', 'k1')
    expect(await slots()).toEqual(ON_FIRST)
    expect((await listFacts(house.db, UNIT)).length).toBe(1)
  })

  test('a document that names the day itself keeps it, whatever was set before', async () => {
    const set = await setDay('2025-09-01')
    const amended = planWith({ ...SHORT_EVENT, trigger: '2025-10-10', days: 1 })
    await adopt(house.db, UNIT, amended, calendars, MONDAY)
    expect(detail(await setDay('2025-09-05'))).toBe('Kế hoạch đã ấn định ngày sự kiện: thứ Sáu 10/10/2025.')
    await undo(set)
    expect(await slots()).toEqual(['05 2025-10-10 05:30', '06 2025-10-10 17:30'])
  })
})

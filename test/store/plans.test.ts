import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Adoption } from '../../src/actions/adopt.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { type FactKind, inputOf } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import { expand, type Slot } from '../../src/core/slot.ts'
import type { Db } from '../../src/store/db.ts'
import { findPlan, listPlans } from '../../src/store/plans.ts'
import { findSlot, listSlots } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { contentOf, database } from '../support/database.ts'
import { moment } from '../support/facts.ts'
import { adoptedPlan, planData, planOf, samplePlan } from '../support/plans.ts'

const NOW = moment('2025-08-04 08:00')
const LATER = moment('2025-09-01 08:00')

let house: Awaited<ReturnType<typeof database>>
let db: Db
beforeAll(async () => {
  house = await database()
  db = house.db
})
afterAll(() => house[Symbol.asyncDispose]())

/** From the whole plan's first day, unless the test says otherwise. */
const adoptIn = (unit: string, plan: Plan, now = NOW, from: string | null = null) =>
  adopt(db, unit, plan, calendars, now, { from })
/** Without what it changed in words. */
const counted = async (adoption: Promise<Adoption>) => {
  const { changes: _, from, ...counts } = await adoption
  return counts
}
const FIRST = '2025-01-01'
const record = (unit: string, slotId: string, kind: FactKind = 'note', now = NOW) =>
  recordFact(
    { db, who: { unit, id: 'u1', name: 'Cán bộ đài' }, now },
    slotId,
    inputOf(kind, { note: 'x', reason: 'power', to: { date: '2025-08-20', time: null }, value: 1 }),
  )

const obligation = (id: string, cadence: object, title = 'Việc thử') => ({
  ...{ id, title, channels: ['loudspeaker'], lead: 'Văn phòng', quote: 'nguyên văn', cadence },
})
const planWith = (...obligations: object[]): Plan => planOf(planData({}, { obligations }))
const mondays = (count: number, more: object = {}) => ({
  ...{ kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=MO;COUNT=${count}`, time: '05:30' },
  ...more,
})
const deadline = (day: string) => ({ kind: 'deadline', window: { to: day } })

const changes = { added: 0, moved: 0, restored: 0, withdrawn: 0, deleted: 0, changed: true }
/** `[id, date and time or the end of the window, withdrawn]` of each slot. */
const outline = async (unit: string) =>
  (await listSlots(db, unit)).map(({ slot: { id, date, time, window, withdrawn } }) => [
    id.slice('thu-2025:'.length),
    date ? `${date} ${time}` : window?.to,
    withdrawn,
  ])

describe('adopting a plan', () => {
  test.each(['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022'])(
    '%s comes back as it went in',
    async (name) => {
      const plan = samplePlan(name)
      const { code } = plan.unit
      const slots = expand(plan, calendars.periods)
      expect(await counted(adoptIn(code, plan))).toEqual({
        ...changes,
        planId: name,
        edition: 1,
        added: slots.length,
      })
      expect(await findPlan(db, code, name)).toEqual(adoptedPlan(plan))
      const stored = (await listSlots(db, code)).map(({ slot }) => slot)
      const byId = (a: Slot, b: Slot) => (a.id < b.id ? -1 : 1)
      expect(stored.sort(byId)).toEqual([...slots].sort(byId))
    },
  )

  test('a second time changes nothing, not even the time of adoption', async () => {
    const plan = samplePlan('ngok-tu-2025')
    await adoptIn('hai-lan', plan)
    const before = await contentOf(db)
    expect(await counted(adoptIn('hai-lan', plan, LATER))).toEqual({
      ...changes,
      planId: plan.id,
      edition: 1,
      changed: false,
    })
    expect(await contentOf(db)).toEqual(before)
  })

  test('a file in other words for the same plan changes nothing either', async () => {
    const data = planData(mondays(3))
    await adoptIn('cung-nghia', planOf(data))
    const before = await contentOf(db)
    const same = {
      ...Object.fromEntries(Object.entries(data).reverse()),
      zone: 'Asia/Ho_Chi_Minh',
      number: null,
    }
    expect((await adoptIn('cung-nghia', planOf(same), LATER)).changed).toBe(false)
    expect(await contentOf(db)).toEqual(before)
  })

  test('the same obligations in another order stand in that order, each in the wording that it had', async () => {
    const three = ['A', 'B', 'C'].map((id) => obligation(id, mondays(1)))
    const plan = planWith(...three)
    await adoptIn('thu-tu', plan)
    await adoptIn('thu-tu', planWith(...three.toReversed()), LATER)
    const held = await findPlan(db, 'thu-tu', plan.id)
    expect(held?.obligations.map(({ id }) => id)).toEqual(['C', 'B', 'A'])
    const wordings = await db.$client.execute(
      "SELECT id, edition FROM obligations WHERE unit = 'thu-tu' ORDER BY id",
    )
    expect(wordings.rows.map(({ id, edition }) => `${id} ${edition}`)).toEqual(['A 1', 'B 1', 'C 1'])
  })

  test('two people at once leave one plan', async () => {
    const plan = samplePlan('duc-pho-2024')
    await Promise.all(Array.from({ length: 5 }, () => adoptIn('cung-luc', plan)))
    expect((await listSlots(db, 'cung-luc')).length).toBe(expand(plan, calendars.periods).length)
    expect(await listPlans(db, 'cung-luc')).toEqual([
      adoptedPlan({ ...plan, unit: { code: 'cung-luc', name: 'cung-luc' } }),
    ])
  })
})

describe('an edited plan', () => {
  test('moves, adds and deletes what nobody touched', async () => {
    await adoptIn('chua-ghi', planWith(obligation('A', mondays(3)), obligation('B', deadline('2025-06-30'))))
    const edited = planWith(
      obligation('A', mondays(2, { time: '17:30' })),
      obligation('C', deadline('2025-07-31')),
    )
    expect(await counted(adoptIn('chua-ghi', edited))).toEqual({
      ...changes,
      planId: 'thu-2025',
      edition: 2,
      added: 1,
      moved: 2,
      deleted: 2,
    })
    expect(await outline('chua-ghi')).toEqual([
      ['A:01', '2025-01-06 17:30', false],
      ['A:02', '2025-01-13 17:30', false],
      ['C:01', '2025-07-31', false],
    ])
    expect((await findPlan(db, 'chua-ghi', 'thu-2025'))?.obligations.map(({ id }) => id)).toEqual(['A', 'C'])
  })

  test('leaves what somebody touched where it is, and withdraws it when it is gone', async () => {
    const plan = planWith(obligation('A', mondays(3)), obligation('B', deadline('2025-06-30')))
    await adoptIn('da-ghi', plan)
    for (const id of ['A:01', 'A:03', 'B:01']) await record('da-ghi', `thu-2025:${id}`)
    const edited = planWith(obligation('A', mondays(2, { time: '17:30' })))
    expect(await counted(adoptIn('da-ghi', edited, NOW, FIRST))).toEqual({
      ...changes,
      planId: 'thu-2025',
      edition: 2,
      moved: 1,
      withdrawn: 2,
    })
    expect(await outline('da-ghi')).toEqual([
      ['A:01', '2025-01-06 05:30', false],
      ['A:02', '2025-01-13 17:30', false],
      ['A:03', '2025-01-20 05:30', true],
      ['B:01', '2025-06-30', true],
    ])
    // The obligation itself is out of the plan, its words are still there for what was recorded.
    expect((await findPlan(db, 'da-ghi', 'thu-2025'))?.obligations.map(({ id }) => id)).toEqual(['A'])
    expect((await findSlot(db, 'da-ghi', 'thu-2025:B:01'))?.obligation.title).toBe('Việc thử')

    expect(await counted(adoptIn('da-ghi', plan, NOW, FIRST))).toEqual({
      ...changes,
      planId: 'thu-2025',
      edition: 3,
      moved: 1,
      restored: 2,
    })
    expect(await outline('da-ghi')).toEqual([
      ['A:01', '2025-01-06 05:30', false],
      ['A:02', '2025-01-13 05:30', false],
      ['A:03', '2025-01-20 05:30', false],
      ['B:01', '2025-06-30', false],
    ])
    expect((await findPlan(db, 'da-ghi', 'thu-2025'))?.obligations).toEqual(plan.obligations)
  })

  test('withdraws a touched slot when the obligation becomes another kind: the new ones have numbers of their own', async () => {
    await adoptIn('doi-loai', planWith(obligation('A', mondays(2))))
    await record('doi-loai', 'thu-2025:A:01')
    const quarter = { kind: 'window', window: { from: '2025-01-01', to: '2025-03-31' }, times: 2 }
    await adoptIn('doi-loai', planWith(obligation('A', quarter)), NOW, FIRST)
    expect(await outline('doi-loai')).toEqual([
      ['A:01', '2025-01-06 05:30', true],
      ['A:03', '2025-03-31', false],
      ['A:04', '2025-03-31', false],
    ])
  })

  test('from a day on: what was planned before it stays as it was asked, recorded or not', async () => {
    await adoptIn('tu-ngay', planWith(obligation('A', mondays(4)), obligation('B', deadline('2025-01-31'))))
    await record('tu-ngay', 'thu-2025:A:01')
    const tuesdays = { ...mondays(4), rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4', time: '17:30' }
    await adoptIn('tu-ngay', planWith(obligation('A', tuesdays, 'Tên mới')), NOW, '2025-01-15')
    expect(await outline('tu-ngay')).toEqual([
      ['A:01', '2025-01-06 05:30', false],
      ['A:02', '2025-01-13 05:30', false],
      ['A:03', '2025-01-21 17:30', false],
      ['A:04', '2025-01-28 17:30', false],
    ])
    const titles = (await listSlots(db, 'tu-ngay')).map(({ obligation }) => obligation.title)
    expect(titles).toEqual(['Việc thử', 'Việc thử', 'Tên mới', 'Tên mới'])
  })

  test('without a day it holds from today once somebody recorded something', async () => {
    await adoptIn('hom-nay', planWith(obligation('A', mondays(40))))
    await record('hom-nay', 'thu-2025:A:01')
    const { from, edition } = await adoptIn(
      'hom-nay',
      planWith(obligation('A', mondays(40, { time: '17:30' }))),
    )
    expect([edition, from]).toEqual([2, '2025-08-04'])
    const hours = (await listSlots(db, 'hom-nay')).map(({ slot }) => `${slot.date} ${slot.time}`)
    expect(hours.slice(29, 32)).toEqual(['2025-07-28 05:30', '2025-08-04 17:30', '2025-08-11 17:30'])
  })

  test('counts up the revision of what a calendar shows otherwise, and of nothing else', async () => {
    await adoptIn('ban-sua', planWith(obligation('A', mondays(2)), obligation('B', mondays(1))))
    const revisions = async () =>
      (await listSlots(db, 'ban-sua')).map(({ slot, revision }) => [slot.id.slice(9), revision])
    await adoptIn('ban-sua', planWith(obligation('A', mondays(2), 'Tên mới'), obligation('B', mondays(1))))
    expect(await revisions()).toEqual([
      ['A:01', 1],
      ['B:01', 0],
      ['A:02', 1],
    ])
    await adoptIn(
      'ban-sua',
      planWith(obligation('A', mondays(2), 'Tên mới'), obligation('B', mondays(1, { time: '06:00' }))),
    )
    expect(await revisions()).toEqual([
      ['A:01', 1],
      ['B:01', 1],
      ['A:02', 1],
    ])
  })
})

describe('units and plans are apart', () => {
  test('an edit in one unit leaves the other unit’s rows as they are', async () => {
    const plan = planWith(obligation('A', mondays(3)))
    await adoptIn('xa-mot', plan)
    await adoptIn('xa-hai', plan)
    await record('xa-hai', 'thu-2025:A:01')
    const other = await contentOf(db, 'xa-hai')
    await adoptIn('xa-mot', planWith(obligation('A', mondays(1)), obligation('B', mondays(2))))
    expect(await contentOf(db, 'xa-hai')).toEqual(other)
    // What xa-hai recorded touches no slot of xa-mot.
    expect(await outline('xa-mot')).toEqual([
      ['A:01', '2025-01-06 05:30', false],
      ['B:01', '2025-01-06 05:30', false],
      ['B:02', '2025-01-13 05:30', false],
    ])
  })

  test('another year of the same plan has slots of its own', async () => {
    const plan = samplePlan('duc-pho-2024')
    await adoptIn('hai-nam', plan)
    await adoptIn('hai-nam', samplePlan('duc-pho-2024', 2026))
    expect((await listPlans(db, 'hai-nam')).map(({ id, year }) => [id, year])).toEqual([
      ['duc-pho-2024@2026', 2026],
      ['duc-pho-2024', 2024],
    ])
    expect((await listSlots(db, 'hai-nam', { planId: 'duc-pho-2024' })).length).toBe(
      expand(plan, calendars.periods).length,
    )
  })
})

describe('a killed adoption leaves nothing', () => {
  const before = planWith(obligation('A', mondays(3)), obligation('B', deadline('2025-06-30')))
  const after = planWith(obligation('A', mondays(5, { time: '17:30' })), obligation('C', mondays(2)))

  /** The same database, whose next batch breaks before its n-th statement. */
  function breaking(at: number): { db: Db; broke: () => boolean } {
    let broke = false
    const client = new Proxy(db.$client, {
      get: (target, key) => {
        if (key !== 'batch') return Reflect.get(target, key, target)
        return (statements: unknown[], mode: 'write') => {
          broke = statements.length > at
          const broken = broke ? statements.toSpliced(at, 0, 'SELECT * FROM no_such_table') : statements
          return target.batch(broken as string[], mode)
        }
      },
    })
    return {
      db: new Proxy(db, { get: (target, key) => (key === '$client' ? client : Reflect.get(target, key)) }),
      broke: () => broke,
    }
  }

  test('whichever of its statements fails', async () => {
    await adoptIn('bi-ngat', before)
    await record('bi-ngat', 'thu-2025:A:02')
    await record('bi-ngat', 'thu-2025:B:01')
    const rows = await contentOf(db)
    let statements = 0
    for (;;) {
      const broken = breaking(statements)
      const adopted = await adopt(broken.db, 'bi-ngat', after, calendars, LATER, { from: FIRST }).catch(
        () => null,
      )
      if (!broken.broke()) break
      expect(adopted).toBeNull()
      expect(await contentOf(db)).toEqual(rows)
      statements++
    }
    expect(statements).toBeGreaterThan(8)
    expect(await outline('bi-ngat')).toEqual([
      ['C:01', '2025-01-06 05:30', false],
      ['A:01', '2025-01-06 17:30', false],
      ['A:02', '2025-01-13 05:30', false],
      ['C:02', '2025-01-13 05:30', false],
      ['A:03', '2025-01-20 17:30', false],
      ['A:04', '2025-01-27 17:30', false],
      ['A:05', '2025-02-03 17:30', false],
      ['B:01', '2025-06-30', true],
    ])
  })
})

describe('any sequence of edited plans, with facts between them', () => {
  const cadences = [
    mondays(3),
    mondays(6),
    mondays(3, { time: '17:30' }),
    mondays(2, { duration: 20, reruns: { times: 2, afterDays: [1, 3] } }),
    { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', time: '05:30' },
    { kind: 'window', window: { from: '2025-07-01', to: '2025-09-30' }, times: 2 },
    { kind: 'window', window: { from: '2025-04-01', to: '2025-09-30' } },
    deadline('2025-06-30'),
    { kind: 'report', periods: ['Q1', 'H1'] },
    { kind: 'event-offset', trigger: '2025-10-10', days: 2, times: ['05:30', '17:30'] },
    { kind: 'measure', target: { value: 50, unit: '%', by: '2025-09-30' } },
    { kind: 'continuous' },
  ]
  const edition = fc
    .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', '4.đ'), fc.constantFrom(...cadences)), {
      minLength: 1,
      selector: ([id]) => id,
    })
    .map((obligations) => planWith(...obligations.map(([id, cadence]) => obligation(id, cadence))))
  const step = fc.oneof(
    edition,
    fc.record({
      pick: fc.nat(),
      kind: fc.constantFrom<FactKind>('note', 'aired', 'not-aired', 'moved', 'evidence'),
    }),
  )

  const dayOf = ({ date, window }: Slot) => date ?? window?.to ?? ''
  const placeOf = (slot: Slot) => `${dayOf(slot)} ${slot.time} ${slot.minutes} ${slot.window?.from}`
  const kindOf = (slot: Slot) => `${slot.obligationId} ${slot.airing} ${slot.date === null}`
  /** How many slots of each kind lie on each day. */
  const days = (slots: readonly Slot[]) => slots.map((slot) => `${kindOf(slot)} ${dayOf(slot)}`).sort()

  let unit = 0
  test('no touched slot is lost or moved, every day of the plan has its slot, no id means two things', async () => {
    await adoptIn('ben-canh', planWith(obligation('A', mondays(4))))
    const beside = await contentOf(db, 'ben-canh')
    await fc.assert(
      fc.asyncProperty(edition, fc.array(step, { minLength: 2, maxLength: 7 }), async (first, steps) => {
        const code = `xa-${unit++}`
        const touched = new Map<string, string>()
        const gone = new Map<string, string>()
        let before: Slot[] = []
        for (const one of [first, ...steps]) {
          if ('pick' in one) {
            const id = before[one.pick % Math.max(before.length, 1)]?.id
            const slot = before.find((each) => each.id === id)
            if (slot && (await record(code, slot.id, one.kind)).ok) touched.set(slot.id, placeOf(slot))
            continue
          }
          await adoptIn(code, one, NOW, before.length ? FIRST : null)
          const records = await listSlots(db, code)
          const stored = records.map(({ slot }) => slot)
          const live = stored.filter(({ withdrawn }) => !withdrawn)
          const wanted = expand(one, calendars.periods)
          expect(days(live)).toEqual(days(wanted))
          for (const [id, place] of touched) {
            const slot = stored.find((each) => each.id === id) as Slot
            expect(placeOf(slot)).toBe(place)
            expect(slot.withdrawn).toBe(!live.includes(slot))
          }
          const places = wanted.map((slot) => `${kindOf(slot)} ${placeOf(slot)}`)
          for (const slot of live.filter(({ id }) => !touched.has(id)))
            expect(places).toContain(`${kindOf(slot)} ${placeOf(slot)}`)
          for (const slot of stored) expect(gone.get(slot.id) ?? dayOf(slot)).toBe(dayOf(slot))
          const ids = new Set(stored.map(({ id }) => id))
          for (const slot of stored) gone.delete(slot.id)
          for (const slot of before) if (!ids.has(slot.id)) gone.set(slot.id, dayOf(slot))
          before = stored
        }
      }),
      { numRuns: 60 },
    )
    expect(await contentOf(db, 'ben-canh')).toEqual(beside)
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptEdition } from '../../src/actions/adopt.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { calendars } from '../../src/calendars.ts'
import { countRows, withFormer } from '../../src/core/count/count-rows.ts'
import { type FactKind, inputOf } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import { read, type SlotRecord } from '../../src/core/reading.ts'
import { expand, plannedDay } from '../../src/core/slot.ts'
import { addDays, instantOf, type LocalDate } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { calendarSource } from '../../src/store/feeds.ts'
import { findPlan } from '../../src/store/plans.ts'
import { listSlots } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { database } from '../support/database.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { planData, planOf } from '../support/plans.ts'

let house: Awaited<ReturnType<typeof database>>
let db: Db
beforeAll(async () => {
  house = await database()
  db = house.db
})
afterAll(() => house[Symbol.asyncDispose]())

const FIRST = '2025-01-01'
const LAST = '2025-04-30'
const window = { from: '2025-01-06', to: LAST }
const rate = (rrule: string, time: string, more: object = {}) => ({
  kind: 'rate',
  rrule,
  time,
  window,
  ...more,
})
const cadences = [
  rate('FREQ=WEEKLY;BYDAY=MO', '05:30', { declared: 17 }),
  rate('FREQ=WEEKLY;BYDAY=MO,TH', '05:30'),
  rate('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '17:30', { minutes: { min: 10, max: 15 } }),
  rate('FREQ=WEEKLY;BYDAY=TU', '06:00', { reruns: { times: 2, afterDays: [2, 5] } }),
  rate('FREQ=MONTHLY;BYDAY=1TU', '06:00', { reruns: { times: 1, afterDays: [7] } }),
  rate('FREQ=MONTHLY;BYMONTHDAY=15', '17:00'),
  { kind: 'window', window: { from: '2025-02-01', to: '2025-03-31' }, times: 2 },
  { kind: 'deadline', window: { to: '2025-03-15' } },
]
const plan = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('A', 'B', 'C'),
      fc.constantFrom(...cadences),
      fc.constantFrom('Tên', 'Tên khác'),
    ),
    {
      minLength: 1,
      selector: ([id]) => id,
    },
  )
  .map((obligations) =>
    planOf(
      planData(
        {},
        {
          obligations: obligations.map(([id, cadence, title]) => ({
            ...{ id, title, channels: ['loudspeaker'], quote: 'nguyên văn', cadence },
          })),
        },
      ),
    ),
  )

type Step =
  | { do: 'adopt'; plan: Plan; later: number }
  | { do: 'restore'; which: number }
  | { do: 'record'; pick: number; kind: FactKind }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('adopt' as const), plan, later: fc.nat(40) }),
  fc.record({ do: fc.constant('restore' as const), which: fc.nat() }),
  fc.record({
    do: fc.constant('record' as const),
    pick: fc.nat(),
    kind: fc.constantFrom<FactKind>('aired', 'not-aired', 'moved', 'note'),
  }),
)

const placeOf = ({ slot, obligation }: SlotRecord) =>
  [plannedDay(slot), slot.time, slot.minutes, slot.window?.from, slot.withdrawn, obligation.title].join(' ')
const live = (records: readonly SlotRecord[]) => records.filter(({ slot }) => !slot.withdrawn)
const isTouched = ({ facts }: SlotRecord) => facts.length > 0
const days = (records: readonly { slot: SlotRecord['slot'] }[], from: LocalDate) =>
  records
    .filter(({ slot }) => plannedDay(slot) >= from)
    .map(({ slot }) => `${slot.obligationId} ${slot.airing} ${plannedDay(slot)}`)
    .sort()

/** What the count says of the days before one: their total may be another now, what happened then is not. */
async function countBefore(unit: string, day: LocalDate) {
  const [held, all] = await Promise.all([findPlan(db, unit, 'thu-2025'), listSlots(db, unit)])
  const obligations = withFormer(
    held?.obligations ?? [],
    live(all).map(({ obligation }) => obligation),
  )
  const period = { from: FIRST, to: addDays(day, -1) }
  return countRows(obligations, read(all, AFTERWARDS), [], { period, asOf: LAST })
    .filter(({ scheduled }) => scheduled > 0)
    .map(({ obligationId, airing, scheduled, due, done, missed, unconfirmed, short }) =>
      [obligationId, airing, scheduled, due, done, missed, unconfirmed, short].join(' '),
    )
    .sort()
}

let unit = 0
test('whatever is adopted from whichever day, restored or recorded: nothing is lost, doubled, or told anew of the past', async () => {
  await fc.assert(
    fc.asyncProperty(plan, fc.array(step, { minLength: 3, maxLength: 9 }), async (first, steps) => {
      const code = `xa-${unit++}`
      const who = { unit: code, id: 'u1', name: 'Lan' }
      const adopted: { number: number; plan: Plan }[] = []
      let now = instantOf('2025-02-10', '08:00')
      let from: LocalDate = FIRST
      const told = new Map<string, { revision: number; place: string }>()
      const adoption = await adopt(db, code, first, calendars, now)
      adopted.push({ number: adoption.edition, plan: first })
      for (const one of steps) {
        now += 60_000
        const before = await listSlots(db, code)
        if (one.do === 'record') {
          const slot = before[one.pick % before.length]?.slot
          const to = { date: '2025-03-20', time: null }
          if (slot)
            await recordFact({ db, who, now }, slot.id, inputOf(one.kind, { reason: 'power', to, note: 'x' }))
        } else {
          const day = one.do === 'adopt' ? addDays(from, one.later) : from
          const wanted = one.do === 'adopt' ? one.plan : (adopted[one.which % adopted.length]?.plan ?? first)
          const number = one.do === 'restore' ? (adopted[one.which % adopted.length]?.number ?? 1) : 0
          const past = await countBefore(code, day)
          const act = { db, who, now, calendars }
          const result =
            one.do === 'adopt'
              ? { ok: true as const, value: await adopt(db, code, wanted, calendars, now, { from: day }) }
              : await adoptEdition(act, 'thu-2025', number, { from: day })
          if (!result.ok) {
            expect(result.problem.kind).toBe('conflict')
            continue
          }
          from = day
          adopted.push({ number: result.value.edition, plan: wanted })
          const after = await listSlots(db, code)
          // Every day of the rule from then on has its slot, no day two.
          expect(days(live(after), day)).toEqual(
            days(
              expand(wanted, calendars.periods).map((slot) => ({ slot })),
              day,
            ),
          )
          // What was planned before stays as it was asked, and counts as it did.
          const early = (records: readonly SlotRecord[]) =>
            records
              .filter(({ slot }) => plannedDay(slot) < day)
              .map((record) => `${record.slot.id} ${placeOf(record)}`)
          expect(early(after)).toEqual(early(before))
          expect(await countBefore(code, day)).toEqual(past)
          // Nothing that somebody touched is lost or moved.
          const places = new Map(after.map((record) => [record.slot.id, record]))
          for (const record of before.filter(isTouched)) {
            const same = places.get(record.slot.id)
            expect([same && plannedDay(same.slot), same?.slot.time, same?.slot.minutes]).toEqual([
              plannedDay(record.slot),
              record.slot.time,
              record.slot.minutes,
            ])
          }
          const instants = live(after).map(
            ({ slot }) => `${slot.obligationId} ${slot.airing} ${slot.date} ${slot.time} ${slot.of}`,
          )
          expect(new Set(instants.filter((text) => !text.includes('null null'))).size).toBe(
            instants.filter((text) => !text.includes('null null')).length,
          )
        }
        // Calendars: an id keeps its meaning, and whatever shows otherwise counts up.
        const { records } = await calendarSource(db, code, { from: '2020-01-01', to: '2035-12-31' })
        for (const record of records) {
          const was = told.get(record.slot.id)
          const place = placeOf(record)
          if (was)
            expect(record.revision).toBeGreaterThanOrEqual(was.revision + (was.place === place ? 0 : 1))
          told.set(record.slot.id, { revision: record.revision, place })
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('an edition that is adopted again gives what it gave', async () => {
  await fc.assert(
    fc.asyncProperty(plan, plan, async (first, second) => {
      const code = `xa-${unit++}`
      const outline = async () =>
        live(await listSlots(db, code)).map(
          (record) => `${record.slot.airing} ${record.slot.obligationId} ${placeOf(record)}`,
        )
      const now = instantOf('2025-02-10', '08:00')
      await adopt(db, code, first, calendars, now)
      const before = await outline()
      const { changed } = await adopt(db, code, second, calendars, now)
      const act = { db, who: { unit: code, id: 'u1', name: 'Lan' }, now, calendars }
      const again = await adoptEdition(act, 'thu-2025', 1)
      expect([again.ok, await outline()]).toEqual([changed, before])
    }),
    { numRuns: 40 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordFact } from '../../src/actions/record-fact.ts'
import { subscribe } from '../../src/actions/subscription.ts'
import { calendars } from '../../src/calendars.ts'
import { factInput } from '../../src/core/fact.ts'
import { assess } from '../../src/core/standing.ts'
import { addDays, formatWall, instantOf, localDateOf } from '../../src/core/wall-clock.ts'
import { eventUid } from '../../src/ical/event.ts'
import { listSlots } from '../../src/store/slots.ts'
import { adopt } from '../support/adopt.ts'
import { type ReadEvent, readCalendar } from '../support/calendar-reader.ts'
import { AFTERWARDS } from '../support/moments.ts'
import { planData, planOf } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const WHO = { unit: UNIT, id: 'lan', name: 'Y Lan', role: 'officer' as const }

/** A calendar that keeps what it once got, by UID, and takes only what has a higher SEQUENCE. */
function strictClient() {
  const events = new Map<string, ReadEvent>()
  const take = (event: ReadEvent) => {
    const known = events.get(event.uid)
    if (known && event.sequence < known.sequence) throw new Error(`${event.uid} counts backwards`)
    if (known?.sequence === event.sequence) expect(event).toEqual(known)
    else events.set(event.uid, event)
  }
  const kept = () => [...events.values()].filter(({ status }) => status !== 'CANCELLED')
  return { take, kept }
}

type Wish = { title?: string; weeks?: number; day?: string; portal?: boolean; until?: string }

/** The plan as the office amends it in the course of the year. */
function amended({
  title = 'Chuyên mục',
  weeks = 40,
  day = 'MO',
  portal = true,
  until = '2025-09-30',
}: Wish) {
  const obligation = (id: string, cadence: object, channels: string[]) => ({
    id,
    title,
    channels,
    quote: 'nguyên văn',
    cadence,
  })
  const weekly = {
    ...{ kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=${day};COUNT=${weeks}`, time: '05:30', duration: 15 },
    reruns: { times: 1, afterDays: [2] },
  }
  const monthly = { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=12', time: '17:00' }
  const obligations = [
    obligation('A.1', weekly, ['loudspeaker']),
    obligation('A.2', { kind: 'window', window: { from: '2025-07-01', to: until } }, ['event']),
    ...(portal ? [obligation('A.3', monthly, ['portal'])] : []),
  ]
  return planOf(planData({}, { obligations: obligations, inForceFrom: '2025-02-01' }))
}

const PLANS = [
  amended({}),
  amended({ title: 'Chuyên mục, tên mới; dài hơn' }),
  amended({ weeks: 30 }),
  amended({ day: 'WE' }),
  amended({ portal: false }),
  amended({ until: '2025-10-31', weeks: 44 }),
]

const step = fc.oneof(
  fc.record({ do: fc.constantFrom('aired', 'not-aired', 'made-up'), slot: fc.nat(200) }),
  fc.record({ do: fc.constant('moved'), slot: fc.nat(200), days: fc.integer({ min: -20, max: 40 }) }),
  fc.record({ do: fc.constant('correction'), slot: fc.nat(200) }),
  fc.record({ do: fc.constant('amend'), slot: fc.nat(PLANS.length - 1) }),
)
/** Some steps between two fetches, a few days after the last. */
const week = fc.record({ steps: fc.array(step, { maxLength: 5 }), days: fc.integer({ min: 2, max: 13 }) })

test('a calendar that follows a year of moves, outcomes and amendments ends with what the server has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(week, { minLength: 30, maxLength: 50 }), async (weeks) => {
      await using house = await testHouse()
      house.clock.now = instantOf('2025-01-01', '09:00')
      await adopt(house.db, UNIT, PLANS[0] as (typeof PLANS)[0], calendars, house.clock.now)
      const made = await subscribe(house.db, WHO, { name: 'Lãnh đạo', scope: 'all' }, house.clock.now)
      const path = made.ok ? made.value.path : ''
      const client = strictClient()
      let etag = ''
      const fetchFeed = async () => {
        const answer = await house.ask(path, { headers: { 'if-none-match': etag } })
        if (answer.status === 304) return
        etag = answer.headers.get('etag') ?? ''
        for (const event of readCalendar(await answer.text()).events) client.take(event)
      }
      await fetchFeed()
      for (const { steps, days } of weeks) {
        house.clock.now += days * 86_400_000
        for (const one of steps) await doStep(house, one)
        await fetchFeed()
      }
      expect(shownBy(client.kept())).toEqual(await storedBy(house))
    }),
    { numRuns: 5 },
  )
})

type House = Awaited<ReturnType<typeof testHouse>>
type Step = { do: string; slot: number; days?: number }

/** What is refused is refused: the calendar must follow what was accepted. */
async function doStep({ db, clock }: House, { do: what, slot: n, days = 0 }: Step): Promise<void> {
  if (what === 'amend')
    return void (await adopt(db, UNIT, PLANS[n] as (typeof PLANS)[0], calendars, clock.now))
  const records = await listSlots(db, UNIT)
  const record = records[n % records.length]
  if (!record) return
  const last = record.facts.findLast(({ corrects }) => corrects === null)
  const day = addDays(record.slot.date ?? localDateOf(clock.now), days)
  const input = {
    aired: { kind: 'aired' },
    'not-aired': { kind: 'not-aired', reason: 'power' },
    'made-up': { kind: 'made-up' },
    moved: { kind: 'moved', to: record.slot.time ? `${day}T17:30` : day },
    correction: { kind: 'correction', corrects: last?.id ?? 'none' },
  }[what]
  await recordFact({ db, who: WHO, now: clock.now }, record.slot.id, factInput.parse(input))
}

const shownBy = (events: ReadEvent[]) =>
  events
    .filter(({ uid }) => !uid.includes('@nhac.'))
    .map(({ uid, start, sequence, summary }) => [
      uid,
      start,
      sequence,
      /✔|✖|PB|DỜI/.exec(summary)?.[0] ?? '',
      summary
        .split(' · ')
        .at(-1)
        ?.replace(/^[✔✖] /, ''),
    ])
    .sort()

async function storedBy({ db }: House) {
  const records = await listSlots(db, UNIT)
  return records
    .filter(({ slot, facts }) => !slot.withdrawn && (slot.inForce || facts.length > 0))
    .map(({ slot, obligation, facts, revision }) => {
      const { standing, dueDay, dueTime, moved } = assess(slot, facts, AFTERWARDS)
      const dated = slot.date !== null || moved !== null
      const start = dated && dueTime ? formatWall(dueDay, dueTime) : dueDay
      const postponed =
        moved !== null && slot.date !== null && ['unconfirmed', 'not-in-force'].includes(standing)
      const planned =
        moved !== null &&
        standing === 'missed' &&
        facts.findLast(({ kind }) => kind === 'moved' || kind === 'not-aired')?.kind === 'moved'
      const sign =
        { done: '✔', late: '✔', 'made-up': 'PB', missed: planned ? 'PB' : '✖' }[standing as 'done'] ??
        (postponed ? 'DỜI' : '')
      return [eventUid(slot.id, UNIT), start, revision, sign, obligation.title]
    })
    .sort()
}

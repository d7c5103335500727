import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/core/fact.ts'
import { coveredBy, explanationOf, type Incident } from '../../src/core/incident.ts'
import { read } from '../../src/core/reading.ts'
import { incidentInput } from '../../src/core/record/incident-input.ts'
import { draftFact } from '../../src/core/record/recording.ts'
import { addDays, instantOf } from '../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../routes/views/records.ts'
import { seenAt } from '../support/moments.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'

/** One programme: Monday 4/8/2025, 05:30 to 05:45. */
const plan = planOf(
  planData({
    kind: 'rate',
    rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1',
    time: '05:30',
    duration: 15,
    start: '2025-08-04',
  }),
)
const ID = 'thu-2025:A.1:01'
const THAT_DAY = instantOf('2025-08-04', '20:00')

const incident = (from: string, to: string, more: Partial<Incident> = {}): Incident => {
  const [day = '', hour = ''] = from.split(' ')
  const [endDay = '', endHour = ''] = to.split(' ')
  return {
    ...{ id: 'i1', kind: 'power', channel: null, note: null, document: null },
    ...{ from: instantOf(day, hour), to: instantOf(endDay, endHour) },
    ...more,
  }
}
const allDay = (more: Partial<Incident> = {}) => incident('2025-08-04 00:00', '2025-08-05 00:00', more)

const statesOf = (it: Incident, facts: Fact[] = [], now = THAT_DAY) =>
  coveredBy(it, read(recordsOf(plan, facts), seenAt(now)), now).map(({ state }) => state)

describe('a programme from 05:30 to 05:45', () => {
  test.each([
    ['2025-08-04 05:00', '2025-08-04 05:30', false],
    ['2025-08-04 05:00', '2025-08-04 05:31', true],
    ['2025-08-04 05:44', '2025-08-04 06:00', true],
    ['2025-08-04 05:45', '2025-08-04 06:00', false],
    ['2025-08-03 00:00', '2025-08-04 00:00', false],
    ['2025-08-03 00:00', '2025-08-06 00:00', true],
  ])('an incident from %s to %s covers it: %s', (from, to, covered) => {
    expect(statesOf(incident(from, to))).toEqual(covered ? ['open'] : [])
  })
  test.each([
    ['loudspeaker', ['open']],
    ['social', []],
    [null, ['open']],
  ] as const)('an incident of channel %s says of it: %j', (channel, states) => {
    expect(statesOf(allDay({ channel }))).toEqual(states)
  })
})

test('a programme that began before midnight is covered after it', () => {
  const late = planOf(
    planData({
      kind: 'rate',
      rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1',
      time: '23:50',
      duration: 30,
      start: '2025-08-04',
    }),
  )
  const found = coveredBy(
    incident('2025-08-05 00:05', '2025-08-05 01:00'),
    read(recordsOf(late), seenAt(instantOf('2025-08-06'))),
    instantOf('2025-08-06'),
  )
  expect(found.map(({ reading }) => reading.slot.id)).toEqual([ID])
})

describe('a slot that was moved', () => {
  const to = { date: '2025-08-06', time: '17:00' }
  const moved = factOf(ID, 'moved', instantOf('2025-08-03'), { to })
  test('is covered where it was moved to', () => {
    const now = instantOf('2025-08-07')
    expect(statesOf(incident('2025-08-06 16:00', '2025-08-06 18:00'), [moved], now)).toEqual(['open'])
  })
  test('is not covered where it had been planned', () => {
    expect(statesOf(allDay(), [moved])).toEqual([])
  })
  test('keeps its place when it gets a day for its make-up after it was explained', () => {
    const silent = factOf(ID, 'not-aired', instantOf('2025-08-04', '05:30'), {
      reason: 'power',
      incidentId: 'i1',
    })
    expect(statesOf(allDay(), [silent, { ...moved, id: 'later' }])).toEqual(['explained'])
  })
})

describe('what an incident can still do for a slot', () => {
  const aired = factOf(ID, 'aired', instantOf('2025-08-04', '05:30'))
  const silent = factOf(ID, 'not-aired', instantOf('2025-08-04', '05:30'), { reason: 'power' })
  const own = { ...silent, incidentId: 'i1' }
  const document = 'Công văn số 12/UBND'
  const before = instantOf('2025-08-04', '05:29')

  test.each<[string, Partial<Incident>, Fact[], number, string[]]>([
    ['nobody said anything', {}, [], THAT_DAY, ['open']],
    ['it was aired', {}, [aired], THAT_DAY, ['settled']],
    ['it was aired, a document changes nothing', { document }, [aired], THAT_DAY, ['settled']],
    ['somebody recorded that it was not aired', {}, [silent], THAT_DAY, ['settled']],
    ['a document can excuse what somebody recorded', { document }, [silent], THAT_DAY, ['missed']],
    ['the incident explained it', {}, [own], THAT_DAY, ['explained']],
    ['the incident explained it, the document came later', { document }, [own], THAT_DAY, ['missed']],
    ['one minute before its hour', {}, [], before, ['ahead']],
    ['at its hour', {}, [], before + 60_000, ['open']],
    ['before its hour, with a document', { document }, [], before, ['open']],
  ])('%s', (_, more, facts, now, states) => {
    expect(statesOf(allDay(more), facts, now)).toEqual(states)
  })
})

test('what the plan asks for not yet, or no longer, is left out', () => {
  const readings = read(recordsOf(samplePlan('ngok-tu-2025')), seenAt(THAT_DAY))
  const july = incident('2025-07-14 00:00', '2025-07-29 00:00')
  expect(coveredBy(july, readings, THAT_DAY).map(({ reading }) => reading.slot.id)).toEqual([])
  const gone = recordsOf(plan).map((record) => ({ ...record, slot: { ...record.slot, withdrawn: true } }))
  expect(coveredBy(allDay(), read(gone, seenAt(THAT_DAY)), THAT_DAY)).toEqual([])
})

test('windows and deadlines are not silenced by a few days', () => {
  const window = planOf(planData({ kind: 'window', window: { from: '2025-08-01', to: '2025-08-31' } }))
  const august = incident('2025-08-01 00:00', '2025-09-01 00:00')
  const now = instantOf('2025-09-02')
  expect(coveredBy(august, read(recordsOf(window), seenAt(now)), now)).toEqual([])
})

describe('what is recorded', () => {
  const explain = (it: Incident, now = THAT_DAY) =>
    coveredBy(it, read(recordsOf(plan), seenAt(now)), now).map((covered) => {
      const { kind, at, reason, document, note } = explanationOf(it, covered, now)
      return { kind, at, reason, document, note }
    })
  test.each<[string, Partial<Incident>, object]>([
    ['a power cut', { kind: 'power' }, { kind: 'not-aired', reason: 'power', note: null, document: null }],
    [
      'a storm with a document',
      { kind: 'disaster', document: 'Công điện 03', note: 'Bão số 5' },
      { kind: 'excused', reason: 'disaster', note: 'Bão số 5', document: 'Công điện 03' },
    ],
    ['Tết', { kind: 'tet' }, { kind: 'not-aired', reason: 'nghỉ Tết', note: null, document: null }],
    [
      'something else, in its own words',
      { kind: 'other', note: 'di dời cụm loa' },
      { kind: 'not-aired', reason: 'di dời cụm loa', note: null, document: null },
    ],
  ])('%s: at the hour of the slot', (_, more, fact) => {
    expect(explain(allDay(more))).toEqual([{ at: instantOf('2025-08-04', '05:30'), ...fact }])
  })
  test('said ahead, it is dated by the moment when it was said', () => {
    const now = instantOf('2025-08-01', '09:00')
    expect(explain(allDay({ document: 'Công điện 03' }), now).map(({ at }) => at)).toEqual([now])
  })
})

test('once all that is open was explained, nothing is open any more', () => {
  const whole = samplePlan('ngok-tu-2025')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 150 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 170 }),
      fc.boolean(),
      (start, length, today, accepted) => {
        const from = addDays('2025-07-24', start)
        const it = incident(`${from} 06:00`, `${addDays(from, length)} 17:30`, {
          document: accepted ? 'Công văn số 12/UBND' : null,
        })
        const now = instantOf(addDays('2025-07-24', today), '05:31')
        const facts = coveredBy(it, read(recordsOf(whole), seenAt(now)), now)
          .filter(({ state }) => state === 'open')
          .map((covered, i) => {
            const { slot } = covered.reading
            const draft = draftFact(slot, [], explanationOf(it, covered, now), now)
            if (!draft.ok) throw new Error(draft.problem.detail)
            return { ...draft.value, id: `f${i}`, by: 'Lan', recordedAt: now, incidentId: it.id }
          })
        const after = coveredBy(it, read(recordsOf(whole, facts), seenAt(now)), now)
        const states = after.map(({ state }) => state)
        expect(states.filter((state) => state === 'open')).toEqual([])
        expect(states.filter((state) => state === 'explained')).toHaveLength(facts.length)
      },
    ),
    { numRuns: 30 },
  )
})

describe('an incident that is described wrongly', () => {
  const right = { kind: 'power', from: '2025-08-04', to: '2025-08-04' }
  test.each([
    ['an end before its beginning', { to: '2025-08-03' }, ['to']],
    ['an end at its beginning', { from: '2025-08-04T05:00', to: '2025-08-04T05:00' }, ['to']],
    ['a wrong year', { to: '2026-08-04' }, ['to']],
    ['a day that does not exist', { from: '2025-02-29' }, ['from']],
    ['an unknown kind', { kind: 'war' }, ['kind']],
    ['something else that is not told', { kind: 'other', note: '  ' }, ['note']],
    ['an unknown channel', { channel: 'tv' }, ['channel']],
  ])('%s is refused', (_, more, path) => {
    const parsed = incidentInput.safeParse({ ...right, ...more })
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([path])
  })
  test('a day without an hour belongs to it until its end', () => {
    expect(incidentInput.parse(right)).toEqual({
      ...{ kind: 'power', channel: null, note: null, document: null },
      ...{ from: instantOf('2025-08-04'), to: instantOf('2025-08-05') },
    })
  })
})

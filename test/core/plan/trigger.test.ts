import { describe, expect, test } from 'vitest'
import { type Fact, type FactInput, inputOf } from '../../../src/core/fact.ts'
import { triggerSet, withTriggers } from '../../../src/core/plan/trigger.ts'
import type { Obligation } from '../../../src/core/plan.ts'
import { draftOnObligation } from '../../../src/core/record/recording.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { factOf } from '../../routes/views/records.ts'
import { onlyObligation, planData, planOf } from '../../support/plans.ts'

const NOW = instantOf('2025-08-04', '20:00')
const EVENT = { kind: 'event-offset', days: 7, times: ['05:30', '11:00', '17:30'] }
const planWith = (cadence: Record<string, unknown>) =>
  planOf(planData(cadence, { inForceFrom: '2025-01-01' }))
const event = onlyObligation(planWith(EVENT))
const eventOnDay = onlyObligation(planWith({ ...EVENT, trigger: '2025-09-01' }))
const always = onlyObligation(planWith({ kind: 'continuous' }))
const alwaysIfAny = onlyObligation(planWith({ kind: 'continuous', conditional: true }))
const weekly = onlyObligation(planWith({ kind: 'rate', rrule: 'FREQ=WEEKLY;COUNT=3', time: '05:30' }))

let hour = 8
const logged = (kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({
  ...factOf(
    'thu-2025:A.1',
    kind,
    instantOf('2025-08-04', `${String(hour++ % 24).padStart(2, '0')}:00`),
    more,
  ),
  slotId: null,
})
const day = (date: string): Partial<Fact> => ({ to: { date, time: null } })
const onDay = (date: string) => logged('moved', day(date))
const never = () => logged('not-aired', { reason: 'not-triggered' })

const moved = (date: string) => inputOf('moved', { to: { date, time: null } })
const notTriggered = inputOf('not-aired', { reason: 'not-triggered' })
const setTo = (obligation: Obligation, trigger: string): Obligation => ({
  ...obligation,
  cadence: { ...obligation.cadence, trigger } as Obligation['cadence'],
})

describe('on an obligation itself', () => {
  test.each<[string, Obligation, Fact[], FactInput, 'ok' | 'invalid' | 'conflict']>([
    ['something done', always, [], inputOf('posted', { link: 'https://xa.vn/1' }), 'ok'],
    ['something done again', always, [logged('posted')], inputOf('posted'), 'ok'],
    ['what was not aired', always, [], inputOf('not-aired', { reason: 'power' }), 'invalid'],
    ['a make-up', always, [], inputOf('made-up'), 'invalid'],
    ['a note', always, [], inputOf('note', { note: 'họp' }), 'ok'],
    ['"không phát sinh" where the plan says nothing of that', always, [], notTriggered, 'invalid'],
    ['"không phát sinh" where the plan says "nếu có"', alwaysIfAny, [], notTriggered, 'ok'],
    ['"không phát sinh" of what was done', alwaysIfAny, [logged('held')], notTriggered, 'conflict'],
    ['something done after "không phát sinh"', alwaysIfAny, [never()], inputOf('held'), 'conflict'],
    ['the day of an event', event, [], moved('2025-09-01'), 'ok'],
    ['the day of an event that is none', weekly, [], moved('2025-09-01'), 'invalid'],
    ['another day of an event', setTo(event, '2025-09-01'), [onDay('2025-09-01')], moved('2025-09-02'), 'ok'],
    ['the same day again', setTo(event, '2025-09-01'), [onDay('2025-09-01')], moved('2025-09-01'), 'invalid'],
    ['another day than the plan itself names', eventOnDay, [], moved('2025-09-02'), 'conflict'],
    ['a day after "không phát sinh"', event, [never()], moved('2025-09-01'), 'conflict'],
    ['"không phát sinh" of an event without a day', event, [], notTriggered, 'ok'],
    ['"không phát sinh" of an event with a day', event, [onDay('2025-09-01')], notTriggered, 'conflict'],
  ])('%s', (_, obligation, facts, input, answer) => {
    const drafted = draftOnObligation('thu-2025', obligation, facts, input, NOW)
    expect(drafted.ok ? 'ok' : drafted.problem.kind).toBe(answer)
  })
})

describe('the day of an event', () => {
  const first = onDay('2025-09-01')
  const second = onDay('2025-09-05')
  test.each<[string, Fact[], string | null]>([
    ['is unknown before anybody sets it', [], null],
    ['is the one that was set', [first], '2025-09-01'],
    ['is the one set last', [first, second], '2025-09-05'],
    ['is the one before, when the last is taken back', [first, second, undo(second)], '2025-09-01'],
    ['is unknown again when all are taken back', [first, undo(first)], null],
  ])('%s', (_, facts, date) => {
    expect(triggerSet(facts)).toBe(date)
  })

  test('stands in for the one that the document does not name, and never for one that it does', () => {
    const dates = (cadence: Record<string, unknown>) =>
      withTriggers(planWith(cadence), [first]).obligations.map(({ cadence: { kind, ...rest } }) =>
        kind === 'event-offset' ? (rest as { trigger: string | null }).trigger : kind,
      )
    expect(dates(EVENT)).toEqual(['2025-09-01'])
    expect(dates({ ...EVENT, trigger: '2025-10-10' })).toEqual(['2025-10-10'])
    expect(dates({ kind: 'continuous' })).toEqual(['continuous'])
  })

  test('leaves a plan without such obligations the very same', () => {
    const plan = planWith({ kind: 'continuous' })
    expect(withTriggers(plan, [first])).toBe(plan)
  })
})

function undo(fact: Fact): Fact {
  return logged('correction', { corrects: fact.id })
}

import { describe, expect, test } from 'vitest'
import { type FactInput, factInput, inputOf } from '../../../src/core/fact.ts'
import { draftFact, mayRecord } from '../../../src/core/record/recording.ts'
import type { Role } from '../../../src/core/role.ts'
import type { Slot } from '../../../src/core/slot.ts'
import { type Instant, instantOf } from '../../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../../routes/views/records.ts'
import { standing } from '../../support/moments.ts'
import { planData, planOf } from '../../support/plans.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const NOW = instantOf('2025-08-05', '08:00')

/** One airing, on Monday 4/8/2025 at 05:30. */
const weekly = { kind: 'rate', rrule: 'FREQ=WEEKLY;COUNT=1', time: '05:30', start: '2025-08-04' }
const slotOf = (cadence: Record<string, unknown>): Slot =>
  recordsOf(planOf(planData(cadence, { inForceFrom: '2025-01-01' })))[0]?.slot as Slot
const slot = slotOf(weekly)
const ifAny = slotOf({ ...weekly, conditional: true })

describe('an excuse', () => {
  const excused = inputOf('excused', { reason: 'power' })
  const withDocument = inputOf('excused', { document: 'Công văn số 12/UBND' })
  test.each<[Role, FactInput, boolean]>([
    ['officer', excused, false],
    ['officer', withDocument, true],
    ['leader', excused, true],
    ['leader', withDocument, true],
    ['admin', excused, true],
    ['officer', inputOf('not-aired', { reason: 'power' }), true],
  ])('of a(n) %s: %o is allowed: %s', (role, input, allowed) => {
    expect(mayRecord(role, input) === null).toBe(allowed)
  })
})

describe('"không phát sinh"', () => {
  const never = inputOf('not-aired', { reason: 'not-triggered' })
  const codes = (of: Slot) => {
    const drafted = draftFact(of, [], never, NOW)
    return drafted.ok || drafted.problem.kind !== 'invalid'
      ? []
      : drafted.problem.errors.map(({ code }) => code)
  }
  test('settles a slot that the plan asks for "nếu có", and no other', () => {
    expect([codes(ifAny), codes(slot)]).toEqual([[], ['not-conditional']])
  })
  const said = factOf(ifAny.id, 'not-aired', NOW, { reason: 'not-triggered' })
  test('stands as such', () => {
    expect(standing(ifAny, [said], NOW)).toBe('not-triggered')
  })
  test.each<[FactInput]>([
    [inputOf('held')],
    [inputOf('made-up')],
    [inputOf('excused', { document: 'Công văn số 1' })],
    [inputOf('moved', { to: { date: '2025-08-09', time: null } })],
  ])('is followed by %o only once it is taken back', (input) => {
    const undone = factOf(ifAny.id, 'correction', NOW, { corrects: said.id })
    const answers = [[said], [said, undone]].map((facts) => draftFact(ifAny, facts, input, NOW + MINUTE).ok)
    expect(answers).toEqual([false, true])
  })
})

describe('a measure', () => {
  const share = slotOf({
    kind: 'measure',
    target: { value: 50, unit: '%', by: '2025-08-04' },
  })
  const measured = factOf(share.id, 'measured', NOW - DAY, { value: 30 })
  test.each<[string, FactInput, boolean]>([
    ['measured again', inputOf('measured', { value: 60 }), true],
    ['said not to be measured', inputOf('not-aired', { reason: 'other' }), false],
    ['excused', inputOf('excused', { document: 'Công văn số 1' }), false],
    ['made up for, without a value', inputOf('made-up'), false],
    ['given until a later day', inputOf('moved', { to: { date: '2025-09-30', time: null } }), true],
  ])('that was measured may be %s: %#', (_, input, allowed) => {
    expect(draftFact(share, [measured], input, NOW).ok).toBe(allowed)
  })
  test('is never done by a make-up: only a value says that the target is reached', () => {
    const missed = factOf(share.id, 'not-aired', NOW - DAY, { reason: 'other' })
    expect(draftFact(share, [missed], inputOf('made-up'), NOW).ok).toBe(false)
    expect(draftFact(share, [missed], inputOf('measured', { value: 60 }), NOW).ok).toBe(true)
  })
})

describe('the time of a fact', () => {
  const aired = (said: Partial<FactInput>) => draftFact(slot, [], inputOf('aired', said), NOW)
  test.each<[string, Partial<FactInput>, string | null]>([
    ['two minutes ahead: clocks differ', { at: NOW + 2 * MINUTE }, null],
    ['more than two minutes ahead', { at: NOW + 2 * MINUTE + 1 }, 'in-future'],
    ['pressed on a phone an hour ago', { madeAt: NOW - 60 * MINUTE }, null],
    ['pressed on a phone whose clock is a day ahead', { madeAt: NOW + DAY }, 'wrong-clock'],
    ['pressed on a phone 31 days ago', { madeAt: NOW - 31 * DAY }, null],
    ['pressed on a phone longer ago', { madeAt: NOW - 31 * DAY - 1 }, 'wrong-clock'],
  ])('%s', (_, said, code) => {
    const drafted = aired(said)
    const errors = drafted.ok || drafted.problem.kind !== 'invalid' ? [] : drafted.problem.errors
    expect(errors.map((error) => error.code)).toEqual(code === null ? [] : [code])
  })

  test('is the planned one when nobody said otherwise, and the pressing on a phone came later', () => {
    const drafted = aired({ madeAt: instantOf('2025-08-04', '21:00') })
    expect(drafted.ok && drafted.value.at).toBe(instantOf('2025-08-04', '05:30'))
  })

  test.each<[string, Instant, Instant]>([
    ['earlier on its day', instantOf('2025-08-04', '00:00'), instantOf('2025-08-04', '00:00')],
    [
      'the day before, by a phone that is slow',
      instantOf('2025-08-03', '23:59'),
      instantOf('2025-08-04', '05:30'),
    ],
  ])('of what was pressed %s', (_, madeAt, at) => {
    const drafted = aired({ madeAt })
    expect(drafted.ok && drafted.value.at).toBe(at)
  })
})

test.each<[Record<string, unknown>, string]>([
  [{ kind: 'aired', minutes: -1 }, 'minutes'],
  [{ kind: 'aired', link: 'javascript:alert(1)' }, 'link'],
  [{ kind: 'aired', link: 'xa.vn' }, 'link'],
  [{ kind: 'aired', at: '2025-02-30T05:30' }, 'at'],
  [{ kind: 'nothing' }, 'kind'],
  [{ kind: 'evidence', file: { name: 'a.mp3', size: 1, sha256: 'kurz' } }, 'file'],
])('%o is refused for its %s', (said, field) => {
  const parsed = factInput.safeParse(said)
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])).toEqual([field])
})

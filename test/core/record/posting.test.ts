import { describe, expect, test } from 'vitest'
import { type Fact, inputOf } from '../../../src/core/fact.ts'
import { openPlaces, placeOutcomes, usualPlaces } from '../../../src/core/record/posting.ts'
import { draftFact } from '../../../src/core/record/recording.ts'
import type { Slot } from '../../../src/core/slot.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../../routes/views/records.ts'
import { standing } from '../../support/moments.ts'
import { planData, planOf } from '../../support/plans.ts'

/** One post, on Monday 4/8/2025 at 08:00. */
const plan = planOf(
  planData(
    { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1', time: '08:00', start: '2025-08-04' },
    { inForceFrom: '2025-01-01' },
    { channels: ['social', 'portal'] },
  ),
)
const slot = recordsOf(plan)[0]?.slot as Slot
const NOW = instantOf('2025-08-04', '20:00')

type Said = [kind: Fact['kind'], place: string | null]

/** What was said, an hour after the other from 09:00 on. */
const factsOf = (said: readonly Said[]): Fact[] =>
  said.map(([kind, place], i) =>
    factOf(slot.id, kind, instantOf('2025-08-04', `${String(9 + i).padStart(2, '0')}:00`), {
      place,
      reason: kind === 'not-aired' ? 'equipment' : null,
      document: kind === 'excused' ? 'Công văn số 1' : null,
    }),
  )

const zalo: Said = ['posted', 'Zalo']
const facebookFailed: Said = ['not-aired', 'Facebook']
const everywhere: Said = ['posted', null]

describe('beside what was recorded', () => {
  test.each<[Said[], Said, 'ok' | 'conflict']>([
    [[], zalo, 'ok'],
    [[zalo], facebookFailed, 'ok'],
    [[facebookFailed], zalo, 'ok'],
    [[zalo], ['posted', 'zalo '], 'conflict'],
    [[zalo], ['not-aired', 'Zalo'], 'conflict'],
    [[facebookFailed], ['posted', 'Facebook'], 'conflict'],
    [[facebookFailed], ['made-up', 'Facebook'], 'ok'],
    [[zalo, facebookFailed], ['made-up', 'Facebook'], 'ok'],
    [[zalo, facebookFailed], ['excused', 'Facebook'], 'ok'],
    [[zalo, facebookFailed], ['made-up', null], 'conflict'],
    [[facebookFailed, ['made-up', 'Facebook']], ['made-up', 'Facebook'], 'conflict'],
    [[facebookFailed, ['excused', 'Facebook']], ['made-up', 'Facebook'], 'ok'],
    [[facebookFailed, ['excused', 'Facebook']], ['excused', 'Facebook'], 'conflict'],
    [[everywhere], facebookFailed, 'conflict'],
    [[zalo], everywhere, 'conflict'],
    [[facebookFailed], ['not-aired', null], 'conflict'],
    [[['not-aired', null]], zalo, 'conflict'],
    [[['not-aired', null]], ['made-up', 'Zalo'], 'ok'],
    [[zalo, facebookFailed], ['moved', null], 'conflict'],
  ])('%j, %j is answered: %s', (before, [kind, place], answer) => {
    const reason = kind === 'not-aired' ? 'power' : null
    const to = kind === 'moved' ? { date: '2025-08-06', time: null } : null
    const document = kind === 'excused' ? 'Công văn số 1' : null
    const drafted = draftFact(slot, factsOf(before), inputOf(kind, { place, reason, to, document }), NOW)
    expect(drafted.ok ? 'ok' : drafted.problem.kind).toBe(answer)
  })
})

test('who stands in the way is told with the place', () => {
  const drafted = draftFact(slot, factsOf([zalo]), inputOf('posted', { place: 'Zalo' }), NOW)
  expect(drafted.ok ? null : drafted.problem.detail).toBe(
    'Y Lan đã ghi "Đã đăng" ở Zalo cho kỳ này. Muốn ghi khác đi thì hoàn tác ghi nhận đó trước.',
  )
})

describe('the slot stands as', () => {
  test.each<[Said[], string]>([
    [[zalo], 'done'],
    [[zalo, facebookFailed], 'done'],
    [[facebookFailed, zalo], 'done'],
    [[facebookFailed], 'missed'],
    [[facebookFailed, ['excused', 'Facebook']], 'excused'],
    [[facebookFailed, ['made-up', 'Facebook']], 'made-up'],
    [[facebookFailed, ['made-up', 'Facebook'], zalo], 'done'],
    [[['not-aired', 'Zalo'], facebookFailed], 'missed'],
  ])('after %j: %s', (said, stands) => {
    expect(standing(slot, factsOf(said), NOW)).toBe(stands)
  })
})

test('taking back the post on Zalo leaves what was said of Facebook', () => {
  const facts = factsOf([zalo, facebookFailed])
  const undone = factOf(slot.id, 'correction', NOW, { corrects: facts[0]?.id ?? null })
  expect(standing(slot, [...facts, undone], NOW)).toBe('missed')
  expect(placeOutcomes([...facts, undone])).toEqual([{ place: 'Facebook', outcome: facts[1] }])
})

test('each place has its last outcome, under the name that it was given first', () => {
  const facts = factsOf([facebookFailed, zalo, ['made-up', 'facebook'], ['evidence', 'Zalo']])
  expect(placeOutcomes(facts)).toEqual([
    { place: 'Facebook', outcome: facts[2] },
    { place: 'Zalo', outcome: facts[1] },
  ])
})

const ACCOUNTS = [
  { kind: 'zalo', name: 'Zalo OA xã Ngọk Tụ' },
  { kind: 'zalo', name: 'Nhóm Zalo thôn 1' },
  { kind: 'vneid', name: 'VNeID' },
] as const

test('an office that named its accounts posts there, and on VNeID beside its portal', () => {
  expect(usualPlaces({ channels: ['social'] }, ACCOUNTS)).toEqual([
    'Zalo OA xã Ngọk Tụ',
    'Nhóm Zalo thôn 1',
    'Facebook',
  ])
  expect(usualPlaces({ channels: ['portal'] }, ACCOUNTS)).toEqual(['Trang thông tin điện tử', 'VNeID'])
})

test('what was said of “Zalo” before the accounts had names speaks of both, what was said of one of that one', () => {
  const open = (place: string) => openPlaces({ channels: ['social'] }, factsOf([['posted', place]]), ACCOUNTS)
  expect(open('zalo')).toEqual(['Facebook'])
  expect(open('Nhóm Zalo thôn 1')).toEqual(['Zalo OA xã Ngọk Tụ', 'Facebook'])
})

test.each([
  [['social'], ['Zalo', 'Facebook']],
  [
    ['social', 'portal'],
    ['Zalo', 'Facebook', 'Trang thông tin điện tử'],
  ],
  [['portal'], []],
  [
    ['loudspeaker', 'social'],
    ['Zalo', 'Facebook'],
  ],
  [['loudspeaker'], []],
] as const)('what goes to %j is posted at %j', (channels, places) => {
  expect(usualPlaces({ channels: [...channels] })).toEqual(places)
})

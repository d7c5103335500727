import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { changesBetween } from '../../../src/core/plan/changes.ts'
import { storedAfter } from '../../../src/core/plan/history.ts'
import { placeSlots, type StoredSlot } from '../../../src/core/plan/placing.ts'
import { expand, plannedDay, type Slot } from '../../../src/core/slot.ts'
import type { LocalDate } from '../../../src/core/wall-clock.ts'
import { planData, planOf } from '../../support/plans.ts'

const slotsOf = (cadence: Record<string, unknown>): readonly Slot[] =>
  expand(planOf(planData(cadence)), calendars.periods)
const weekly = (days: string, more: Record<string, unknown> = {}) => ({
  ...{ kind: 'rate', rrule: `FREQ=WEEKLY;BYDAY=${days}`, time: '05:30' },
  ...{ window: { from: '2025-01-01', to: '2025-01-31' }, ...more },
})

/** As the first edition stored them; those whose numbers are named were touched. */
const stored = (cadence: Record<string, unknown>, touched: readonly string[] = []): StoredSlot[] =>
  slotsOf(cadence).map((slot) => ({
    ...{ slot, touched: touched.includes(keyOf(slot)), tied: false, gone: false },
  }))

const keyOf = ({ id }: Slot): string => id.slice(id.lastIndexOf(':') + 1)
const show = (slot: Slot): string => `${keyOf(slot)} ${plannedDay(slot).slice(5)} ${slot.time ?? ''}`.trim()
const told = (have: readonly StoredSlot[], want: readonly Slot[], from: LocalDate | null = null) => {
  const { placed, withdrawn, dropped } = placeSlots(have, want, from)
  return {
    placed: placed.map(({ slot, kept }) => `${kept ? '=' : ''}${show(slot)}`).sort(),
    withdrawn: withdrawn.map(({ slot }) => show(slot)),
    dropped: dropped.map(({ slot }) => show(slot)),
  }
}

// Mondays of January 2025: 6, 13, 20, 27. Thursdays: 2, 9, 16, 23, 30.
describe('slots of a new edition are matched to stored ones', () => {
  test('by their day first: another hour moves none of them', () => {
    expect(told(stored(weekly('MO')), slotsOf(weekly('MO', { time: '17:30' })))).toEqual({
      placed: ['01 01-06 17:30', '02 01-13 17:30', '03 01-20 17:30', '04 01-27 17:30'],
      ...{ withdrawn: [], dropped: [] },
    })
  })

  test('a touched one keeps its hour and length on its day', () => {
    expect(told(stored(weekly('MO'), ['02']), slotsOf(weekly('MO', { time: '17:30' }))).placed).toEqual([
      ...['01 01-06 17:30', '03 01-20 17:30', '04 01-27 17:30'],
      '=02 01-13 05:30',
    ])
  })

  test('then to the nearest untouched day of the month; what is left over gets numbers never used', () => {
    expect(told(stored(weekly('MO')), slotsOf(weekly('TH')))).toEqual({
      placed: ['01 01-02 05:30', '02 01-09 05:30', '03 01-16 05:30', '04 01-23 05:30', '05 01-30 05:30'],
      ...{ withdrawn: [], dropped: [] },
    })
  })

  test('on a tie the earlier day gives way', () => {
    const have = stored(weekly('MO', { window: { from: '2025-01-06', to: '2025-01-13' } }))
    const want = slotsOf({ ...weekly('MO'), start: '2025-01-09', rrule: 'FREQ=YEARLY;COUNT=1' })
    expect(told(have, [{ ...(want[0] as Slot), date: '2025-01-09' }])).toMatchObject({
      placed: ['01 01-09 05:30'],
      dropped: ['02 01-13 05:30'],
    })
    const between = [{ ...(want[0] as Slot), date: '2025-01-10' }]
    expect(told(have, between)).toMatchObject({ placed: ['02 01-10 05:30'], dropped: ['01 01-06 05:30'] })
  })

  test('Mondays that become Mondays and Thursdays stay: only Thursdays are new', () => {
    const placing = told(stored(weekly('MO'), ['01', '02', '03', '04']), slotsOf(weekly('MO,TH')))
    expect(placing).toEqual({
      placed: [
        ...['05 01-02 05:30', '06 01-09 05:30', '07 01-16 05:30', '08 01-23 05:30', '09 01-30 05:30'],
        ...['=01 01-06 05:30', '=02 01-13 05:30', '=03 01-20 05:30', '=04 01-27 05:30'],
      ],
      ...{ withdrawn: [], dropped: [] },
    })
  })

  test('a weekly obligation with airings that becomes fortnightly keeps every day of the new rule', () => {
    const fortnightly = { ...weekly('MO'), rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' }
    expect(told(stored(weekly('MO'), ['01', '02']), slotsOf(fortnightly))).toEqual({
      placed: ['03 01-20 05:30', '=01 01-06 05:30'],
      withdrawn: ['02 01-13 05:30'],
      dropped: ['04 01-27 05:30'],
    })
  })

  test('from a day on: what lies before it is neither asked for again nor taken away', () => {
    expect(told(stored(weekly('MO')), slotsOf(weekly('TH')), '2025-01-15')).toEqual({
      placed: ['03 01-16 05:30', '04 01-23 05:30', '05 01-30 05:30'],
      ...{ withdrawn: [], dropped: [] },
    })
  })

  test('reruns go with their original, and a touched rerun stays where it is', () => {
    const reruns = { times: 2, afterDays: [1, 3] }
    const window = { from: '2025-01-06', to: '2025-01-06' }
    const have = stored(weekly('MO', { window, reruns }), ['01.r2'])
    const later = slotsOf(weekly('MO', { window, reruns: { times: 2, afterDays: [2, 4] } }))
    expect(told(have, later)).toEqual({
      placed: ['01 01-06 05:30', '01.r1 01-08 05:30', '01.r3 01-10 05:30'],
      withdrawn: ['01.r2 01-09 05:30'],
      dropped: [],
    })
  })

  test('a rerun from the first day on names the original from before it', () => {
    const window = { from: '2025-01-06', to: '2025-01-13' }
    const withReruns = slotsOf(weekly('MO', { window, reruns: { times: 1, afterDays: [7] } }))
    const { placed } = placeSlots(stored(weekly('MO', { window })), withReruns, '2025-01-10')
    expect(placed.map(({ slot }) => [keyOf(slot), slot.of && keyOf({ ...slot, id: slot.of })])).toEqual([
      ['02', null],
      ['01.r1', '01'],
      ['02.r1', '02'],
    ])
  })

  test('a day and the end of a window are no match', () => {
    const have = stored({ kind: 'deadline', window: { to: '2025-01-06' } })
    const placing = told(have, slotsOf(weekly('MO', { window: { from: '2025-01-06', to: '2025-01-06' } })))
    expect(placing).toEqual({ placed: ['02 01-06 05:30'], withdrawn: [], dropped: ['01 01-06'] })
  })

  test('what was taken away comes back under its own number on its own day', () => {
    const monday = stored(weekly('MO'))
    const fewer = placeSlots(
      monday,
      slotsOf(weekly('MO', { window: { from: '2025-01-01', to: '2025-01-14' } })),
      null,
    )
    const again = told(storedAfter(monday, fewer), slotsOf(weekly('MO')))
    expect(again.placed).toEqual(['01 01-06 05:30', '02 01-13 05:30', '03 01-20 05:30', '04 01-27 05:30'])
  })

  test('people count on from what was asked before, whatever the numbers in the ids', () => {
    const { placed } = placeSlots(stored(weekly('MO')), slotsOf(weekly('MO,TH')), '2025-01-15')
    expect(placed.map(({ slot }) => [keyOf(slot), slot.rank])).toEqual([
      ...[
        ['05', 3],
        ['03', 4],
        ['06', 5],
        ['04', 6],
        ['07', 7],
      ],
    ])
  })
})

test('changes list what is added, moved, dropped, and what is kept because somebody touched it', () => {
  const before = planOf(planData(weekly('MO')))
  const after = planOf(
    planData({ ...weekly('MO', { time: '17:30' }), rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' }),
  )
  const have = stored(weekly('MO'), ['01', '02'])
  const { obligations, slots } = changesBetween(
    before,
    after,
    placeSlots(have, slotsOf(after.obligations[0]?.cadence ?? {}), null),
  )
  expect(obligations.changed.map(({ fields }) => fields)).toEqual([['cadence']])
  expect([
    slots.added,
    slots.moved.map((one) => show(one.after)),
    slots.dropped.map(show),
    slots.kept.map(show),
  ]).toEqual([[], ['03 01-20 17:30'], ['04 01-27 05:30'], ['01 01-06 05:30', '02 01-13 05:30']])
})

/**
 * Rule 10 again, written as plainly as it reads: for originals of one obligation. Days are numbers of a month; a stored slot is
 * `[number, day, touched]`. Answers `number@day` for each, `+day` for what gets a new number, `-number` for what goes,
 * `!number` for what is withdrawn.
 */
function plainly(stored: [number, number, boolean][], wanted: number[], from: number): string[] {
  const said = new Map<number, string>()
  const taken = new Set<number>()
  const open = stored.filter(([, day]) => day >= from)
  const asked = wanted.filter((day) => day >= from)
  for (const day of asked) {
    const same = open.find(([number, has]) => has === day && !taken.has(number))
    if (!same) continue
    taken.add(same[0])
    said.set(day, `${same[0]}@${day}`)
  }
  for (const day of asked) {
    if (said.has(day)) continue
    let best: [number, number] | null = null
    for (const [number, has, touched] of open) {
      if (touched || taken.has(number)) continue
      if (best === null || Math.abs(has - day) < Math.abs(best[1] - day)) best = [number, has]
    }
    if (best) taken.add(best[0])
    said.set(day, best ? `${best[0]}@${day}` : `+${day}`)
  }
  const left = open
    .filter(([number]) => !taken.has(number))
    .map(([number, , touched]) => (touched ? '!' : '-') + number)
  return [...said.values(), ...left].sort()
}

test('a second matcher, written plainly, says the same of any days of a month', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      days,
      days,
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (had, want, touched, from) => {
        const [template] = slotsOf(weekly('MO'))
        const slotOn = (day: number, number: number): Slot => ({
          ...(template as Slot),
          ...{ id: `thu-2025:A.1:${String(number).padStart(2, '0')}`, ordinal: number, rank: number },
          date: `2025-01-${String(day).padStart(2, '0')}`,
        })
        const inOrder = (list: number[]) => list.toSorted((a, b) => a - b)
        const have = inOrder(had).map(
          (day, i) => [i + 1, day, touched[i] === true] as [number, number, boolean],
        )
        const placing = placeSlots(
          have.map(([number, day, isTouched]) => ({
            slot: slotOn(day, number),
            touched: isTouched,
            tied: false,
            gone: false,
          })),
          inOrder(want).map((day, i) => slotOn(day, i + 1)),
          `2025-01-${String(from).padStart(2, '0')}`,
        )
        const number = (slot: Slot) => Number(keyOf(slot))
        const day = (slot: Slot) => Number(plannedDay(slot).slice(8))
        expect(
          [
            ...placing.placed.map(({ slot, was }) =>
              was ? `${number(slot)}@${day(slot)}` : `+${day(slot)}`,
            ),
            ...placing.withdrawn.map(({ slot }) => `!${number(slot)}`),
            ...placing.dropped.map(({ slot }) => `-${number(slot)}`),
          ].sort(),
        ).toEqual(plainly(have, inOrder(want), from))
        const fresh = placing.placed.filter(({ was }) => was === null).map(({ slot }) => number(slot))
        expect(Math.min(Number.POSITIVE_INFINITY, ...fresh)).toBeGreaterThan(have.length)
      },
    ),
    { numRuns: 500 },
  )
})

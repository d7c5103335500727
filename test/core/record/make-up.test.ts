import { describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { type MakeUpRules, makeUpDates, type Taken } from '../../../src/core/record/make-up.ts'
import { expand, type Slot } from '../../../src/core/slot.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { samplePlan } from '../../support/plans.ts'

const slots = expand(samplePlan('ngok-tu-2025'), calendars.periods)
const slot = slots.find(({ id }) => id === 'ngok-tu-2025:C.I.2.a:20') as Slot // Monday 29/9/2025 05:30
const rules: MakeUpRules = {
  silentDays: [],
  calendar: calendars.work,
  within: { from: '2025-01-01', to: '2025-12-31' },
  perWeek: 2,
}
const taken = (date: string, obligationId = 'C.I.2.a', time = '05:30'): Taken => ({
  date,
  time,
  obligationId,
})

describe('days offered for the make-up of Monday 29/9/2025, 05:30', () => {
  const now = instantOf('2025-09-29', '06:00')

  test.each<[string, Taken[], Partial<MakeUpRules>, string[]]>([
    ['the next three days', [], {}, ['2025-09-30', '2025-10-01', '2025-10-02']],
    [
      'not where another programme has the hour',
      [taken('2025-10-01', 'X')],
      {},
      ['2025-09-30', '2025-10-02', '2025-10-03'],
    ],
    [
      'at another hour the day is free',
      [taken('2025-10-01', 'X', '17:00')],
      {},
      ['2025-09-30', '2025-10-01', '2025-10-02'],
    ],
    [
      'nor where one that began earlier is still on air',
      [
        { ...taken('2025-10-01', 'X', '05:00'), minutes: 31 },
        { ...taken('2025-10-02', 'X', '05:00'), minutes: 30 },
      ],
      {},
      ['2025-09-30', '2025-10-02', '2025-10-03'],
    ],
    [
      'not on silent days',
      [],
      { silentDays: ['TU', 'WE', 'TH', 'SA', 'SU'] },
      ['2025-10-03', '2025-10-06', '2025-10-10'],
    ],
    [
      'not a third airing of the obligation in one week',
      [taken('2025-09-29'), taken('2025-09-29', 'C.I.2.a', '17:00')],
      {},
      ['2025-10-06', '2025-10-07', '2025-10-08'],
    ],
    [
      'not past the period',
      [],
      { within: { from: '2025-01-01', to: '2025-10-01' } },
      ['2025-09-30', '2025-10-01'],
    ],
  ])('%s', (_, busy, change, days) => {
    expect(makeUpDates(slot, busy, { ...rules, ...change }, now)).toEqual(days)
  })

  test('public holidays are left out: after 31/12/2025 comes 2/1/2026', () => {
    const within = { from: '2025-01-01', to: '2026-12-31' }
    const late = instantOf('2025-12-31', '06:00')
    expect(makeUpDates(slot, [], { ...rules, within }, late)[0]).toBe('2026-01-02')
  })

  test('today counts while its hour has not come', () => {
    expect(makeUpDates(slot, [], rules, instantOf('2025-10-03', '05:29'))[0]).toBe('2025-10-03')
    expect(makeUpDates(slot, [], rules, instantOf('2025-10-03', '05:30'))[0]).toBe('2025-10-04')
  })
})

/** Placing ten plans of twenty obligations into a station's week, beside a first gap sought airing by airing. */
import { recurrenceDates } from '../src/core/recurrence.ts'
import { place } from '../src/core/station/place.ts'
import type { Station } from '../src/core/station/station.ts'
import type { Wish } from '../src/core/station/wish.ts'
import { yearRange } from '../src/core/wall-clock.ts'
import type { Comparison } from './comparison.ts'

const PLANS = 10
const OBLIGATIONS = 20
const FIRST_YEAR = 1980

const STATION: Station = {
  from: '1976-01-01',
  sessions: [
    { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '05:00', to: '06:30', channel: 'loudspeaker' },
    { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '11:00', to: '11:45', channel: 'loudspeaker' },
    { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'], from: '16:30', to: '18:30', channel: 'loudspeaker' },
  ],
  silentDays: [],
  maxMinutes: null,
}

const RULES = ['FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=3']

const wishesOf = (year: number): Wish[] =>
  Array.from({ length: PLANS * OBLIGATIONS }, (_, i) => ({
    planId: `plan-${Math.floor(i / OBLIGATIONS)}`,
    obligationId: `A.${i % OBLIGATIONS}`,
    channel: 'loudspeaker',
    range: yearRange(year),
    silentDays: [],
    times: 1,
    cadence: {
      ...{
        kind: 'rate',
        rrule: RULES[i % RULES.length] ?? '',
        start: null,
        time: null,
        duration: 5 + (i % 3) * 5,
      },
      ...{ minutes: null, declared: null, window: null, conditional: false, anchor: null },
      reruns: i % 4 === 2 ? { times: 2, afterDays: null, time: null } : null,
    },
  }))

/** Mondays at the first free minute, one airing after the other: no rhythm, no spread, no sessions. */
function firstGaps(wishes: Wish[]): number {
  const taken = new Map<string, number>()
  for (const { cadence, range } of wishes)
    for (const date of recurrenceDates(
      `${cadence.rrule};BYDAY=${cadence.rrule.includes('WEEK') ? '' : '1'}MO`,
      range,
    ))
      taken.set(date, (taken.get(date) ?? 0) + (cadence.duration ?? 0))
  return taken.size
}

export const placing: Comparison = {
  id: 'place',
  what: `Hours for ${PLANS} plans of ${OBLIGATIONS} obligations in one station's year`,
  rounds: 15,
  goal: null,
  ours: {
    name: 'place',
    open: () => ({ run: (round) => place(wishesOf(FIRST_YEAR + round), [STATION], []) }),
  },
  baseline: {
    name: 'one after the other, no rhythm and no sessions',
    open: () => ({ run: (round) => firstGaps(wishesOf(FIRST_YEAR + round)) }),
  },
}

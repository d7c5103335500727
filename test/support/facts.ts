/** Slots and facts made up for a test, with everything unsaid null. */
import { type Fact, type FactKind, inputOf } from '../../src/core/fact.ts'
import type { Slot } from '../../src/core/slot.ts'
import { type Instant, instantOf, type LocalDate } from '../../src/core/wall-clock.ts'

/** `2025-08-04 05:30`, or a day alone for its midnight, in Vietnamese time. */
export const moment = (text: string): Instant => {
  const [date = '', time = '00:00'] = text.split(' ')
  return instantOf(date, time)
}

/** An airing on Monday 4 August 2025 at 05:30 for 15 minutes, in force. */
export const datedSlot = (more: Partial<Slot> = {}): Slot => ({
  id: 'thu-2025:A.1:01',
  planId: 'thu-2025',
  obligationId: 'A.1',
  ordinal: 1,
  rank: 1,
  airing: 'new',
  of: null,
  date: '2025-08-04',
  time: '05:30',
  minutes: 15,
  leastMinutes: null,
  window: null,
  target: null,
  inForce: true,
  conditional: false,
  withdrawn: false,
  ...more,
})

/** Something to do between two days. */
export const windowSlot = (from: LocalDate, to: LocalDate, more: Partial<Slot> = {}): Slot =>
  datedSlot({ date: null, time: null, minutes: 0, window: { from, to }, ...more })

let made = 0

/** A fact on that slot that happened at a moment; recorded in the order in which a test makes them. */
export function fact(kind: FactKind, at: string, more: Partial<Fact> = {}): Fact {
  made += 1
  return {
    ...inputOf(kind),
    id: `f${made}`,
    planId: 'thu-2025',
    obligationId: 'A.1',
    slotId: 'thu-2025:A.1:01',
    at: moment(at),
    recordedAt: moment('2025-01-01') + made,
    by: 'Cán bộ đài',
    incidentId: null,
    ...more,
  }
}

export const corrects = (wrong: Fact, more: Partial<Fact> = {}): Fact =>
  fact('correction', '2025-12-31', { corrects: wrong.id, ...more })

export const movedTo = (to: string, more: Partial<Fact> = {}): Fact => {
  const [date = '', time = null] = to.split(' ')
  return fact('moved', '2025-08-01', { to: { date, time }, ...more })
}
